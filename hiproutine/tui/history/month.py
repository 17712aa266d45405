"""A month of days with a mark each, as Textual content."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from textual.content import Content

from hiproutine.journal.history import Month
from hiproutine.journal.history_numbers import MONDAY, Mark, mark
from hiproutine.tui.history.dates import WEEKDAYS, month_text

MARKS = {
    Mark.DONE: ("●", "$phase-work"),
    Mark.PARTLY: ("◐", "$phase-work"),
    Mark.REACTED: ("▲", "$warning"),
    Mark.PAIN: ("△", "$warning"),
    Mark.RAN: ("»", "$phase-rest"),
    Mark.ACTIVE: ("›", "$phase-rest"),
    Mark.REST: ("·", "$quiet"),
    Mark.AHEAD: (" ", "$quiet"),
}
WORDS = {
    Mark.DONE: "done",
    Mark.PARTLY: "not to its end",
    Mark.REST: "rest",
    Mark.REACTED: "reacted",
    Mark.PAIN: "pain 6 or more",
}
RUN_WORDS = {Mark.RAN: "run", Mark.ACTIVE: "other activity"}
"""Named where there is one."""
BRIEF = {Mark.PARTLY: "partly", Mark.PAIN: "pain 6+", Mark.ACTIVE: "other"}
"""Where there is no room for more words."""
GAP = 2
NARROWEST = 4
"""Columns of a day at least: a bracket, two digits and the mark."""


def calendar(shown: Month, today: date, cell: int = NARROWEST, begin: int = MONDAY) -> Content:
    """The month with its name: a row a week, `cell` columns a day. Weeks `begin` on a weekday; today is in brackets."""
    heads = "".join(f" {name[:2]}".ljust(cell) for name in (*WEEKDAYS[begin:], *WEEKDAYS[:begin]))
    lines = [
        Content.styled(f" {month_text(shown.first)}", "b $strong"),
        Content.styled(heads.ljust(7 * cell + 1), "$quiet"),
    ]
    row = [Content(" " * cell)] * ((shown.first.weekday() - begin) % 7)
    for day in shown.days:
        sign = mark(day, today, shown.reacted, shown.highest.get(day.date))
        row.append(_day(day.date, sign, today, cell))
        if (day.date.weekday() - begin) % 7 == 6:
            lines.append(_week(row))
            row = []
    return Content("\n").join([*lines, _week(row)] if row else lines)


def legend(width: int, signs: Iterable[Mark] = ()) -> Content:
    """What the marks mean, in lines no wider than this; those of outings where they are among the `signs` shown."""
    shown = set(signs)
    words = WORDS | {sign: word for sign, word in RUN_WORDS.items() if sign in shown}
    parts = _explained(words)
    today = Content.assemble("[ ]", (" today", "$quiet"))
    if shown & set(RUN_WORDS) and _columns([*parts, today]) > width:
        parts = _explained(
            words | {sign: word for sign, word in BRIEF.items() if sign in words}
        )  # the brackets tell of themselves
    else:
        parts.append(today)
    lines: list[list[Content]] = [[]]
    for part in parts:
        if lines[-1] and sum(len(one.plain) + GAP for one in lines[-1]) + len(part.plain) > width:
            lines.append([])
        lines[-1].append(part)
    return Content("\n").join(Content(" " * GAP).join(line) for line in lines)


def _explained(words: Mapping[Mark, str]) -> list[Content]:
    return [Content.assemble(MARKS[sign], (f" {word}", "$quiet")) for sign, word in words.items()]


def _columns(parts: Sequence[Content]) -> int:
    """How wide they are side by side."""
    return sum(len(part.plain) + GAP for part in parts) - GAP


def marks_of(shown: Month, today: date) -> set[Mark]:
    """The marks of a month's days."""
    return {mark(day, today, shown.reacted, shown.highest.get(day.date)) for day in shown.days}


def _day(day: date, sign: Mark, today: date, cell: int) -> Content:
    """A bracket or a blank, two digits, the mark, and what is left of the cell."""
    shape, colour = MARKS[sign]
    number = f"{day.day:>2}"
    pad = " " * (cell - NARROWEST)
    if day == today:
        return Content.assemble("[", (number, "b $strong"), (shape, colour), "]" + pad[1:])
    tone = "$faint" if day > today else "$foreground"
    return Content.assemble(" ", (number, tone), (shape, colour), pad)


def _week(days: list[Content]) -> Content:
    """The days side by side; a bracket that does not fit into its cell takes the place of the blank after it."""
    line, least = Content(""), min(day.cell_length for day in days)
    for number, day in enumerate(days):
        line = Content.assemble(line, day[1:] if line.cell_length > number * least else day)
    return line
