#!/usr/bin/env bash
# gpxpy 1.6.2: three minutes at a red light are neither moving nor stopped.
#
# Guess, written down before it was run: get_moving_data() splits the time of a track: what is not moving is
# stopped, and both add up to its duration.
#
# What is so: a stretch between two points counts for neither where the two stand at the very same place, which
# is what a watch writes that holds its position while one stands. 380 seconds are 200 moving and 0 stopped; the
# least wobble of the position (one centimetre) makes them 200 and 180.
#
# Seen with Python 3.11.7 on Linux x86-64, 2026-11-30. Fails when it is no longer so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet gpxpy==1.6.2
cd "$folder"
seen=$("$folder/venv/bin/python" -W ignore - <<'PYTHON'
import gpxpy

def run(wobble):
    places = [(10 * i, 48 + 3e-4 * i) for i in range(11)]
    places += [(100 + 10 * i, 48.003 + wobble * (i % 2)) for i in range(1, 19)]
    places += [(280 + 10 * i, 48.003 + 3e-4 * i) for i in range(1, 11)]
    points = "".join(
        f'<trkpt lat="{latitude:.7f}" lon="11.0"><time>2026-05-01T10:{second // 60:02}:{second % 60:02}Z</time></trkpt>'
        for second, latitude in places
    )
    return gpxpy.parse(
        '<gpx version="1.1" creator="findings" xmlns="http://www.topografix.com/GPX/1/1">'
        f"<trk><trkseg>{points}</trkseg></trk></gpx>"
    )

for name, wobble in (("the same place", 0), ("a centimetre", 1e-7)):
    track = run(wobble)
    moving = track.get_moving_data(raw=True)
    print(f"{name}: {track.get_duration():.0f} s are {moving.moving_time:.0f} moving, {moving.stopped_time:.0f} stopped")
PYTHON
)
expected=$(cat <<'SEEN'
the same place: 380 s are 200 moving, 0 stopped
a centimetre: 380 s are 200 moving, 180 stopped
SEEN
)
echo "$seen"
if [ "$seen" != "$expected" ]; then
    printf 'This has changed. It was:\n%s\n' "$expected"
    exit 1
fi
echo "As it was found: standing still takes no time."
