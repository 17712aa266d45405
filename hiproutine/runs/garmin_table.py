"""Garmin Connect's list of activities as CSV, in whatever language the account has. Pure.

Times are the person's clock without a zone, the unit of distances is not named, and the decimal sign may change from
row to row: what distance and time together say settles it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from hiproutine.advice.recovery.building import MILE, Unit
from hiproutine.advice.recovery.facts import Sport
from hiproutine.runs.recording import Recording, Refusal, Refused, Remark, Source
from hiproutine.runs.sports import sport_named, surface_named
from hiproutine.runs.written import length, moment, numbers

_STAMP = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}(:[0-9]{2})?")
_KIND, _DATE, _DISTANCE, _TIME = 0, 1, 4, 6
"""Columns, the same in every language."""
_NAMED = {"distance": _DISTANCE, "time": _TIME, "moving time": None, "elapsed time": None}
SLOWEST, FASTEST = 0.1, 25.0
"""Metres a second between which a distance and a time can belong together, on foot or on wheels."""
FASTEST_SWIM = 3.0


def is_one(rows: Sequence[Sequence[str]]) -> bool:
    """Whether rows are such a list: a kind, a date with a time, and enough columns."""
    return any(
        len(row) > _TIME and bool(_STAMP.fullmatch(row[_DATE])) and not _STAMP.match(row[_KIND]) for row in rows[:3]
    )


def recordings(rows: Sequence[Sequence[str]], unit: Unit) -> Iterator[Recording | Refused]:
    """The activities of a list; distances are in `unit`."""
    head = [name.casefold() for name in rows[0]]
    places = {name: head.index(name) if name in head else usual for name, usual in _NAMED.items()}
    for row in rows:
        if len(row) > _TIME and _STAMP.fullmatch(row[_DATE]):
            yield _recording(row, places, unit)


def _recording(row: Sequence[str], places: dict[str, int | None], unit: Unit) -> Recording | Refused:
    found = moment(row[_DATE])
    if found is None:
        return Refused(Refusal.NO_DATE, row[_DATE])
    whole, moving, elapsed = (_length(row, places[name]) for name in ("time", "moving time", "elapsed time"))
    times = [one for one in (moving or whole, elapsed) if one]
    seconds = min(times) if times else None
    elapsed = elapsed or whole
    sport = sport_named(row[_KIND])
    metres = _metres(row, places["distance"], seconds, unit, sport)
    remarks = (Remark.UNIT,) if metres else ()
    return Recording(found.at, Source.GARMIN, sport, metres, seconds, elapsed, surface_named(row[_KIND]), (), remarks)


def _length(row: Sequence[str], place: int | None) -> float | None:
    return length(row[place]) if place is not None and place < len(row) else None


def _metres(
    row: Sequence[str], place: int | None, seconds: float | None, unit: Unit, sport: Sport | None
) -> float | None:
    if place is None or place >= len(row):
        return None
    scale = MILE if unit is Unit.MILES else 1000.0
    found = [one for one in numbers(row[place]) if one]
    if not found:
        return None
    if seconds is None:
        return found[0] * scale
    if sport is Sport.SWIM and found[0] * scale / seconds > FASTEST_SWIM:
        return next((one for one in found if one / seconds <= FASTEST_SWIM), None)
    paces = [pace for cell in row if (pace := length(cell)) and pace != seconds]
    told = [one for one in found if any(abs(seconds / pace - one) < 0.03 * one for pace in paces)]
    likely = [one for one in found if SLOWEST <= one * scale / seconds <= FASTEST]
    best = (told if len(found) > 1 else []) or likely or found
    return best[0] * scale
