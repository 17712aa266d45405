#!/usr/bin/env bash
# tcx2gpx 0.1.6: one point without a position, and every later point of the run gets another point's place and
# time.
#
# Guess, written down before it was run: a point where the watch had no position is left out of the GPX file,
# and the others keep their own time.
#
# What is so: latitudes, longitudes and times are collected as lists of their own and put together by number.
# The point without a position has a time, so from there on each place gets the time of the point before it, and
# the last times of the run are dropped: the run ends sooner than it did.
#
# Seen with Python 3.11.7 on Linux x86-64, 2026-11-30. Fails when it is no longer so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet tcx2gpx==0.1.6
cd "$folder"
seen=$("$folder/venv/bin/python" -W ignore - <<'PYTHON'
import re
from pathlib import Path

from tcx2gpx.tcx2gpx import TCX2GPX

def point(second, latitude):
    place = f"<Position><LatitudeDegrees>{latitude}</LatitudeDegrees><LongitudeDegrees>11.0</LongitudeDegrees></Position>"
    return (
        f"<Trackpoint><Time>2026-05-01T10:00:{second:02}Z</Time>{place if latitude else ''}"
        "<AltitudeMeters>500</AltitudeMeters></Trackpoint>"
    )

written = [(0, 48.0), (10, 48.1), (20, None), (30, 48.3), (40, 48.4)]
Path("run.tcx").write_text(
    '<?xml version="1.0" encoding="UTF-8"?><TrainingCenterDatabase '
    'xmlns="http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2"><Activities><Activity Sport="Running">'
    '<Id>2026-05-01T10:00:00Z</Id><Lap StartTime="2026-05-01T10:00:00Z"><TotalTimeSeconds>40</TotalTimeSeconds>'
    "<DistanceMeters>120</DistanceMeters><Calories>9</Calories><Intensity>Active</Intensity>"
    f"<TriggerMethod>Manual</TriggerMethod><Track>{''.join(point(*one) for one in written)}</Track></Lap>"
    "</Activity></Activities></TrainingCenterDatabase>"
)
TCX2GPX(tcx_path="run.tcx").convert()
print("written:", *[f"{second} s at {latitude}" for second, latitude in written if latitude])
points = re.findall(r'lat="([\d.]+)".*?<time>[^<]*:(\d\d)Z?<', Path("run.gpx").read_text(), re.S)
print("   read:", *[f"{int(second)} s at {latitude}" for latitude, second in points])
PYTHON
)
expected=$(cat <<'SEEN'
written: 0 s at 48.0 10 s at 48.1 30 s at 48.3 40 s at 48.4
   read: 0 s at 48.0 10 s at 48.1 20 s at 48.3 30 s at 48.4
SEEN
)
echo "$seen"
if [ "$seen" != "$expected" ]; then
    printf 'This has changed. It was:\n%s\n' "$expected"
    exit 1
fi
echo "As it was found: places and times have slipped apart."
