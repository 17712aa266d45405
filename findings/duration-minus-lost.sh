#!/usr/bin/env bash
# iso8601-duration 2.1.4 for Node: five minutes before is five minutes.
#
# Guess, written down before it was run: parse(“-PT5M”), as an alarm of a calendar has it and ISO 8601-2 allows
# it, is minus 300 seconds, or is refused.
#
# What is so: the pattern is not tied to the beginning: a sign before the P is passed over, and end() of it is
# five minutes later instead of earlier. duration-fns 3.0.2 and tinyduration 3.4.1 keep the sign, parse-iso-
# duration 1.1.0 refuses it.
#
# Seen with Node 20.20.2 on Linux x86-64, 2026-11-30. Fails when it is no longer so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund iso8601-duration@2.1.4 duration-fns@3.0.2 tinyduration@3.4.1 parse-iso-duration@1.1.0 >/dev/null
seen=$(node --input-type=module - <<'SCRIPT'
import * as iso from "iso8601-duration";
import { toSeconds } from "duration-fns";
import * as tiny from "tinyduration";
import refusing from "parse-iso-duration";

const eight = new Date("2026-12-01T08:00:00Z");
for (const text of ["PT5M", "-PT5M", "-PT1H30M"]) {
    const length = iso.parse(text);
    console.log(`iso8601-duration ${text}: ${iso.toSeconds(length)} s, from 8:00 ${iso.end(length, eight).toISOString().slice(11, 16)}`);
}
console.log("duration-fns -PT5M:", toSeconds("-PT5M"), "s");
console.log("tinyduration -PT5M:", JSON.stringify(tiny.parse("-PT5M")));
try {
    console.log("parse-iso-duration -PT5M:", refusing("-PT5M"));
} catch (error) {
    console.log("parse-iso-duration -PT5M:", error.message);
}
SCRIPT
)
expected=$(cat <<'SEEN'
iso8601-duration PT5M: 300 s, from 8:00 08:05
iso8601-duration -PT5M: 300 s, from 8:00 08:05
iso8601-duration -PT1H30M: 5400 s, from 8:00 09:30
duration-fns -PT5M: -300 s
tinyduration -PT5M: {"minutes":5,"negative":true}
parse-iso-duration -PT5M: Invalid duration
SEEN
)
echo "$seen"
if [ "$seen" != "$expected" ]; then
    printf 'This has changed. It was:\n%s\n' "$expected"
    exit 1
fi
echo "As it was found: before is after."
