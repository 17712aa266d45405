"""A text as an author sees it while it is written: the plan, everything that is wrong, and where its steps stand."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from hiproutine.errors import START, BadFile, Place, Problem
from hiproutine.routine.catalogue import Catalogue
from hiproutine.routine.loaded import Loaded
from hiproutine.routine.loading import load_text
from hiproutine.routine.outline import Outline, outline, step_of
from hiproutine.routine.placing import placed


@dataclass(frozen=True, slots=True)
class Examined:
    """One text."""

    text: str
    loaded: Loaded | None
    """None while it cannot be played."""
    problems: tuple[Problem, ...]
    """Errors and warnings in the order of the text, each with its span, as `check` finds them."""
    outline: Outline


def examine(text: str, path: Path, catalogue: Catalogue) -> Examined:
    """A text that is to stand in a file."""
    loaded = None
    try:
        loaded = load_text(text, path, catalogue)
        problems = tuple(placed(loaded.warnings, path, text))
    except BadFile as error:
        problems = error.problems
    spanned = tuple(one if one.span else replace(one, span=START) for one in problems)
    return Examined(text, loaded, spanned, outline(text))


def interval_of(loaded: Loaded, step: Place | None) -> int:
    """Where to enter a plan to do a step: its change, or the first work of it; the beginning if there is none."""
    if step is None:
        return 0
    return next((index for index, place in enumerate(loaded.places) if step_of(place) == step), 0)
