"""A plain table of `date, distance, time`, with or without a line of names, the columns in any order. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import datetime, time, timedelta
from typing import NamedTuple

from hiproutine.advice.recovery.amounts import metres_of, seconds_of
from hiproutine.advice.recovery.building import MILE, Unit
from hiproutine.runs.recording import Recording, Refusal, Refused, Remark, Source
from hiproutine.runs.sports import sport_named, surface_named
from hiproutine.runs.written import length, moment, month_first, numbers

_NOON = time(12)
_MOST_WRONG = 20
"""Rows in which nothing is found, after which it is no table of runs."""
_DISTANCE = re.compile(r"dist|strecke|entfernung|afstand|km|mile|mi\b", re.IGNORECASE)
_TIME = re.compile(r"time|dur|zeit|dauer|temps|durée|tiempo|tempo|tijd|min", re.IGNORECASE)
_KIND = re.compile(r"type|sport|activity|kind|art\b", re.IGNORECASE)
_SCALES = ((r"km|kilom", 1000.0), (r"\bmi\b|mile", MILE), (r"\bm\b|met(re|er)", 1.0))
_WITH_UNIT = re.compile(r"[0-9][0-9.,]*\s*(km|k|mi|miles?|m|met(?:re|er)s)", re.IGNORECASE)


class Columns(NamedTuple):
    """Where things stand; None where they do not."""

    date: int
    clock: int | None
    distance: int | None
    time: int | None
    kind: int | None
    scale: float | None
    """Metres of what the distances are in, where their name says it."""
    in_seconds: bool
    """Whether times that are bare numbers are seconds; minutes otherwise."""


def recordings(rows: Sequence[Sequence[str]], unit: Unit, *, sure: bool = False) -> Iterator[Recording | Refused]:
    """The runs of a table; distances without a unit are in `unit`. `sure` asks for names of both distance and time.

    Raises:
        Refused: no row has a date with a distance or a time.
    """
    columns = _columns(rows, sure=sure)
    if columns is None:
        raise Refused(Refusal.UNKNOWN)
    swapped = month_first([row[columns.date] for row in rows if len(row) > columns.date])
    for number, row in enumerate(rows, start=1):
        if len(row) <= columns.date or (number == 1 and moment(row[columns.date]) is None):
            continue
        found = _recording(row, columns, unit, swapped=swapped)
        yield found or Refused(Refusal.NO_DATE, f"row {number}")


def _columns(rows: Sequence[Sequence[str]], *, sure: bool) -> Columns | None:
    sample = [row for row in rows[:_MOST_WRONG] if any(moment(cell) for cell in row)]
    if not sample:
        return None
    width = max(len(row) for row in sample)
    cells = [[row[n] for row in sample if n < len(row)] for n in range(width)]
    head = rows[0] if sample[0] is not rows[0] else []
    date = next((n for n in range(width) if all(moment(cell) for cell in cells[n] if cell) and any(cells[n])), None)
    if date is None:
        return None
    rest = [n for n in range(width) if n != date]
    called = {n: head[n] for n in rest if n < len(head)}
    lengths = [n for n in rest if all(length(cell) is not None for cell in cells[n] if cell) and any(cells[n])]
    clock = _named(called, lengths, re.compile(r"start|begin|uhrzeit|heure|hora", re.IGNORECASE))
    lengths = [n for n in lengths if n != clock]
    figures = [
        n for n in rest if n not in lengths and all(_is_amount(cell) for cell in cells[n] if cell) and any(cells[n])
    ]
    distance = _named(called, figures, _DISTANCE) if called else next(iter(figures), None)
    left = [n for n in (*lengths, *figures) if n != distance]
    timed = _named(called, left, _TIME) if called else next(iter(left), None)
    kinds = [
        n for n in rest if n not in {distance, timed, clock} and any(sport_named(cell) for cell in cells[n] if cell)
    ]
    kind = _named(called, kinds, _KIND) if called else next(iter(kinds), None)
    if distance is None and timed is None:
        return None
    if None in {distance, timed} and (sure or not called):
        return None
    if sure and not called:
        return None
    named = "" if distance is None else called.get(distance, "")
    scale = next((metres for pattern, metres in _SCALES if re.search(pattern, named, re.IGNORECASE)), None)
    in_seconds = timed is not None and bool(re.search(r"sec|sek|\bs\b", called.get(timed, ""), re.IGNORECASE))
    return Columns(date, clock, distance, timed, kind, scale, in_seconds)


def _named(called: dict[int, str], among: Sequence[int], pattern: re.Pattern[str]) -> int | None:
    return next((n for n in among if pattern.search(called.get(n, ""))), None)


def _is_amount(cell: str) -> bool:
    return bool(numbers(cell)) or bool(_WITH_UNIT.fullmatch(cell)) or _seconds(cell) is not None


def _recording(row: Sequence[str], columns: Columns, unit: Unit, *, swapped: bool) -> Recording | None:
    found = moment(row[columns.date], month_first=swapped)
    if found is None:
        return None
    far, unnamed = _metres(_cell(row, columns.distance), columns.scale, unit)
    seconds = _seconds(_cell(row, columns.time), in_seconds=columns.in_seconds)
    start, timed = found.at, found.timed
    if not timed and (begun := length(_cell(row, columns.clock))) is not None:
        clock = begun * 60 if begun < 24 * 60 else begun  # 7:30 is half past seven
        start, timed = start + timedelta(seconds=clock), True
    key = f"csv:{start.isoformat()}:{far}:{seconds}"
    start = start if timed else datetime.combine(start.date(), _NOON)
    kind = _cell(row, columns.kind)
    remarks = ((Remark.UNIT,) if unnamed else ()) + (() if timed else (Remark.DAY_ONLY,))
    return Recording(start, Source.CSV, sport_named(kind), far, seconds, seconds, surface_named(kind), (key,), remarks)


def _cell(row: Sequence[str], place: int | None) -> str:
    return row[place] if place is not None and place < len(row) else ""


def _metres(text: str, named: float | None, unit: Unit) -> tuple[float | None, bool]:
    """Metres, and whether nothing names the unit."""
    if found := numbers(text):
        scale = named or (MILE if unit is Unit.MILES else 1000.0)
        number = found[0] if len(found) == 1 else max(found) if named == 1.0 else min(found)
        return (number * scale if number else None), named is None and bool(number)
    try:
        return (metres_of(text, unit) if text else None), False
    except ValueError:
        return None, False


def _seconds(text: str, *, in_seconds: bool = False) -> float | None:
    if (found := length(text)) is not None:
        return found
    if in_seconds and len(bare := numbers(text)) == 1:
        return bare[0]
    try:
        return seconds_of(text) if text else None
    except ValueError:
        return None
