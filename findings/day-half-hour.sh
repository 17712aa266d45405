#!/usr/bin/env bash
# timefhuman 0.1.5 and parsedatetime 2.6: half an hour is an hour.
#
# Guess, written down before it was run: half an hour from eight is half past eight, or is not understood.
#
# What is so: both pass half over and read “an hour”: nine o'clock. Half a minute is a minute. 0.5 and 1.5
# hours, 30 minutes are right.
#
# Seen with Python 3.11.7 on Linux x86-64, 2026-11-30. Fails when it is no longer so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet timefhuman==0.1.5 parsedatetime==2.6
cd "$folder"
seen=$("$folder/venv/bin/python" -W ignore - <<'PYTHON'
from datetime import datetime

import parsedatetime
from timefhuman import tfhConfig, timefhuman

eight = datetime(2026, 11, 30, 8)
for said in ("in 30 minutes", "in half an hour", "in half a minute", "in 1.5 hours"):
    (first,) = timefhuman(said, config=tfhConfig(now=eight))
    second, _ = parsedatetime.Calendar().parseDT(said, eight)
    print(f"{said}: {first:%H:%M} and {second:%H:%M}")
PYTHON
)
expected=$(cat <<'SEEN'
in 30 minutes: 08:30 and 08:30
in half an hour: 09:00 and 09:00
in half a minute: 08:01 and 08:01
in 1.5 hours: 09:30 and 09:30
SEEN
)
echo "$seen"
if [ "$seen" != "$expected" ]; then
    printf 'This has changed. It was:\n%s\n' "$expected"
    exit 1
fi
echo "As it was found: half an hour of rest is a whole one."
