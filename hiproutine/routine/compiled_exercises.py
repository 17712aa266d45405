"""Exercises kept compiled in the cache folder; `compiled_entries` says when they are used.

Whatever keys the model of an exercise has are kept. An exercise hangs on its own file, and on those of its neighbours.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from hiproutine.errors import BadFile
from hiproutine.routine.compiled_entries import CompiledEntries
from hiproutine.routine.compiled_file import Kept
from hiproutine.routine.compiled_values import made_of, written
from hiproutine.routine.contents import Contents, Noted
from hiproutine.routine.exercise import Exercise

Figure = dict[str, Any] | None
"""A `[figure]` table; None of an exercise that has none."""


class CompiledExercises:
    """The exercises of one file in the cache."""

    def __init__(self, place: Path, contents: Contents) -> None:
        self._entries = CompiledEntries(place, contents)
        self._contents = contents
        self.save = self._entries.save

    def find(self, path: Path) -> Exercise | None:
        """The exercise of a file, without its figure; None where it has to be read."""
        try:
            if kept := self._entries.find(path, self._contents.of(path)):
                values, dose = kept.values
                return Exercise({key: made_of(value) for key, value in values.items()}, dose)
        except (ValueError, TypeError, LookupError, AttributeError):
            pass
        return None

    def figure(self, path: Path) -> tuple[Figure] | None:
        """The figure of the exercise of a file, alone in a tuple; None where it has to be read, or cannot be."""
        try:
            kept = self._entries.find(path, self._contents.of(path))
            (text,) = kept.texts if kept else (None,)
            found = json.loads(text) if text else 0
        except (ValueError, TypeError, LookupError, RecursionError):
            return None
        return (found,) if found is None or isinstance(found, dict) else None

    def keep(self, path: Path, load: Callable[[Noted], Exercise], draw: Callable[[], Figure]) -> Exercise:
        """Loads an exercise, and keeps it with what `draw` gives as its figure.

        Raises:
            BadFile: as `load` does; what has problems is not kept.
        """
        text, noted = self._contents.of(path), self._entries.noting()
        found = load(noted)
        self._entries.keep(path, text, noted, lambda: _kept(found, draw))
        return found

    def forget(self) -> None:
        """Files were written: each is compared again."""
        self._contents.forget()


def _kept(exercise: Exercise, draw: Callable[[], Figure]) -> Kept:
    try:
        figure = json.dumps(draw(), separators=(",", ":")).encode()
    except BadFile:
        figure = None
    return Kept([{key: written(value) for key, value in exercise}, exercise.dose()], [figure])
