#!/usr/bin/env bash
# recurrent 0.4.1: every two hours for three days is every three days.
#
# Guess, written down before it was run: a rule for every second hour that ends after three days, as “every 2
# days for 3 weeks” is one that ends after three weeks.
#
# What is so: where the length is written in days or hours, its number and unit replace those of the rule, and
# nothing ends: ice every two hours becomes ice every third day, for ever. In weeks, or by “until”, both are
# kept.
#
# Seen with Python 3.11.7 on Linux x86-64, 2026-11-30. Fails when it is no longer so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet recurrent==0.4.1
cd "$folder"
seen=$("$folder/venv/bin/python" -W ignore - <<'PYTHON'
from datetime import datetime

from recurrent.event_parser import RecurringEvent

for said in ("every 2 hours", "every 2 hours until friday", "every 2 hours for 3 days", "every 20 minutes for 2 hours", "every 2 days for 3 weeks"):
    print(f"{said}: {RecurringEvent(now_date=datetime(2026, 11, 30, 8)).parse(said)}")
PYTHON
)
expected=$(cat <<'SEEN'
every 2 hours: RRULE:INTERVAL=2;FREQ=HOURLY
every 2 hours until friday: RRULE:INTERVAL=2;FREQ=HOURLY;UNTIL=20261204
every 2 hours for 3 days: RRULE:INTERVAL=3;FREQ=DAILY
every 20 minutes for 2 hours: RRULE:INTERVAL=2;FREQ=HOURLY
every 2 days for 3 weeks: RRULE:INTERVAL=2;FREQ=DAILY;UNTIL=20261221
SEEN
)
echo "$seen"
if [ "$seen" != "$expected" ]; then
    printf 'This has changed. It was:\n%s\n' "$expected"
    exit 1
fi
echo "As it was found: a length in days takes the rule's place."
