#!/usr/bin/env bash
# easytimer.js 4.6.0 for Node: every pause makes a countdown longer.
#
# Guess, written down before it was run: a countdown of three seconds that is paused after 0.6 s goes on with
# 2.4 s: without the pause it takes three seconds, with it three as well.
#
# What is so: the second that had begun begins again: paused at 0.6 s it runs 3.6 s in all, and paused four
# times so 5.4 s. With a precision of tenths it keeps what had passed, to a tenth.
#
# Seen with Node 20.20.2 on Linux x86-64, 2026-11-30. Fails when it is no longer so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund easytimer.js@4.6.0 >/dev/null
seen=$(node --input-type=module - <<'SCRIPT'
import { Timer } from "easytimer.js";

const wait = (ms) => new Promise((done) => setTimeout(done, ms));
async function runs(precision, pauses) {
    const timer = new Timer({ countdown: true, precision, startValues: { seconds: 3 } });
    const ended = new Promise((done) => timer.addEventListener("targetAchieved", () => done(performance.now())));
    const begun = performance.now();
    let stood = 0;
    timer.start();
    for (let pause = 0; pause < pauses; pause += 1) {
        await wait(600);
        timer.pause();
        const from = performance.now();
        await wait(100);
        stood += performance.now() - from;
        timer.start();
    }
    return Math.round(((await ended) - begun - stood) / 200) / 5;
}
const kinds = [["seconds", 0], ["seconds", 1], ["seconds", 4], ["secondTenths", 1]];
const took = await Promise.all(kinds.map(([precision, pauses]) => runs(precision, pauses)));
kinds.forEach(([precision, pauses], at) => console.log(`in ${precision}, pauses ${pauses}: ran ${took[at].toFixed(1)} s of 3`));
SCRIPT
)
expected=$(cat <<'SEEN'
in seconds, pauses 0: ran 3.0 s of 3
in seconds, pauses 1: ran 3.6 s of 3
in seconds, pauses 4: ran 5.4 s of 3
in secondTenths, pauses 1: ran 3.0 s of 3
SEEN
)
echo "$seen"
if [ "$seen" != "$expected" ]; then
    printf 'This has changed. It was:\n%s\n' "$expected"
    exit 1
fi
echo "As it was found: the second begins again."
