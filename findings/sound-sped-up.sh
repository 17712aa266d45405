#!/usr/bin/env bash
# pydub 0.25.1: a cue that is spoken one and a half times as fast is longer than it says.
#
# Guess, written down before it was run: speedup(1.5) of 1.5 s is 1.0 s, and of 3.0 s 2.0 s, to some
# milliseconds.
#
# What is so: pieces of 150 ms are taken out, and what is left at the end is kept whole: 1075 ms and 2050 ms.
# The shorter the cue, the further from its speed: 0.45 s is spoken in 0.4 s, 1.1 times as fast.
#
# Seen with Python 3.11.7 on Linux x86-64, 2026-11-30. Fails when it is no longer so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet pydub==0.25.1
cd "$folder"
seen=$("$folder/venv/bin/python" -W ignore - <<'PYTHON'
from pydub.generators import Sine

for milliseconds in (450, 1500, 3000, 30000):
    faster = Sine(440).to_audio_segment(duration=milliseconds).speedup(1.5)
    print(f"{milliseconds} ms at 1.5: {len(faster)} ms, wanted {milliseconds / 1.5:.0f}")
PYTHON
)
expected=$(cat <<'SEEN'
450 ms at 1.5: 400 ms, wanted 300
1500 ms at 1.5: 1075 ms, wanted 1000
3000 ms at 1.5: 2050 ms, wanted 2000
30000 ms at 1.5: 20050 ms, wanted 20000
SEEN
)
echo "$seen"
if [ "$seen" != "$expected" ]; then
    printf 'This has changed. It was:\n%s\n' "$expected"
    exit 1
fi
echo "As it was found: a sped-up cue misses its length."
