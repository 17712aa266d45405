#!/usr/bin/env bash
# @tmcw/togeojson 7.1.3: in a TCX file the heart rates move to the front.
#
# Guess, written down before it was run: times and heart rates are lists of the same length, with null where the
# strap had no contact, as they are for a GPX file.
#
# What is so: of a TCX file a point without a heart rate leaves no gap: the list is shorter, and the first
# measured value stands beside the first point. A strap that finds the heart after twenty seconds shifts every
# value by two points.
#
# Seen with Node 20.20.2 on Linux x86-64, 2026-11-30. Fails when it is no longer so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund @tmcw/togeojson@7.1.3 @xmldom/xmldom@0.9.12 >/dev/null
seen=$(node --input-type=module - <<'SCRIPT'
import { DOMParser } from "@xmldom/xmldom";
import { gpx, tcx } from "@tmcw/togeojson";

const points = [[0, null], [10, null], [20, 150], [30, 160]];
const time = (second) => `2026-11-30T08:00:${String(second).padStart(2, "0")}Z`;
const tcxPoint = ([second, heart]) =>
    `<Trackpoint><Time>${time(second)}</Time><Position><LatitudeDegrees>0</LatitudeDegrees><LongitudeDegrees>${second / 1e4}</LongitudeDegrees></Position>` +
    (heart ? `<HeartRateBpm><Value>${heart}</Value></HeartRateBpm>` : "") + "</Trackpoint>";
const gpxPoint = ([second, heart]) =>
    `<trkpt lat="0" lon="${second / 1e4}"><time>${time(second)}</time>` +
    (heart ? `<extensions><gpxtpx:TrackPointExtension><gpxtpx:hr>${heart}</gpxtpx:hr></gpxtpx:TrackPointExtension></extensions>` : "") + "</trkpt>";
const asTcx = `<TrainingCenterDatabase xmlns="http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2"><Activities><Activity Sport="Running">
<Id>${time(0)}</Id><Lap StartTime="${time(0)}"><TotalTimeSeconds>30</TotalTimeSeconds><DistanceMeters>334</DistanceMeters><Calories>0</Calories>
<Intensity>Active</Intensity><TriggerMethod>Manual</TriggerMethod><Track>${points.map(tcxPoint).join("")}</Track></Lap></Activity></Activities></TrainingCenterDatabase>`;
const asGpx = `<gpx version="1.1" creator="x" xmlns="http://www.topografix.com/GPX/1/1" xmlns:gpxtpx="http://www.garmin.com/xmlschemas/TrackPointExtension/v1">
<trk><trkseg>${points.map(gpxPoint).join("")}</trkseg></trk></gpx>`;
for (const [name, read, text] of [["GPX", gpx, asGpx], ["TCX", tcx, asTcx]]) {
    const { times, heart } = read(new DOMParser().parseFromString(text, "text/xml")).features[0].properties.coordinateProperties;
    console.log(`${name}: ${times.length} times, heart ${JSON.stringify(heart)}`);
}
SCRIPT
)
expected=$(cat <<'SEEN'
GPX: 4 times, heart [null,null,150,160]
TCX: 4 times, heart [150,160]
SEEN
)
echo "$seen"
if [ "$seen" != "$expected" ]; then
    printf 'This has changed. It was:\n%s\n' "$expected"
    exit 1
fi
echo "As it was found: a heart rate stands beside another moment."
