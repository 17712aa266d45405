"""What is written, as a routine to be played, shared or seen."""

from __future__ import annotations

from pathlib import Path

from hiproutine.authoring.examining import Examined, routine_of_exercise
from hiproutine.errors import BadFile
from hiproutine.routine.loaded import Loaded


class NotYet(Exception):
    """It cannot be played; says what is missing."""


def playable(examined: Examined, target: Path) -> Loaded:
    """The routine; of an exercise, one of it alone.

    Raises:
        NotYet: there are problems, or an exercise has no usual dose.
    """
    if examined.loaded:
        return examined.loaded
    if not examined.exercise:
        raise NotYet("It can be played when the problems are mended. f8 goes to the next one.")
    try:
        return routine_of_exercise(examined.exercise, target)
    except BadFile:
        raise NotYet('It has no usual dose to be played with; add one, such as hold = "30s".') from None
