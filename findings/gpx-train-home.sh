#!/usr/bin/env bash
# gpxparser 3.0.8: the way between two segments is run, too.
#
# Guess, written down before it was run: a track of two segments is as long as both together: a new segment
# begins where recording stopped and went on elsewhere. Python's gpxpy 1.6.2 does so.
#
# What is so: the points of all segments are one list, so the gap counts. Two kilometres, one before and one
# after a ride of some three kilometres, are five.
#
# Seen with Node 20.20.2 on Linux x86-64, 2026-11-30. Fails when it is no longer so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund gpxparser@3.0.8 >/dev/null
seen=$(node --input-type=module - <<'SCRIPT'
import Parser from "gpxparser";

const segment = (latitude, minute) => "<trkseg>" + Array.from({ length: 11 }, (_, i) =>
  `<trkpt lat="${(latitude + i * 0.0009).toFixed(6)}" lon="11.0"><ele>500</ele>` +
  `<time>2026-05-01T10:${String(minute + Math.floor(i / 2)).padStart(2, "0")}:${i % 2 ? 30 : "00"}Z</time></trkpt>`).join("") + "</trkseg>";
const read = (...segments) => {
  const gpx = new Parser();
  gpx.parse('<?xml version="1.0"?><gpx version="1.1" creator="findings" xmlns="http://www.topografix.com/GPX/1/1"><trk>' +
    segments.join("") + "</trk></gpx>");
  return Math.round(gpx.tracks[0].distance.total);
};
const [before, after] = [segment(48, 0), segment(48.036, 20)];
console.log(`before ${read(before)} m, after ${read(after)} m, both ${read(before, after)} m`);
SCRIPT
)
expected=$(cat <<'SEEN'
before 1001 m, after 1001 m, both 5004 m
SEEN
)
echo "$seen"
if [ "$seen" != "$expected" ]; then
    printf 'This has changed. It was:\n%s\n' "$expected"
    exit 1
fi
echo "As it was found: the ride between counts as run."
