#!/usr/bin/env bash
# humanfriendly 10.0: two minutes are one minute and 60 seconds.
#
# Guess, written down before it was run: format_timespan() rounds to hundredths of a second and carries over:
# 119.999 s is 2 minutes, 3599.996 s is an hour.
#
# What is so: it divides first and rounds the rest: the seconds reach 60 and stay so. A hold timed by a clock
# with fractions, which is every one, ends now and then with 60 seconds.
#
# Seen with Python 3.11.7 on Linux x86-64, 2026-11-30. Fails when it is no longer so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet humanfriendly==10.0
cd "$folder"
seen=$("$folder/venv/bin/python" -W ignore - <<'PYTHON'
from humanfriendly import format_timespan

for seconds in (59.996, 119.999, 3599.996, 3600):
    print(f"{seconds} s: {format_timespan(seconds)}")
PYTHON
)
expected=$(cat <<'SEEN'
59.996 s: 60 seconds
119.999 s: 1 minute and 60 seconds
3599.996 s: 59 minutes and 60 seconds
3600 s: 1 hour
SEEN
)
echo "$seen"
if [ "$seen" != "$expected" ]; then
    printf 'This has changed. It was:\n%s\n' "$expected"
    exit 1
fi
echo "As it was found: sixty seconds are no minute."
