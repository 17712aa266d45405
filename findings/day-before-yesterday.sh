#!/usr/bin/env bash
# parsedatetime 2.6: the day before yesterday is yesterday.
#
# Guess, written down before it was run: a day it knows is the day that was said: the day before yesterday is
# two days ago, the day after tomorrow in two days.
#
# What is so: before and after are not heard: both answers are a day too near, with a status that says that a
# date was understood. “2 days ago” is right, and so is yesterday.
#
# Seen with Python 3.11.7 on Linux x86-64, 2026-11-30. Fails when it is no longer so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet parsedatetime==2.6
cd "$folder"
seen=$("$folder/venv/bin/python" -W ignore - <<'PYTHON'
from datetime import datetime

import parsedatetime

monday = datetime(2026, 11, 30, 12)
for said in ("yesterday", "2 days ago", "the day before yesterday", "tomorrow", "the day after tomorrow"):
    when, status = parsedatetime.Calendar().parseDT(said, monday)
    print(f"{said}: {when:%a %d %b}, status {status}")
PYTHON
)
expected=$(cat <<'SEEN'
yesterday: Sun 29 Nov, status 1
2 days ago: Sat 28 Nov, status 1
the day before yesterday: Sun 29 Nov, status 1
tomorrow: Tue 01 Dec, status 1
the day after tomorrow: Tue 01 Dec, status 1
SEEN
)
echo "$seen"
if [ "$seen" != "$expected" ]; then
    printf 'This has changed. It was:\n%s\n' "$expected"
    exit 1
fi
echo "As it was found: a run of the day before yesterday is kept as yesterday's."
