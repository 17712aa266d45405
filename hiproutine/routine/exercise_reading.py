"""Exercise files -> exercises, or everything that is wrong with them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from hiproutine.errors import BadFile, Problem
from hiproutine.routine import model
from hiproutine.routine.checks import exercise_problems
from hiproutine.routine.exercise import Exercise
from hiproutine.routine.judging import judged, without_echoes
from hiproutine.routine.placing import in_file
from hiproutine.routine.reading import control_characters, read_text, table_of
from hiproutine.routine.tables import values_of
from hiproutine.routine.without_figure import without_figure

Neighbour = Callable[[str], Problem | None]
"""What is wrong with naming an exercise of an id, if anything: `Catalogue.neighbour`, mostly."""


def read_exercise(path: Path, neighbour: Neighbour, *, drawn: bool = False) -> Exercise:
    """One exercise file; `neighbour` says what is wrong with those it names. With its figure only where it is `drawn`.

    Raises:
        BadFile: with every problem.
    """
    with in_file(path):
        text = read_text(path)
    with in_file(path, text):
        table = table_of(text if drawn else without_figure(text))
    return exercise_of(table, text, path, neighbour, drawn=False)


def exercise_of(table: dict[str, Any], text: str, path: Path, neighbour: Neighbour, *, drawn: bool = True) -> Exercise:
    """The exercise of a text that has been read as this table; whether its figure can be `drawn` is looked at too.

    Raises:
        BadFile: with every problem.
    """
    with in_file(path, text):
        problems = [*control_characters(table, text), *exercise_problems(table, neighbour)]
        if drawn and "figure" in table:
            from hiproutine.routine.exercise_figure import figure_problems

            problems += figure_problems(table)
        try:
            exercise = judged(model.Exercise, table)
        except BadFile as error:
            raise BadFile(without_echoes([*error.problems, *problems])) from None
        if problems:
            raise BadFile(problems)
        return Exercise(values_of(exercise), exercise.dose())
