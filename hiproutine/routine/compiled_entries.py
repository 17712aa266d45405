"""What is kept of files in the cache folder: each entry beside every text it was made of, used only while those stand.

An entry hangs on its own file, on the exercises and on the other files that were noted while it was read (`Noted`): all
are compared byte for byte, so that no clock and no checksum has a say in it. What other code made is as if it was not
there, and nothing of it can run. Where the cache has none of it, what comes compiled with the program is used.

Files of the program are named by where they stand in its folder, so that what is compiled can go with them; so are
those of the person that would stand in for one that is included.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from hiproutine.paths import bundled, whole_name
from hiproutine.routine.compiled_file import CompiledFile, Kept, read, write
from hiproutine.routine.compiled_stamps import cached_stamp, shipped_stamp
from hiproutine.routine.contents import Contents, Noted, Text

_OWN = "own:"
"""Before the name of a file in the person's own folder of routines."""


class CompiledEntries:
    """The entries of one file in the cache, by the paths of what they were made of."""

    def __init__(self, place: Path, contents: Contents) -> None:
        self._place = place
        self._contents = contents
        self._bundled = os.path.join(whole_name(bundled()), "")  # noqa: PTH118 - keeps the last separator
        self._own = os.path.join(whole_name(contents.own), "") if contents.own else ""  # noqa: PTH118 - as above
        self._file: CompiledFile = read(place, cached_stamp())
        self._saved: dict[str, Kept] = {}
        """What was written since it was read."""
        self._is_new = False
        """Whether what comes with the program is not in the cache yet."""
        if not self._file.index:
            self._file = _shipped(place.name)
            self._is_new = bool(self._file.index)
        self._new: dict[str, tuple[Path, Text, Noted, Callable[[], Kept]]] = {}

    def find(self, path: Path, text: Text) -> Kept | None:
        """What is kept of a file in which this text stands; None where it has to be read.

        Raises:
            ValueError, TypeError, LookupError: the entry is not as this program writes it.
        """
        found = self._file.index.get(self._name(path))
        if found is None or text is None:
            return None
        (values, exercises, files), places = found
        kept = self._file.texts(places)
        if kept[0] != text:
            return None
        count, at = len(self._contents.folders), 1
        for name in exercises:
            if self._contents.of_exercise(name) != tuple(kept[at : at + count]):
                return None
            at += count
        for name in files:
            if self._contents.of(self._place_of(name)) != kept[at]:
                return None
            at += 1
        return Kept(values, kept[at:])

    def noting(self) -> Noted:
        """To note what a file hangs on that is about to be read."""
        return Noted(self._contents)

    def keep(self, path: Path, text: Text, noted: Noted, make: Callable[[], Kept]) -> None:
        """Keeps what came of a file in which this text stood; `make` gives it when it is saved."""
        if text is not None:
            self._new[self._name(path)] = path, text, noted, make

    def save(self) -> None:
        """Writes what is new, beside what is there still. A disk that is full or read-only only costs time.

        What hangs on a file that has changed meanwhile is not kept.
        """
        if not self._new and not self._is_new:
            return
        changed = self._contents.changed()
        entries = {name: kept for name, kept in self._saved.items() if name not in self._new}
        for name, (path, text, noted, make) in self._new.items():
            if changed.isdisjoint({str(path), *self._paths(noted)}):
                with suppress(ValueError, TypeError):  # a date in a figure is nothing that JSON has
                    entries[name] = self._whole(text, noted, make())
        others = [name for name in self._file.index if name not in entries and name not in self._new]
        there = {name: self._file.entry(name) for name in others if os.path.lexists(self._path(name))}
        self._new.clear()
        if self._is_new or entries != self._saved:
            self._is_new, self._saved = False, entries
            with suppress(OSError, ValueError, TypeError):
                write(self._place, cached_stamp(), there | entries)

    def _name(self, path: Path | str) -> str:
        """Of an entry: the whole path, whatever folder one is in; of a file of the program, the path in its folder."""
        whole = whole_name(path)
        inside = whole.startswith(self._bundled)
        return whole[len(self._bundled) :].replace(os.sep, "/") if inside else whole

    def _path(self, name: str) -> str:
        """Where the file of an entry is."""
        return os.path.join(self._bundled, name)  # noqa: PTH118 - a whole path stays as it is

    def _noted_name(self, path: str) -> str:
        """Of a file that an entry hangs on: one in the person's own folder is named by that, wherever it is."""
        if self._own and path.startswith(self._own):
            return _OWN + path[len(self._own) :]
        return self._name(path)

    def _place_of(self, name: str) -> str:
        """Where a file is that an entry hangs on."""
        name = os.fspath(name)  # an entry that is not as it is written may have a number here
        return self._own + name[len(_OWN) :] if name.startswith(_OWN) else self._path(name)

    def _paths(self, noted: Noted) -> set[str]:
        exercises = {str(folder / f"{name}.toml") for name in noted.exercises for folder in self._contents.folders}
        return exercises.union(noted.files)

    def _whole(self, text: Text, noted: Noted, kept: Kept) -> Kept:
        """An entry as it is written: what it hangs on, and its own values and texts."""
        exercises = [one for name in noted.exercises for one in self._contents.of_exercise(name)]
        files = [self._contents.of(name) for name in noted.files]
        names = [*map(self._noted_name, noted.files)]
        return Kept([kept.values, [*noted.exercises], names], [text, *exercises, *files, *kept.texts])


def shipped_folder() -> Path:
    """Where what comes compiled with the program is; a checkout has none."""
    return bundled() / "compiled"


def _shipped(name: str) -> CompiledFile:
    place = shipped_folder() / name
    with suppress(OSError):
        if place.is_file():
            return read(place, shipped_stamp())
    return CompiledFile()
