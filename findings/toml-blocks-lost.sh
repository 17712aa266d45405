#!/usr/bin/env bash
# toml 0.10.2: a list of lists of steps is written with their keys alone.
#
# Guess, written down before it was run: what dumps() cannot write it refuses; what it writes, loads() reads as
# it was.
#
# What is so: a table within a list within a list is written as the list of its keys: the values are gone, the
# file is good TOML, and nothing is raised. A list of tables is right.
#
# Seen with Python 3.11.7 on Linux x86-64, 2026-11-30. Fails when it is no longer so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet toml==0.10.2
cd "$folder"
seen=$("$folder/venv/bin/python" -W ignore - <<'PYTHON'
import toml

for steps in ([{"name": "Plank", "hold": "30s"}], [[{"name": "Plank", "hold": "30s"}]]):
    again = toml.loads(toml.dumps({"steps": steps}))["steps"]
    print(steps, "->", again)
PYTHON
)
expected=$(cat <<'SEEN'
[{'name': 'Plank', 'hold': '30s'}] -> [{'name': 'Plank', 'hold': '30s'}]
[[{'name': 'Plank', 'hold': '30s'}]] -> [[['name', 'hold']]]
SEEN
)
echo "$seen"
if [ "$seen" != "$expected" ]; then
    printf 'This has changed. It was:\n%s\n' "$expected"
    exit 1
fi
echo "As it was found: the values are gone."
