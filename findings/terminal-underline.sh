#!/usr/bin/env bash
# pyte 0.8.2: a curly underline puts “3m” on the screen.
#
# Guess, written down before it was run: a terminal in memory that does not know curly underlines ignores ESC
# [ 4 : 3 m, or underlines plainly, as xterm does.
#
# What is so: the colon of the sub-parameter ends the sequence for its parser, and what follows is printed. A
# test that compares such a screen with what a person sees finds two letters that no terminal shows.
#
# Seen with Python 3.11.7 on Linux x86-64, 2026-11-29. Fails when it is no longer so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet pyte==0.8.2
cd "$folder"
seen=$("$folder/venv/bin/python" -W ignore - <<'PYTHON'
import pyte

screen = pyte.Screen(20, 1)
stream = pyte.Stream(screen)
stream.feed("\x1b[4mplain\x1b[0m \x1b[4:3mcurly\x1b[0m")
print(screen.display[0].rstrip())
print("plain is underlined:", screen.buffer[0][0].underscore)
PYTHON
)
expected=$(cat <<'SEEN'
plain 3mcurly
plain is underlined: True
SEEN
)
echo "$seen"
if [ "$seen" != "$expected" ]; then
    printf 'This has changed. It was:\n%s\n' "$expected"
    exit 1
fi
echo "As it was found: two letters too many."
