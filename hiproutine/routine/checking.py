"""Checks files: finds them by what a person names, and says everything that is wrong with each."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from hiproutine.errors import START, BadFile, HiproutineError, Problem, printable
from hiproutine.paths import Paths, bundled, whole_name
from hiproutine.routine.catalogue import Catalogue
from hiproutine.routine.contents import text_of, written_in
from hiproutine.routine.folders import name_problem, toml_files
from hiproutine.routine.kinds import is_an_exercise, kind_by_place
from hiproutine.routine.library import Library, is_path
from hiproutine.routine.loaded import Loaded
from hiproutine.routine.placing import in_file, placed
from hiproutine.wording import nearest

Keep = Callable[[Path, str, Callable[[Catalogue], Loaded]], Loaded]
"""Loads the routine of a text that was read in a file, and keeps it: `Library.keep`."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file to check."""

    path: Path
    exercise: bool | None
    """Whether it is an exercise; None where only its text can say."""


@dataclass(frozen=True, slots=True)
class Checked:
    """A file that was checked."""

    path: Path
    text: str
    """What is written in it; empty if it cannot be read."""
    problems: tuple[Problem, ...]
    """Errors and warnings in the order of the text, each with its span."""

    def count(self, severity: str) -> int:
        """How many of the problems are of a kind: `error` or `warning`."""
        return sum(problem.severity == severity for problem in self.problems)


class NothingThere(HiproutineError):
    """Raised where what was named is neither a file nor a folder nor an id."""


class Checker:
    """Checks against one library, as the player would load it."""

    def __init__(self, paths: Paths, settings: Callable[[str, Path], tuple[Problem, ...]] | None = None) -> None:
        """`settings` says what is wrong with the text of the person's settings; without it they are not checked."""
        self._paths = paths
        self._settings = settings
        self._library = Library(paths)

    def own(self) -> list[Source]:
        """The person's own files."""
        routines = [Source(path, exercise=False) for path in toml_files(self._paths.routines)]
        exercises = [Source(path, exercise=True) for path in toml_files(self._paths.exercises)]
        settings = self._settings is not None and os.path.lexists(self._paths.settings)
        return [*([Source(self._paths.settings, None)] if settings else []), *routines, *exercises]

    def named(self, name: str) -> list[Source]:
        """The files that a path, a folder or an id stands for.

        Raises:
            NothingThere: there is nothing of that name.
        """
        if not is_path(name):
            if path := self._library.file_of(name):
                return [Source(path, exercise=False)]
            if path := self._library.catalogue.file_of(name):
                return [Source(path, exercise=True)]
        place = os.path.expanduser(name)  # noqa: PTH111 - bears unknown users
        if os.path.isdir(place):  # noqa: PTH112 - bears names of any length
            return [*_in_folder(Path(place))]
        if os.path.lexists(place):
            path = Path(place)
            return [Source(path, kind_by_place(path, self._paths))]
        raise NothingThere(self._nothing(name))

    def check(self, sources: Iterable[Source]) -> Iterator[Checked]:
        """Each file once, with what is wrong with it."""
        seen: set[str] = set()
        first: dict[tuple[str, bool, str], Path] = {}
        for source in sources:
            absolute = whole_name(source.path)  # follows no links, which may go in circles
            if absolute in seen:
                continue
            seen.add(absolute)
            if self._settings and absolute == whole_name(self._paths.settings):
                yield _checked(source.path, self._settings)
                continue
            checked = self._check(source)
            level = self._level(Path(absolute))
            more = []
            if level != "elsewhere":
                instead = "" if source.exercise else ", or play it by its path"
                more = [problem for problem in [name_problem(source.path, instead)] if problem]
            other = first.setdefault((level, bool(source.exercise), source.path.stem), source.path)
            if other != source.path:
                message = f"{printable(str(other))} has the id “{printable(source.path.stem)}” too"
                cure = "give one of them another name; only one of them is found by it"
                more.append(Problem("duplicate-id", message, help=cure, severity="warning", path=str(source.path)))
            yield replace(checked, problems=(*(one._replace(span=START) for one in more), *checked.problems))
        self._library.save()

    def _check(self, source: Source) -> Checked:
        """One file. A routine that was read before is not read again: nothing is wrong with it that was not said."""
        kept = None if source.exercise else self._library.kept(source.path)
        text = written_in(text_of(source.path)) if kept else None
        if kept is None or text is None:
            return check_file(source, self._library.catalogue, self._library.keep)
        return _checked_as(source.path, text, placed(kept.warnings, source.path, text))

    def _level(self, path: Path) -> str:
        """Where a file stands: own files may hide bundled ones, and no others."""
        for level, folders in {
            "own": (self._paths.routines, self._paths.exercises),
            "bundled": (bundled(), bundled() / "exercises"),
        }.items():
            if path.parent in {folder.absolute() for folder in folders}:
                return level
        return "elsewhere"

    def _nothing(self, name: str) -> str:
        shown = printable(name)
        if is_path(name):
            return f"There is no file or folder “{shown}”."
        known = {path.stem for path, _ in self._library.files} | {*self._library.catalogue.ids}
        close = nearest(name[:100], sorted(known))
        meant = f" Did you mean {' or '.join(close)}?" if close else ""
        return f"There is no file, folder, routine or exercise called “{shown}”.{meant}"


def check_file(source: Source, catalogue: Catalogue, keep: Keep | None = None) -> Checked:
    """One file with everything that is wrong with it as a routine or an exercise; `keep` is given a routine to keep."""
    return _checked(source.path, lambda text, _: warnings_of(text, source, catalogue, keep))


def _checked(path: Path, problems_in: Callable[[str, Path], tuple[Problem, ...]]) -> Checked:
    """One file with everything that is wrong with its text."""
    from hiproutine.routine.reading import read_text

    text = ""
    try:
        with in_file(path):
            text = read_text(path)
        problems = problems_in(text, path)
    except BadFile as error:
        problems = error.problems
    return _checked_as(path, text, problems)


def _checked_as(path: Path, text: str, problems: Iterable[Problem]) -> Checked:
    return Checked(path, text, tuple(one if one.span else one._replace(span=START) for one in problems))


def warnings_of(text: str, source: Source, catalogue: Catalogue, keep: Keep | None = None) -> tuple[Problem, ...]:
    """What an author may like to change in a text that can be used.

    Raises:
        BadFile: it cannot be used.
    """
    from hiproutine.routine.exercise_reading import exercise_of  # the tables: only where they are needed
    from hiproutine.routine.loading import load_table
    from hiproutine.routine.reading import table_of

    path = source.path
    with in_file(path, text):
        table = table_of(text)
    if source.exercise or (source.exercise is None and is_an_exercise(table)):
        exercise_of(table, text, path, catalogue.neighbour)
        return ()

    def load(asked: Catalogue) -> Loaded:
        return load_table(table, text, path, asked)

    loaded = keep(path, text, load) if keep else load(catalogue)
    return tuple(placed(loaded.warnings, path, text))


def _in_folder(folder: Path) -> Iterator[Source]:
    """The routines of a folder and the exercises beside them; of a home, those of its `routines` and `exercises`."""
    if folder.absolute().name == "exercises":
        yield from (Source(path, exercise=True) for path in toml_files(folder))
        return
    if (folder / "routines").is_dir():
        yield from _in_folder(folder / "routines")
    else:
        yield from (Source(path, exercise=False) for path in toml_files(folder))
    yield from (Source(path, exercise=True) for path in toml_files(folder / "exercises"))
