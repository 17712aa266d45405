#!/usr/bin/env bash
# rrule 2.8.1 for Node: every other day for two weeks is two days, and every morning is every Monday.
#
# Guess, written down before it was run: “every 2 days for 2 weeks” ends after fourteen days, “every morning”
# comes every day, or is refused.
#
# What is so: whatever stands after “for” is a number of times, so two weeks are two times, and fourteen days
# fourteen times, which is four weeks; “morning” begins as “mo” does and is taken for Monday.
#
# Seen with Node 20.20.2 on Linux x86-64, 2026-11-30. Fails when it is no longer so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund rrule@2.8.1 >/dev/null
seen=$(node --input-type=module - <<'SCRIPT'
import rrule from "rrule";

const { RRule } = rrule;
const dtstart = new Date("2026-05-01T07:00:00Z");
for (const text of ["every 2 days for 2 weeks", "every 2 days for 14 days", "every 2 days for 7 times", "every morning"]) {
    const options = { ...RRule.parseText(text), dtstart };
    const days = new RRule(options).all((_, seen) => seen < 20);
    const [first, last] = [days[0], days.at(-1)].map((day) => day.toISOString().slice(0, 10));
    const many = options.count ? `${days.length} times, ${first} to ${last}` : `without end, first on ${first}`;
    console.log(`“${text}”: ${new RRule(RRule.parseText(text)).toString()}, ${many}`);
}
SCRIPT
)
expected=$(cat <<'SEEN'
“every 2 days for 2 weeks”: RRULE:INTERVAL=2;FREQ=DAILY;COUNT=2, 2 times, 2026-05-01 to 2026-05-03
“every 2 days for 14 days”: RRULE:INTERVAL=2;FREQ=DAILY;COUNT=14, 14 times, 2026-05-01 to 2026-05-27
“every 2 days for 7 times”: RRULE:INTERVAL=2;FREQ=DAILY;COUNT=7, 7 times, 2026-05-01 to 2026-05-13
“every morning”: RRULE:FREQ=WEEKLY;BYDAY=MO, without end, first on 2026-05-04
SEEN
)
echo "$seen"
if [ "$seen" != "$expected" ]; then
    printf 'This has changed. It was:\n%s\n' "$expected"
    exit 1
fi
echo "As it was found: a number of weeks is a number of times."
