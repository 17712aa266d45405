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


@cache
def cached_stamp() -> str:
    """Of a file in the cache: the code that reads routines as it stands here, told by times and sizes."""
    with suppress(OSError):
        found = [(entry.name, entry.stat().st_size, entry.stat().st_mtime_ns) for entry in _code()]
        return _stamp(crc32(repr(found).encode()))
    return _stamp(0)


def shipped_stamp() -> str:
    """Of a file that comes with the program: the same code, told by what stands in it, wherever it was put since.

    Raises:
        OSError: it cannot be read.
    """
    found = 0
    for entry in _code():
        found = crc32(Path(entry.path).read_bytes(), crc32(entry.name.encode(), found))
    return f"shipped {_stamp(found)}"


def _stamp(code: int) -> str:
    return f"{FORMAT} {__version__} {code}"


def _code() -> list[os.DirEntry[str]]:
    here = Path(__file__).parent
    folders = (here.parent, here, here.parent / "plan")
    entries = [entry for folder in folders for entry in os.scandir(folder) if entry.name.endswith(".py")]
    return sorted(entries, key=lambda entry: (entry.name, entry.path))
