"""The messages of a FIT file: seven kinds, by the public protocol's numbers. Pure.

What the protocol's profile says of names and units is not needed: a field is asked for by its number, and comes as the
whole number that is stored, or as None where the device wrote “not known”. Records are left where they are until
somebody asks: most files say in a session what is wanted.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

FILE_ID, SPORT, SESSION, LAP, RECORD, EVENT, ACTIVITY = 0, 12, 18, 19, 20, 21, 34
"""Numbers of messages."""
TIMESTAMP = 253
"""The number of the field with the time, in every message."""
MARK = b".FIT"
SMALLEST_HEADER = 12
MOST_MESSAGES = 200_000
"""Of one kind but records; more is no recording."""

_SIZES = (1, 1, 1, 2, 2, 4, 4, 1, 4, 8, 1, 2, 4, 1, 8, 8, 8)
"""Bytes of each base type."""
_SIGNED = frozenset({1, 3, 5, 14})
_ZERO_UNKNOWN = frozenset({10, 11, 12, 16})
_NUMBERS = frozenset(range(17)) - {7, 8, 9, 13}
"""Base types that are whole numbers; not texts, fractions and bytes."""
_ORDER: dict[int, Literal["little", "big"]] = {0: "little", 1: "big"}

Values = dict[int, int | None]
"""What a message says, by the numbers of its fields."""


class Field(NamedTuple):
    """Where a field lies in its message."""

    offset: int
    size: int
    base: int


class Definition(NamedTuple):
    """What the messages of a local number look like."""

    number: int
    size: int
    """Bytes, without the header of a byte."""
    order: Literal["little", "big"]
    fields: dict[int, Field]


class Stretch(NamedTuple):
    """Messages of one kind that follow one another."""

    definition: Definition
    start: int
    """Where the first one's header lies."""
    many: int
    time: int | None = None
    """The time, where it stood in the header."""


@dataclass(slots=True)
class Messages:
    """What one file has, or one of several that follow each other in a file."""

    data: bytes
    found: dict[int, list[Values]] = field(default_factory=dict)
    records: list[Stretch] = field(default_factory=list)
    early: bool = False
    """Whether it ends before it should, or cannot be read on."""
    right: bool = True
    """Whether the checksum is right; of a file that ends early nobody knows."""

    def all(self, number: int) -> list[Values]:
        """Every message of a kind."""
        return self.found.get(number, [])

    def first(self, number: int) -> Values:
        """The first message of a kind; empty where there is none."""
        return next(iter(self.all(number)), {})

    def values(self, *fields: int) -> Iterator[tuple[int | None, ...]]:
        """Of every record, its time and these fields."""
        for stretch in self.records:
            yield from _unpacked(self.data, stretch, (TIMESTAMP, *fields))


def files_in(data: bytes) -> Iterator[Messages]:
    """The files that follow each other in these bytes; most often one."""
    start = 0
    while start + SMALLEST_HEADER <= len(data) and data[start + 8 : start + 12] == MARK:
        header = max(data[start], SMALLEST_HEADER)
        length = int.from_bytes(data[start + 4 : start + 8], "little")
        end = start + header + length
        messages = Messages(data, early=length == 0 or end + 2 > len(data))
        _walk(messages, start + header, len(data) if messages.early else end)
        if not messages.early:
            messages.right = checksum_fits(data[start : end + 2])
        yield messages
        if messages.early:
            return
        start = end + 2


def _walk(messages: Messages, at: int, end: int) -> None:
    """Reads till the end, or till it cannot be read on."""
    data = messages.data
    known: list[Definition | None] = [None] * 16
    timed: tuple[Definition, int] | None = None
    clock: int | None = None
    while at < end:
        header = data[at]
        if header & 0xC0 == 0x40:
            found = _definition(data, at, end)
            if found is None:
                break
            known[header & 15], at = found
            continue
        definition = known[header >> 5 & 3 if header & 0x80 else header & 15]
        if definition is None or at + 1 + definition.size > end:
            break
        stride, count = definition.size + 1, 1
        if header & 0x80:
            if timed:
                clock, timed = _time(data, *timed), None
            clock = None if clock is None else clock + ((header & 31) - clock & 31)
            _take(messages, Stretch(definition, at, 1, clock))
        else:
            last = end - stride
            while at + count * stride <= last and data[at + count * stride] == header:
                count += 1
            _take(messages, Stretch(definition, at, count))
            if TIMESTAMP in definition.fields:
                timed = definition, at + (count - 1) * stride + 1
        at += count * stride
    messages.early = messages.early or at < end


