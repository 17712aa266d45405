"""Exercises by id: the person's own over the bundled ones, each read when it is first asked for."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from hiproutine.errors import BadFile, Problem
from hiproutine.routine.checks import exercise_problems
from hiproutine.routine.folders import name_problem, toml_files
from hiproutine.routine.model import Exercise
from hiproutine.routine.placing import in_file
from hiproutine.routine.pydantic_problems import problems_of, without_echoes
from hiproutine.routine.reading import control_characters, read_text, table_of
from hiproutine.routine.values import SLUG, shortened
from hiproutine.wording import nearest

MOST_COMPARED = 300
"""Names asked for, after which nobody looks for nearer ones: a whole file of slips is read in time."""
_FOLDED = str.maketrans("", "", " -_/'’()")


@dataclass(frozen=True, slots=True)
class Entry:
    """One file of the catalogue."""

    id: str
    path: Path
    own: bool
    """Whether it stands in the first folder, the person's own."""
    exercise: Exercise | None
    problems: tuple[Problem, ...] = ()
    """Why it cannot be used."""


@dataclass(frozen=True, slots=True)
class Said:
    """What an exercise is called and what it works, as its file says it."""

    name: str
    aliases: tuple[str, ...]
    muscles: tuple[str, ...]


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

    def hangs_on(self, path: Path) -> None:
        """Says that what is being read hangs on another file, there or not.

        Whoever reads a routine says so of each file it looks for beside its own, before it looks; what is kept of the
        routine is then used only while the same stands there. Nothing happens where nothing is kept.
        """

    def forget(self) -> None:
        """Files were written: each is read again when it is asked for."""
        self._read.clear()
        for kept in ("ids", "said", "_called"):
            self.__dict__.pop(kept, None)

    def get(self, name: str) -> Exercise:
        """The exercise of an id.

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

    def entries(self) -> Iterator[Entry]:
        """Every exercise by its id, and broken files in their places; one that can be read hides those that follow."""
        found = [(path, number) for number, folder in enumerate(self._folders) for path in toml_files(folder)]
        seen: set[str] = set()
        for path, number in sorted(found, key=lambda one: (one[0].stem, one[1])):
            if path.stem in seen:
                continue
            own = number == 0 and len(self._folders) > 1
            try:
                if problem := name_problem(path, ""):
                    raise BadFile([problem])
                yield Entry(path.stem, path, own, read_exercise(path, self))
                seen.add(path.stem)
            except BadFile as error:
                yield Entry(path.stem, path, own, None, error.problems)

    def _find(self, name: str) -> Exercise | Problem:
        broken: BadFile | None = None
        if SLUG.fullmatch(name):
            for folder in self._folders:
                path = folder / f"{name}.toml"
                if os.path.lexists(path):
                    try:
                        return read_exercise(path, self)
                    except BadFile as error:
                        broken = broken or error
        if broken:
            message = f"the exercise “{name}” has a problem of its own: {broken.problems[0].sentence()}"
            return Problem("unknown-exercise", message.rstrip("."))
        return self._nobody(name)

    def figure(self, name: str) -> dict[str, Any] | None:
        """The `[figure]` of an exercise, from the file that the exercise comes from."""
        for folder in self._folders if SLUG.fullmatch(name) else ():
            path = folder / f"{name}.toml"
            if os.path.lexists(path):
                try:
                    return read_exercise(path, self, drawn=True).figure
                except BadFile:
                    continue
        return None

    def neighbour(self, name: str) -> Problem | None:
        """What is wrong with naming an exercise, if anything; it may be one that cannot be read."""
        return None if self.file_of(name) else self._nobody(name)

    def file_of(self, name: str) -> Path | None:
        """The file of an id, the person's own before a bundled one, whether or not it can be read."""
        paths = (folder / f"{name}.toml" for folder in self._folders)
        return next((path for path in paths if SLUG.fullmatch(name) and os.path.lexists(path)), None)

    def _nobody(self, name: str) -> Problem:
        message = f"there is no exercise “{shortened(name)}”"
        if len(self._read) >= MOST_COMPARED:
            return Problem("unknown-exercise", message)
        if called := self._called.get(name.casefold().translate(_FOLDED)):
            return Problem("unknown-exercise", message, help=f'write "{called}"')
        close = nearest(name[:100], list(self.ids))
        return Problem("unknown-exercise", message, help=f"did you mean {' or '.join(close)}" if close else "")

    @cached_property
    def said(self) -> dict[str, Said]:
        """What exercises are called and work, by their ids; of a file that cannot be used, what can be read of it."""
        found: dict[str, Said] = {}
        for path in (path for folder in self._folders for path in toml_files(folder) if SLUG.fullmatch(path.stem)):
            try:
                table = table_of(without_figure(read_text(path)))
            except BadFile:
                continue
            if path.stem not in found:
                names, others, muscles = (_texts(table.get(key)) for key in ("name", "aliases", "muscles"))
                found[path.stem] = Said(" ".join(names), others, muscles)
        return found

    @cached_property
    def _called(self) -> dict[str, str]:
        """Ids by the names and other names of exercises, folded; read only where an id is not found."""
        found: dict[str, str] = {}
        for name, said in self.said.items():
            for called in (said.name, *said.aliases):
                found.setdefault(called.casefold().translate(_FOLDED), name)
        return found


def _texts(value: object) -> tuple[str, ...]:
    return tuple(text for text in (value if isinstance(value, list) else [value]) if isinstance(text, str))


def read_exercise(path: Path, catalogue: Catalogue, *, drawn: bool = False) -> Exercise:
    """One exercise file; its neighbours are looked for in the catalogue. Its figure is there only where it is `drawn`.

    Raises:
        BadFile: with every problem.
    """
    with in_file(path):
        text = read_text(path)
    with in_file(path, text):
        table = table_of(text if drawn else without_figure(text))
    return exercise_of(table, text, path, catalogue, drawn=False)


def without_figure(text: str) -> str:
    """The text of an exercise file up to its figure, where that is the last table: most who ask for an exercise never
    draw it, and its angles are half of what there is to read. The whole text where that is not certain."""
    head, mark, tail = text.partition("\n[figure]\n")
    if not mark or '"""' in head or "'''" in head or any(line.startswith("[") for line in tail.splitlines()):
        return text
    return head + "\n"


def exercise_of(table: dict[str, Any], text: str, path: Path, catalogue: Catalogue, *, drawn: bool = True) -> Exercise:
    """The exercise of a text that has been read as this table; whether its figure can be `drawn` is looked at too.

    Raises:
        BadFile: with every problem.
    """
    with in_file(path, text):
        problems = [*control_characters(table, text), *exercise_problems(table, catalogue.neighbour)]
        if drawn and "figure" in table:
            from hiproutine.routine.exercise_figure import figure_problems

            problems += figure_problems(table)
        try:
            exercise = Exercise.model_validate(table)
        except ValidationError as error:
            raise BadFile(without_echoes([*problems_of(error, Exercise, table), *problems])) from None
        if problems:
            raise BadFile(problems)
        return exercise
