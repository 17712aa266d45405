"""What history shows, counted from records. Pure."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Container, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo
from enum import Enum
from fractions import Fraction
from statistics import median

from hiproutine.advice import trends
from hiproutine.advice.pain.bands import Band
from hiproutine.advice.pain.changes import Change
from hiproutine.advice.pain.days import day_of
from hiproutine.advice.pain.readings import Moment, Reading, Side
from hiproutine.advice.recovery.facts import Outing, Sport
from hiproutine.journal.records import SessionRecord, State

MONDAY = 0
"""As `datetime` counts weekdays."""


@dataclass(frozen=True, slots=True)
class Day:
    """A day of a month with what was done on it."""

    date: date
    sessions: tuple[SessionRecord, ...]
    outings: tuple[Outing, ...] = ()

    @property
    def ran(self) -> bool:
        """Whether one of the outings is a run."""
        return any(one.sport is Sport.RUN for one in self.outings)

    @property
    def finished(self) -> int:
        """How many sessions were played to their end."""
        return sum(session.outcome is State.FINISHED for session in self.sessions)

    @property
    def active_seconds(self) -> float:
        """Seconds played, pauses left out."""
        return sum(session.progress.active_seconds for session in self.sessions)


@dataclass(frozen=True, slots=True)
class Week:
    """Seven days: a week of the calendar, or those of a report."""

    first: date
    """Monday, or the first day of the report's seven."""
    sessions: int
    finished: int
    ended_early: int
    unfinished: int
    """Interrupted, or still going on."""
    active_seconds: float
    days: int
    """Days with a session in which something was done: what rest is measured against."""
    runs: int = 0
    metres: float = 0.0
    """Running distance, as far as it is known."""


@dataclass(frozen=True, slots=True)
class Spread:
    """Median, lowest and highest of some scores, and how many they are."""

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
class Fortnight:
    """Two weeks side by side: means of the scores before sessions and of mornings; None where too few were said."""

    last: Fraction | None
    """The seven days that end today."""
    before: Fraction | None
    """The seven before."""

    @property
    def change(self) -> Change | None:
        """Which way it went; less than a point is the same (`advice.trends`)."""
        if self.last is None or self.before is None:
            return None
        if abs(self.last - self.before) < trends.HOLD:
            return Change.SAME
        return Change.WORSE if self.last > self.before else Change.EASIER


class Mark(Enum):
    """What the calendar shows of a day, in one mark."""

    DONE = "done"
    PARTLY = "partly"
    """Sessions, but none to its end."""
    REACTED = "reacted"
    PAIN = "pain"
    """No session, and pain of 6 or more."""
    RAN = "ran"
    """No session, but a run."""
    ACTIVE = "active"
    """Neither, but another activity."""
    REST = "rest"
    AHEAD = "ahead"
    """Still to come, or today without a session so far."""


def mark(day: Day, today: date, reacted: Container[str], pain: int | None) -> Mark:
    """The mark of a day. `reacted` has the ids of sessions and runs, `pain` is the highest score of the day."""
    ids = [one.id for one in day.sessions] + [one.id for one in day.outings]
    if any(one in reacted for one in ids):
        return Mark.REACTED
    if day.sessions:
        return Mark.DONE if day.finished else Mark.PARTLY
    if pain is not None and pain >= Band.HIGH:
        return Mark.PAIN
    if day.outings:
        return Mark.RAN if day.ran else Mark.ACTIVE
    return Mark.REST if day.date < today else Mark.AHEAD


def fortnight(readings: Iterable[Reading], now: datetime, side: Side | None = None) -> Fortnight:
    """The last seven days against the seven before, as the rules compare them."""
    zone = now.tzinfo or UTC
    resting = trends.highest_by_day((one for one in readings if trends.at_rest(one) and _of_side(one, side)), zone)
    today = day_of(now, zone)
    last, before = trends.mean_to(resting, today), trends.mean_to(resting, today - trends.WEEK)
    return Fortnight(last.value if last else None, before.value if before else None)


def highest_by_day(readings: Iterable[Reading]) -> dict[date, int]:
    """The highest score of each day that has one."""
    highest: dict[date, int] = {}
    for reading in readings:
        day = reading.at.date()
        highest[day] = max(reading.score, highest.get(day, 0))
    return highest


