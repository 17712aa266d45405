#!/usr/bin/env bash
# fit-tool 0.9.16: the order in which two fields of a workout step are set changes its length a thousandfold.
#
# Guess, written down before it was run: the length of a step is in milliseconds in the file, so 30000 is
# thirty seconds, whichever field is set first.
#
# What is so: the setter of duration_value looks at duration_type. Once that says TIME, 30000 counts as
# seconds: a hold of eight hours and twenty minutes on the watch. Set before the type, the same number is
# thirty seconds. duration_time = 30.0 is the same in both orders.
#
# Seen with Python 3.11.7 on Linux x86-64, 2026-11-29. Fails when it is no longer so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet fit-tool==0.9.16
cd "$folder"
seen=$("$folder/venv/bin/python" -W ignore - <<'PYTHON'
from fit_tool.profile.messages.workout_step_message import WorkoutStepMessage
from fit_tool.profile.profile_type import WorkoutStepDuration

type_first, value_first = WorkoutStepMessage(), WorkoutStepMessage()
type_first.duration_type = WorkoutStepDuration.TIME
type_first.duration_value = 30000
value_first.duration_value = 30000
value_first.duration_type = WorkoutStepDuration.TIME
print("type first:", type_first.duration_time, "s")
print("value first:", value_first.duration_time, "s")
PYTHON
)
expected=$(cat <<'SEEN'
type first: 30000.0 s
value first: 30.0 s
SEEN
)
echo "$seen"
if [ "$seen" != "$expected" ]; then
    printf 'This has changed. It was:\n%s\n' "$expected"
    exit 1
fi
echo "As it was found: a step of 30 s, or of 30,000 s."
