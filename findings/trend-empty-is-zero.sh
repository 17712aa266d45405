#!/usr/bin/env bash
# moving-averages 4.0.6 for Node: a day without an answer is a day without pain.
#
# Guess, written down before it was run: a mean over three days in which one is empty is the mean of the other
# two, or is empty: its documents say that empty values are allowed and handled, as when a share is not traded.
#
# What is so: ma() and wma() leave the empty day out of the sum and divide as if it were there: after a gap a
# steady 6 is 4, or climbs from 3, and looks like having got better. With ema() and dma() it stays 6.
#
# Seen with Node 20.20.2 on Linux x86-64, 2026-11-30. Fails when it is no longer so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund moving-averages@4.0.6 >/dev/null
seen=$(node --input-type=module - <<'SCRIPT'
import { dma, ema, ma, wma } from "moving-averages";

const pain = [6, 6, 6, undefined, 6, 6, 6];
for (const [name, mean] of [["ma", ma(pain, 3)], ["wma", wma(pain, 3)], ["ema", ema(pain, 3)], ["dma", dma(pain, 0.5)]]) {
    console.log(name, Array.from(mean, (value) => (value === undefined ? "-" : value.toFixed(1))).join(" "));
}
SCRIPT
)
expected=$(cat <<'SEEN'
ma - - 6.0 4.0 4.0 4.0 6.0
wma - - 6.0 3.0 4.0 5.0 6.0
ema 6.0 6.0 6.0 6.0 6.0 6.0 6.0
dma 6.0 6.0 6.0 6.0 6.0 6.0 6.0
SEEN
)
echo "$seen"
if [ "$seen" != "$expected" ]; then
    printf 'This has changed. It was:\n%s\n' "$expected"
    exit 1
fi
echo "As it was found: what was not asked lowers the mean."
