"""Strava's list of activities (`activities.csv`), in whatever language the account has. Pure.

Distance and elapsed time stand in it twice: first as they are shown, in the account's unit and decimal sign, then as
plain numbers. So the pairs of columns with one name tell which is which without reading the names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from hiproutine.advice.recovery.building import MILE
from hiproutine.runs.recording import Recording, Refusal, Refused, Remark, Source
from hiproutine.runs.sports import sport_named, surface_named
from hiproutine.runs.written import in_utc, moment, month_first, numbers

_FILE = re.compile(r"(?:[\w.-]+/)?[\w.-]+\.(?:fit|gpx|tcx)(?:\.gz)?", re.IGNORECASE)
SLOWEST = 0.05
"""Metres a second: below this a distance was in kilometres."""
_ID, _DATE, _NAME, _KIND = range(4)


class Columns(NamedTuple):
    """Where in a row what is needed stands; None where it is not."""

    elapsed: int
    metres: int
    shown: int
    """The distance as it is shown."""
    moving: int | None


USUAL = Columns(elapsed=15, metres=17, shown=6, moving=16)
_SHOWN_ELAPSED = 5


def is_one(rows: Sequence[Sequence[str]]) -> bool:
    """Whether rows are such a list: names that stand twice, numbers of activities, and dates with a time."""
    if len(rows) < 2 or _columns(rows) is None:
        return False
    row = rows[1]
    return len(row) > _KIND and row[_ID].isdecimal() and (found := moment(row[_DATE])) is not None and found.timed


def recordings(rows: Sequence[Sequence[str]]) -> Iterator[Recording | Refused]:
    """The activities of a list, with or without a file."""
    for found, _ in _rows(rows):
        yield found


def by_file(rows: Sequence[Sequence[str]]) -> dict[str, Recording]:
    """The activities that have a file, by its name in the export."""
    return {name: found for found, name in _rows(rows) if name and isinstance(found, Recording)}


def _rows(rows: Sequence[Sequence[str]]) -> Iterator[tuple[Recording | Refused, str]]:
    columns = _columns(rows)
    assert columns  # noqa: S101 - asked before
    swapped = month_first([row[_DATE] for row in rows[1:] if len(row) > _DATE])
    for row in rows[1:]:
        if len(row) <= max(columns.metres, columns.elapsed) or not row[_ID].isdecimal():
            continue
        file = next((cell for cell in row if _FILE.fullmatch(cell)), "")
        yield _recording(row, columns, swapped=swapped) or Refused(Refusal.NO_DATE, f"activity {row[_ID]}"), file


def _recording(row: Sequence[str], columns: Columns, *, swapped: bool) -> Recording | None:
    found = moment(row[_DATE], month_first=swapped)
    if found is None:
        return None
    elapsed = _one(row, columns.elapsed)
    moving = None if columns.moving is None else _one(row, columns.moving)
    seconds = elapsed if not moving else moving if elapsed is None else min(moving, elapsed)
    metres = _one(row, columns.metres)
    if metres and seconds and metres / seconds < SLOWEST:
        metres *= 1000
    kind = row[_KIND]
    return Recording(
        in_utc(found),
        Source.STRAVA,
        sport_named(kind),
        metres,
        seconds,
        elapsed,
        surface_named(kind),
        (f"strava:{row[_ID]}",),
        (Remark.NO_ZONE,),
    )


def _one(row: Sequence[str], column: int) -> float | None:
    found = numbers(row[column]) if column < len(row) else ()
    return found[0] if len(found) < 2 and found else _decimal(row[column]) if found else None


def _decimal(text: str) -> float:
    """The second of two columns is written with a point: `4500.300` is not four million."""
    return float(text.replace(",", "."))


def _columns(rows: Sequence[Sequence[str]]) -> Columns | None:
    """By the names that stand twice: elapsed time is the first such, distance the next; moving time lies between.

    Where a language has other names the second time, by the places that they have in every language.
    """
    names = [name.casefold() for name in rows[0]]
    twice = [name for name in dict.fromkeys(names) if name and names.count(name) > 1]
    if "elapsed time" in twice and "distance" in twice:
        twice = ["elapsed time", "distance"]
    if len(names) <= _KIND:
        return None
    if len(twice) < 2:
        return USUAL if any(_as_usual(row) for row in rows[1:6]) else None
    elapsed, distance = ([n for n, name in enumerate(names) if name == one] for one in twice[:2])
    between = elapsed[-1] + 1
    named = names.index("moving time") if "moving time" in names else None
    moving = named if named is not None else between if between < distance[-1] else None
    return Columns(elapsed[-1], distance[-1], distance[0], moving)


def _as_usual(row: Sequence[str]) -> bool:
    """Whether both elapsed times of a row are one, and its distances are one in two units."""
    if len(row) <= USUAL.metres:
        return False
    first, second = numbers(row[_SHOWN_ELAPSED]), numbers(row[USUAL.elapsed])
    shown, metres = numbers(row[USUAL.shown]), numbers(row[USUAL.metres])
    same = bool(set(first) & set(second))
    scales = (1.0, 1000.0, MILE)
    return same and any(abs(a * scale - b) <= 0.01 * b for a in shown for b in metres if b for scale in scales)
