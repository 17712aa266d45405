#!/usr/bin/env bash
# durations 0.3.3: a minute and a half written as 1:30 is no time at all.
#
# Guess, written down before it was run: “1:30” is ninety seconds, or it is refused as “1 min 30” is.
#
# What is so: what has no unit that it knows is left out without a word: 1:30 and 90 are 0.0 seconds, 1m30 is a
# minute. Words it half knows (“30 sec”) are refused with an error.
#
# Seen with Python 3.11.7 on Linux x86-64, 2026-11-30. Fails when it is no longer so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet durations==0.3.3
cd "$folder"
seen=$("$folder/venv/bin/python" -W ignore - <<'PYTHON'
from durations import Duration

for text in ("1m30s", "1m30", "1:30", "90", "30 sec"):
    try:
        print(f"{text}: {Duration(text).to_seconds()} s")
    except Exception as error:
        print(f"{text}: {type(error).__name__}")
PYTHON
)
expected=$(cat <<'SEEN'
1m30s: 90.0 s
1m30: 60.0 s
1:30: 0.0 s
90: 0.0 s
30 sec: ScaleFormatError
SEEN
)
echo "$seen"
if [ "$seen" != "$expected" ]; then
    printf 'This has changed. It was:\n%s\n' "$expected"
    exit 1
fi
echo "As it was found: no unit, no time, no word."
