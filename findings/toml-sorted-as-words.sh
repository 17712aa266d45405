#!/usr/bin/env bash
# toml-sort 0.25.0: a pyramid of 10, 8, 6 is sorted to 10, 6, 8.
#
# Guess, written down before it was run: --sort-inline-arrays puts numbers in the order of numbers: 6, 8, 10.
#
# What is so: numbers are sorted as words: 10 before 6, 100 before 20; -3 comes after -12, and a time by its
# digits. What comes out is neither what was written nor sorted.
#
# Seen with Python 3.11.7 on Linux x86-64, 2026-11-30. Fails when it is no longer so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet toml-sort==0.25.0
cd "$folder"
seen=$("$folder/venv/bin/python" -W ignore - <<'PYTHON'
import subprocess
import sys
from pathlib import Path

for text in ("reps = [10, 8, 6]", "seconds = [20, 100, 45]", "marks = [-12, -3, 5]", "days = [2, 1, 11, 3]"):
    Path("routine.toml").write_text(text + "\n")
    tool = Path(sys.executable).with_name("toml-sort")
    done = subprocess.run([tool, "--sort-inline-arrays", "routine.toml"], capture_output=True, text=True, check=True)
    print(f"{text} becomes {done.stdout.strip()}")
PYTHON
)
expected=$(cat <<'SEEN'
reps = [10, 8, 6] becomes reps = [10, 6, 8]
seconds = [20, 100, 45] becomes seconds = [100, 20, 45]
marks = [-12, -3, 5] becomes marks = [-12, -3, 5]
days = [2, 1, 11, 3] becomes days = [1, 11, 2, 3]
SEEN
)
echo "$seen"
if [ "$seen" != "$expected" ]; then
    printf 'This has changed. It was:\n%s\n' "$expected"
    exit 1
fi
echo "As it was found: 10, 6, 8."
