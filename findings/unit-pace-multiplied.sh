#!/usr/bin/env bash
# pint 0.25.3: a pace of 5:30 min/km is 150 minutes a kilometre, and 2 min 30 an hour.
#
# Guess, written down before it was run: a colon within a quantity is refused, as a word that is no unit is; “1
# h 30 min” is ninety minutes, or refused.
#
# What is so: what stands side by side is multiplied, and the colon is passed over: 5:30 min/km is 5 times 30, 2
# min 30 is sixty minutes, 1 h 30 min is thirty hour-minutes, of which to("min") says that it can't be. “5 k” is
# five Boltzmann constants.
#
# Seen with Python 3.11.7 on Linux x86-64, 2026-11-30. Fails when it is no longer so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet pint==0.25.3
cd "$folder"
seen=$("$folder/venv/bin/python" -W ignore - <<'PYTHON'
import pint

registry = pint.UnitRegistry()
for text in ("5.5 min/km", "5:30 min/km", "2 min 30", "1 h 30 min", "5 k"):
    print(f"{text}: {registry.parse_expression(text)}")
PYTHON
)
expected=$(cat <<'SEEN'
5.5 min/km: 5.5 minute / kilometer
5:30 min/km: 150.0 minute / kilometer
2 min 30: 60 minute
1 h 30 min: 30 hour * minute
5 k: 5 boltzmann_constant
SEEN
)
echo "$seen"
if [ "$seen" != "$expected" ]; then
    printf 'This has changed. It was:\n%s\n' "$expected"
    exit 1
fi
echo "As it was found: what stands side by side is multiplied."
