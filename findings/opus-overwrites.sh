#!/usr/bin/env bash
# soundfile 0.14.0: writing Opus at a rate that it cannot have empties the good file that was there.
#
# Guess, written down before it was run: a voice of 22,050 samples a second is resampled, or refused before
# the file is touched: check_format says that OGG with OPUS is fine.
#
# What is so: it is refused, but only after the file was opened for writing. What was there before, a good
# file, has no byte left. 22,050 is what espeak-ng and Piper speak at; Opus has 8, 12, 16, 24 and 48 thousand.
#
# Seen with Python 3.11.7 on Linux x86-64, 2026-11-29. Fails when it is no longer so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet soundfile==0.14.0 numpy==2.4.0
cd "$folder"
seen=$("$folder/venv/bin/python" -W ignore - <<'PYTHON'
from pathlib import Path
import numpy, soundfile

good = numpy.zeros(48000, dtype="float32")
soundfile.write("routine.ogg", good, 48000, format="OGG", subtype="OPUS")
print("check_format:", soundfile.check_format("OGG", "OPUS"))
print("before: not empty" if Path("routine.ogg").stat().st_size else "before: empty")
try:
    soundfile.write("routine.ogg", good[:22050], 22050, format="OGG", subtype="OPUS")
    print("written")
except soundfile.LibsndfileError:
    print("refused")
print("after:", Path("routine.ogg").stat().st_size, "bytes")
PYTHON
)
expected=$(cat <<'SEEN'
check_format: True
before: not empty
refused
after: 0 bytes
SEEN
)
echo "$seen"
if [ "$seen" != "$expected" ]; then
    printf 'This has changed. It was:\n%s\n' "$expected"
    exit 1
fi
echo "As it was found: the file that was there is empty."
