#!/usr/bin/env bash
# fit-tool 0.9.16: the time and the local time of an activity are set in different units from different years.
#
# Guess, written down before it was run: local_timestamp is set as timestamp is, in milliseconds since 1970; or
# a number that does not fit is refused.
#
# What is so: timestamp takes milliseconds since 1970 and is turned into the file's seconds since the end of
# 1989. local_timestamp takes the file's own number as it is: seconds since 1970, the next best guess, are
# stored without a word and read by fitdecode 0.10.0 twenty years ahead.
#
# Seen with Python 3.11.7 on Linux x86-64, 2026-11-30. Fails when it is no longer so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet fit-tool==0.9.16 fitdecode==0.10.0
cd "$folder"
seen=$("$folder/venv/bin/python" -W ignore - <<'PYTHON'
from datetime import datetime, timezone

import fitdecode
from fit_tool.fit_file_builder import FitFileBuilder
from fit_tool.profile.messages.activity_message import ActivityMessage
from fit_tool.profile.messages.file_id_message import FileIdMessage
from fit_tool.profile.profile_type import FileType, Manufacturer

moment = int(datetime(2026, 5, 1, 10, tzinfo=timezone.utc).timestamp())
builder = FitFileBuilder(auto_define=True)
head = FileIdMessage()
head.type, head.manufacturer, head.product, head.serial_number = FileType.ACTIVITY, Manufacturer.DEVELOPMENT.value, 1, 1
head.time_created = moment * 1000
builder.add(head)
activity = ActivityMessage()
activity.timestamp = moment * 1000
activity.local_timestamp = moment
activity.num_sessions = 1
builder.add(activity)
builder.build().to_file("run.fit")
with fitdecode.FitReader("run.fit") as file:
    for frame in file:
        if frame.frame_type == fitdecode.FIT_FRAME_DATA and frame.name == "activity":
            for name in ("timestamp", "local_timestamp"):
                print(f"{name}: {frame.get_value(name):%Y-%m-%d %H:%M}")
PYTHON
)
expected=$(cat <<'SEEN'
timestamp: 2026-05-01 10:00
local_timestamp: 2046-04-30 10:00
SEEN
)
echo "$seen"
if [ "$seen" != "$expected" ]; then
    printf 'This has changed. It was:\n%s\n' "$expected"
    exit 1
fi
echo "As it was found: twenty years lie between them."
