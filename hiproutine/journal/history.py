"""What looking back asks of a journal: a page of sessions, the weeks up to now, a month."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from hiproutine.advice.pain.readings import Reading, Side
from hiproutine.advice.recovery.facts import Outing
from hiproutine.journal.day_lanes import told_of
from hiproutine.journal.history_numbers import MONDAY, Day, Week, highest_by_day, month, week_of, weeks
from hiproutine.journal.outings import outings
from hiproutine.journal.past_reactions import Reaction, reactions
from hiproutine.journal.records import SessionRecord

if TYPE_CHECKING:
    from hiproutine.journal.store import Journal

PAGE = 100
"""Sessions that are read at a time."""
WEEKS = 13
"""Weeks up to now that are told of: a quarter of a year."""
_DAY = timedelta(days=1)
"""Who travelled has days that begin earlier or end later."""


@dataclass(frozen=True, slots=True)
class SessionLine:
    """One session of the list."""

    session: SessionRecord
    readings: tuple[Reading, ...]
    reacted: bool


@dataclass(frozen=True, slots=True)
class Recent:
    """The weeks up to now."""

    today: date
    weeks: tuple[Week, ...]
    """Oldest first; the last is this one."""
    readings: tuple[Reading, ...]
    reactions: tuple[Reaction, ...]
    titles: dict[str, str]
    """Of the sessions, by their ids."""

    def last_reaction(self, side: Side | None = None) -> Reaction | None:
        """The newest; of a side also one that may have been on it."""
        of_side = (one for one in reversed(self.reactions) if side is None or one.side in {None, side, Side.BOTH})
        return next(of_side, None)


@dataclass(frozen=True, slots=True)
class Month:
    """A month, with the readings of the weeks up to its end, the pain of runs among them."""

    days: tuple[Day, ...]
    readings: tuple[Reading, ...]
    reacted: frozenset[str]
    """Ids of sessions and runs."""
    highest: dict[date, int]
    """The highest score of each day that has one."""
    outings: tuple[Outing, ...] = ()
    """Of as many weeks as the readings."""

    @property
    def first(self) -> date:
        """The first day of the week."""
        return self.days[0].date


def session_lines(journal: Journal, offset: int = 0, limit: int = PAGE) -> list[SessionLine]:
    """Sessions, newest first, from the one at `offset` on."""
    sessions = journal.sessions(limit, offset)
    by_session: dict[str, list[Reading]] = {}
    for reading in journal.readings_of(session.id for session in sessions):
        by_session.setdefault(str(reading.session), []).append(reading)
    found = []
    for session in sessions:
        readings = by_session.get(session.id, [])
        found.append(SessionLine(session, tuple(readings), bool(reactions(readings, [session]))))
    return found


def recent(journal: Journal, now: datetime, begin: int = MONDAY) -> Recent:
    """What the weeks up to now were; they `begin` on this weekday."""
    today = now.date()
    first = week_of(today, begin) - timedelta(weeks=WEEKS - 1)
    since = _begin(first, now) - _DAY
    sessions = [one for one in journal.sessions(None, since=since) if one.started_at.date() >= first]
    readings = [one for one in journal.readings(since=since) if one.at.date() >= first]
    ran = [one for one in outings(journal, since) if one.start.date() >= first]
    found = reactions(readings, sessions, ran)
    titles = {session.id: session.title for session in sessions} | {one.id: f"a {one.sport}" for one in ran}
    return Recent(today, weeks(sessions, today, WEEKS, ran, begin), tuple(readings), found, titles)


def month_of(journal: Journal, first: date, now: datetime, weeks_before: int = 0) -> Month:
    """The month that begins with this day, with the readings of so many weeks before it as well."""
    after = first + timedelta(days=monthrange(first.year, first.month)[1])
    begin, end = _begin(first, now), _begin(after, now)
    sessions = journal.sessions(None, since=begin - _DAY, until=end + _DAY)
    since = begin - timedelta(weeks=weeks_before) - _DAY
    ran = tuple(one for one in outings(journal, since) if one.start < end + _DAY)
    readings = sorted([*journal.readings(since=since, until=end + _DAY), *told_of(ran)], key=lambda one: one.at)
    of_month = _about(sessions, readings)
    return Month(
        month(sessions, first.year, first.month, ran),
        tuple(readings),
        frozenset(one.session for one in reactions(of_month, sessions, ran)),
        highest_by_day(readings),
        ran,
    )


def _about(sessions: Sequence[SessionRecord], readings: Sequence[Reading]) -> list[Reading]:
    ids = {session.id for session in sessions}
    return [reading for reading in readings if reading.session in ids]


def _begin(day: date, now: datetime) -> datetime:
    """The first moment of a day where the person is now."""
    return datetime(day.year, day.month, day.day, tzinfo=now.tzinfo)
