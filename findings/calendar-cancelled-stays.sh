#!/usr/bin/env bash
# recurring-ical-events 3.8.2 and icalevents 0.3.1: what was cancelled is still on that day.
#
# Guess, written down before it was run: asked for what is on a day, they leave out an event with
# STATUS:CANCELLED, and the one morning of a series that was cancelled by its RECURRENCE-ID.
#
# What is so: both are given like any other; only EXDATE takes a morning away. Who builds on them has to look at
# each event's STATUS.
#
# Seen with Python 3.11.7 on Linux x86-64, 2026-11-30. Fails when it is no longer so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet recurring-ical-events==3.8.2 icalendar==7.3.0 x-wr-timezone==2.0.1 icalevents==0.3.1
cd "$folder"
seen=$("$folder/venv/bin/python" -W ignore - <<'PYTHON'
from datetime import date, datetime, timezone

import icalendar
import recurring_ical_events
from icalevents.icalevents import events

WRITTEN = "\r\n".join([
    "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//findings//EN",
    "BEGIN:VEVENT", "UID:ice-1@example.org", "DTSTAMP:20260501T090000Z", "DTSTART:20260502T100000Z",
    "DTEND:20260502T101500Z", "SUMMARY:Ice", "STATUS:CANCELLED", "SEQUENCE:1", "END:VEVENT",
    "BEGIN:VEVENT", "UID:strength-1@example.org", "DTSTAMP:20260501T090000Z", "DTSTART:20260501T070000Z",
    "DTEND:20260501T072000Z", "RRULE:FREQ=DAILY;COUNT=3", "SUMMARY:Strength", "END:VEVENT",
    "BEGIN:VEVENT", "UID:strength-1@example.org", "DTSTAMP:20260501T090000Z", "DTSTART:20260502T070000Z",
    "DTEND:20260502T072000Z", "RECURRENCE-ID:20260502T070000Z", "SUMMARY:Strength", "STATUS:CANCELLED", "SEQUENCE:1",
    "END:VEVENT", "END:VCALENDAR", "",
])
on_that_day = recurring_ical_events.of(icalendar.Calendar.from_ical(WRITTEN)).at(date(2026, 5, 2))
print("recurring-ical-events:", sorted(f"{one['SUMMARY']} {one['STATUS']}" for one in on_that_day))
found = events(
    string_content=WRITTEN.encode(),
    start=datetime(2026, 5, 2, tzinfo=timezone.utc),
    end=datetime(2026, 5, 2, 23, tzinfo=timezone.utc),
)
print("icalevents:", sorted(f"{one.summary} {one.status}" for one in found))
PYTHON
)
expected=$(cat <<'SEEN'
recurring-ical-events: ['Ice CANCELLED', 'Strength CANCELLED']
icalevents: ['Ice CANCELLED', 'Strength CANCELLED']
SEEN
)
echo "$seen"
if [ "$seen" != "$expected" ]; then
    printf 'This has changed. It was:\n%s\n' "$expected"
    exit 1
fi
echo "As it was found: cancelled, and still there."
