#!/usr/bin/env bash
# whisper-normalizer 0.1.15: one and a half is “one.5”, and two thirty is two hundred and thirty.
#
# Guess, written down before it was run: numbers in words become digits: one and a half 1.5, as two and a half
# becomes 2.5; a count down stays three numbers.
#
# What is so: one alone stays a word and only its half becomes a digit: one.5; numbers that follow each other
# are written together, so that “three, two, one” is 321 and ninety ninety 9090.
#
# Seen with Python 3.11.7 on Linux x86-64, 2026-11-30. Fails when it is no longer so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet whisper-normalizer==0.1.15
cd "$folder"
seen=$("$folder/venv/bin/python" -W ignore - <<'PYTHON'
from whisper_normalizer.english import EnglishTextNormalizer

normal = EnglishTextNormalizer()
for said in ("two and a half minutes", "one and a half minutes", "three, two, one", "ninety ninety", "two thirty", "three sets of ten"):
    print(f"{said}: {normal(said)}")
PYTHON
)
expected=$(cat <<'SEEN'
two and a half minutes: 2.5 minutes
one and a half minutes: one.5 minutes
three, two, one: 321
ninety ninety: 9090
two thirty: 230
three sets of ten: 3 sets of 10
SEEN
)
echo "$seen"
if [ "$seen" != "$expected" ]; then
    printf 'This has changed. It was:\n%s\n' "$expected"
    exit 1
fi
echo "As it was found: what was heard is written as no number, or as another."
