"""Runs and pain of the last weeks on one axis of days, as Textual content: load above, pain below."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from textual.content import Content

from hiproutine.advice.pain.readings import Reading, Side
from hiproutine.advice.recovery.building import Unit
from hiproutine.advice.recovery.facts import Outing
from hiproutine.journal.day_lanes import LABELS, Lane, days_to, pain_lanes, run_lane
from hiproutine.journal.history_numbers import MONDAY
from hiproutine.tui.history.dates import brief_day

MOST_WEEKS = 26
SIDE_WORDS = {None: "both sides", Side.LEFT: "◀ left side", Side.RIGHT: "right side ▶"}
SIDES = (None, Side.LEFT, Side.RIGHT)
SIDE_COLOURS = {None: "$quiet", Side.LEFT: "$side-left", Side.RIGHT: "$side-right"}


def weeks_in(columns: int) -> int:
    """How many whole weeks fit beside the names."""
    return min(MOST_WEEKS, max(1, (columns - LABELS) // 7))


def chart(
    readings: Iterable[Reading],
    last: date,
    side: Side | None,
    columns: int,
    rows: int = 2,
    *,
    outings: Iterable[Outing] = (),
    unit: Unit = Unit.KM,
    begin: int = MONDAY,
) -> Content:
    """What was run, the title, three lanes of so many rows, and where weeks `begin`; the last is that of `last`."""
    days = days_to(last, weeks_in(columns), begin)
    new = next((n for n, day in enumerate(days) if day > last - timedelta(days=7)), len(days))
    title = Content.assemble(("Pain, 0 to 10", "b $strong"), "  ", (SIDE_WORDS[side], SIDE_COLOURS[side]))
    ran = run_lane((one for one in outings if one.start.date() <= last), days, unit)
    lanes = [_painted(lane, new) for lane in pain_lanes(readings, days, last, side, rows)]
    axis = "".join(f"{brief_day(day):<7}" for day in days[::7])
    parts = [_painted(ran, new)] if ran else []
    parts += [title, Content("\n\n" if rows > 2 else "\n").join(lanes)]
    return Content("\n").join([*parts, Content.styled(" " * LABELS + axis.rstrip(), "$quiet")])


def _painted(lane: Lane, new: int) -> Content:
    """A lane with its names and scale; the last seven days, from column `new` on, stand out."""
    rows: Sequence[Content] = [
        Content.assemble(
            (name, "$foreground" if number == 0 else "$quiet"),
            (end, "$faint"),
            (row[:new], "$phase-rest"),
            (row[new:].rstrip(), "$phase-work"),
        )
        for number, (row, (name, end)) in enumerate(zip(lane.rows, lane.labels, strict=True))
    ]
    return Content("\n").join(rows)
