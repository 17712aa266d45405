#!/usr/bin/env bash
# ical 14.3.1: an evening that was moved stays where it was, if the calendar is in UTC.
#
# Guess, written down before it was run: an event with a RECURRENCE-ID takes the place of that day of the
# series: three days of ice with the second moved to the evening are three events.
#
# What is so: so it is for times with a zone and for floating ones. Where the series is in UTC, the moved one
# comes in addition: four events, and two on the second day. icalendar 7.3.2 with recurring-ical-events 3.8.2
# finds three.
#
# Seen with Python 3.11.7 on Linux x86-64, 2026-11-30. Fails when it is no longer so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet ical==14.3.1 icalendar==7.3.2 recurring-ical-events==3.8.2
cd "$folder"
seen=$("$folder/venv/bin/python" -W ignore - <<'PYTHON'
import icalendar
import recurring_ical_events
from ical.calendar_stream import IcsCalendarStream

for kind, name, end in (("with a zone", ";TZID=Europe/Berlin", ""), ("floating", "", ""), ("in UTC", "", "Z")):
    same = ["UID:ice-1@example.org", "DTSTAMP:20260501T090000Z", "DURATION:PT20M"]
    text = "\r\n".join([
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//findings//EN",
        "BEGIN:VEVENT", *same, f"DTSTART{name}:20260501T100000{end}", "RRULE:FREQ=DAILY;COUNT=3", "END:VEVENT",
        "BEGIN:VEVENT", *same, f"RECURRENCE-ID{name}:20260502T100000{end}", f"DTSTART{name}:20260502T180000{end}",
        "END:VEVENT", "END:VCALENDAR", "",
    ])
    here = [event.dtstart for event in IcsCalendarStream.calendar_from_ics(text).timeline]
    there = recurring_ical_events.of(icalendar.Calendar.from_ical(text)).between((2026, 5, 1), (2026, 5, 4))
    print(f"{kind}: ical", *(f"{start:%d.%H}" for start in here), "- recurring-ical-events", *sorted(f"{event.start:%d.%H}" for event in there))
PYTHON
)
expected=$(cat <<'SEEN'
with a zone: ical 01.10 02.18 03.10 - recurring-ical-events 01.10 02.18 03.10
floating: ical 01.10 02.18 03.10 - recurring-ical-events 01.10 02.18 03.10
in UTC: ical 01.10 02.10 02.18 03.10 - recurring-ical-events 01.10 02.18 03.10
SEEN
)
echo "$seen"
if [ "$seen" != "$expected" ]; then
    printf 'This has changed. It was:\n%s\n' "$expected"
    exit 1
fi
echo "As it was found: in UTC the day is there twice."
