#!/usr/bin/env bash
# parse-duration 2.1.9: 1:30 is a millisecond, and 1,5 min are fifteen minutes.
#
# Guess, written down before it was run: 1:30 is ninety seconds (90000), or not understood (null); 1,5 min is a
# minute and a half, or not understood.
#
# What is so: 1:30 is 1.03: one millisecond for the 1, and thirty thousandths for what follows the colon. A
# comma is a separator of thousands wherever it stands. 1m30 and 1h 30 are what one hopes for.
#
# Seen with Node 20.20.2 on Linux x86-64, 2026-11-30. Fails when it is no longer so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund parse-duration@2.1.9 >/dev/null
seen=$(node --input-type=module - <<'SCRIPT'
import parse from "parse-duration";

for (const text of ["1m30", "1.5 min", "1:30", "1,5 min", "2-3 min"]) console.log(`${text}: ${parse(text)} ms`);
SCRIPT
)
expected=$(cat <<'SEEN'
1m30: 90000 ms
1.5 min: 90000 ms
1:30: 1.03 ms
1,5 min: 900000 ms
2-3 min: 180002 ms
SEEN
)
echo "$seen"
if [ "$seen" != "$expected" ]; then
    printf 'This has changed. It was:\n%s\n' "$expected"
    exit 1
fi
echo "As it was found: ninety seconds are one millisecond."
