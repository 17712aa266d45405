"""Days as columns of block characters: how far was run, and under it how much it hurt, on one axis. Pure.

Lanes and not lines over each other: scores are whole and often equal, so lines would hide one another.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil

from hiproutine.advice.pain.bands import HIGHEST
from hiproutine.advice.pain.readings import Moment, Reading, Side
from hiproutine.advice.recovery.building import MILE, Unit
from hiproutine.advice.recovery.facts import Outing, Sport
from hiproutine.journal.history_numbers import MONDAY, pain_series, week_of

MOMENTS = (Moment.BEFORE, Moment.AFTER, Moment.MORNING)
LABELS = 11
"""Columns of the names and the scale before the days."""
HALF_SCALE = 5
EIGHTHS = " ▁▂▃▄▅▆▇█"
UNKNOWN = "?"
"""In place of a bar: a run whose distance nobody knows."""
RUN_ROWS = 2
BAR = 10
"""Columns of a bar that lies."""


@dataclass(frozen=True, slots=True)
class Lane:
    """One series of days."""

    name: str
    note: str
    """What stands under the name: the newest score, or the unit."""
    top: int
    """What the highest bar stands for."""
    rows: tuple[str, ...]
    """From the top, a character a day."""

    @property
    def labels(self) -> tuple[tuple[str, str], ...]:
        """Of each row, its name or note, and its end of the scale; together `LABELS` columns wide."""
        last = len(self.rows) - 1
        names = (self.name, self.note)
        return tuple(
            (
                f"{names[row] if row < len(names) else '':<7}",
                f"{self.top if row == 0 else 0 if row == last else '':>3} ",
            )
            for row in range(len(self.rows))
        )


def days_to(last: date, weeks: int, begin: int = MONDAY) -> list[date]:
    """The days of so many whole weeks, which `begin` on this weekday; the last is the one that `last` lies in."""
    first = week_of(last, begin) - timedelta(weeks=weeks - 1)
    return [first + timedelta(days=number) for number in range(weeks * 7)]


def run_lane(outings: Iterable[Outing], days: Sequence[date], unit: Unit, rows: int = RUN_ROWS) -> Lane | None:
    """How far was run on each day; None where nothing was run on any of them."""
    ran: dict[date, float] = {}
    unknown: set[date] = set()
    for one in outings:
        day = one.start.date()
        if one.sport is not Sport.RUN or not days[0] <= day <= days[-1]:
            continue
        if one.metres:
            ran[day] = ran.get(day, 0.0) + one.metres / (MILE if unit is Unit.MILES else 1000)
        else:
            unknown.add(day)
    if not ran and not unknown:
        return None
    top = max(1, ceil(max(ran.values(), default=0.0)))
    blank = " " * (rows - 1) + UNKNOWN
    bars = [blank if day in unknown and day not in ran else bar(ran.get(day), rows, top) for day in days]
    return Lane("runs", str(unit), top, _rows(bars, rows))


def pain_lanes(
    readings: Iterable[Reading], days: Sequence[date], last: date, side: Side | None = None, rows: int = 2
) -> tuple[Lane, ...]:
    """The highest score of each day until `last`: before, after, and in the morning, on one scale."""
    found = list(readings)
    series = {
        moment: {point.date: point.score for point in pain_series(found, moment, side) if days[0] <= point.date <= last}
        for moment in MOMENTS
    }
    top = scale(score for scores in series.values() for score in scores.values())
    lanes = []
    for moment, scores in series.items():
        newest = f"last {scores[max(scores)]}" if scores else "none"
        lanes.append(Lane(str(moment), newest, top, _rows([bar(scores.get(day), rows, top) for day in days], rows)))
    return tuple(lanes)


def told_of(outings: Iterable[Outing]) -> list[Reading]:
    """The pain that was told of outings, as it stands in the lane of what was said after."""
    told = ((one, one.pain) for one in outings)
    return [Reading(one.id, one.at, Moment.AFTER, pain, worst=pain) for one, pain in told if pain is not None]


def scale(scores: Iterable[int]) -> int:
    """The score at the top of every lane: half of the scale where that is enough."""
    return HALF_SCALE if max(scores, default=0) <= HALF_SCALE else HIGHEST


def bar(value: float | None, rows: int, top: float = HIGHEST) -> str:
    """A value as a column, from the top row to the bottom: nothing said is blank, nothing the thinnest line.

    The highest leaves an eighth of a row free, so that lanes never touch.
    """
    if value is None:
        return " " * rows
    eighths = max(1, round(value * (rows * 8 - 1) / top))
    return "".join(EIGHTHS[min(8, max(0, eighths - 8 * row))] for row in reversed(range(rows)))


def across(part: float, columns: int = BAR) -> str:
    """A part of 1 as a bar that lies, always so many columns; a trace of it is seen."""
    eighths = max(1, round(part * columns * 8)) if part > 0 else 0
    whole, rest = divmod(min(eighths, columns * 8), 8)
    return ("█" * whole + " ▏▎▍▌▋▊▉"[rest]).strip().ljust(columns)


def _rows(bars: Sequence[str], rows: int) -> tuple[str, ...]:
    return tuple("".join(column[row] for column in bars) for row in range(rows))
