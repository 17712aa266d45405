"""Weeks of runs: how far and how often a person ran, and on which days.

A week is the seven days that end today, not a week of the calendar. Distances are in metres.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta, tzinfo
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from hiproutine.advice.pain.days import day_of
from hiproutine.advice.pain.sessions import SessionPain
from hiproutine.advice.recovery.facts import Outing, Sport
from hiproutine.wording import tenth

DAYS = 7
"""Of a week."""
MILE = 1609.344
"""Metres; the international mile, exact."""


class Unit(StrEnum):
    """In what distances are said."""

    KM = "km"
    MILES = "miles"


class Week(NamedTuple):
    """Seven days of a person (days.day_of), both ends included."""

    first: date
    last: date
    metres: float
    """Running distance that was noted."""
    runs: int
    active_days: int
    """Days with a run, or a session of a moderate or high load; walks and swims are what a rest day may hold."""
    unmeasured: int = 0
    """Runs without a distance: the true distance of the week is more, and nobody knows how much."""


def distance_text(metres: float, unit: Unit) -> str:
    """`12.5 km` or `7.8 miles`, to a tenth."""
    return f"{tenth(metres / (MILE if unit is Unit.MILES else 1000))} {unit}"


def active_days(outings: Iterable[Outing], sessions: Iterable[SessionPain], zone: tzinfo) -> Mapping[date, list[str]]:
    """Days with a run, strength, or a session of a moderate or high load, and the ids of what was done on them.

    Walks, swims, rides and yoga are what a rest day may hold.
    """
    days: dict[date, list[str]] = {}
    for day, one in [
        *((day_of(one.at, zone), one.id) for one in outings if one.sport in {Sport.RUN, Sport.STRENGTH}),
        *((one.day, one.id) for one in sessions if one.load.is_heavy and one.is_activity),
    ]:
        days.setdefault(day, []).append(one)
    return days


def weeks(
    outings: Iterable[Outing], sessions: Iterable[SessionPain], today: date, zone: tzinfo, count: int
) -> tuple[Week, ...]:
    """So many weeks, the newest first, the empty ones too. What is dated after today is left out."""
    done = [(day_of(one.at, zone), one) for one in outings]
    active = active_days((one for _, one in done), sessions, zone)
    found = []
    for number in range(count):
        last = today - timedelta(days=DAYS * number)
        first = last - timedelta(days=DAYS - 1)
        runs = [one for day, one in done if first <= day <= last and one.sport is Sport.RUN]
        days = sum(first <= day <= last for day in active)
        unmeasured = sum(one.metres is None for one in runs)
        found.append(Week(first, last, float(_total(runs)), len(runs), days, unmeasured))
    return tuple(found)


def _total(runs: Iterable[Outing]) -> Fraction:
    return sum((_metres(one) for one in runs), Fraction())


def _metres(run: Outing) -> Fraction:
    """As it was written, not as binary numbers hold it."""
    return Fraction(str(run.metres or 0))
