#!/usr/bin/env bash
# sherlockjs 1.4.2 and any-date-parser 2.2.4 for Node: in 1.5 hours is in five hours, or in one.
#
# Guess, written down before it was run: “in 1.5 hours” is ninety minutes from now, as “in 90 minutes” is, or it
# is not understood.
#
# What is so: sherlockjs begins to read behind the point, so 1.5 hours are five and 2.25 are twenty-five; any-
# date-parser stops reading at it, so they are one and two.
#
# Seen with Node 20.20.2 on Linux x86-64, 2026-11-30. Fails when it is no longer so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund sherlockjs@1.4.2 any-date-parser@2.2.4 >/dev/null
seen=$(node --input-type=module - <<'SCRIPT'
import any from "any-date-parser";
import Sherlock from "sherlockjs";

const hours = (date, from) => (Math.round((date - from) / 360000) / 10).toFixed(1);
for (const words of ["in 90 minutes", "in 1.5 hours", "in 2.25 hours"]) {
    const now = new Date("2026-05-01T08:00:00");
    Sherlock._setNow(now);
    const one = hours(Sherlock.parse(`Ice ${words}`).startDate, now);
    const other = hours(any.fromString(words), new Date());
    console.log(`${words}: sherlockjs ${one} hours, any-date-parser ${other}`);
}
SCRIPT
)
expected=$(cat <<'SEEN'
in 90 minutes: sherlockjs 1.5 hours, any-date-parser 1.5
in 1.5 hours: sherlockjs 5.0 hours, any-date-parser 1.0
in 2.25 hours: sherlockjs 25.0 hours, any-date-parser 2.0
SEEN
)
echo "$seen"
if [ "$seen" != "$expected" ]; then
    printf 'This has changed. It was:\n%s\n' "$expected"
    exit 1
fi
echo "As it was found: what is behind the point is read alone, or not at all."
