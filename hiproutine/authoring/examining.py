"""A text as an author sees it while it is written: what comes of it, what is wrong, and where its steps stand."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from hiproutine.authoring.outline import Outline, outline
from hiproutine.errors import START, BadFile, Place, Problem
from hiproutine.routine.catalogue import Catalogue
from hiproutine.routine.exercise import Exercise
from hiproutine.routine.exercise_reading import exercise_of
from hiproutine.routine.kinds import is_an_exercise
from hiproutine.routine.loaded import Loaded
from hiproutine.routine.loading import load_table
from hiproutine.routine.placing import in_file, placed
from hiproutine.routine.reading import table_of

_ALONE = "alone"
"""What an exercise is called that is tried out by itself."""


@dataclass(frozen=True, slots=True)
class Examined:
    """What comes of a text: its plan or exercise, its problems, and where its steps stand."""

    text: str
    is_exercise: bool
    """Whether it is taken for an exercise, and else for a routine."""
    loaded: Loaded | None
    """The routine; None while it cannot be played."""
    exercise: Exercise | None
    """The exercise; None while it cannot be used."""
    problems: tuple[Problem, ...]
    """Errors and warnings in the order of the text, each with its span, as `check` finds them."""
    outline: Outline


def examine(text: str, path: Path, catalogue: Catalogue, exercise: bool | None = False) -> Examined:
    """A text that is to stand in a file; whether as an `exercise`, where None is said, its own keys tell."""
    drawn = outline(text)
    kind = is_an_exercise(drawn.first_keys) if exercise is None else exercise
    loaded = usable = None
    try:
        with in_file(path, text):
            table = table_of(text)
        if kind:
            usable = exercise_of(table, text, path, catalogue.neighbour)
            problems: tuple[Problem, ...] = ()
        else:
            loaded = load_table(table, text, path, catalogue)
            problems = tuple(placed(loaded.warnings, path, text))
    except BadFile as error:
        problems = error.problems
    spanned = tuple(one if one.span else one._replace(span=START) for one in problems)
    return Examined(text, kind, loaded, usable, spanned, drawn)


def interval_of(loaded: Loaded, step: Place | None) -> int:
    """Where to enter a plan to do a step: its change, or the first work of it; the beginning if there is none."""
    if step is None:
        return 0
    return next((index for index, place in enumerate(loaded.places) if place[: len(step)] == step), 0)


class _Alone(Catalogue):
    """A catalogue of one exercise."""

    def __init__(self, exercise: Exercise) -> None:
        super().__init__(())
        self._read = {_ALONE: exercise}


def routine_of_exercise(exercise: Exercise, path: Path) -> Loaded:
    """A routine of nothing but one exercise, to try it out.

    Raises:
        BadFile: it has no dose of its own, or cannot be laid out.
    """
    table = {"title": exercise.name.strip()[:80], "steps": [{"exercise": _ALONE}]}
    return load_table(table, "", path, _Alone(exercise))
