#!/usr/bin/env bash
# mutagen 1.48.1: the chapters of a sound file are saved by the length of their names.
#
# Guess, written down before it was run: four chapters added in order of time are written in order of time.
#
# What is so: frames of the same kind are sorted by their size when a tag is saved, so the chapter with the
# shortest name comes first. A reader that lists chapters as they come, as eyed3 0.9.9 does, shows the switch of
# sides before the get ready.
#
# Seen with Python 3.11.7 on Linux x86-64, 2026-11-30. Fails when it is no longer so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet mutagen==1.48.1 eyed3==0.9.9
cd "$folder"
seen=$("$folder/venv/bin/python" -W ignore - <<'PYTHON'
import eyed3
from mutagen.id3 import CHAP, ID3, TIT2

frame = bytes.fromhex("fffb9064") + bytes(413)
with open("routine.mp3", "wb") as file:
    file.write(frame * 200)
tag = ID3()
titles = ["Get ready to go", "Hip flexor stretch, left side", "Switch", "Hip flexor stretch, right side"]
for i, title in enumerate(titles):
    tag.add(CHAP(element_id=f"c{i}", start_time=1000 * i, end_time=1000 * i + 1000, start_offset=0xFFFFFFFF,
                 end_offset=0xFFFFFFFF, sub_frames=[TIT2(encoding=3, text=[title])]))
tag.save("routine.mp3", v2_version=3)
print("added:", *titles, sep=" | ")
print("listed:", *[one.title for one in eyed3.load("routine.mp3").tag.chapters], sep=" | ")
PYTHON
)
expected=$(cat <<'SEEN'
added: | Get ready to go | Hip flexor stretch, left side | Switch | Hip flexor stretch, right side
listed: | Switch | Get ready to go | Hip flexor stretch, left side | Hip flexor stretch, right side
SEEN
)
echo "$seen"
if [ "$seen" != "$expected" ]; then
    printf 'This has changed. It was:\n%s\n' "$expected"
    exit 1
fi
echo "As it was found: the shortest name is first."
