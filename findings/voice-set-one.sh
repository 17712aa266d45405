#!/usr/bin/env bash
# pysbd 0.3.4: “Set 1. Hold. Set 2. Rest.” is said as set, one hold, set, two rest.
#
# Guess, written down before it was run: a text for a voice is cut where sentences end: four pieces, “Set 1.”,
# “Hold.”, “Set 2.”, “Rest.”
#
# What is so: where two numbers in a row are followed by a point they are taken for a numbered list, so that the
# cut comes before the number: “Lie on side” and “1. Lift leg”. One such number alone is right. After “reps.”
# nothing is cut: it stands for representatives.
#
# Seen with Python 3.11.7 on Linux x86-64, 2026-11-30. Fails when it is no longer so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet pysbd==0.3.4
cd "$folder"
seen=$("$folder/venv/bin/python" -W ignore - <<'PYTHON'
import pysbd

cut = pysbd.Segmenter(language="en", clean=False)
for text in (
    "Set 1. Hold.",
    "Set 1. Hold. Set 2. Rest.",
    "Lie on side 1. Lift leg 2. Hold.",
    "Set one. Hold. Set two. Rest.",
    "Do 10 reps. 30 s each side.",
    "Do 10 reps. Thirty seconds each side.",
    "Rest for 2 min. Next comes the bridge.",
):
    print([piece.strip() for piece in cut.segment(text)])
PYTHON
)
expected=$(cat <<'SEEN'
['Set 1.', 'Hold.']
['Set', '1. Hold.', 'Set', '2. Rest.']
['Lie on side', '1. Lift leg', '2. Hold.']
['Set one.', 'Hold.', 'Set two.', 'Rest.']
['Do 10 reps. 30 s each side.']
['Do 10 reps. Thirty seconds each side.']
['Rest for 2 min.', 'Next comes the bridge.']
SEEN
)
echo "$seen"
if [ "$seen" != "$expected" ]; then
    printf 'This has changed. It was:\n%s\n' "$expected"
    exit 1
fi
echo "As it was found: the number goes with what follows."
