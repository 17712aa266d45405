#!/usr/bin/env bash
# ics 0.7.3 for Python and ics 3.12.0 for Node: an alarm at the start of an event is a duration of nothing at
# all.
#
# Guess, written down before it was run: no minutes before the start is written as PT0S or -PT0M.
#
# What is so: one writes P, the other -PT. By RFC 5545 a duration has at least one number with its unit: ical.js
# 2.2.1 refuses both, vobject 0.9.9 reads P as an empty list. A minute before is right in both.
#
# Seen with Python 3.11.7 on Linux x86-64, 2026-11-30. Fails when it is no longer so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet ics==0.7.3 vobject==0.9.9
cd "$folder"
seen=$("$folder/venv/bin/python" -W ignore - <<'PYTHON'
import subprocess
from datetime import datetime, timedelta, timezone

import ics
from ics.alarm import DisplayAlarm
from vobject.icalendar import stringToDurations

def node(code):
    return subprocess.run(["node", "--input-type=module", "-e", code], check=True, capture_output=True, text=True).stdout

def by_python(minutes):
    event = ics.Event(name="Ice", begin=datetime(2026, 5, 1, 10, tzinfo=timezone.utc), duration=timedelta(minutes=15))
    event.alarms = [DisplayAlarm(trigger=timedelta(minutes=-minutes))]
    return ics.Calendar(events=[event]).serialize()

def by_node(minutes):
    return node(
        "import { createEvent } from 'ics'; process.stdout.write(createEvent({ title: 'Ice', start: [2026, 5, 1, 10, 0], "
        f"duration: {{ minutes: 15 }}, alarms: [{{ action: 'display', trigger: {{ minutes: {minutes}, before: true }} }}] }}).value)"
    )

def ical_js(trigger):
    return node(
        "import ICAL from 'ical.js'; let said; "
        f"try {{ said = ICAL.Duration.fromString('{trigger}').toSeconds() + ' s' }} catch {{ said = 'refused' }} process.stdout.write(said)"
    )

subprocess.run(["npm", "install", "--silent", "ics@3.12.0", "ical.js@2.2.1"], check=True, capture_output=True)
for name, write in (("Python", by_python), ("Node", by_node)):
    for minutes in (1, 0):
        trigger = next(line for line in write(minutes).splitlines() if line.startswith("TRIGGER")).partition(":")[2]
        read = [one.total_seconds() for one in stringToDurations(trigger)]
        print(f"{name}, {minutes} minutes before: {trigger} (ical.js: {ical_js(trigger)}, vobject: {read})")
PYTHON
)
expected=$(cat <<'SEEN'
Python, 1 minutes before: -PT1M (ical.js: -60 s, vobject: [-60.0])
Python, 0 minutes before: P (ical.js: refused, vobject: [])
Node, 1 minutes before: -PT1M (ical.js: -60 s, vobject: [-60.0])
Node, 0 minutes before: -PT (ical.js: refused, vobject: [0.0])
SEEN
)
echo "$seen"
if [ "$seen" != "$expected" ]; then
    printf 'This has changed. It was:\n%s\n' "$expected"
    exit 1
fi
echo "As it was found: nothing before the start is written as nothing."
