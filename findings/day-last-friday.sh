#!/usr/bin/env bash
# ctparse 0.3.6: last Friday is the coming one.
#
# Guess, written down before it was run: last, previous and past Friday are in the past; what it cannot place it
# leaves out.
#
# What is so: on a Monday all of them are the Friday in four days, and so is “letzten Freitag”; last is read as
# a part of that day. Yesterday and next Friday (of the week after) are as said.
#
# Seen with Python 3.11.7 on Linux x86-64, 2026-11-30. Fails when it is no longer so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet ctparse==0.3.6
cd "$folder"
seen=$("$folder/venv/bin/python" -W ignore - <<'PYTHON'
from datetime import datetime

from ctparse import ctparse

monday = datetime(2026, 11, 30, 8)
for said in ("yesterday", "friday", "last friday", "previous friday", "letzten freitag", "next friday"):
    print(f"{said}: {ctparse(said, ts=monday).resolution.dt:%a %d %b}")
PYTHON
)
expected=$(cat <<'SEEN'
yesterday: Sun 29 Nov
friday: Fri 04 Dec
last friday: Fri 04 Dec
previous friday: Fri 04 Dec
letzten freitag: Fri 04 Dec
next friday: Fri 11 Dec
SEEN
)
echo "$seen"
if [ "$seen" != "$expected" ]; then
    printf 'This has changed. It was:\n%s\n' "$expected"
    exit 1
fi
echo "As it was found: a day that was is a day to come."
