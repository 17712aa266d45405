#!/usr/bin/env bash
# tomlkit 0.15.2: the comment above a step stays behind when the step goes, and the next one's is deleted.
#
# Guess, written down before it was run: a comment above [[steps]] belongs to it: deleting the first step takes
# its comment along, and a step put before it stands above the comment.
#
# What is so: a comment belongs to what stands before it. Without the first step, “easy first” stands above the
# hard one, whose own comment is gone; a step put in at the front is called “easy first”.
#
# Seen with Python 3.11.7 on Linux x86-64, 2026-11-30. Fails when it is no longer so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet tomlkit==0.15.2
cd "$folder"
seen=$("$folder/venv/bin/python" -W ignore - <<'PYTHON'
import tomlkit

WRITTEN = """title = "Warm-up"

# easy first
[[steps]]
name = "Walk"

# now hard
[[steps]]
name = "Strides"
"""

def shown(document):
    return " | ".join(line for line in tomlkit.dumps(document).splitlines()[1:] if line and line != "[[steps]]")

document = tomlkit.parse(WRITTEN)
print("as it is:", shown(document))
del document["steps"][0]
print("first deleted:", shown(document))
document = tomlkit.parse(WRITTEN)
document["steps"].insert(0, tomlkit.item({"name": "Jump"}))
print("one before:", shown(document))
PYTHON
)
expected=$(cat <<'SEEN'
as it is: # easy first | name = "Walk" | # now hard | name = "Strides"
first deleted: # easy first | name = "Strides"
one before: # easy first | name = "Jump" | name = "Walk" | # now hard | name = "Strides"
SEEN
)
echo "$seen"
if [ "$seen" != "$expected" ]; then
    printf 'This has changed. It was:\n%s\n' "$expected"
    exit 1
fi
echo "As it was found: comments stay, steps go."
