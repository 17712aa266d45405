#!/usr/bin/env bash
# toml-patch 0.2.3: one side changed, and the file is no TOML any more.
#
# Guess, written down before it was run: patch() writes what was changed and leaves the rest: hold = { left =
# "30s", right = "20s" } keeps its braces and its right side; a key added at the top stands on a line of its
# own; a step can be taken away.
#
# What is so: the braces and the right side are gone, the added key and the first one share a line, and a
# removed step raises an error. @decimalturn/toml-patch 3.3.0, which came out of it, does all three.
#
# Seen with Node 20.20.2 on Linux x86-64, 2026-11-30. Fails when it is no longer so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund toml-patch@0.2.3 @decimalturn/toml-patch@3.3.0 >/dev/null
seen=$(node --input-type=module - <<'SCRIPT'
import * as later from "@decimalturn/toml-patch";
import * as first from "toml-patch";

const changes = {
    "one side": ['hold = { left = "30s", right = "20s" }\n', (file) => { file.hold.left = "40s"; }],
    "a key more": ['name = "Hips"\n', (file) => { file.sets = 3; }],
    "a step less": ['[[steps]]\nhold = "30s"\n\n[[steps]]\nhold = "20s"\n', (file) => { file.steps.shift(); }],
};
for (const [what, [text, change]] of Object.entries(changes)) {
    for (const [name, { parse, patch }] of [["toml-patch", first], ["@decimalturn", later]]) {
        const file = parse(text);
        change(file);
        let seen;
        try { seen = JSON.stringify(patch(text, file)); } catch (error) { seen = `${error.name}`; }
        console.log(`${what}, ${name}: ${seen}`);
    }
}
SCRIPT
)
expected=$(cat <<'SEEN'
one side, toml-patch: "hold =   left = \"40s\"\n"
one side, @decimalturn: "hold = { left = \"40s\", right = \"20s\" }\n"
a key more, toml-patch: "\nsets = 3name = \"Hips\"\n"
a key more, @decimalturn: "name = \"Hips\"\nsets = 3\n"
a step less, toml-patch: Error
a step less, @decimalturn: "[[steps]]\nhold = \"20s\"\n"
SEEN
)
echo "$seen"
if [ "$seen" != "$expected" ]; then
    printf 'This has changed. It was:\n%s\n' "$expected"
    exit 1
fi
echo "As it was found: braces, a line and a step are lost."
