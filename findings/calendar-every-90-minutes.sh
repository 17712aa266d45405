#!/usr/bin/env bash
# @breejs/later 4.2.0 and cronstrue 3.39.0 for Node: every ninety minutes is every hour.
#
# Guess, written down before it was run: later's text “every 90 minutes” comes at 00:00, 01:30 and 03:00, or is
# refused; cronstrue says of */40 what such a line does, as it says “every 2 days in a month” of */2 among days.
#
# What is so: later comes on every hour, and for every 40 minutes at 00, 40 and 00 again. So does every cron
# with */40, croner 11.0.1 for one, of which cronstrue says “Every 40 minutes”.
#
# Seen with Node 20.20.2 on Linux x86-64, 2026-11-30. Fails when it is no longer so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund @breejs/later@4.2.0 cronstrue@3.39.0 croner@11.0.1 >/dev/null
seen=$(node --input-type=module - <<'SCRIPT'
import later from "@breejs/later";
import cronstrue from "cronstrue";
import { Cron } from "croner";

const from = new Date("2026-05-01T00:00:00Z");
const clock = (dates) => dates.map((date) => date.toISOString().slice(11, 16)).join(" ");
later.date.UTC();
for (const text of ["every 90 minutes", "every 40 minutes", "every 20 minutes"]) {
    console.log(`later, ${text}: ${clock(later.schedule(later.parse.text(text)).next(4, from))}`);
}
for (const line of ["*/40 * * * *", "0 */5 * * *", "0 7 */2 * *"]) {
    console.log(`cronstrue, ${line}: ${cronstrue.toString(line)}`);
}
console.log(`croner, */40 * * * *: ${clock(new Cron("*/40 * * * *", { timezone: "UTC" }).nextRuns(4, from))}`);
SCRIPT
)
expected=$(cat <<'SEEN'
later, every 90 minutes: 00:00 01:00 02:00 03:00
later, every 40 minutes: 00:00 00:40 01:00 01:40
later, every 20 minutes: 00:00 00:20 00:40 01:00
cronstrue, */40 * * * *: Every 40 minutes
cronstrue, 0 */5 * * *: On the hour, every 5 hours
cronstrue, 0 7 */2 * *: At 07:00 AM, every 2 days in a month
croner, */40 * * * *: 00:40 01:00 01:40 02:00
SEEN
)
echo "$seen"
if [ "$seen" != "$expected" ]; then
    printf 'This has changed. It was:\n%s\n' "$expected"
    exit 1
fi
echo "As it was found: ninety minutes are sixty."
