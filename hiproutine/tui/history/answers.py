"""Am I doing it, is it getting better, what did it last react to: answered in words.

Rest is part of it: weeks are told by their days, and nothing here counts days in a row.
"""

from __future__ import annotations

from datetime import datetime
from textwrap import wrap

from textual.content import Content

from hiproutine.advice.pain.changes import Change
from hiproutine.advice.pain.readings import Side
from hiproutine.advice.recovery.building import Unit, distance_text
from hiproutine.advice.trends import NEEDED
from hiproutine.errors import printable
from hiproutine.journal.history import WEEKS, Recent
from hiproutine.journal.history_numbers import Fortnight, Week, fortnight
from hiproutine.journal.past_reactions import Reaction
from hiproutine.tui.history.dates import day_text
from hiproutine.wording import brief, count, tenth

LABELS = 9
"""Columns of the word before each answer."""
CHANGE_WORDS = {Change.EASIER: "easier", Change.SAME: "much the same", Change.WORSE: "worse"}


def doing(recent: Recent, width: int, unit: Unit = Unit.KM) -> Content:
    """This week and the last in words, and the days of each week that fit as dots."""
    this, last = recent.weeks[-1], recent.weeks[-2]
    words = f"This week {_week(this)}; last week {_week(last, said=bool(this.sessions))}."
    if this.runs or last.runs:
        ran = f"{_runs(this, unit)}; last week {_runs(last, unit)}."
        words = f"{words} Runs: {ran}" if this.sessions or last.sessions else f"No routine. Runs this week: {ran}"
    return Content("\n").join([labelled("Weeks", words, width), _dots(recent.weeks, width)])


def getting_better(recent: Recent, now: datetime, side: Side | None, width: int) -> Content:
    """The last two weeks against each other, and the newest reaction."""
    pain = labelled("Pain", fortnight_text(fortnight(recent.readings, now, side)), width)
    return Content("\n").join([pain, labelled("Reacted", reaction_text(recent, side), width)])


def fortnight_text(two: Fortnight) -> str:
    """Two means and which way it went."""
    if two.last is None or two.before is None or two.change is None:
        return f"Too few scores to compare two weeks: each needs {NEEDED}."
    means = f"{tenth(two.before)} → {tenth(two.last)}"
    return f"Mean of 7 days, before and mornings: {means}, {CHANGE_WORDS[two.change]}."


def reaction_text(recent: Recent, side: Side | None) -> str:
    """When it last reacted, to what, where, and what was said."""
    found = recent.last_reaction(side)
    if found is None:
        return f"Not in the last {WEEKS} weeks, by what was said."
    title = printable(recent.titles.get(found.session, "a session"))
    where = ", both sides" if found.side is Side.BOTH else f", {found.side}" if found.side else ""
    return f"{day_text(found.date, recent.today)}, {title}{where}: {_scores(found)}."


def labelled(label: str, text: str, width: int) -> Content:
    """A word, and beside it a text in lines of its own."""
    lines = wrap(text, max(20, width - LABELS)) or [""]
    first = Content.assemble((f"{label:<{LABELS}}", "$quiet"), lines[0])
    return Content("\n").join([first, *(Content(" " * LABELS + line) for line in lines[1:])])


def _scores(found: Reaction) -> str:
    """Before and after, and what else made it a reaction."""
    if found.during_run:
        return found.words
    score = f"{found.after} of 10 after" if found.before is None else f"{found.before} → {found.after} of 10"
    parts = [score, f"{found.worst} at worst" if found.worst > found.after else "", "a limp" if found.limp else ""]
    parts.append("still up after an hour" if found.lasting else "")
    return ", ".join(part for part in parts if part)


def _week(week: Week, *, said: bool = False) -> str:
    """`3 sessions on 2 days, 24 min`; `3 on 2, 24 min` where it was `said` what the numbers are."""
    if not week.sessions:
        return "none"
    sessions = str(week.sessions) if said else count(week.sessions, "session")
    days = str(week.days) if said else count(week.days, "day")
    return f"{sessions} on {days}, {_minutes(week.active_seconds)}"


def _runs(week: Week, unit: Unit) -> str:
    """`3, 24.0 km`; without a distance, how many."""
    if not week.runs:
        return "none"
    return f"{week.runs}, {distance_text(week.metres, unit)}" if week.metres else str(week.runs)


def _minutes(seconds: float) -> str:
    """Whole minutes, from an hour on with hours."""
    return brief(round(seconds / 60) * 60) if seconds >= 60 else brief(round(seconds))


def _dots(weeks: tuple[Week, ...], width: int) -> Content:
    """A dot for each day with a session, a group for each week, as many as fit; this week stands in brackets."""
    note = "   days a week"
    *older, this = ["●" * week.days or "·" for week in weeks]
    room = width - LABELS - len(note) - len(this) - 2
    while older and sum(len(group) + 2 for group in older) > room:
        older.pop(0)
    before = "".join(f"{group}  " for group in older)
    return Content.assemble(" " * LABELS, (before, "$phase-rest"), "[", (this, "$phase-work"), "]", (note, "$quiet"))
