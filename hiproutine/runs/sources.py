"""Files, folders, archives and a stream, one recording after the other; nothing is unpacked onto the disk by name.

What a file is goes by what it holds. Archives are kept within bounds: how deep they lie in each other, how much they
claim to hold, and where their names lead.
"""

from __future__ import annotations

import os
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from gzip import BadGzipFile, GzipFile
from pathlib import Path, PurePosixPath
from tempfile import SpooledTemporaryFile
from typing import IO, cast

from hiproutine.runs.apple import read_apple
from hiproutine.runs.parallel_reading import Read, Unread, in_order
from hiproutine.runs.reading import LARGEST, Kind, Wishes, kind_of
from hiproutine.runs.recording import Recording, Refusal, Refused
from hiproutine.runs.tables import filed

LIST = "activities.csv"
"""What Strava calls its list in every language."""
DEEPEST = 3
"""Archives in archives; Garmin's export has two."""
STEEPEST = 400
"""How often larger than it is an archive may say that it is: XML stays below 100, and nothing honest reaches 1000."""
SMALL = 64 * 2**20
"""Bytes up to which nobody asks how steep an archive is."""
MOST_ENTRIES = 500_000
PIECE = 256 * 2**10
HELD = 8 * 2**20
"""Bytes of an archive in an archive that are held in memory; more lies in a nameless file of the system's."""
_ZIP, _GZIP = b"PK\x03\x04", b"\x1f\x8b"
_DAMAGE = (zipfile.BadZipFile, BadGzipFile, zlib.error, EOFError, NotImplementedError, UnicodeError)

Meter = Callable[[int], None]
"""Is told how many more bytes have been gone through."""


Part = Read | Unread


def read_path(path: Path, wishes: Wishes, meter: Meter = lambda _: None, cores: int = 1) -> Iterator[Read]:
    """The recordings of a file, or of all that lies in a folder; over so many cores where that is worth it."""
    return in_order(_parts(path, wishes, meter), cores)


def read_stream(stream: IO[bytes], wishes: Wishes, cores: int = 1) -> Iterator[Read]:
    """The recordings of a stream that cannot be gone back in, such as standard input."""
    return in_order(_parts_of_stream(stream, wishes), cores)


def _parts(path: Path, wishes: Wishes, meter: Meter) -> Iterator[Part]:
    try:
        if path.is_dir():
            yield from _folder(path, wishes, meter)
            return
        with path.open("rb") as stream:
            yield from _stream(_metered(stream, meter), path.name, wishes, named=True)
    except OSError as error:
        yield Read(path.name or str(path), (Refused(Refusal.UNREADABLE, error.strerror or ""),), named=True)


def _parts_of_stream(stream: IO[bytes], wishes: Wishes) -> Iterator[Part]:
    with SpooledTemporaryFile(HELD) as whole:
        held = cast("IO[bytes]", whole)
        while piece := stream.read(PIECE):
            held.write(piece)
        held.seek(0)
        yield from _stream(held, "standard input", wishes, named=True)


def files_below(folder: Path) -> Iterator[Path]:
    """Every file of a folder and the folders in it, in the order of names; hidden ones are left out."""
    for here, folders, names in os.walk(folder):
        folders[:] = sorted(one for one in folders if not one.startswith("."))
        for name in sorted(names):
            path = Path(here, name)
            if not name.startswith(".") and path.is_file():
                yield path


def size_of(path: Path) -> int:
    """Bytes of a file, or of all that lies in a folder."""
    found = files_below(path) if path.is_dir() else iter([path])
    return sum(one.stat().st_size for one in found if one.is_file())


class _Metered:
    """A file that tells how much of it was read."""

    def __init__(self, stream: IO[bytes], meter: Meter) -> None:
        self._stream = stream
        self._meter = meter
        self.seek, self.tell, self.seekable, self.close = stream.seek, stream.tell, stream.seekable, stream.close

    def read(self, size: int = -1) -> bytes:
        found = self._stream.read(size)
        self._meter(len(found))
        return found


