#!/usr/bin/env bash
# runpandas 0.6.0: a GPX file whose times end in +00:00 instead of Z has no times at all.
#
# Guess, written down before it was run: Z and +00:00 are the same moment, and both are valid times of XML
# Schema, which GPX uses.
#
# What is so: only times with Z are read. With +00:00, which several services write, every point gets NaT: the
# run has no start and no length, and nothing is raised.
#
# Seen with Python 3.11.7 on Linux x86-64, 2026-11-30. Fails when it is no longer so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet runpandas==0.6.0 pandas==1.5.3 numpy==1.26.4
cd "$folder"
seen=$("$folder/venv/bin/python" -W ignore - <<'PYTHON'
import runpandas

def gpx(zone):
    points = "".join(
        f'<trkpt lat="{48 + i * 1e-4:.4f}" lon="11.0"><ele>500</ele><time>2026-05-01T10:00:{i * 10:02}{zone}</time></trkpt>'
        for i in range(4)
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?><gpx version="1.1" creator="findings" '
        f'xmlns="http://www.topografix.com/GPX/1/1"><trk><trkseg>{points}</trkseg></trk></gpx>'
    )

for zone in ("Z", "+00:00"):
    with open("run.gpx", "w") as file:
        file.write(gpx(zone))
    run = runpandas.read_file("run.gpx")
    print(f"{zone:>6}: {len(run)} points, start {run.start}, length {run.ellapsed_time}")
PYTHON
)
expected=$(cat <<'SEEN'
     Z: 4 points, start 2026-05-01 10:00:00+00:00, length 0 days 00:00:30
+00:00: 4 points, start NaT, length NaT
SEEN
)
echo "$seen"
if [ "$seen" != "$expected" ]; then
    printf 'This has changed. It was:\n%s\n' "$expected"
    exit 1
fi
echo "As it was found: the same moment, written otherwise, is none."
