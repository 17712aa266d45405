#!/usr/bin/env bash
# @xterm/addon-serialize 0.14.0: a screen that is kept and shown again has other underlines, no links, and a
# cursor.
#
# Guess, written down before it was run: what serialize() gives, written into a second terminal, makes the same
# screen: a red curly underline stays one, a link stays a link, a hidden cursor stays hidden.
#
# What is so: colours, bold and what is struck through come back. Every underline is a straight one in the
# colour of the text, a link is underlined text that leads nowhere, and the hidden cursor blinks again.
#
# Seen with Node 20.20.2 on Linux x86-64, 2026-11-30. Fails when it is no longer so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund @xterm/headless@6.0.0 @xterm/addon-serialize@0.14.0 >/dev/null
seen=$(node --input-type=module - <<'SCRIPT'
import serialize from "@xterm/addon-serialize";
import headless from "@xterm/headless";

const screens = {
    "bold, red, struck": "\x1b[1;9;31mrest\x1b[0m",
    "curly underline": "\x1b[4:3mrest\x1b[0m",
    "red underline": "\x1b[4;58;5;1mrest\x1b[0m",
    "link": "\x1b]8;;https://example.org\x1b\\rest\x1b]8;;\x1b\\",
    "hidden cursor": "\x1b[?25lrest",
};
for (const [what, written] of Object.entries(screens)) {
    const terminal = new headless.Terminal({ cols: 20, rows: 2, allowProposedApi: true });
    const addon = new serialize.SerializeAddon();
    terminal.loadAddon(addon);
    await new Promise((done) => terminal.write(written, done));
    console.log(`${what}: ${JSON.stringify(written)} is kept as ${JSON.stringify(addon.serialize())}`);
}
SCRIPT
)
expected=$(cat <<'SEEN'
bold, red, struck: "\u001b[1;9;31mrest\u001b[0m" is kept as "\u001b[31;1;9mrest\u001b[0m"
curly underline: "\u001b[4:3mrest\u001b[0m" is kept as "\u001b[4mrest\u001b[0m"
red underline: "\u001b[4;58;5;1mrest\u001b[0m" is kept as "\u001b[4mrest\u001b[0m"
link: "\u001b]8;;https://example.org\u001b\\rest\u001b]8;;\u001b\\" is kept as "\u001b[4mrest\u001b[0m"
hidden cursor: "\u001b[?25lrest" is kept as "rest"
SEEN
)
echo "$seen"
if [ "$seen" != "$expected" ]; then
    printf 'This has changed. It was:\n%s\n' "$expected"
    exit 1
fi
echo "As it was found: underlines are straight, links and the hidden cursor gone."
