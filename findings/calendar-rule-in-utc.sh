#!/usr/bin/env bash
# ics 0.7.3: a daily event in a time zone goes through as a daily event in UTC, and moves by an hour with the
# clocks.
#
# Guess, written down before it was run: a file that is read and written again says the same:
# DTSTART;TZID=Europe/Berlin:20261024T070000 with its rule stays at seven on the clock of Berlin.
#
# What is so: the start becomes 05:00 UTC, its zone is gone, and the rule stays beside it. Every other program
# now repeats 05:00 UTC: seven in October, six from the last Sunday on. vobject 0.9.9 and icalendar 7.3.0 keep
# the zone.
#
# Seen with Python 3.11.7 on Linux x86-64, 2026-11-30. Fails when it is no longer so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet ics==0.7.3 vobject==0.9.9 icalendar==7.3.0
cd "$folder"
seen=$("$folder/venv/bin/python" -W ignore - <<'PYTHON'
import ics, icalendar, vobject

WRITTEN = "\r\n".join([
    "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//findings//EN",
    "BEGIN:VTIMEZONE", "TZID:Europe/Berlin",
    "BEGIN:DAYLIGHT", "TZOFFSETFROM:+0100", "TZOFFSETTO:+0200", "TZNAME:CEST", "DTSTART:19700329T020000",
    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "END:DAYLIGHT",
    "BEGIN:STANDARD", "TZOFFSETFROM:+0200", "TZOFFSETTO:+0100", "TZNAME:CET", "DTSTART:19701025T030000",
    "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU", "END:STANDARD",
    "END:VTIMEZONE",
    "BEGIN:VEVENT", "UID:strength-1@example.org", "DTSTAMP:20260501T090000Z",
    "DTSTART;TZID=Europe/Berlin:20261024T070000", "DTEND;TZID=Europe/Berlin:20261024T072000",
    "RRULE:FREQ=DAILY;COUNT=3", "SUMMARY:Strength", "END:VEVENT", "END:VCALENDAR", "",
])
again = {
    "icalendar": icalendar.Calendar.from_ical(WRITTEN).to_ical().decode(),
    "vobject": vobject.readOne(WRITTEN).serialize(),
    "ics": ics.Calendar(WRITTEN).serialize(),
}
for name, text in again.items():
    event = text[text.index("BEGIN:VEVENT"):]
    print(f"{name}:", *sorted(line for line in event.splitlines() if line.startswith(("DTSTART", "RRULE"))))
PYTHON
)
expected=$(cat <<'SEEN'
icalendar: DTSTART;TZID=Europe/Berlin:20261024T070000 RRULE:FREQ=DAILY;COUNT=3
vobject: DTSTART;TZID=Europe/Berlin:20261024T070000 RRULE:FREQ=DAILY;COUNT=3
ics: DTSTART:20261024T050000Z RRULE:FREQ=DAILY;COUNT=3
SEEN
)
echo "$seen"
if [ "$seen" != "$expected" ]; then
    printf 'This has changed. It was:\n%s\n' "$expected"
    exit 1
fi
echo "As it was found: the zone is gone, the rule is not."
