#!/usr/bin/env bash
# timelength 3.0.4: half a minute written as ½ min is two minutes.
#
# Guess, written down before it was run: ½ min is thirty seconds, or it is not understood, and then
# result.success is false.
#
# What is so: the one character is read as the digits 1 and 2 with nothing between, and the later one counts: ½
# is 2, ¼ is 4, ¾ is 4. A range (2-3 min) is its upper end, and -5 s are five seconds. success is true each
# time.
#
# Seen with Python 3.11.7 on Linux x86-64, 2026-11-30. Fails when it is no longer so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet timelength==3.0.4
cd "$folder"
seen=$("$folder/venv/bin/python" -W ignore - <<'PYTHON'
from timelength import TimeLength

for text in ("0.5 min", "\u00bd min", "\u00bc min", "\u00be min", "2-3 min", "-5 s"):
    result = TimeLength(text).result
    print(f"{text}: {result.seconds:g} s, success {result.success}")
PYTHON
)
expected=$(cat <<'SEEN'
0.5 min: 30 s, success True
½ min: 120 s, success True
¼ min: 240 s, success True
¾ min: 240 s, success True
2-3 min: 180 s, success True
-5 s: 5 s, success True
SEEN
)
echo "$seen"
if [ "$seen" != "$expected" ]; then
    printf 'This has changed. It was:\n%s\n' "$expected"
    exit 1
fi
echo "As it was found: half is four times as long."