def month(sessions: Iterable[SessionRecord], year: int, number: int, outings: Iterable[Outing] = ()) -> tuple[Day, ...]:
    """Every day of a month."""
    done, out = _by_day(sessions), _outings_by_day(outings)
    days = (date(year, number, day) for day in range(1, monthrange(year, number)[1] + 1))
    return tuple(Day(day, tuple(done.get(day, ())), tuple(out.get(day, ()))) for day in days)


def weeks(
    sessions: Iterable[SessionRecord], last: date, count: int, outings: Iterable[Outing] = (), begin: int = MONDAY
) -> tuple[Week, ...]:
    """So many weeks, oldest first; the last is the one that `last` lies in. They `begin` on this weekday."""
    done, out = _by_day(sessions), _outings_by_day(outings)
    this = week_of(last, begin)
    return tuple(_week(done, out, this - timedelta(weeks=back)) for back in range(count - 1, -1, -1))


def windows(sessions: Iterable[SessionRecord], today: date, zone: tzinfo, count: int) -> tuple[Week, ...]:
    """So many times seven days, oldest first; the last end today. A session is of the person's day it ended on."""
    done: dict[date, list[SessionRecord]] = {}
    for session in sessions:
        done.setdefault(day_ended(session, zone), []).append(session)
    first = today - timedelta(days=7 * count - 1)
    return tuple(_week(done, {}, first + timedelta(weeks=number)) for number in range(count))


def day_ended(session: SessionRecord, zone: tzinfo) -> date:
    """The person's day a session ended on, or was last played on."""
    return day_of(session.ended_at or session.updated_at, zone)


def week_of(day: date, begin: int = MONDAY) -> date:
    """The first day of its week, where weeks `begin` on this weekday: 0 is Monday, as in `datetime`."""
    return day - timedelta(days=(day.weekday() - begin) % 7)


def pain_series(readings: Iterable[Reading], moment: Moment, side: Side | None = None) -> tuple[Point, ...]:
    """The highest score of each day at a moment; a side has what was said of both sides too, and no pain."""
    highest = highest_by_day(one for one in readings if one.moment is moment and _of_side(one, side))
    return tuple(Point(day, highest[day]) for day in sorted(highest))


def _of_side(reading: Reading, side: Side | None) -> bool:
    """Whether it is about a side: on it, on both, or no pain at all, which has no side."""
    nowhere = reading.side is None and reading.score == 0
    return side is None or nowhere or reading.side in {side, Side.BOTH}


def spread(scores: Iterable[int]) -> Spread | None:
    """Median, range and count; None of nothing."""
    found = sorted(scores)
    return Spread(float(median(found)), found[0], found[-1], len(found)) if found else None


def _by_day(sessions: Iterable[SessionRecord]) -> dict[date, list[SessionRecord]]:
    done: dict[date, list[SessionRecord]] = {}
    for session in sessions:
        done.setdefault(session.started_at.date(), []).append(session)
    return done


def _outings_by_day(outings: Iterable[Outing]) -> dict[date, list[Outing]]:
    found: dict[date, list[Outing]] = {}
    for one in outings:
        found.setdefault(one.start.date(), []).append(one)
    return found


def _week(done: dict[date, list[SessionRecord]], out: dict[date, list[Outing]], first: date) -> Week:
    runs = [one for day in range(7) for one in out.get(first + timedelta(days=day), ()) if one.sport is Sport.RUN]
    days = [done.get(first + timedelta(days=day), []) for day in range(7)]
    every = [session for day in days for session in day]
    finished = sum(session.outcome is State.FINISHED for session in every)
    early = sum(session.outcome is State.ENDED_EARLY for session in every)
    return Week(
        first=first,
        sessions=len(every),
        finished=finished,
        ended_early=early,
        unfinished=len(every) - finished - early,
        active_seconds=sum(session.progress.active_seconds for session in every),
        days=sum(any(one.progress.share != 0 for one in day) for day in days),
        runs=len(runs),
        metres=sum(one.metres or 0.0 for one in runs),
    )
