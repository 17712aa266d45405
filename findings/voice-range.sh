#!/usr/bin/env bash
# inflect 7.6.0: “8-12” is said as eight hundred and twelve, and a half as twelve.
#
# Guess, written down before it was run: number_to_words() says a range as eight to twelve, or refuses what is
# not one number.
#
# What is so: whatever is no digit is taken out first, and the digits that are left are one number: 8-12 is 812,
# 1/2 is 12, 1:30 is 130, 3 x 10 is 310, and 1,5 is fifteen.
#
# Seen with Python 3.11.7 on Linux x86-64, 2026-11-30. Fails when it is no longer so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet inflect==7.6.0
cd "$folder"
seen=$("$folder/venv/bin/python" -W ignore - <<'PYTHON'
import inflect

engine = inflect.engine()
for dose in ("8-12", "1/2", "1:30", "3 x 10", "90/90", "1,5", "1.5"):
    print(f"{dose}: {engine.number_to_words(dose)}")
PYTHON
)
expected=$(cat <<'SEEN'
8-12: eight hundred and twelve
1/2: twelve
1:30: one hundred and thirty
3 x 10: three hundred and ten
90/90: nine thousand and ninety
1,5: fifteen
1.5: one point five
SEEN
)
echo "$seen"
if [ "$seen" != "$expected" ]; then
    printf 'This has changed. It was:\n%s\n' "$expected"
    exit 1
fi
echo "As it was found: a dose is one long number."
