"""Routines by id or path: the person's own over the bundled ones, broken ones listed."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from functools import cache, cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from hiproutine.errors import BadFile, Problem, UnknownRoutine
from hiproutine.paths import Paths, bundled
from hiproutine.plan.distances import AskMeasures, Measures
from hiproutine.routine.compiled import CompiledRoutines
from hiproutine.routine.contents import Contents
from hiproutine.routine.folders import name_problem, toml_files
from hiproutine.routine.loaded import Loaded
from hiproutine.routine.values import SLUG
from hiproutine.wording import nearest

if TYPE_CHECKING:
    from hiproutine.routine.catalogue import Catalogue


class Entry(NamedTuple):
    """One file of the library."""

    id: str
    path: Path
    own: bool
    """Whether it is the person's own."""
    loaded: Loaded | None
    problems: tuple[Problem, ...] = ()
    """Why it cannot be played."""


class Library:
    """Every routine there is."""

    def __init__(self, paths: Paths, measures: AskMeasures = Measures) -> None:
        """`measures` say in what distances are told, and how fast; they are asked for where a routine has one."""
        self._measures = cache(measures)
        self._folders = ((paths.routines, True), (bundled(), False))
        self._exercises = (paths.exercises, bundled() / "exercises")
        self.kept_at = paths.compiled
        """The folder of what is kept as it was read."""

    @cached_property
    def catalogue(self) -> Catalogue:
        """The exercises."""
        from hiproutine.routine.catalogue import Catalogue
        from hiproutine.routine.compiled_exercises import CompiledExercises

        compiled = CompiledExercises(self.kept_at / "exercises", self._contents)
        routines = [folder for folder, _ in self._folders]
        return Catalogue(self._exercises, routines, compiled, self._measures)

    @cached_property
    def _contents(self) -> Contents:
        return Contents(self._exercises, self._folders[0][0])

    @cached_property
    def _compiled(self) -> CompiledRoutines:
        return CompiledRoutines(self.kept_at / "routines", self._contents, self._measures)

    @property
    def files(self) -> tuple[tuple[Path, bool], ...]:
        """Every routine file and whether it is the person's own, own ones first, sorted by name."""
        return tuple((path, own) for folder, own in self._folders for path in toml_files(folder))

    def own_state(self) -> frozenset[tuple[str, int, int]]:
        """The person's own routines and exercises with moment and size: another one as soon as a file is changed."""
        return frozenset(_states((self._folders[0][0], self._exercises[0])))

    def entries(self) -> Iterator[Entry]:
        """Every routine, and after its place every broken file; a file that works hides those of its id that follow."""
        seen: set[str] = set()
        for path, own in self.files:
            if path.stem in seen:
                continue
            entry = self._entry(path, own)
            if entry.loaded:
                seen.add(entry.id)
            yield entry
        self.save()  # once for all that are new

    def open(self, name: str) -> tuple[Loaded, tuple[Problem, ...]]:
        """A routine by its id or by a path, and what is wrong with files of that id that it stands in for.

        Raises:
            UnknownRoutine: there is none.
            BadFile: there is, and it cannot be played.
        """
        if is_path(name):
            return self._read(Path(os.path.expanduser(name))), ()  # noqa: PTH111 - bears unknown users
        broken: list[Problem] = []
        for folder, own in self._folders:
            path = folder / f"{name}.toml"
            if SLUG.fullmatch(name) and os.path.lexists(path):
                entry = self._entry(path, own)
                if entry.loaded:
                    self.save()
                    return entry.loaded, tuple(broken)
                broken += entry.problems
        if broken:
            raise BadFile(broken)
        if os.path.isfile(name):  # noqa: PTH113 - bears names of any length
            return self._read(Path(name)), ()
        raise UnknownRoutine(name, nearest(name, sorted({path.stem for path, _ in self.files})))

    def file_of(self, name: str) -> Path | None:
        """The file of an id, the person's own before a bundled one, whether or not it can be played."""
        paths = (folder / f"{name}.toml" for folder, _ in self._folders)
        return next((path for path in paths if SLUG.fullmatch(name) and os.path.lexists(path)), None)

    def _entry(self, path: Path, own: bool) -> Entry:
        if problem := name_problem(path):
            return Entry(path.stem, path, own, None, (problem,))
        try:
            return Entry(path.stem, path, own, self._kept_or_read(path))
        except BadFile as error:
            return Entry(path.stem, path, own, None, error.problems)

    def _read(self, path: Path) -> Loaded:
        loaded = self._kept_or_read(path)
        self.save()
        return loaded

    def save(self) -> None:
        """Keeps what was read, for the next time."""
        self._compiled.save()
        if "catalogue" in self.__dict__:  # nobody asked for an exercise otherwise
            self.catalogue.save()

    def kept(self, path: Path) -> Loaded | None:
        """The routine of a file that was read before and has not changed since, nor what it hangs on."""
        return self._compiled.find(path, lambda: _load(path, self.catalogue))

    def keep(self, path: Path, text: str, load: Callable[[Catalogue], Loaded]) -> Loaded:
        """What `load` makes of a text that was read in a file, to be kept with the rest.

        Raises:
            BadFile: as `load` does.
        """
        return self._compiled.keep(path, self.catalogue, load, text)

    def _kept_or_read(self, path: Path) -> Loaded:
        return self.kept(path) or self._compiled.keep(path, self.catalogue, partial(_load, path))


def _states(folders: Iterable[Path]) -> Iterator[tuple[str, int, int]]:
    for folder in folders:
        for path in toml_files(folder):
            with suppress(OSError):
                stat = path.stat()
                yield str(path), stat.st_mtime_ns, stat.st_size


def _load(path: Path, catalogue: Catalogue) -> Loaded:
    from hiproutine.routine.loading import load  # the tables: only for what is not compiled

    return load(path, catalogue)


def is_path(name: str) -> bool:
    """Whether a person means a path and not an id: it ends in `.toml`, has a separator, or begins with `~`."""
    return name.endswith(".toml") or "/" in name or "\\" in name or name.startswith("~")
