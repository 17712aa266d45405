#!/usr/bin/env bash
# drawille 0.2.0: a figure that jumps stays on the ground.
#
# Guess, written down before it was run: the canvas has a corner: a dot eight rows lower is drawn two lines
# lower, and one four columns to the right two cells further right.
#
# What is so: frame() begins at the topmost and the leftmost dot that is set, wherever it is: one and the same
# picture for a dot at (0, 0), (0, 8), (4, 0) and (0, -8). Only a second dot that stays, or its four edges given
# to frame(), lets the first be seen to move.
#
# Seen with Python 3.11.7 on Linux x86-64, 2026-11-30. Fails when it is no longer so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet drawille==0.2.0
cd "$folder"
seen=$("$folder/venv/bin/python" -W ignore - <<'PYTHON'
from drawille import Canvas

for dots in ([(0, 0)], [(0, 8)], [(4, 0)], [(0, -8)], [(0, 0), (4, 8)]):
    canvas = Canvas()
    for x, y in dots:
        canvas.set(x, y)
    print(dots, ascii(canvas.frame()))
PYTHON
)
expected=$(cat <<'SEEN'
[(0, 0)] '\u2801'
[(0, 8)] '\u2801'
[(4, 0)] '\u2801'
[(0, -8)] '\u2801'
[(0, 0), (4, 8)] '\u2801\n\n  \u2801'
SEEN
)
echo "$seen"
if [ "$seen" != "$expected" ]; then
    printf 'This has changed. It was:\n%s\n' "$expected"
    exit 1
fi
echo "As it was found: what moves alone does not move."
