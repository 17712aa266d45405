"""A catalogue that notes what it was asked for: all that a file hangs on beside itself."""

from __future__ import annotations

from pathlib import Path

from hiproutine.errors import Problem
from hiproutine.routine.catalogue import Catalogue
from hiproutine.routine.contents import Noted
from hiproutine.routine.exercise import Exercise


class AskedCatalogue(Catalogue):
    """Answers as another catalogue does; each name is noted before its file is read."""

    def __init__(self, catalogue: Catalogue, noted: Noted) -> None:
        super().__init__((), measures=catalogue.measures)
        self.routines, self.wholes = catalogue.routines, catalogue.wholes
        self._answers = catalogue
        self._noted = noted

    def find(self, name: str) -> Exercise | Problem:
        """The exercise, or what is wrong with asking for it; its neighbours are asked for with it."""
        self._noted.exercise(name)
        found = self._answers.find(name)
        if not isinstance(found, Problem):
            for neighbour in (*(found.easier or ()), *(found.harder or ())):
                self._noted.exercise(neighbour)
        return found

    def neighbour(self, name: str) -> Problem | None:
        """What is wrong with naming an exercise, if anything."""
        self._noted.exercise(name)
        return self._answers.neighbour(name)

    def hangs_on(self, path: Path) -> None:
        """What is being read hangs on this file."""
        self._noted.file(path)