def _metered(stream: IO[bytes], meter: Meter) -> IO[bytes]:
    return cast("IO[bytes]", _Metered(stream, meter))


def _bounded(stream: IO[bytes], most: int) -> IO[bytes]:
    """The same, refused once more than this comes out of it."""
    left = most

    def count(more: int) -> None:
        nonlocal left
        left -= more
        if left < 0:
            raise Refused(Refusal.BOMB)

    return _metered(stream, count)


def _folder(folder: Path, wishes: Wishes, meter: Meter) -> Iterator[Part]:
    """The files of a folder; lists of exports last, for what their files did not tell."""
    lists = {path.parent: _list(path) for path in files_below(folder) if path.name == LIST}
    for last in (False, True):
        for path in files_below(folder):
            if (path.name == LIST) is not last:
                continue
            name = path.relative_to(folder).as_posix()
            beside = (listed.get(_inside(path, above)) for above, listed in lists.items())
            about = next((found for found in beside if found), None)
            try:
                with path.open("rb") as stream:
                    for part in _stream(_metered(stream, meter), name, wishes):
                        yield _told(part, about)
            except OSError as error:
                yield Read(name, (Refused(Refusal.UNREADABLE, error.strerror or ""),))


def _inside(path: Path, above: Path) -> str:
    return path.relative_to(above).as_posix() if path.is_relative_to(above) else ""


def _list(path: Path) -> dict[str, Recording]:
    try:
        with path.open("rb") as stream:
            return filed(stream.read(LARGEST))
    except (OSError, Refused):
        return {}


def _told(part: Part, about: Recording | None) -> Part:
    """A file with what the list of its export says of it."""
    return replace(part, about=about) if about and isinstance(part, Unread) else part


def _stream(stream: IO[bytes], name: str, wishes: Wishes, depth: int = 0, *, named: bool = False) -> Iterator[Part]:
    """What a stream that can be gone back in holds; a packed one is looked into."""
    head = stream.read(4)
    stream.seek(0)
    try:
        if head == _ZIP:
            yield from _archive(stream, name, wishes, depth)
        elif head[:2] == _GZIP:
            most = max(SMALL, STEEPEST * stream.seek(0, os.SEEK_END))
            stream.seek(0)
            with GzipFile(fileobj=stream, mode="rb") as unpacked:
                yield from _unpacked(_bounded(cast("IO[bytes]", unpacked), most), name, wishes, depth, named=named)
        else:
            yield from _plain(stream, name, wishes, named=named)
    except Refused as refused:
        yield Read(name, (refused.bare(),), named)
    except _DAMAGE:
        yield Read(name, (Refused(Refusal.DAMAGED),), named)


def _unpacked(stream: IO[bytes], name: str, wishes: Wishes, depth: int, *, named: bool) -> Iterator[Part]:
    """What came out of a packed file; another packed one in it is looked into as well, so deep."""
    head = stream.read(4)
    if head != _ZIP and head[:2] != _GZIP:
        yield from _plain(stream, name, wishes, head, named=named)
        return
    if depth >= DEEPEST:
        raise Refused(Refusal.BOMB)
    with SpooledTemporaryFile(HELD) as whole:
        held = cast("IO[bytes]", whole)
        held.write(head)
        left = 8 * 2**30
        while piece := stream.read(PIECE):
            left -= len(piece)
            if left < 0:
                raise Refused(Refusal.BOMB)
            held.write(piece)
        held.seek(0)
        yield from _stream(held, name, wishes, depth + 1, named=named)


