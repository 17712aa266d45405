"""Makes FIT files, one trait at a time. The numbers are the public protocol's."""

from __future__ import annotations

import struct
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

EPOCH = datetime(1989, 12, 31, tzinfo=UTC)
BEGAN = datetime(2026, 5, 4, 5, 30, tzinfo=UTC)
UNKNOWN_16, UNKNOWN_32 = 0xFFFF, 0xFFFFFFFF
_CODES = {0x00: "B", 0x02: "B", 0x84: "H", 0x85: "i", 0x86: "I", 0x8C: "I", 0x83: "h"}

Value = tuple[int, int, int]
"""The number of a field, its base type, and what stands in it."""


def seconds_of(moment: datetime) -> int:
    """A moment as the protocol counts."""
    return int((moment - EPOCH).total_seconds())


T0 = seconds_of(BEGAN)


def crc(data: bytes) -> int:
    """The checksum, bit by bit as the protocol describes it."""
    rest = 0
    for byte in data:
        rest ^= byte
        for _ in range(8):
            rest = rest >> 1 ^ (0xA001 if rest & 1 else 0)
    return rest


@dataclass
class FitFile:
    """A file in the making."""

    big: bool = False
    body: bytearray = field(default_factory=bytearray)
    defined: dict[int, tuple[int, tuple[tuple[int, int], ...], int]] = field(default_factory=dict)

    @property
    def _order(self) -> str:
        return ">" if self.big else "<"

    def add(self, number: int, *values: Value, local: int = 0, developer: bytes = b"") -> FitFile:
        """A message, and before it its definition where that is another than the last of its local number."""
        shape = (number, tuple((key, base) for key, base, _ in values), len(developer))
        if self.defined.get(local) != shape:
            self.defined[local] = shape
            self.body += bytes([0x40 | local | (0x20 if developer else 0), 0, int(self.big)])
            self.body += struct.pack(f"{self._order}HB", number, len(values))
            for key, base, _ in values:
                self.body += bytes([key, struct.calcsize(_CODES[base]), base])
            self.body += bytes([1, 0, len(developer), 0]) if developer else b""
        self.body += bytes([local])
        for _, base, value in values:
            self.body += struct.pack(f"{self._order}{_CODES[base]}", value)
        self.body += developer
        return self

    def compressed(self, offset: int, *data: int, local: int) -> FitFile:
        """A message whose time stands in its header: the last five bits of the seconds."""
        self.body += bytes([0x80 | local << 5 | offset & 31, *data])
        return self

    def about(self, kind: int = 4, maker: int = 1, serial: int | None = 7, created: int = T0) -> FitFile:
        """What file it is; 4 is an activity."""
        values = [(0, 0x00, kind), (1, 0x84, maker), (4, 0x86, created)]
        return self.add(0, *values, *([(3, 0x8C, serial)] if serial else []), local=0)

    def record(self, at: int, centimetres: int | None = None, *, local: int = 1, developer: bytes = b"") -> FitFile:
        """A sample, so many seconds after the start."""
        far = UNKNOWN_32 if centimetres is None else centimetres
        return self.add(20, (253, 0x86, T0 + at), (5, 0x86, far), (3, 0x02, 140), local=local, developer=developer)

    def session(  # noqa: PLR0917
        self,
        timer: float | None = 1800,
        metres: float | None = 4500,
        elapsed: float | None = 1920,
        sport: int = 1,
        start: int = T0,
        sub: int = 0,
    ) -> FitFile:
        """The totals."""
        values = [
            (253, 0x86, start + int(elapsed or 0)),
            (2, 0x86, start),
            (7, 0x86, UNKNOWN_32 if elapsed is None else int(elapsed * 1000)),
            (8, 0x86, UNKNOWN_32 if timer is None else int(timer * 1000)),
            (9, 0x86, UNKNOWN_32 if metres is None else int(metres * 100)),
            (5, 0x00, sport),
            (6, 0x00, sub),
        ]
        return self.add(18, *values, local=2)

    def lap(self, timer: float, metres: float, start: int = T0) -> FitFile:
        """A part of a session."""
        values = [(253, 0x86, start), (2, 0x86, start), (7, 0x86, int(timer * 1000)), (8, 0x86, int(timer * 1000))]
        return self.add(19, *values, (9, 0x86, int(metres * 100)), local=4)

    def timer(self, at: int, kind: int) -> FitFile:
        """The timer starts (0) or stops (4)."""
        return self.add(21, (253, 0x86, T0 + at), (0, 0x00, 0), (1, 0x00, kind), local=5)

    def local(self, offset: int, stamp: int = T0 + 1920) -> FitFile:
        """What the watch shows as the time, `offset` seconds from UTC."""
        return self.add(34, (253, 0x86, stamp), (5, 0x86, stamp + offset), (1, 0x84, 1), local=3)

    def records(self, seconds: int = 1800, metres: int = 4500, step: int = 10) -> FitFile:
        """Samples of an even run."""
        for at in range(0, seconds + 1, step):
            self.record(at, round(metres * 100 * at / seconds))
        return self

    def bytes(self, *, length: int | None = None, checksum: int | None = None, header: int = 14) -> bytes:
        """The file; `length` is what its header says of the data."""
        size = len(self.body) if length is None else length
        head = struct.pack("<BBHI4s", header, 0x10, 2132, size, b".FIT")
        head += struct.pack("<H", crc(head)) if header == 14 else b""
        whole = head + bytes(self.body)
        return whole + struct.pack("<H", crc(whole) if checksum is None else checksum)


def plain() -> FitFile:
    """A run of half an hour with a pause of two minutes."""
    return FitFile().about().records().session().local(7200)


def day(days: int) -> datetime:
    """A moment some days after the start."""
    return BEGAN + timedelta(days=days)
