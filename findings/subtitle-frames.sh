#!/usr/bin/env bash
# subsrt 1.1.1 for Node: in a .sub file thirty seconds are eight hours and twenty minutes.
#
# Guess, written down before it was run: a cue from 0 to 30 s at 25 frames a second is {0}{750} in MicroDVD, and
# {0}{750} is read as 30 s: as it keeps the times of .srt, .vtt and .sbv.
#
# What is so: milliseconds are multiplied by 25, and divided by it, as if they were seconds: {0}{750000} is
# written, {0}{750} is read as 30 ms. What it writes it reads as it was, so that only another player shows it.
#
# Seen with Node 20.20.2 on Linux x86-64, 2026-11-30. Fails when it is no longer so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund subsrt@1.1.1 >/dev/null
seen=$(node --input-type=module - <<'SCRIPT'
import subsrt from "subsrt";

const cues = [[0, 30000, "Hold"], [90500, 120000, "Switch sides"]].map(([start, end, text]) => (
    { type: "caption", start, end, duration: end - start, content: text, text }));
const told = (list) => list.filter((cue) => cue.type === "caption")
    .map((cue) => `${cue.start}-${cue.end} ms ${cue.text}`).join(", ");
const written = subsrt.build(cues, { format: "sub", fps: 25 });
console.log("written:", written.trim().split(/\s*\n/).join(" | "));
console.log("read again:", told(subsrt.parse(written, { format: "sub", fps: 25 })));
const right = "{0}{750}Hold\n{2262}{3000}Switch sides\n";
console.log("750 frames of 25 a second:", told(subsrt.parse(right, { format: "sub", fps: 25 })));
for (const format of ["srt", "vtt", "sbv"]) {
    console.log(`${format}:`, told(subsrt.parse(subsrt.build(cues, { format }), { format })));
}
SCRIPT
)
expected=$(cat <<'SEEN'
written: {0}{750000}Hold | {2262500}{3000000}Switch sides
read again: 0-30000 ms Hold, 90500-120000 ms Switch sides
750 frames of 25 a second: 0-30 ms Hold, 90-120 ms Switch sides
srt: 0-30000 ms Hold, 90500-120000 ms Switch sides
vtt: 0-30000 ms Hold, 90500-120000 ms Switch sides
sbv: 0-30000 ms Hold, 90500-120000 ms Switch sides
SEEN
)
echo "$seen"
if [ "$seen" != "$expected" ]; then
    printf 'This has changed. It was:\n%s\n' "$expected"
    exit 1
fi
echo "As it was found: frames of a thousandth."
