"""One file, by what it holds: its recordings, or why there are none."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from hiproutine.advice.recovery.building import Unit
from hiproutine.runs.apple import read_apple
from hiproutine.runs.fit import read_fit
from hiproutine.runs.fit_messages import MARK
from hiproutine.runs.garmin_summary import MARK as MARK_OF_SUMMARY
from hiproutine.runs.garmin_summary import read_summary
from hiproutine.runs.gpx import read_gpx
from hiproutine.runs.recording import Recording, Refusal, Refused
from hiproutine.runs.tables import looks_like_a_table, read_table
from hiproutine.runs.tcx import read_tcx

LARGEST = 256 * 2**20
"""Bytes of one recording; an export of Apple Health is read as it comes, and may be larger."""
_LOOKED_AT = 4096


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the person says of files that do not say it themselves."""

    unit: Unit = Unit.KM
    day: datetime | None = None
    """When it began, where a file has no date."""


AS_SAID = Wishes()
"""Nothing is wished: kilometres, and no date but the file's own."""


def read_bytes(data: bytes, wishes: Wishes = AS_SAID) -> Iterator[Recording | Refused]:
    """The recordings of a file, whatever it is called; of a part that cannot be taken, why.

    Raises:
        Refused: there is nothing in it that can be read.
    """
    if not data.strip(b"\x00 \t\r\n"):
        raise Refused(Refusal.EMPTY)
    if data[8:12] == MARK:
        yield from read_fit(data, _digest(data), wishes.day)
        return
    head = beginning(data)
    if head.startswith("<"):
        yield from _xml(data, head, wishes)
    elif MARK_OF_SUMMARY in data[:_LOOKED_AT]:
        yield from read_summary(data)
    elif looks_like_a_table(head):
        yield from read_table(data, wishes.unit)
    else:
        raise Refused(Refusal.UNKNOWN)


def _xml(data: bytes, head: str, wishes: Wishes) -> Iterator[Recording | Refused]:
    if "<HealthData" in head:
        yield from read_apple([data])
    elif "<TrainingCenterDatabase" in head:
        yield from read_tcx([data], _digest(data), wishes.day)
    else:
        yield from read_gpx([data], _digest(data), wishes.day)


def beginning(data: bytes) -> str:
    """The first characters of a text, without its mark and blanks."""
    coding = "utf-16" if data[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8-sig"
    return data[:_LOOKED_AT].decode(coding, "replace").lstrip()


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
