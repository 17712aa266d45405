"""A loaded routine as a workout, and a workout as plain values."""

from __future__ import annotations

from typing import Any

from hiproutine.errors import Problem
from hiproutine.plan.table import plain_number
from hiproutine.routine.catalogue import Catalogue
from hiproutine.routine.loaded import Loaded
from hiproutine.workout.repeats import Repeat
from hiproutine.workout.steps import End, Workout, workout_of


def workout_for(loaded: Loaded, catalogue: Catalogue, *, unrolled: bool = False) -> Workout:
    """The workout of a routine; the catalogue tells the kinds of its exercises."""

    def kind(exercise: str) -> str | None:
        found = catalogue.find(exercise)
        return None if isinstance(found, Problem) else found.kind

    return workout_of(loaded.plan, kind, unrolled=unrolled)


def workout_table(made: Workout, path: str | None, text: str | None, way: str) -> dict[str, Any]:
    """What `workout --json` prints; times in seconds."""
    return {
        "path": path,
        "text": text,
        "title": made.title,
        "sport": made.sport.word,
        "seconds": plain_number(made.seconds),
        "estimated": made.estimated,
        "steps": [_line_table(line) for line in made.steps],
        "remarks": list(made.remarks),
        "way": way,
    }


def _line_table(line: Any) -> dict[str, Any]:
    if isinstance(line, Repeat):
        return {"repeats_from": line.first, "times": line.times}
    return {
        "name": line.name,
        "side": line.side.value if line.side else None,
        "ends_by": line.end.value,
        "seconds": plain_number(line.seconds),
        "reps": line.amount if line.end.value == "reps" else None,
        **({"metres": plain_number(line.amount / 100)} if line.end is End.DISTANCE else {}),
        "rests": line.rests,
        "notes": line.notes,
        "exercise": line.exercise.profile if line.exercise else None,
    }
