"""A catalogue that tells which exercises it was asked for: all that a routine hangs on beside its own file."""

from __future__ import annotations

from collections.abc import Callable

from hiproutine.errors import Problem
from hiproutine.routine.catalogue import Catalogue
from hiproutine.routine.model import Exercise


class AskedCatalogue(Catalogue):
    """Answers as another catalogue does; `note` is told each name before its file is read."""

    def __init__(self, catalogue: Catalogue, note: Callable[[str], object]) -> None:
        super().__init__(())
        self._answers = catalogue
        self._note = note

    def find(self, name: str) -> Exercise | Problem:
        """The exercise, or what is wrong with asking for it; its neighbours are asked for with it."""
        self._note(name)
        found = self._answers.find(name)
        if not isinstance(found, Problem):
            for neighbour in (*(found.easier or ()), *(found.harder or ())):
                self._note(neighbour)
        return found
