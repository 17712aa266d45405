"""Whose compiled files are: of which format, which version, and what code."""

from __future__ import annotations

import os
from contextlib import suppress
from functools import cache
from pathlib import Path
from zlib import crc32

from hiproutine import __version__

FORMAT = 3
"""Of what the entries hold."""


_HERE = Path(__file__).parent
READING = (_HERE.parent, _HERE, _HERE.parent / "plan")
"""Where the code stands that reads routines."""


@cache
def cached_stamp(folders: tuple[Path, ...] = READING, ends: tuple[str, ...] = (".py",)) -> str:
    """Of a file in the cache: the code that makes it as it stands here, told by times and sizes."""
    with suppress(OSError):
        found = [(entry.name, entry.stat().st_size, entry.stat().st_mtime_ns) for entry in _code(folders, ends)]
        return _stamp(crc32(repr(found).encode()))
    return _stamp(0)


def shipped_stamp(folders: tuple[Path, ...] = READING, ends: tuple[str, ...] = (".py",)) -> str:
    """Of a file that comes with the program: the same code, told by what stands in it, wherever it was put since.

    Raises:
        OSError: it cannot be read.
    """
    found = 0
    for entry in _code(folders, ends):
        found = crc32(Path(entry.path).read_bytes(), crc32(entry.name.encode(), found))
    return f"shipped {_stamp(found)}"


def _stamp(code: int) -> str:
    return f"{FORMAT} {__version__} {code}"


def _code(folders: tuple[Path, ...], ends: tuple[str, ...]) -> list[os.DirEntry[str]]:
    entries = [entry for folder in folders for entry in os.scandir(folder) if entry.name.endswith(ends)]
    return sorted(entries, key=lambda entry: (entry.name, entry.path))