def _plain(stream: IO[bytes], name: str, wishes: Wishes, head: bytes = b"", *, named: bool = False) -> Iterator[Part]:
    """A file as it is. An export of Apple Health is read as it comes; of what is no recording, only the beginning."""
    head += stream.read(PIECE - len(head))
    kind = kind_of(head)
    if kind is Kind.APPLE:
        some = False
        for one in read_apple(_pieces(stream, head)):
            some = True
            yield Read(name, (one,), named)
        if not some:
            raise Refused(Refusal.NO_ACTIVITY)
        return
    if kind is Kind.NONE:
        raise Refused(Refusal.UNKNOWN if head.strip(b"\0 \t\r\n") else Refusal.EMPTY)
    data = head if len(head) < PIECE else head + stream.read(LARGEST + 1 - len(head))
    if len(data) > LARGEST:
        raise Refused(Refusal.TOO_LARGE)
    yield Unread(name, data, wishes if named else replace(wishes, sure_tables=True), named)


def _pieces(stream: IO[bytes], head: bytes) -> Iterator[bytes]:
    yield head
    while piece := stream.read(PIECE):
        yield piece


def _archive(stream: IO[bytes], name: str, wishes: Wishes, depth: int) -> Iterator[Part]:
    if depth >= DEEPEST:
        raise Refused(Refusal.BOMB)
    wishes = replace(wishes, plain_tables=False)  # exports hold tables of much else
    with _opened(stream) as archive:
        size = stream.seek(0, os.SEEK_END)
        inside = [one for one in archive.infolist() if not one.is_dir()]
        _check(inside, size)
        entries = {one.filename: one for one in inside if not _hidden(one.filename)}
        lists = {
            str(PurePosixPath(one).parent): _listed(archive, entries[one])
            for one in entries
            if PurePosixPath(one).name == LIST
        }
        for one in sorted(entries, key=lambda name: (PurePosixPath(name).name == LIST, name)):
            about = next((found for above, listed in lists.items() if (found := listed.get(_below(one, above)))), None)
            for part in _entry(archive, entries[one], f"{name}/{one}", wishes, depth):
                yield _told(part, about)


def _opened(stream: IO[bytes]) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(stream)
    except ValueError:  # an entry that would lie before the beginning
        raise Refused(Refusal.DAMAGED) from None


def _opened_entry(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> IO[bytes]:
    try:
        return archive.open(entry)
    except (ValueError, OSError, RuntimeError):
        raise Refused(Refusal.DAMAGED) from None


def _entry(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, name: str, wishes: Wishes, depth: int) -> Iterator[Part]:
    try:
        with _opened_entry(archive, entry) as stream:
            yield from _unpacked(stream, name, wishes, depth, named=False)
    except Refused as refused:
        yield Read(name, (refused.bare(),))
    except (*_DAMAGE, OSError):
        yield Read(name, (Refused(Refusal.DAMAGED),))


def _check(inside: list[zipfile.ZipInfo], size: int) -> None:
    """Raises Refused for an archive that no export is."""
    if any(one.flag_bits & 1 for one in inside):
        raise Refused(Refusal.LOCKED)
    for one in inside:
        parts = PurePosixPath(one.filename.replace("\\", "/"))
        if parts.is_absolute() or ".." in parts.parts or one.filename[1:2] == ":":
            raise Refused(Refusal.OUTSIDE)
        if one.file_size > SMALL and one.file_size > STEEPEST * max(1, one.compress_size):
            raise Refused(Refusal.BOMB)
    whole = sum(one.file_size for one in inside)
    if len(inside) > MOST_ENTRIES or (whole > 4 * SMALL and whole > STEEPEST * size):
        raise Refused(Refusal.BOMB)


def _listed(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> dict[str, Recording]:
    try:
        with _opened_entry(archive, entry) as stream:
            return filed(stream.read(LARGEST))
    except (*_DAMAGE, OSError, Refused):
        return {}


def _below(name: str, above: str) -> str:
    return name if above == "." else name.removeprefix(f"{above}/")


def _hidden(name: str) -> bool:
    return any(part.startswith((".", "__MACOSX")) for part in PurePosixPath(name).parts)
