"""One file, by what it holds: its recordings, or why there are none."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

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

LARGEST = 128 * 2**20
"""Bytes of one recording; an export of Apple Health is read as it comes, and may be larger."""
_LOOKED_AT = 4096
"""Bytes of the beginning."""


class Kind(Enum):
    """What a file is."""

    FIT = "fit"
    GPX = "gpx"
    TCX = "tcx"
    APPLE = "apple"
    SUMMARY = "summary"
    TABLE = "table"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the person says of files that do not say it themselves."""

    unit: Unit = Unit.KM
    day: datetime | None = None
    """When it began, where a file has no date."""
    plain_tables: bool = True
    """Whether a table that no service wrote may be one of runs."""
    sure_tables: bool = False
    """Whether its names have to say so: a folder holds tables of much else."""


AS_SAID = Wishes()
"""Nothing is wished: kilometres, and no date but the file's own."""


_HEALTH = re.compile(r"<(?:!DOCTYPE\s+)?HealthData\b")
_TRAINING = re.compile(r"<(?:\w+:)?TrainingCenterDatabase\b")


def kind_of(head: bytes) -> Kind:
    """What a file is, by its beginning."""
    if head[8:12] == MARK:
        return Kind.FIT
    text = beginning(head)
    if text.startswith("<"):
        return Kind.APPLE if _HEALTH.search(text) else Kind.TCX if _TRAINING.search(text) else Kind.GPX
    if MARK_OF_SUMMARY in head[:_LOOKED_AT]:
        return Kind.SUMMARY
    return Kind.TABLE if looks_like_a_table(text) else Kind.NONE


def read_bytes(data: bytes, wishes: Wishes = AS_SAID) -> Iterator[Recording | Refused]:
    """The recordings of a file, whatever it is called; of a part that cannot be taken, why.

    Raises:
        Refused: there is nothing in it that can be read.
    """
    if not data.strip(b"\x00 \t\r\n"):
        raise Refused(Refusal.EMPTY)
    kind = kind_of(data)
    if kind is Kind.NONE:
        raise Refused(Refusal.UNKNOWN)
    if kind is Kind.TABLE:
        yield from read_table(data, wishes.unit, plain=wishes.plain_tables, sure=wishes.sure_tables)
    elif kind is Kind.SUMMARY:
        yield from read_summary(data)
    elif kind is Kind.APPLE:
        yield from read_apple([data])
    else:
        digest = hashlib.sha256(data).hexdigest()
        if kind is Kind.FIT:
            yield from read_fit(data, digest, wishes.day)
        else:
            yield from (read_tcx if kind is Kind.TCX else read_gpx)([data], digest, wishes.day)


def beginning(data: bytes) -> str:
    """The first characters of a text, without its mark and blanks."""
    coding = "utf-16" if data[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8-sig"
    return data[:_LOOKED_AT].decode(coding, "replace").lstrip()
