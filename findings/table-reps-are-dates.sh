#!/usr/bin/env bash
# csvkit 2.2.0 and frictionless 5.21.0: eight to twelve reps are the twelfth of August, or December of the year
# 8.
#
# Guess, written down before it was run: a column of 8-12 and 10-12 stays text, one of pain scores 0 and 1 stays
# numbers, and a place called none stays a word: only what is empty is nothing.
#
# What is so: csvkit asks first whether all of a column may be yes or no, then a number, a length, a day: pain 0
# and 1 is False and True, 8-12 is 2001-08-12, 1:30 is 0:01:30, and none and n/a are nothing. frictionless reads
# 8-12 as the month 12 of the year 8. One cell of 10 reps, and all of them are text again.
#
# Seen with Python 3.11.7 on Linux x86-64, 2026-11-30. Fails when it is no longer so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet csvkit==2.2.0 frictionless==5.21.0
cd "$folder"
seen=$("$folder/venv/bin/python" -W ignore - <<'PYTHON'
import json
import subprocess
import sys
from pathlib import Path

from frictionless import Resource

ROWS = ["8-12,1:30,0,none", "10-12,0:45,1,n/a", "6-8,2:00,0,hip"]
Path("week.csv").write_text("\n".join(["reps,hold,pain,place", *ROWS, ""]))
Path("ten.csv").write_text("\n".join(["reps", "8-12", "10", ""]))
csvjson = Path(sys.executable).parent / "csvjson"


def asked(name):
    return json.loads(subprocess.run([csvjson, name], capture_output=True, text=True, check=True).stdout)


for row in asked("week.csv"):
    print("csvkit", row)
print("frictionless", [str(row["reps"]) for row in Resource("week.csv").read_rows()])
print("with ten in it", [row["reps"] for row in asked("ten.csv")], [row["reps"] for row in Resource("ten.csv").read_rows()])
PYTHON
)
expected=$(cat <<'SEEN'
csvkit {'reps': '2001-08-12', 'hold': '0:01:30', 'pain': False, 'place': None}
csvkit {'reps': '2001-10-12', 'hold': '0:00:45', 'pain': True, 'place': None}
csvkit {'reps': '2001-06-08', 'hold': '0:02:00', 'pain': False, 'place': 'hip'}
frictionless ['yearmonth(year=8, month=12)', 'yearmonth(year=10, month=12)', 'yearmonth(year=6, month=8)']
with ten in it ['8-12', '10'] ['8-12', '10']
SEEN
)
echo "$seen"
if [ "$seen" != "$expected" ]; then
    printf 'This has changed. It was:\n%s\n' "$expected"
    exit 1
fi
echo "As it was found: reps are dates, and a little pain is True."
