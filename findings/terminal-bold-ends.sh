#!/usr/bin/env bash
# ansi-to-html 0.7.2: where bold ends, italics end too; what is struck through never ends; a coloured underline
# blinks.
#
# Guess, written down before it was run: ESC[22m ends bold alone, ESC[29m ends the strike, and ESC[58;5;1m, the
# colour of an underline, is passed over with its two numbers.
#
# What is so: 22 sets weight, decoration and style back, so that an italic cue goes on upright; 29 does nothing,
# so that a step once struck out strikes all that follow; of 58;5;1 the 5 is read as blinking and the 1 as bold.
#
# Seen with Node 20.20.2 on Linux x86-64, 2026-11-30. Fails when it is no longer so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund ansi-to-html@0.7.2 >/dev/null
seen=$(node --input-type=module - <<'SCRIPT'
import Convert from "ansi-to-html";

const text = { "bold in italics": "\x1b[3m\x1b[1mhold\x1b[22m rest\x1b[0m", struck: "\x1b[9mskipped\x1b[29m done\x1b[0m", underline: "\x1b[58;5;1mhold\x1b[59m rest\x1b[0m" };
for (const [name, written] of Object.entries(text)) console.log(`${name}: ${new Convert().toHtml(written)}`);
SCRIPT
)
expected=$(cat <<'SEEN'
bold in italics: <i><b>hold<span style="font-weight:normal;text-decoration:none;font-style:normal"> rest</span></b></i>
struck: <strike>skipped done</strike>
underline: <blink><b>hold rest</b></blink>
SEEN
)
echo "$seen"
if [ "$seen" != "$expected" ]; then
    printf 'This has changed. It was:\n%s\n' "$expected"
    exit 1
fi
echo "As it was found: three styles end where they should not."
