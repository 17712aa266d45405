"""What history shows, counted from records. Pure."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median

from hiproutine.journal.records import SessionRecord, State
from hiproutine.pain.readings import Moment, Reading, Side

REACTION = 2
"""Points by which pain after a session is above pain before it that make a reaction (CONTENT.md D.2)."""


@dataclass(frozen=True, slots=True)
class Day:
    """A day of a month with what was done on it."""

    date: date
    sessions: tuple[SessionRecord, ...]

    @property
    def finished(self) -> int:
        """How many sessions were played to their end."""
        return sum(session.outcome is State.FINISHED for session in self.sessions)

    @property
    def active_seconds(self) -> float:
        """Seconds played."""
        return sum(session.progress.active_seconds for session in self.sessions)


@dataclass(frozen=True, slots=True)
class Week:
    """A week from Monday to Sunday."""

    monday: date
    sessions: int
    finished: int
    ended_early: int
    unfinished: int
    """Interrupted, or still going on."""
    active_seconds: float
    days: int
    """Days with a session: what rest is measured against."""


@dataclass(frozen=True, slots=True)
class Spread:
    """Scores in short."""

    median: float
    low: int
    high: int
    count: int


@dataclass(frozen=True, slots=True)
class Point:
    """The highest score of a day."""

    date: date
    score: int


@dataclass(frozen=True, slots=True)
class Reaction:
    """A session after which it hurt more."""

    session: str
    date: date
    side: Side | None
    before: int
    after: int


def month(sessions: Iterable[SessionRecord], year: int, number: int) -> tuple[Day, ...]:
    """Every day of a month."""
    done = _by_day(sessions)
    days = (date(year, number, day) for day in range(1, monthrange(year, number)[1] + 1))
    return tuple(Day(day, tuple(done.get(day, ()))) for day in days)


def weeks(sessions: Iterable[SessionRecord], last: date, count: int) -> tuple[Week, ...]:
    """So many weeks, oldest first; the last is the one that `last` lies in."""
    done = _by_day(sessions)
    monday = monday_of(last)
    return tuple(_week(done, monday - timedelta(weeks=back)) for back in range(count - 1, -1, -1))


def monday_of(day: date) -> date:
    """The first day of its week."""
    return day - timedelta(days=day.weekday())


def pain_series(readings: Iterable[Reading], moment: Moment, side: Side | None = None) -> tuple[Point, ...]:
    """The highest score of each day at a moment; a side has what was said of both sides too."""
    highest: dict[date, int] = {}
    for reading in readings:
        if reading.moment is moment and (side is None or reading.side in {side, Side.BOTH}):
            day = reading.at.date()
            highest[day] = max(reading.score, highest.get(day, 0))
    return tuple(Point(day, highest[day]) for day in sorted(highest))


def spread(scores: Iterable[int]) -> Spread | None:
    """Median, range and count; None of nothing."""
    found = sorted(scores)
    return Spread(float(median(found)), found[0], found[-1], len(found)) if found else None


def reactions(readings: Iterable[Reading]) -> tuple[Reaction, ...]:
    """Sessions after which pain was at least two points above before, by side, oldest first."""
    before: dict[tuple[str, Side | None], int] = {}
    after: dict[tuple[str, Side | None], Reading] = {}
    for reading in sorted(readings, key=lambda one: one.at):
        if reading.session is None:
            continue
        key = (reading.session, reading.side)
        if reading.moment is Moment.BEFORE:
            before[key] = max(reading.score, before.get(key, 0))
        elif reading.moment is Moment.AFTER and (key not in after or reading.score > after[key].score):
            after[key] = reading
    found = []
    for (session, side), reading in after.items():
        was = _before(before, session, side)
        if was is not None and reading.score >= was + REACTION:
            found.append(Reaction(session, reading.at.date(), side, was, reading.score))
    return tuple(sorted(found, key=lambda one: (one.date, one.session, one.side or "")))


def _before(before: dict[tuple[str, Side | None], int], session: str, side: Side | None) -> int | None:
    """The score before on the same side; no pain before has no side, and stands for each."""
    same = before.get((session, side))
    if same is not None:
        return same
    of_session = [(one, score) for (other, one), score in before.items() if other == session]
    either = [score for one, score in of_session if one in {None, Side.BOTH} or side in {None, Side.BOTH}]
    return max(either, default=None)


def _by_day(sessions: Iterable[SessionRecord]) -> dict[date, list[SessionRecord]]:
    done: dict[date, list[SessionRecord]] = {}
    for session in sessions:
        done.setdefault(session.started_at.date(), []).append(session)
    return done


def _week(done: dict[date, list[SessionRecord]], monday: date) -> Week:
    days = [done.get(monday + timedelta(days=day), []) for day in range(7)]
    every = [session for day in days for session in day]
    finished = sum(session.outcome is State.FINISHED for session in every)
    early = sum(session.outcome is State.ENDED_EARLY for session in every)
    return Week(
        monday=monday,
        sessions=len(every),
        finished=finished,
        ended_early=early,
        unfinished=len(every) - finished - early,
        active_seconds=sum(session.progress.active_seconds for session in every),
        days=sum(bool(day) for day in days),
    )
