"""What stands in the files that something hangs on, each read once, so that all who ask see the same."""

from __future__ import annotations

import os
import stat
from codecs import BOM_UTF8
from pathlib import Path

from hiproutine.paths import whole_name
from hiproutine.routine.values import SLUG

Text = bytes | None
"""What stands in a file; None where there is no plain file, or one that is too large to be read."""
LARGEST = 1024 * 1024
"""Bytes."""


class Contents:
    """The contents of files by their paths, as they were when each was first asked for."""

    def __init__(self, exercises: tuple[Path, ...], own: Path | None = None) -> None:
        """`exercises` are the folders that exercises come from, `own` is that of the person's own routines."""
        self.folders = exercises
        self.own = own
        self._texts: dict[str, Text] = {}
        self._exercises: dict[str, tuple[Text, ...]] = {}

    def of(self, path: Path | str) -> Text:
        """What stands in a file."""
        name = str(path)
        if name not in self._texts:
            self._texts[name] = text_of(name)
        return self._texts[name]

    def of_exercise(self, name: str) -> tuple[Text, ...]:
        """What stands in the files of an exercise, one a folder."""
        if name not in self._exercises:
            named = SLUG.fullmatch(name)
            self._exercises[name] = tuple(
                self.of(folder / f"{name}.toml") if named else None for folder in self.folders
            )
        return self._exercises[name]

    def changed(self) -> frozenset[str]:
        """The paths of files that are not as they were when they were asked for."""
        return frozenset(name for name, text in self._texts.items() if text_of(name) != text)

    def forget(self) -> None:
        """Files were written: each is read again when it is asked for."""
        self._texts.clear()
        self._exercises.clear()


class Noted:
    """What a file hangs on beside itself, noted while it is read: see `Catalogue.hangs_on`."""

    def __init__(self, contents: Contents) -> None:
        self._contents = contents
        self.exercises: dict[str, None] = {}
        """Ids, whether or not there are such exercises."""
        self.files: dict[str, None] = {}
        """Whole paths, whether or not there are such files."""

    def exercise(self, name: str) -> None:
        """It hangs on what stands in the files of an exercise. Said before one of them is read."""
        self.exercises[name] = None
        self._contents.of_exercise(name)

    def file(self, path: Path) -> None:
        """It hangs on what stands in a file. Said before that is read."""
        name = whole_name(path)
        self.files[name] = None
        self._contents.of(name)


def text_of(path: Path | str) -> Text:
    """What stands in a file; None where there is no plain file, or one that is too large to be read."""
    try:
        with open(path, "rb", opener=_open_at_once) as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                return None
            text = file.read(LARGEST + 1)
    except (OSError, ValueError):
        return None
    return text if len(text) <= LARGEST else None


def written_in(text: Text) -> str | None:
    """What is written in a file, without a byte order mark; None where it is no UTF-8."""
    try:
        return None if text is None else text.removeprefix(BOM_UTF8).decode()
    except UnicodeDecodeError:
        return None


def _open_at_once(path: str, flags: int) -> int:
    """A pipe that nobody writes to is not waited for."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))
