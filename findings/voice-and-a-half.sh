#!/usr/bin/env bash
# word2number 1.1: two and three quarters are five.
#
# Guess, written down before it was run: a sentence with a number it knows gives that number; with a fraction it
# does not know, or with two numbers, it is refused.
#
# What is so: what is no number word is passed over and the rest is added up: one and a half is one, two and
# three quarters are five, three sets of ten are thirteen. Two point five is right.
#
# Seen with Python 3.11.7 on Linux x86-64, 2026-11-30. Fails when it is no longer so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet word2number==1.1
cd "$folder"
seen=$("$folder/venv/bin/python" -W ignore - <<'PYTHON'
from word2number import w2n

for said in ("one hundred and twenty", "two point five", "one and a half", "two and three quarters", "three sets of ten", "twenty thirty"):
    print(f"{said}: {w2n.word_to_num(said)}")
PYTHON
)
expected=$(cat <<'SEEN'
one hundred and twenty: 120
two point five: 2.5
one and a half: 1
two and three quarters: 5
three sets of ten: 13
twenty thirty: 50
SEEN
)
echo "$seen"
if [ "$seen" != "$expected" ]; then
    printf 'This has changed. It was:\n%s\n' "$expected"
    exit 1
fi
echo "As it was found: a dose in words becomes the sum of its words."
