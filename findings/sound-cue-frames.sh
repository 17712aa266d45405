#!/usr/bin/env bash
# CueParser 1.3.3: the last figure of a cue sheet's time is read as hundredths of a second.
#
# Guess, written down before it was run: INDEX 01 01:30:37 is a minute and thirty seconds and 37 frames of 75 a
# second: 90.493 s, and 01:30:74 is 13 milliseconds before 01:31:00.
#
# What is so: 37 frames are 0.37 s and 74 frames 0.74 s: every change of a routine that was cut into tracks
# comes up to a quarter of a second too early, and never in the last quarter of a second.
#
# Seen with Python 3.11.7 on Linux x86-64, 2026-11-30. Fails when it is no longer so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet cueparser==1.3.3
cd "$folder"
seen=$("$folder/venv/bin/python" -W ignore - <<'PYTHON'
from cueparser import CueSheet

for index in ("01:30:00", "01:30:37", "01:30:74"):
    sheet = CueSheet()
    sheet.setOutputFormat("%title%", "%title%")
    sheet.setData(f'TITLE "Hips"\nFILE "hips.wav" WAVE\n  TRACK 01 AUDIO\n    TITLE "Hold"\n    INDEX 01 00:00:00\n  TRACK 02 AUDIO\n    TITLE "Rest"\n    INDEX 01 {index}\n')
    sheet.parse()
    minutes, seconds, frames = (int(part) for part in index.split(":"))
    print(f"{index}: {sheet.tracks[0].duration.total_seconds():.3f} s, by frames {minutes * 60 + seconds + frames / 75:.3f} s")
PYTHON
)
expected=$(cat <<'SEEN'
01:30:00: 90.000 s, by frames 90.000 s
01:30:37: 90.370 s, by frames 90.493 s
01:30:74: 90.740 s, by frames 90.987 s
SEEN
)
echo "$seen"
if [ "$seen" != "$expected" ]; then
    printf 'This has changed. It was:\n%s\n' "$expected"
    exit 1
fi
echo "As it was found: frames count as hundredths."
