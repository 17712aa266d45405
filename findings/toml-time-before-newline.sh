#!/usr/bin/env bash
# @iarna/toml 3.0.0: a time of day at the end of a line is refused, unless it is the last line.
#
# Guess, written down before it was run: at = 07:30:00 is a local time in TOML 0.5 and 1.0 wherever it stands.
#
# What is so: without fractions of a second the character that follows the time is swallowed: before a line
# break or a comma there is an error, before a blank or at the end of the file there is none, and 07:30:00.0 is
# good everywhere.
#
# Seen with Node 20.20.2 on Linux x86-64, 2026-11-30. Fails when it is no longer so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund @iarna/toml@3.0.0 >/dev/null
seen=$(node --input-type=module - <<'SCRIPT'
import toml from "@iarna/toml";

for (const text of ["at = 07:30:00\nx = 1\n", "at = 07:30:00 # morning\nx = 1\n", "at = 07:30:00.0\nx = 1\n", "at = 07:30:00\n",
                    "at = [07:30:00, 19:30:00]\n", "at = 2026-05-01T07:30:00\nx = 1\n"]) {
  let said;
  try { said = JSON.stringify(toml.parse(text)); } catch (error) { said = error.name; }
  console.log(JSON.stringify(text), said);
}
SCRIPT
)
expected=$(cat <<'SEEN'
"at = 07:30:00\nx = 1\n" TomlError
"at = 07:30:00 # morning\nx = 1\n" {"at":"07:30:00.000","x":1}
"at = 07:30:00.0\nx = 1\n" {"at":"07:30:00.000","x":1}
"at = 07:30:00\n" {"at":"07:30:00.000"}
"at = [07:30:00, 19:30:00]\n" TomlError
"at = 2026-05-01T07:30:00\nx = 1\n" {"at":"2026-05-01T07:30:00.000","x":1}
SEEN
)
echo "$seen"
if [ "$seen" != "$expected" ]; then
    printf 'This has changed. It was:\n%s\n' "$expected"
    exit 1
fi
echo "As it was found: the line break goes with the time."
