#!/usr/bin/env bash
# tcx-builder 1.1.1 for Node: tcxreader 0.4.11 and activereader 0.0.2 cannot read what it writes.
#
# Guess, written down before it was run: a TCX file that one library writes, another reads with the same times:
# three points, half a minute apart.
#
# What is so: every value stands on a line of its own between its tags. By XML Schema blanks around a time do
# not count, so the file is valid; both readers take them for a part of it and raise an error. The same lines in
# a GPX file: gpxpy 1.6.2 reads the run without any time, and says nothing.
#
# Seen with Python 3.11.7 on Linux x86-64, 2026-11-30. Fails when it is no longer so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet tcxreader==0.4.11 activereader==0.0.2 gpxpy==1.6.2
cd "$folder"
seen=$("$folder/venv/bin/python" -W ignore - <<'PYTHON'
import re
import subprocess
from pathlib import Path

import activereader
import gpxpy
from tcxreader.tcxreader import TCXReader

MADE = """
import { Activity, ActivityLap, ActivityList, HeartRateBpm, Position, Track, TrackPoint, TrainingCenterDatabase } from "tcx-builder";
const begun = Date.parse("2026-11-02T07:00:00Z");
const trackPoints = [0, 1, 2].map((at) => new TrackPoint({ time: new Date(begun + at * 30000),
    position: new Position(47 + at / 1000, 7), altitudeMeters: 100, distanceMeters: at * 111, heartRateBpm: new HeartRateBpm(140) }));
const lap = new ActivityLap(new Date(begun), { TotalTimeSeconds: 60, DistanceMeters: 222, Calories: 10, Intensity: "Active",
    TriggerMethod: "Manual", Track: new Track({ trackPoints }) });
const activity = [new Activity("Running", { Id: new Date(begun), Laps: [lap] })];
process.stdout.write(new TrainingCenterDatabase({ activities: new ActivityList({ activity }) }).toXml());
"""


def told(read):
    try:
        return [f"{time:%H:%M:%S}" if time else time for time in read()]
    except ValueError as error:
        return f"{type(error).__name__}: {error}"


subprocess.run(["npm", "install", "--silent", "tcx-builder@1.1.1"], check=True, capture_output=True)
node = ["node", "--input-type=module", "-e", MADE]
written = subprocess.run(node, check=True, capture_output=True, text=True).stdout
for name, text in (("as written", written), ("lines joined", re.sub(r">\s+|\s+<", lambda found: found[0].strip(), written))):
    Path("run.tcx").write_text(text)
    print(name, "tcxreader", told(lambda: [point.time for point in TCXReader().read("run.tcx").trackpoints]))
    print(name, "activereader", told(lambda: [point.time for point in activereader.Tcx.from_file("run.tcx").trackpoints]))
point = '<trkpt lat="47" lon="7"><time>{}</time></trkpt>'
for name, time in (("as written", "\n  2026-11-02T07:00:00Z\n"), ("lines joined", "2026-11-02T07:00:00Z")):
    gpx = f'<gpx version="1.1" creator="us" xmlns="http://www.topografix.com/GPX/1/1"><trk><trkseg>{point.format(time)}</trkseg></trk></gpx>'
    print(name, "gpxpy", told(lambda: [one.time for one in gpxpy.parse(gpx).tracks[0].segments[0].points]))
PYTHON
)
expected=$(cat <<'SEEN'
as written tcxreader ValueError: Cannot parse time '\n      2026-11-02T07:00:00.000Z\n    '
as written activereader ValueError: Expected 4 digits, got '\n   '
lines joined tcxreader ['07:00:00', '07:00:30', '07:01:00']
lines joined activereader ['07:00:00', '07:00:30', '07:01:00']
as written gpxpy [None]
lines joined gpxpy ['07:00:00']
SEEN
)
echo "$seen"
if [ "$seen" != "$expected" ]; then
    printf 'This has changed. It was:\n%s\n' "$expected"
    exit 1
fi
echo "As it was found: what is valid is not read."
