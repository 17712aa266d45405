"""What is kept of files in the cache folder: each entry beside every text it was made of, used only while those stand.

An entry hangs on its own file, on the exercises and on the other files that were noted while it was read (`Noted`): all
are compared byte for byte, so that no clock and no checksum has a say in it. What other code made is as if it was not
there, and nothing of it can run.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from pathlib import Path
from zlib import crc32

from hiproutine import __version__
from hiproutine.routine.compiled_file import CompiledFile, Kept, read, write
from hiproutine.routine.contents import Contents, Noted, Text

FORMAT = 2
"""Of what the entries hold."""


class CompiledEntries:
    """The entries of one file in the cache, by the paths of what they were made of."""

    def __init__(self, place: Path, contents: Contents) -> None:
        self._place = place
        self._contents = contents
        self._file: CompiledFile = read(place, stamp())
        self._new: dict[str, tuple[Path, Text, Noted, Callable[[], Kept]]] = {}

    def find(self, path: Path, text: Text) -> Kept | None:
        """What is kept of a file in which this text stands; None where it has to be read.

        Raises:
            ValueError, TypeError, LookupError: the entry is not as this program writes it.
        """
        found = self._file.index.get(_name(path))
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
            if self._contents.of(name) != kept[at]:
                return None
            at += 1
        return Kept(values, kept[at:])

    def noting(self) -> Noted:
        """To note what a file hangs on that is about to be read."""
        return Noted(self._contents)

    def keep(self, path: Path, text: Text, noted: Noted, make: Callable[[], Kept]) -> None:
        """Keeps what came of a file in which this text stood; `make` gives it when it is saved."""
        if text is not None:
            self._new[_name(path)] = path, text, noted, make

    def save(self) -> None:
        """Writes what is new, beside what is there still. A disk that is full or read-only only costs time.

        What hangs on a file that has changed meanwhile is not kept.
        """
        if not self._new:
            return
        changed = self._contents.changed()
        entries: dict[str, Kept] = {}
        for name, (path, text, noted, make) in self._new.items():
            if changed.isdisjoint({str(path), *self._paths(noted)}):
                with suppress(ValueError, TypeError):  # a date in a figure is nothing that JSON has
                    entries[name] = self._whole(text, noted, make())
        there = [name for name in self._file.index if name not in self._new and os.path.lexists(name)]
        self._new.clear()
        if entries:
            with suppress(OSError, ValueError, TypeError):
                write(self._place, stamp(), {name: self._file.entry(name) for name in there} | entries)

    def _paths(self, noted: Noted) -> set[str]:
        exercises = {str(folder / f"{name}.toml") for name in noted.exercises for folder in self._contents.folders}
        return exercises.union(noted.files)

    def _whole(self, text: Text, noted: Noted, kept: Kept) -> Kept:
        """An entry as it is written: what it hangs on, and its own values and texts."""
        exercises = [one for name in noted.exercises for one in self._contents.of_exercise(name)]
        files = [self._contents.of(name) for name in noted.files]
        return Kept([kept.values, [*noted.exercises], [*noted.files]], [text, *exercises, *files, *kept.texts])


def _name(path: Path) -> str:
    """Of an entry: the whole path, whatever folder one is in."""
    return os.path.abspath(path)  # noqa: PTH100 - what it links to may change


@cache
def stamp() -> str:
    """Whose file it is: the format, the version, and the code that makes routines as it stands here."""
    here = Path(__file__).parent
    with suppress(OSError):
        found = sorted(
            (entry.name, entry.stat().st_size, entry.stat().st_mtime_ns)
            for folder in (here, here.parent / "plan")
            for entry in os.scandir(folder)
            if entry.name.endswith(".py")
        )
        return f"{FORMAT} {__version__} {crc32(repr(found).encode())}"
    return f"{FORMAT} {__version__}"
