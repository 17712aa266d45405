#!/usr/bin/env bash
# lameenc 1.9.0 with variable bit rate, read by mutagen 1.48.1: an MP3 of a minute is seven seconds long.
#
# Guess, written down before it was run: a minute of sound is a minute in every player, whether the bit rate
# is constant or variable.
#
# What is so: with variable bit rate the encoder writes no frame that tells the number of frames (LAME's own
# program does), so a reader works the length out from the first frame's bit rate and the file's size. Nothing
# after the seventh second can be reached. With a constant bit rate it is a minute. A spoken routine, mostly
# silence, is the worst case.
#
# Seen with Python 3.11.7 on Linux x86-64, 2026-11-29. Fails when it is no longer so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet lameenc==1.9.0 mutagen==1.48.1
cd "$folder"
seen=$("$folder/venv/bin/python" -W ignore - <<'PYTHON'
import array, io, math
import lameenc
from mutagen.mp3 import MP3

RATE = 22050
spoken = array.array("h", [int(8000 * math.sin(i / 20)) if i // RATE % 10 < 1 else 0 for i in range(RATE * 60)])
for kind in ("constant", "variable"):
    encoder = lameenc.Encoder()
    encoder.set_in_sample_rate(RATE)
    encoder.set_channels(1)
    encoder.set_quality(7)
    if kind == "variable":
        encoder.set_vbr(4)
        encoder.set_vbr_quality(4)
    else:
        encoder.set_bit_rate(32)
    written = bytes(encoder.encode(spoken.tobytes())) + bytes(encoder.flush())
    print(kind, round(MP3(io.BytesIO(written)).info.length), "s of 60 s")
PYTHON
)
expected=$(cat <<'SEEN'
constant 60 s of 60 s
variable 7 s of 60 s
SEEN
)
echo "$seen"
if [ "$seen" != "$expected" ]; then
    printf 'This has changed. It was:\n%s\n' "$expected"
    exit 1
fi
echo "As it was found: a minute is read as seven seconds."