def _take(messages: Messages, stretch: Stretch) -> None:
    number = stretch.definition.number
    if number == RECORD:
        messages.records.append(stretch)
    elif number in {FILE_ID, SPORT, SESSION, LAP, EVENT, ACTIVITY}:
        here = messages.found.setdefault(number, [])
        for one in range(min(stretch.many, MOST_MESSAGES - len(here))):
            start = stretch.start + one * (stretch.definition.size + 1) + 1
            here.append(
                {key: _number(messages.data, start, stretch.definition, key) for key in stretch.definition.fields}
            )


def _definition(data: bytes, at: int, end: int) -> tuple[Definition, int] | None:
    """A definition and where it ends, or None where it is not whole."""
    if at + 6 > end:
        return None
    order = _ORDER.get(data[at + 2])
    count, developer = data[at + 5], bool(data[at] & 0x20)
    after = at + 6 + 3 * count
    if order is None or after + developer > end:
        return None
    fields, offset = {}, 0
    for place in range(at + 6, after, 3):
        number, size, base = data[place : place + 3]
        fields[number] = Field(offset, size, base & 0x1F)
        offset += size
    if developer:
        more = data[after]
        if after + 1 + 3 * more > end:
            return None
        offset += sum(data[after + 2 : after + 1 + 3 * more : 3])
        after += 1 + 3 * more
    number = int.from_bytes(data[at + 3 : at + 5], order)
    return Definition(number, offset, order, fields), after


def _time(data: bytes, definition: Definition, start: int) -> int | None:
    return _number(data, start, definition, TIMESTAMP)


def _number(data: bytes, start: int, definition: Definition, key: int) -> int | None:
    """A field as it is stored; of several values the first; None for what is not known or no whole number."""
    place = definition.fields[key]
    if place.base not in _NUMBERS or not place.size:
        return None
    size = min(place.size, _SIZES[place.base])
    piece = data[start + place.offset : start + place.offset + size]
    signed = place.base in _SIGNED
    value = int.from_bytes(piece, definition.order, signed=signed)
    return None if value == _unknown(place.base, size) else value


def _unknown(base: int, size: int) -> int:
    """The value that stands for “not known”."""
    if base in _ZERO_UNKNOWN:
        return 0
    return (1 << 8 * size - (1 if base in _SIGNED else 0)) - 1


_CODES = {(1, False): "B", (2, False): "H", (4, False): "I", (8, False): "Q"} | {
    (1, True): "b",
    (2, True): "h",
    (4, True): "i",
    (8, True): "q",
}


def _unpacked(data: bytes, stretch: Stretch, wanted: tuple[int, ...]) -> Iterator[tuple[int | None, ...]]:
    """These fields of every message of a stretch, at the speed of `struct`."""
    definition = stretch.definition
    places = sorted((place, key) for key, place in definition.fields.items() if key in wanted)
    layout, at = [">" if definition.order == "big" else "<", "x"], 0
    order: dict[int, int] = {}
    unknown: dict[int, int] = {}
    for place, key in places:
        size = min(place.size, _SIZES[place.base]) if place.base in _NUMBERS else 0
        code = _CODES.get((size, place.base in _SIGNED))
        if code is None:
            continue
        layout.append(f"{place.offset - at}x{code}")
        at = place.offset + size
        unknown[key], order[key] = _unknown(place.base, size), len(order)
    layout.append(f"{definition.size - at}x")
    stride = definition.size + 1
    pairs = [(order.get(key), unknown.get(key)) for key in wanted]
    for found in struct.iter_unpack("".join(layout), data[stretch.start : stretch.start + stretch.many * stride]):
        row = [None if n is None or found[n] == nothing else found[n] for n, nothing in pairs]
        if stretch.time is not None:
            row[0] = stretch.time
        yield tuple(row)


ORDER = 32767
"""x to this power is 1 modulo the checksum's polynomial, x^16 + x^15 + x^2 + 1: bits so far apart count as one."""
_MASK = (1 << ORDER) - 1


def checksum_fits(data: bytes) -> bool:
    """Whether bytes that end with their checksum (CRC-16, reflected, from 0) are as they were written.

    Bits that are `ORDER` apart can be added up first, so that however long the file is, the slow part sees 4 KiB of it.
    """
    folded = 0
    for start in range(0, len(data), ORDER):
        folded ^= int.from_bytes(data[start : start + ORDER], "little")
    short = 0
    while folded:
        short ^= folded & _MASK
        folded >>= ORDER
    return checksum(short.to_bytes(ORDER // 8 + 1, "little")) == 0


def checksum(data: bytes) -> int:
    """The checksum to write behind these bytes."""
    rest = 0
    for byte in data:
        rest = rest >> 8 ^ _TABLE[(rest ^ byte) & 255]
    return rest


def _table() -> tuple[int, ...]:
    found = []
    for value in range(256):
        for _ in range(8):
            value = value >> 1 ^ (0xA001 if value & 1 else 0)  # noqa: PLW2901 - shifted out
        found.append(value)
    return tuple(found)


_TABLE = _table()
