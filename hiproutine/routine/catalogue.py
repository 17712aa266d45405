"""Exercises by id: the person's own over the bundled ones, each read when it is first asked for."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hiproutine.errors import BadFile, Problem
from hiproutine.plan.distances import AskMeasures, Measures
from hiproutine.routine.exercise import Exercise
from hiproutine.routine.folders import name_problem, toml_files
from hiproutine.routine.routine_files import RoutineFiles
from hiproutine.routine.values import SLUG, shortened
from hiproutine.wording import nearest

if TYPE_CHECKING:
    from hiproutine.routine.compiled_exercises import CompiledExercises
    from hiproutine.routine.contents import Noted

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

    def __init__(
        self,
        folders: Iterable[Path],
        routines: Iterable[Path] = (),
        compiled: CompiledExercises | None = None,
        measures: AskMeasures = Measures,
    ) -> None:
        """`routines` are the folders of those that others may include. With `compiled` what is kept there is not read
        again, and what is not kept yet will be. `measures` are asked for where a routine has a distance."""
        self.measures = measures
        self._folders = tuple(folders)
        self._compiled = compiled
        self.routines = RoutineFiles(routines)
        self.wholes: dict[Path, Any] = {}
        """What was included so far, by its file: a `Whole`, or the problem with it."""
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

    def save(self) -> None:
        """Keeps what was read, where anything is kept."""
        if self._compiled:
            self._compiled.save()

    def forget(self) -> None:
        """Files were written: each is read again when it is asked for."""
        self._read.clear()
        if self._compiled:
            self._compiled.forget()
        self.routines.forget()
        self.wholes.clear()
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
                yield Entry(path.stem, path, own, self._exercise_in(path))
                seen.add(path.stem)
            except BadFile as error:
                yield Entry(path.stem, path, own, None, error.problems)
        self.save()  # once for all that are new

    def _find(self, name: str) -> Exercise | Problem:
        broken: BadFile | None = None
        if SLUG.fullmatch(name):
            for folder in self._folders:
                path = folder / f"{name}.toml"
                if os.path.lexists(path):
                    try:
                        return self._exercise_in(path)
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
                if kept := self._compiled.figure(path) if self._compiled else None:
                    return kept[0]
                try:
                    return self._figure_in(path)
                except BadFile:
                    continue
        return None

    def _exercise_in(self, path: Path) -> Exercise:
        """The exercise of a file, without its figure.

        Raises:
            BadFile: with every problem.
        """
        if self._compiled is None:
            from hiproutine.routine.exercise_reading import read_exercise  # the tables: only where needed

            return read_exercise(path, self.neighbour)
        return self._compiled.find(path) or self._compiled.keep(
            path, lambda noted: self._read_noting(path, noted), lambda: self._figure_in(path)
        )

    def _read_noting(self, path: Path, noted: Noted) -> Exercise:
        from hiproutine.routine.exercise_reading import read_exercise

        def neighbour(name: str) -> Problem | None:
            noted.exercise(name)
            return self.neighbour(name)

        return read_exercise(path, neighbour)

    def _figure_in(self, path: Path) -> dict[str, Any] | None:
        from hiproutine.routine.exercise_reading import read_exercise

        figure: dict[str, Any] | None = read_exercise(path, self.neighbour, drawn=True).figure
        return figure

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
            if path.stem not in found and (said := self._said_in(path)):
                found[path.stem] = said
        return found

    def _said_in(self, path: Path) -> Said | None:
        if kept := self._compiled.find(path) if self._compiled else None:
            return Said(kept.name, kept.aliases, kept.muscles)
        from hiproutine.routine.reading import read_text, table_of
        from hiproutine.routine.without_figure import without_figure

        try:
            table = table_of(without_figure(read_text(path)))
        except BadFile:
            return None
        names, others, muscles = (_texts(table.get(key)) for key in ("name", "aliases", "muscles"))
        return Said(" ".join(names), others, muscles)

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
