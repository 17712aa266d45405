#!/usr/bin/env bash
# rrule 2.8.1 for Node: every day at half past seven is every day at seven, read or written.
#
# Guess, written down before it was run: fromText(“every day at 7:30”) is a rule with an hour and a minute, or
# refused; toText() of a rule with BYMINUTE says the minute.
#
# What is so: the minutes are dropped both ways without a word: a stretch at 7:30 is put at 7 by the reader, and
# a rule that does hold 7:30 is told as 7. At midnight, BYHOUR=0, no time is said at all.
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
for (const text of ["every day at 7:30", "every tuesday at 18:45"]) {
    console.log(`read “${text}”: ${RRule.fromText(text).toString()}`);
}
for (const rule of ["FREQ=DAILY;BYHOUR=7;BYMINUTE=30", "FREQ=WEEKLY;BYDAY=MO,TH;BYHOUR=18;BYMINUTE=45", "FREQ=DAILY;BYHOUR=0"]) {
    console.log(`told ${rule}: ${RRule.fromString(rule).toText()}`);
}
SCRIPT
)
expected=$(cat <<'SEEN'
read “every day at 7:30”: RRULE:FREQ=DAILY;BYHOUR=7
read “every tuesday at 18:45”: RRULE:FREQ=WEEKLY;BYDAY=TU;BYHOUR=18
told FREQ=DAILY;BYHOUR=7;BYMINUTE=30: every day at 7
told FREQ=WEEKLY;BYDAY=MO,TH;BYHOUR=18;BYMINUTE=45: every week on Monday, Thursday at 18
told FREQ=DAILY;BYHOUR=0: every day
SEEN
)
echo "$seen"
if [ "$seen" != "$expected" ]; then
    printf 'This has changed. It was:\n%s\n' "$expected"
    exit 1
fi
echo "As it was found: half past is on the hour."
