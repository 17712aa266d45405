"""Pain of the last weeks: a lane each for before, after and the morning, a column a day, as Textual content.

Lanes and not lines over each other: scores are whole and often equal, so lines would hide one another.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from textual.content import Content

from hiproutine.advice.pain.bands import HIGHEST
from hiproutine.advice.pain.readings import Moment, Reading, Side
from hiproutine.journal.history_numbers import Point, monday_of, pain_series
from hiproutine.tui.history.dates import brief_day

LANES = (Moment.BEFORE, Moment.AFTER, Moment.MORNING)
LABELS = 11
"""Columns of the names and the scale before the days."""
HALF_SCALE = 5
MOST_WEEKS = 26
EIGHTHS = " ▁▂▃▄▅▆▇█"
SIDE_WORDS = {None: "both sides", Side.LEFT: "◀ left side", Side.RIGHT: "right side ▶"}
SIDES = (None, Side.LEFT, Side.RIGHT)
SIDE_COLOURS = {None: "$quiet", Side.LEFT: "$side-left", Side.RIGHT: "$side-right"}


def weeks_in(columns: int) -> int:
    """How many whole weeks fit beside the names."""
    return min(MOST_WEEKS, max(1, (columns - LABELS) // 7))


def chart(readings: Iterable[Reading], last: date, side: Side | None, columns: int, rows: int = 2) -> Content:
    """Title, three lanes of so many rows, and the Mondays; the last week is the one that `last` lies in."""
    found = list(readings)
    count = weeks_in(columns)
    monday = monday_of(last) - timedelta(weeks=count - 1)
    days = [monday + timedelta(days=number) for number in range(count * 7)]
    series = {moment: _scores(pain_series(found, moment, side), days[0], last) for moment in LANES}
    top = scale(score for scores in series.values() for score in scores.values())
    title = Content.assemble(("Pain, 0 to 10", "b $strong"), "  ", (SIDE_WORDS[side], SIDE_COLOURS[side]))
    lanes = [_lane(str(moment), scores, days, last, rows, top) for moment, scores in series.items()]
    axis = "".join(f"{brief_day(day):<7}" for day in days[::7])
    gap = "\n\n" if rows > 2 else "\n"
    return Content("\n").join([title, Content(gap).join(lanes), Content.styled(" " * LABELS + axis.rstrip(), "$quiet")])


def scale(scores: Iterable[int]) -> int:
    """The score at the top of every lane: half of the scale where that is enough."""
    return HALF_SCALE if max(scores, default=0) <= HALF_SCALE else HIGHEST


def bar(score: int | None, rows: int, top: int = HIGHEST) -> str:
    """A score as a column, from the top row to the bottom: nothing said is blank, no pain the thinnest line.

    The highest leaves an eighth of a row free, so that lanes never touch.
    """
    if score is None:
        return " " * rows
    eighths = max(1, round(score * (rows * 8 - 1) / top))
    return "".join(EIGHTHS[min(8, max(0, eighths - 8 * row))] for row in reversed(range(rows)))


def _scores(series: Iterable[Point], first: date, last: date) -> dict[date, int]:
    return {point.date: point.score for point in series if first <= point.date <= last}


def _lane(name: str, scores: dict[date, int], days: list[date], last: date, rows: int, top: int) -> Content:  # noqa: PLR0917
    """One series: its name, its newest score, the scale, and a bar a day; the last seven days stand out."""
    bars = [bar(scores.get(day), rows, top) for day in days]
    new = next((n for n, day in enumerate(days) if day > last - timedelta(days=7)), len(days))
    newest = f"last {scores[max(scores)]}" if scores else "none"
    lines = []
    for row in range(rows):
        label = name if row == 0 else newest if row == 1 else ""
        ends = str(top) if row == 0 else "0" if row == rows - 1 else ""
        columns = [column[row] for column in bars]
        lines.append(
            Content.assemble(
                (f"{label:<7} ", "$foreground" if row == 0 else "$quiet"),
                (f"{ends:>2} ", "$faint"),
                ("".join(columns[:new]), "$phase-rest"),
                ("".join(columns[new:]).rstrip(), "$phase-work"),
            )
        )
    return Content("\n").join(lines)
