"""Ice in the first two days of a new pain, and heat after them. Times are suggested, never enforced."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, time, timedelta, tzinfo
from typing import NamedTuple

from hiproutine.advice.pain.days import elapsed, local
from hiproutine.advice.recovery.facts import Onset

EARLIEST, LATEST = timedelta(hours=3), timedelta(hours=4)
"""From the end of one to the next: every 3 to 4 hours (“7 Ways to Relieve Hip Pain After Running”)."""
FIRST_DAYS = timedelta(hours=48)
"""From the onset, really elapsed: the first two days (the same article)."""
AFTER_A_RUN = timedelta(hours=1)
"""The article says not immediately after a run; an hour is ours."""
QUIET_FROM, QUIET_TO = time(22), time(7)
"""When nobody is reminded, by the local clock. Ours."""
SWOLLEN = frozenset({"swelling", "fever-or-hot"})
"""Red flags with which heat is better left alone (“7 Ways ...”: heat for stiffness; A21 in the research: cloth between,
never on a hot or swollen joint)."""
SOURCE = (
    "Ice 15 to 20 minutes in a towel, every 3 to 4 hours, for two days; heat after them, not straight after a run (“7 "
    "Ways to Relieve Hip Pain After Running”). An hour after a run is ours."
)


class Series(NamedTuple):
    """Ice in the first two days."""

    began: datetime
    """The onset."""
    ends: datetime
    """When the first two days are over."""
    earliest: datetime
    """When the next may begin; past or now if it may begin at once."""
    due: datetime
    """When the next is suggested; past or now if it is due."""


def series(onset: Onset | None, ices: Iterable[datetime], now: datetime) -> Series | None:
    """The ice of the first two days; None without an onset, before it, and when no more fits in.

    `ices` are the ends of the times that ice was on. All moments of the result are in UTC.
    """
    if onset is None:
        return None
    began = onset.at.astimezone(UTC)
    ends = began + FIRST_DAYS
    since = [moment.astimezone(UTC) for moment in ices if began <= moment <= now]
    earliest = max(since) + EARLIEST if since else began
    if not began <= now < ends or earliest >= ends:
        return None
    return Series(began, ends, earliest, min(max(since) + LATEST, ends) if since else began)


def times(of: Series, now: datetime, zone: tzinfo) -> tuple[datetime, ...]:
    """When ice is suggested from now to the end of the two days, by the local clock; nights are left out."""
    moment = local(max(of.due, now), zone)
    found: list[datetime] = []
    while elapsed(moment, of.ends) > timedelta(0):
        moment = _after_the_night(moment, zone)
        if elapsed(moment, of.ends) <= timedelta(0):
            break
        found.append(moment)
        moment = local(moment.astimezone(UTC) + LATEST, zone)
    return tuple(found)


def clock_of(moment: datetime, now: datetime, zone: tzinfo) -> str:
    """A moment to come by the local clock: `from 14:10 on`, `from 07:10 tomorrow`, `from 07:10 on Friday`."""
    at, today = local(moment, zone), local(now, zone).date()
    days = (at.date() - today).days
    if days == 0:
        return f"from {at:%H:%M} on"
    return f"from {at:%H:%M} tomorrow" if days == 1 else f"from {at:%H:%M} on {at:%A}"


def _after_the_night(moment: datetime, zone: tzinfo) -> datetime:
    """The moment, or the end of the night it falls into."""
    at = local(moment, zone)
    if QUIET_TO <= at.time() < QUIET_FROM:
        return at
    day = at.date() + timedelta(days=1) if at.time() >= QUIET_FROM else at.date()
    return local(datetime.combine(day, QUIET_TO, zone), zone)
