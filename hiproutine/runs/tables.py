"""Tables of runs in CSV: taken apart by what a row says, and handed to who knows that table. Pure."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO
from itertools import chain, islice

from hiproutine.advice.recovery.building import Unit
from hiproutine.runs import garmin_table, plain_table, strava_table
from hiproutine.runs.recording import Recording, Refusal, Refused

LARGEST = 32 * 2**20
"""Bytes; the lists of services have some hundred bytes a run."""
LONGEST_CELL = 100_000
MOST_COLUMNS = 1000
MOST_ROWS = 200_000
_LOOKED_AT = 50


def text_of(data: bytes) -> str:
    """The text of a file, in the encodings that tables have."""
    if data[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def rows_of(text: str) -> list[list[str]]:
    """The rows that are not empty. Separators may be commas, semicolons or tabs; whole rows may stand in quotes.

    Raises:
        Refused: it is no table.
    """
    lines = StringIO(text.replace("\x00", ""), newline="")
    first = list(islice(lines, _LOOKED_AT))
    if not first:
        raise Refused(Refusal.EMPTY)
    csv.field_size_limit(LONGEST_CELL)
    separator = max(",;\t", key=lambda one: _columns(first, one))
    rows: list[list[str]] = []
    try:
        for row in csv.reader(chain(first, lines), delimiter=separator):
            if len(rows) >= MOST_ROWS:
                raise Refused(Refusal.TOO_LARGE)
            cells = (
                next(csv.reader([row[0]], delimiter=separator), []) if len(row) == 1 and separator in row[0] else row
            )
            if any(cell.strip() for cell in cells) and len(cells) <= MOST_COLUMNS:
                rows.append([cell.strip() for cell in cells])
    except csv.Error:
        raise Refused(Refusal.UNKNOWN) from None
    return rows


def _columns(lines: list[str], separator: str) -> int:
    """The columns that most of the first rows have, by this separator."""
    try:
        counts = [len(row) for row in csv.reader(lines, delimiter=separator)]
    except csv.Error:
        return 0
    return sorted(counts)[len(counts) // 2] if counts else 0


def read_table(data: bytes, unit: Unit, *, plain: bool = True, sure: bool = False) -> Iterator[Recording | Refused]:
    """The recordings of a table; of a row that cannot be taken, why. Distances without a unit are in `unit`.

    `plain` is whether a table that no service wrote may be one of runs; `sure`, that its names have to say so.

    Raises:
        Refused: it is no table of runs.
    """
    if len(data) > LARGEST:
        raise Refused(Refusal.TOO_LARGE)
    rows = rows_of(text_of(data))
    if strava_table.is_one(rows):
        yield from strava_table.recordings(rows)
    elif garmin_table.is_one(rows):
        yield from garmin_table.recordings(rows, unit)
    elif plain:
        yield from plain_table.recordings(rows, unit, sure=sure)
    else:
        raise Refused(Refusal.UNKNOWN)


def filed(data: bytes) -> dict[str, Recording]:
    """Of Strava's list, the recordings by the file they are in; empty for any other table."""
    rows = rows_of(text_of(data))
    return strava_table.by_file(rows) if strava_table.is_one(rows) else {}


def looks_like_a_table(head: str) -> bool:
    """Whether the beginning of a text can be a table: it has a separator in its first line that is not empty."""
    first = next((line for line in head.splitlines() if line.strip()), "")
    return any(one in first for one in ",;\t") and "\x00" not in head
