"""The text that a new routine begins with."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from hiproutine.authoring.exercises import SIDES, dose_text
from hiproutine.authoring.schema import FILE_NAME
from hiproutine.routine.values import as_written

if TYPE_CHECKING:
    from hiproutine.routine.exercise import Exercise

SCHEMA_LINE = f"#:schema ./{FILE_NAME}\n"
"""Tells editors where the schema stands: beside the file."""


def title_of(name: str) -> str:
    """A title made of an id: `evening-stretch` is `Evening stretch`."""
    words = name.replace("-", " ").strip()
    return words[:1].upper() + words[1:80]


def exercise_template(name: str) -> str:
    """An exercise that can be used as it stands, called by a name or an id."""
    called = title_of(name) if name == name.lower() and " " not in name else name[:80]
    return f"""name = {as_written(called)}
kind = "strength"                   # warm-up, stretch, strength, balance, rolling, therapy, technique or running
position = "standing"               # kneeling, all-fours, supine, prone, side-lying, sitting or moving
reps = 10                           # its usual dose; or hold = "30s", time = "30s"
sides = "both"                      # each for one side after the other; alternate, left or right
setup = "How it begins."
cues = ["What to think of"]
"""


def template_with(name: str, exercises: Mapping[str, Exercise]) -> str:
    """A routine of some exercises, each with its usual dose as a word beside it."""
    needed = dict.fromkeys(thing for one in exercises.values() for thing in one.equipment or ())
    things = f"equipment = [{', '.join(map(as_written, needed))}]\n" if needed else ""
    steps = "".join(f"\n[[steps]]\n{_step(one, exercise)}" for one, exercise in exercises.items())
    return f"""{SCHEMA_LINE}# “hiproutine check {name}” points at every mistake, “hiproutine play {name}” plays it.
title = "{title_of(name)}"
when = ["any-time"]                 # pre-run, post-run, rest-day, any-time
load = "low"                        # how much it asks of the hip: none, low, moderate, high
{things}{steps}"""


def _step(name: str, exercise: Exercise) -> str:
    line = f"exercise = {as_written(name)}"
    facts = ", ".join(fact for fact in (exercise.name, SIDES.get(exercise.sides or ""), dose_text(exercise)) if fact)
    if exercise.dose():
        return f"{line:<35} # {facts}\n"
    return f'{line:<35} # {facts}\nhold = "30s"\n'


def template(name: str) -> str:
    """A small routine that works, with a word about each line."""
    return f"""{SCHEMA_LINE}# “hiproutine check {name}” points at every mistake, “hiproutine play {name}” plays it.
title = "{title_of(name)}"
summary = "Two holds, half a minute a side."  # one line for the library
when = ["any-time"]                 # pre-run, post-run, rest-day, any-time
load = "low"                        # how much it asks of the hip: none, low, moderate, high

[[steps]]
exercise = "hip-flexor-stretch"     # “hiproutine exercises” lists them all
hold = "30s"                        # a side; leave it out to take the exercise's own

[[steps]]
name = "Butterfly"                  # a step can also say everything itself
hold = "30s"
setup = "Sit tall, soles together."
cues = ["Let the knees fall", {{ at = "half", say = "Breathe out, sink a little" }}]
"""
