#!/usr/bin/env bash
# tcxreader 0.4.11 and python-tcxparser 2.4.0: a run of two minutes takes twelve, or two.
#
# Guess, written down before it was run: two laps of sixty seconds with a pause of ten minutes between them
# are 120 s in both; TotalTimeSeconds of each lap says so.
#
# What is so: python-tcxparser adds the laps' TotalTimeSeconds, the watch's timer. tcxreader's duration of the
# whole goes from the first point to the last, pause included, though each of its laps is right; its average
# speed follows the long one.
#
# Seen with Python 3.11.7 on Linux x86-64, 2026-11-29. Fails when it is no longer so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet tcxreader==0.4.11 python-tcxparser==2.4.0
cd "$folder"
seen=$("$folder/venv/bin/python" -W ignore - <<'PYTHON'
import tcxparser
from tcxreader.tcxreader import TCXReader

def lap(minute, so_far):
    points = "".join(
        f"<Trackpoint><Time>2026-05-01T10:{minute + s // 60:02}:{s % 60:02}Z</Time><Position>"
        f"<LatitudeDegrees>{48 + (so_far + s) * 1e-5}</LatitudeDegrees><LongitudeDegrees>11</LongitudeDegrees></Position>"
        f"<AltitudeMeters>500</AltitudeMeters><DistanceMeters>{so_far + s * 3}</DistanceMeters></Trackpoint>"
        for s in (0, 20, 40, 60)
    )
    return (
        f'<Lap StartTime="2026-05-01T10:{minute:02}:00Z"><TotalTimeSeconds>60</TotalTimeSeconds>'
        "<DistanceMeters>180</DistanceMeters><Calories>12</Calories><Intensity>Active</Intensity>"
        f"<TriggerMethod>Manual</TriggerMethod><Track>{points}</Track></Lap>"
    )

with open("run.tcx", "w") as file:
    file.write(
        '<?xml version="1.0" encoding="UTF-8"?><TrainingCenterDatabase '
        'xmlns="http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2"><Activities><Activity Sport="Running">'
        f"<Id>2026-05-01T10:00:00Z</Id>{lap(0, 0)}{lap(11, 180)}</Activity></Activities></TrainingCenterDatabase>"
    )
run = TCXReader().read("run.tcx")
print("tcxreader:", run.duration, "s, laps", [one.duration for one in run.laps])
print("python-tcxparser:", tcxparser.TCXParser("run.tcx").duration, "s")
PYTHON
)
expected=$(cat <<'SEEN'
tcxreader: 720.0 s, laps [60.0, 60.0]
python-tcxparser: 120 s
SEEN
)
echo "$seen"
if [ "$seen" != "$expected" ]; then
    printf 'This has changed. It was:\n%s\n' "$expected"
    exit 1
fi
echo "As it was found: one file, twelve minutes or two."
