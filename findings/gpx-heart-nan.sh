#!/usr/bin/env bash
# fit2gpx 1.0.0: a second without a pulse becomes a heart rate of “nan” in the GPX file.
#
# Guess, written down before it was run: a record of the watch without a heart rate becomes a point without one.
#
# What is so: the number that is missing is a NaN in the table in between and is written as it is:
# <gpxtpx:hr>nan</gpxtpx:hr>, where the extension's schema wants a whole number from 1 to 255. The numbers that
# are there get a decimal point (140.0), so none of the file's heart rates is valid there.
#
# Seen with Python 3.11.7 on Linux x86-64, 2026-11-30. Fails when it is no longer so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet fit2gpx==1.0.0 lxml==6.1.3 fit-tool==0.9.16 numpy==1.26.4
cd "$folder"
seen=$("$folder/venv/bin/python" -W ignore - <<'PYTHON'
import re
from datetime import datetime, timezone
from pathlib import Path

from fit2gpx import Converter
from fit_tool.fit_file_builder import FitFileBuilder
from fit_tool.profile.messages.file_id_message import FileIdMessage
from fit_tool.profile.messages.record_message import RecordMessage
from fit_tool.profile.profile_type import FileType, Manufacturer

start = int(datetime(2026, 5, 1, 10, tzinfo=timezone.utc).timestamp() * 1000)
builder = FitFileBuilder(auto_define=True)
head = FileIdMessage()
head.type, head.manufacturer, head.product, head.serial_number = FileType.ACTIVITY, Manufacturer.DEVELOPMENT.value, 1, 1
head.time_created = start
builder.add(head)
pulses = [140, None, 142]
for i, pulse in enumerate(pulses):
    record = RecordMessage()
    record.timestamp, record.position_lat, record.position_long = start + i * 1000, 48 + i * 1e-4, 11.0
    if pulse:
        record.heart_rate = pulse
    builder.add(record)
builder.build().to_file("run.fit")
Converter().fit_to_gpx("run.fit", "run.gpx")
print("written:", pulses)
print("   read:", re.findall(r"<gpxtpx:hr>([^<]*)<", Path("run.gpx").read_text()))
PYTHON
)
expected=$(cat <<'SEEN'
written: [140, None, 142]
   read: ['140.0', 'nan', '142.0']
SEEN
)
echo "$seen"
if [ "$seen" != "$expected" ]; then
    printf 'This has changed. It was:\n%s\n' "$expected"
    exit 1
fi
echo "As it was found: no pulse is written as one."
