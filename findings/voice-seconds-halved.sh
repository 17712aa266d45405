#!/usr/bin/env bash
# compromise 14.17.0: thirty seconds are the number fifteen.
#
# Guess, written down before it was run: numbers() finds the number of a dose as it finds the number of reps:
# thirty in “thirty seconds”, twenty-five in “25 seconds”.
#
# What is so: second is read as the ordinal, and an ordinal after a number as a fraction, as in two thirds:
# thirty halves are fifteen. Every hold is half as long as was said; minutes, reps and “30 s” are right.
#
# Seen with Node 20.20.2 on Linux x86-64, 2026-11-30. Fails when it is no longer so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund compromise@14.17.0 >/dev/null
seen=$(node --input-type=module - <<'SCRIPT'
import nlp from "compromise";

for (const said of ["thirty seconds", "25 seconds", "five seconds", "thirty minutes", "thirty reps", "30 s", "two thirds"]) {
    console.log(`${said}: ${nlp(said).numbers().get().join(" and ")}`);
}
SCRIPT
)
expected=$(cat <<'SEEN'
thirty seconds: 15
25 seconds: 12.5
five seconds: 2.5
thirty minutes: 30
thirty reps: 30
30 s: 30
two thirds: 0.667
SEEN
)
echo "$seen"
if [ "$seen" != "$expected" ]; then
    printf 'This has changed. It was:\n%s\n' "$expected"
    exit 1
fi
echo "As it was found: a dose in seconds is heard as half of it."
