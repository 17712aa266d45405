"""The files of routines by their ids, and which of them include which: what is asked before one is read whole."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from hiproutine.errors import BadFile
from hiproutine.routine.folders import toml_files
from hiproutine.routine.values import SLUG, slug_of

Stamp = tuple[int, int, int] | None
"""What changes when a file does; None where there is none."""


class RoutineFiles:
    """Those of some folders; the first folder with an id has it, whether or not it can be played."""

    def __init__(self, folders: Iterable[Path] = ()) -> None:
        self._folders = tuple(folders)
        self._named: dict[Path, tuple[str, ...]] = {}
        self._asked: dict[Path, Stamp] = {}
        """The files that were looked for, there or not, each with what it was known by."""

    @property
    def asked(self) -> tuple[Path, ...]:
        """Every file that was looked for since the last `forget`, there or not."""
        return tuple(self._asked)

    @property
    def changed(self) -> bool:
        """Whether one of them is another now."""
        return any(_stamp(path) != stamp for path, stamp in self._asked.items())

    @property
    def ids(self) -> list[str]:
        """Every id there is a file for, sorted."""
        return sorted({path.stem for folder in self._folders for path in toml_files(folder)})

    def file_of(self, name: str) -> Path | None:
        """The file of an id."""
        for path in self.places_of(name):
            self._asked.setdefault(path, _stamp(path))
            if os.path.lexists(path):
                return path
        return None

    def places_of(self, name: str) -> list[Path]:
        """Where the file of an id can stand; the first that is there has the id."""
        return [folder / f"{name}.toml" for folder in self._folders if SLUG.fullmatch(name)]

    def titles(self) -> dict[str, str]:
        """What routines are called, by their ids; of a file that cannot be read, nothing."""
        from hiproutine.routine.reading import read_text, table_of

        found: dict[str, str] = {}
        for path in (path for folder in self._folders for path in toml_files(folder) if SLUG.fullmatch(path.stem)):
            try:
                title = table_of(read_text(path)).get("title")
            except BadFile:
                continue
            found.setdefault(path.stem, title if isinstance(title, str) else "")
        return dict(sorted(found.items()))

    def way_back(self, name: str, start: Path) -> tuple[str, ...] | None:
        """The ids by which the routine `name` leads back to the file `start`, itself the first; None if it does not."""
        goal = _same(start)
        ways: deque[tuple[str, ...]] = deque([(name,)])
        seen = {name}
        while ways:
            way = ways.popleft()
            path = self.file_of(way[-1])
            if path is None:
                continue
            if _same(path) == goal:
                return way
            for following in self._includes(path):
                if following not in seen:
                    seen.add(following)
                    ways.append((*way, following))
        return None

    def led_to(self, name: str) -> Iterator[str]:
        """Every id that a routine includes by any way, its own first, each before its file is read."""
        found, open_ = {name}, [name]
        while open_:
            yield (here := open_.pop())
            path = self.file_of(here)
            new = {one for one in (self._includes(path) if path else ()) if one not in found}
            found |= new
            open_ += new

    def forget(self) -> None:
        """Files were written: each is read again when it is asked for."""
        self._named.clear()
        self._asked.clear()

    def _includes(self, path: Path) -> tuple[str, ...]:
        from hiproutine.routine.reading import read_text, table_of
        from hiproutine.routine.variables import filled_in

        if path not in self._named:
            try:
                table = filled_in(table_of(read_text(path))).table
                self._named[path] = tuple(dict.fromkeys(_named_in(table)))
            except BadFile:
                self._named[path] = ()
        return self._named[path]


def _named_in(table: dict[str, Any]) -> Iterator[str]:
    """The ids that are included anywhere in a table of a routine."""
    open_ = [table]
    while open_:
        one = open_.pop()
        if isinstance(name := one.get("include"), str) and (slug := slug_of(name)):
            yield slug
        for key in ("steps", "blocks"):
            entries = one.get(key)
            open_ += [entry for entry in entries if isinstance(entry, dict)] if isinstance(entries, list) else []


def _stamp(path: Path) -> Stamp:
    try:
        status = path.stat()
    except (OSError, ValueError):
        return None
    return status.st_mtime_ns, status.st_size, status.st_ino


def _same(path: Path) -> str:
    """What a file is known by, whatever it is reached through."""
    return os.path.realpath(path)
