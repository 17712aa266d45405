#!/usr/bin/env bash
# @we-gold/gpxjs 1.2.0: a run ends at the last point but one.
#
# Guess, written down before it was run: the duration of a track is from its first point to its last: ten
# minutes for points at 8:00, 8:05 and 8:10.
#
# What is so: it is five, and the end of the run is 8:05; a run of two points takes no time. The distance does
# count to the last point, so the pace comes out too fast: twice as fast here.
#
# Seen with Node 20.20.2 on Linux x86-64, 2026-11-30. Fails when it is no longer so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund @we-gold/gpxjs@1.2.0 xmldom-qsa@1.1.3 >/dev/null
seen=$(node --input-type=module - <<'SCRIPT'
import { parseGPXWithCustomParser } from "@we-gold/gpxjs";
import xmldom from "xmldom-qsa";

const parse = (text) => new xmldom.DOMParser().parseFromString(text, "text/xml");
for (const minutes of [[0, 5, 10], [0, 5], [0, 1, 2, 3, 4, 5]]) {
    const points = minutes.map((minute, number) => `<trkpt lat="52" lon="${13 + number / 100}"><time>2026-05-01T08:${String(minute).padStart(2, "0")}:00Z</time></trkpt>`);
    const [gpx, error] = parseGPXWithCustomParser(`<?xml version="1.0"?><gpx version="1.1" creator="findings" xmlns="http://www.topografix.com/GPX/1/1"><trk><trkseg>${points.join("")}</trkseg></trk></gpx>`, parse);
    if (error) throw error;
    const { duration, distance } = gpx.tracks[0];
    console.log(`minutes ${minutes.join(" ")}: ${duration.totalDuration / 60} minutes to ${duration.endTime.toISOString().slice(11, 16)}, ${Math.round(distance.total)} m`);
}
SCRIPT
)
expected=$(cat <<'SEEN'
minutes 0 5 10: 5 minutes to 08:05, 1369 m
minutes 0 5: 0 minutes to 08:00, 685 m
minutes 0 1 2 3 4 5: 4 minutes to 08:04, 3423 m
SEEN
)
echo "$seen"
if [ "$seen" != "$expected" ]; then
    printf 'This has changed. It was:\n%s\n' "$expected"
    exit 1
fi
echo "As it was found: the last point's time does not count."
