#!/usr/bin/env bash
# quantulum3 0.10.0: ten minutes are an angle, five k a temperature.
#
# Guess, written down before it was run: “minutes” are minutes of time, as “min” is, and what it cannot place it
# calls dimensionless; “5 k” is five kilometres or five thousand.
#
# What is so: as it is installed, without its optional classifier, min, s and hours are time, but minutes and
# seconds in full are minutes and seconds of arc; half a minute is 0.5 per minute of arc; “5 k” is kelvin, “10
# miles at 9 min per mile” begins with ten mile ampere-turns, and “1h30” is an hour to the power of thirty.
#
# Seen with Python 3.11.7 on Linux x86-64, 2026-11-30. Fails when it is no longer so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet quantulum3==0.10.0
cd "$folder"
seen=$("$folder/venv/bin/python" -W ignore - <<'PYTHON'
from quantulum3 import parser

for text in ("hold 2 min", "hold 2 minutes", "half a minute", "run 5 k easy", "10 miles at 9 min per mile", "1h30"):
    found = parser.parse(text)
    print(f"{text}:", "; ".join(f"{quantity.value:g} {quantity.unit.name}" for quantity in found))
PYTHON
)
expected=$(cat <<'SEEN'
hold 2 min: 2 minute
hold 2 minutes: 2 minute of arc
half a minute: 0.5 per minute of arc
run 5 k easy: 5 kelvin
10 miles at 9 min per mile: 10 mile ampere-turn; 9 minute per mile
1h30: 1 hour to the 30
SEEN
)
echo "$seen"
if [ "$seen" != "$expected" ]; then
    printf 'This has changed. It was:\n%s\n' "$expected"
    exit 1
fi
echo "As it was found: minutes are minutes of arc."
