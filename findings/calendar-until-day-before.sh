#!/usr/bin/env bash
# khal 0.14.1: ice every evening until the fourth ends on the third.
#
# Guess, written down before it was run: “khal new --repeat daily --until 2026-12-04” stops after the fourth: it
# is told as the date to stop on, and UNTIL includes its moment by RFC 5545. A whole-day series does so.
#
# What is so: the date is midnight at its beginning, so with a time of day the named day is left out: mornings
# until Monday the 21st end on Monday the 14th. Only whole-day events have their last day. khal repeats what it
# wrote, and so does every calendar that gets the file.
#
# Seen with Python 3.11.7 on Linux x86-64, 2026-11-30. Fails when it is no longer so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet khal==0.14.1
cd "$folder"
seen=$("$folder/venv/bin/python" -W ignore - <<'PYTHON'
import subprocess
import sys
from pathlib import Path

Path("calendar").mkdir()
zone = "local_timezone = Europe/Berlin\ndefault_timezone = Europe/Berlin\n"
forms = "timeformat = %H:%M\ndateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\n"
whole = "datetimeformat = %Y-%m-%d %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M\n"
Path("config").write_text(
    f"[calendars]\n[[hips]]\npath = {Path.cwd() / 'calendar'}\n[default]\ndefault_calendar = hips\n"
    f"[locale]\n{zone}{forms}{whole}[sqlite]\npath = {Path.cwd() / 'kept.db'}\n"
)
program = Path(sys.executable).parent / "khal"


def khal(*words):
    run = subprocess.run([program, "-c", "config", *words], capture_output=True, text=True, check=True)
    return run.stdout


khal("new", "--repeat", "daily", "--until", "2026-12-04", "2026-12-01", "19:00", "10m", "Ice")
khal("new", "--repeat", "daily", "--until", "2026-12-04", "2026-12-01", "Walk")
khal("new", "--repeat", "weekly", "--until", "2026-12-21", "2026-12-07", "07:00", "30m", "Hips")
for line in sorted(set(khal("list", "--format", "{title} {start-date}", "--day-format", "", "2026-12-01", "30d").split("\n"))):
    if line.strip():
        print(line.strip())
rules = {line for name in Path("calendar").iterdir() for line in name.read_text().splitlines() if line.startswith("RRULE")}
print("\n".join(sorted(rules)))
PYTHON
)
expected=$(cat <<'SEEN'
Hips 2026-12-07
Hips 2026-12-14
Ice 2026-12-01
Ice 2026-12-02
Ice 2026-12-03
Walk 2026-12-01
Walk 2026-12-02
Walk 2026-12-03
Walk 2026-12-04
RRULE:FREQ=DAILY;UNTIL=20261203T230000Z
RRULE:FREQ=DAILY;UNTIL=20261204T000000
RRULE:FREQ=WEEKLY;UNTIL=20261220T230000Z
SEEN
)
echo "$seen"
if [ "$seen" != "$expected" ]; then
    printf 'This has changed. It was:\n%s\n' "$expected"
    exit 1
fi
echo "As it was found: the last day is missing."
