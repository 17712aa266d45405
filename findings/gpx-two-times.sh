#!/usr/bin/env bash
# togpx 0.5.4 for Node: where a run has a pause, every point has a time of before it and one of after it.
#
# Guess, written down before it was run: the times of a line of several parts, as togeojson writes them, are a
# list for each part: the first point of the first part gets the first time of the first list.
#
# What is so: each point gets a whole list, the list of its number within its part: with two parts every point
# has two times. GPX allows one time to a point. A line of one part gets its times right.
#
# Seen with Node 20.20.2 on Linux x86-64, 2026-11-30. Fails when it is no longer so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund togpx@0.5.4 >/dev/null
seen=$(node --input-type=module - <<'SCRIPT'
import togpx from "togpx";

const shown = (geometry, coordTimes) => {
    const gpx = togpx({ type: "FeatureCollection", features: [{ type: "Feature", properties: { coordTimes }, geometry }] });
    for (const [, lon, inner] of gpx.matchAll(/<trkpt lat="52" lon="([0-9.]+)">(.*?)<\/trkpt>/g)) {
        console.log(`  ${lon}: ${[...inner.matchAll(/T(\d\d:\d\d)/g)].map((found) => found[1]).join(" and ")}`);
    }
};
const at = (...times) => times.map((time) => `2026-05-01T${time}:00Z`);
console.log("one part");
shown({ type: "LineString", coordinates: [[13, 52], [13.01, 52]] }, at("08:00", "08:05"));
console.log("two parts");
shown({ type: "MultiLineString", coordinates: [[[13, 52], [13.01, 52]], [[13.05, 52], [13.06, 52]]] }, [at("08:00", "08:05"), at("08:35", "08:40")]);
SCRIPT
)
expected=$(cat <<'SEEN'
one part
  13: 08:00
  13.01: 08:05
two parts
  13: 08:00 and 08:05
  13.01: 08:35 and 08:40
  13.05: 08:00 and 08:05
  13.06: 08:35 and 08:40
SEEN
)
echo "$seen"
if [ "$seen" != "$expected" ]; then
    printf 'This has changed. It was:\n%s\n' "$expected"
    exit 1
fi
echo "As it was found: two times to a point."
