#!/usr/bin/env bash
# ics 0.7.3: an alarm before the end of an event rings before its start once the file went through.
#
# Guess, written down before it was run: a file that is read and written again says the same:
# TRIGGER;RELATED=END:-PT5M stays five minutes before the end.
#
# What is so: the parameter is dropped. The alarm of a pack of ice that is to come off in five minutes rings
# five minutes before it goes on. vobject 0.9.9 and icalendar 7.3.0 keep it.
#
# Seen with Python 3.11.7 on Linux x86-64, 2026-11-29. Fails when it is no longer so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet ics==0.7.3 vobject==0.9.9 icalendar==7.3.0
cd "$folder"
seen=$("$folder/venv/bin/python" -W ignore - <<'PYTHON'
import ics, icalendar, vobject

WRITTEN = "\r\n".join([
    "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//findings//EN", "BEGIN:VEVENT", "UID:ice-1@example.org",
    "DTSTAMP:20260501T090000Z", "DTSTART:20260501T100000Z", "DTEND:20260501T102000Z", "SUMMARY:Ice",
    "BEGIN:VALARM", "ACTION:DISPLAY", "DESCRIPTION:Take it off", "TRIGGER;RELATED=END:-PT5M", "END:VALARM",
    "END:VEVENT", "END:VCALENDAR", "",
])
again = {
    "icalendar": icalendar.Calendar.from_ical(WRITTEN).to_ical().decode(),
    "vobject": vobject.readOne(WRITTEN).serialize(),
    "ics": ics.Calendar(WRITTEN).serialize(),
}
for name, text in again.items():
    print(f"{name}:", *[line for line in text.splitlines() if line.startswith("TRIGGER")])
PYTHON
)
expected=$(cat <<'SEEN'
icalendar: TRIGGER;RELATED=END:-PT5M
vobject: TRIGGER;RELATED=END:-PT5M
ics: TRIGGER:-PT5M
SEEN
)
echo "$seen"
if [ "$seen" != "$expected" ]; then
    printf 'This has changed. It was:\n%s\n' "$expected"
    exit 1
fi
echo "As it was found: RELATED=END is lost."
