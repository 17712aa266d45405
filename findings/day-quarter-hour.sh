#!/usr/bin/env bash
# chrono-node 2.10.3: in a quarter of an hour is in March.
#
# Guess, written down before it was run: “in a quarter of an hour” is 15 minutes from now, as “in half an hour”
# is 30; what it does not know it does not answer.
#
# What is so: the quarter is one of a year, and the hour is not heard: ice that is due in fifteen minutes is due
# in three months. Three quarters of an hour are three quarters of a year, an hour and a half is an hour; 1.5
# hours are right.
#
# Seen with Node 20.20.2 on Linux x86-64, 2026-11-30. Fails when it is no longer so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund chrono-node@2.10.3 >/dev/null
seen=$(node --input-type=module - <<'SCRIPT'
import * as chrono from "chrono-node";

process.env.TZ = "UTC";
const now = new Date(Date.UTC(2026, 10, 30, 8, 0));
for (const said of ["half an hour", "15 minutes", "a quarter of an hour", "three quarters of an hour", "an hour and a half", "1.5 hours"]) {
    const due = chrono.parseDate(`in ${said}`, { instant: now, timezone: "UTC" });
    console.log(`in ${said}: ${due.toISOString().slice(0, 16)}`);
}
SCRIPT
)
expected=$(cat <<'SEEN'
in half an hour: 2026-11-30T08:30
in 15 minutes: 2026-11-30T08:15
in a quarter of an hour: 2027-03-02T08:00
in three quarters of an hour: 2027-08-30T08:00
in an hour and a half: 2026-11-30T09:00
in 1.5 hours: 2026-11-30T09:30
SEEN
)
echo "$seen"
if [ "$seen" != "$expected" ]; then
    printf 'This has changed. It was:\n%s\n' "$expected"
    exit 1
fi
echo "As it was found: a quarter of an hour is a quarter of a year."
