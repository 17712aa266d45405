"""Exercises by id: the person's own over the bundled ones, each read when it is first asked for."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from functools import cached_property
from pathlib import Path

from pydantic import ValidationError

from hiproutine.errors import BadFile, Problem
from hiproutine.routine.checks import exercise_problems
from hiproutine.routine.model import Exercise
from hiproutine.routine.placing import in_file
from hiproutine.routine.reading import read_table, toml_files
from hiproutine.routine.values import SLUG
from hiproutine.routine.wrongs import problems_of
from hiproutine.wording import nearest


class Catalogue:
    """The exercises of some folders; the first folder with an id that can be read has it."""

    def __init__(self, folders: Iterable[Path]) -> None:
        self._folders = tuple(folders)
        self._read: dict[str, Exercise | Problem] = {}

    def find(self, name: str) -> Exercise | Problem:
        """The exercise, or what is wrong with asking for it."""
        if name not in self._read:
            self._read[name] = self._find(name)
        return self._read[name]

    def get(self, name: str) -> Exercise:
        """The exercise.

        Raises:
            BadFile: there is none that can be used.
        """
        found = self.find(name)
        if isinstance(found, Problem):
            raise BadFile([found])
        return found

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """Every id there is a file for, sorted."""
        return tuple(sorted({path.stem for folder in self._folders for path in toml_files(folder)}))

    def _find(self, name: str) -> Exercise | Problem:
        broken: BadFile | None = None
        if SLUG.fullmatch(name):
            for folder in self._folders:
                path = folder / f"{name}.toml"
                if os.path.lexists(path):
                    try:
                        return read_exercise(path, self._known)
                    except BadFile as error:
                        broken = broken or error
        if broken:
            message = f"the exercise “{name}” has a problem of its own: {broken.problems[0].sentence()}"
            return Problem("unknown-exercise", message.rstrip("."))
        close = nearest(name, list(self.ids))
        cure = f"did you mean {' or '.join(close)}" if close else "name an exercise of the catalogue"
        return Problem("unknown-exercise", f"there is no exercise “{name}”", help=cure)

    def _known(self, name: str) -> bool:
        return bool(SLUG.fullmatch(name)) and any(os.path.lexists(folder / f"{name}.toml") for folder in self._folders)


def read_exercise(path: Path, known: Callable[[str], bool]) -> Exercise:
    """One exercise file.

    Raises:
        BadFile: with every problem.
    """
    with in_file(path):
        table = read_table(path)
        problems = exercise_problems(table, known)
        try:
            exercise = Exercise.model_validate(table)
        except ValidationError as error:
            raise BadFile([*problems_of(error, Exercise), *problems]) from None
        if problems:
            raise BadFile(problems)
        return exercise
