"""A file of compiled records: an index as JSON, and the texts that its entries point into, equal ones kept once.

A line about the rest comes first. What is damaged, half written or another's is as if it was not there; a file appears
as a whole or not at all, so that two programs at once do no harm.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple
from zlib import crc32

LARGEST = 256 * 1024 * 1024
"""Bytes of a file that is read at all."""


class Kept(NamedTuple):
    """One entry: plain values, and texts, of which some may be missing."""

    values: Any
    texts: Sequence[bytes | None]


@dataclass(frozen=True, slots=True)
class CompiledFile:
    """What was read: entries by their names, each as its values and where its texts stand."""

    index: dict[str, list[Any]] = field(default_factory=dict)
    body: bytes = b""

    def texts(self, places: list[list[int] | None]) -> list[bytes | None]:
        """Texts by their places, as the index has them."""
        return [None if at is None else self.body[at[0] : at[0] + at[1]] for at in places]

    def entry(self, name: str) -> Kept:
        """A whole entry."""
        values, places = self.index[name]
        return Kept(values, self.texts(places))


def read(place: Path, stamp: str) -> CompiledFile:
    """What stands in a file that was written with this stamp; nothing where it was not, or is damaged."""
    try:
        with place.open("rb") as file:
            head = json.loads(file.readline(1000))
            rest = file.read(LARGEST)
        if head["stamp"] != stamp or head["sum"] != crc32(rest):
            return CompiledFile()
        index = json.loads(rest[: head["index"]])
        return CompiledFile(index, rest[head["index"] :])
    except (OSError, ValueError, TypeError, LookupError, RecursionError):
        return CompiledFile()


def write(place: Path, stamp: str, entries: Mapping[str, Kept]) -> None:
    """Writes a file anew.

    Raises:
        OSError: it cannot be written; what was there is still there.
    """
    places: dict[bytes, tuple[int, int]] = {}
    size = 0
    for kept in entries.values():
        for text in kept.texts:
            if text is not None and text not in places:
                places[text] = size, len(text)
                size += len(text)
    index = {
        name: [kept.values, [None if text is None else places[text] for text in kept.texts]]
        for name, kept in entries.items()
    }
    written = json.dumps(index, separators=(",", ":")).encode()
    rest = b"".join([written, *places])
    head = json.dumps({"stamp": stamp, "index": len(written), "sum": crc32(rest)})
    _replace(place, head.encode() + b"\n" + rest)


def _replace(place: Path, content: bytes) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    part = place.with_name(f".{place.name}.{os.getpid()}.{os.urandom(4).hex()}.part")
    try:
        part.write_bytes(content)
        part.replace(place)
    except OSError:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise
