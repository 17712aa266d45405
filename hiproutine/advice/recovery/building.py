"""Building up: how far and how often a person ran, against the days before.

A week is the seven days that end today, not a week of the calendar. Distances are in metres.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from enum import StrEnum
from fractions import Fraction
from math import floor

from hiproutine.advice.pain.advice import LIGHT, Advice, Because, Kind, Level
from hiproutine.advice.pain.days import day_of
from hiproutine.advice.pain.sessions import SessionPain
from hiproutine.advice.recovery import sources
from hiproutine.advice.recovery.facts import Outing, Sport
from hiproutine.wording import tenth

DAYS = 7
"""Days of a week, and active days in a row after which a rest day is suggested (“7 Ways to Relieve Hip Pain After
Running”: at least one a week)."""
WEEKLY = Fraction(110, 100)
"""At most so much of the week before (the same article)."""
FORTNIGHTLY = Fraction(130, 100)
"""Above so much of the week before that, a clearer word (Nielsen 2014, J Orthop Sports Phys Ther 44(10))."""
SLACK = Fraction(1, 100)
"""Metres that do not count: distances are kept to a millimetre, and rounded miles add up."""
MILE = 1609.344
"""Metres; the international mile, exact."""


class Unit(StrEnum):
    """In what distances are said."""

    KM = "km"
    MILES = "miles"


@dataclass(frozen=True, slots=True)
class Week:
    """Seven days of a person (days.day_of), both ends included."""

    first: date
    last: date
    metres: float
    """Running distance that was noted."""
    runs: int
    active_days: int
    """Days with an outing of any sport, or a session of a moderate or high load."""
    unmeasured: int = 0
    """Runs without a distance: the true distance of the week is more, and nobody knows how much."""


def distance_text(metres: float, unit: Unit) -> str:
    """`12.5 km` or `7.8 miles`, to a tenth."""
    return f"{tenth(metres / (MILE if unit is Unit.MILES else 1000))} {unit}"


def weeks(
    outings: Iterable[Outing], sessions: Iterable[SessionPain], today: date, zone: tzinfo, count: int
) -> tuple[Week, ...]:
    """So many weeks, the newest first, the empty ones too. What is dated after today is left out."""
    done = [(day_of(one.at, zone), one) for one in outings]
    active = {day for day, _ in done} | {one.day for one in sessions if one.load.is_heavy and one.is_activity}
    found = []
    for number in range(count):
        last = today - timedelta(days=DAYS * number)
        first = last - timedelta(days=DAYS - 1)
        runs = [one for day, one in done if first <= day <= last and one.sport is Sport.RUN]
        days = sum(first <= day <= last for day in active)
        unmeasured = sum(one.metres is None for one in runs)
        found.append(Week(first, last, float(_total(runs)), len(runs), days, unmeasured))
    return tuple(found)


def distance(outings: Iterable[Outing], now: datetime, zone: tzinfo, unit: Unit = Unit.KM) -> Advice | None:
    """More than 30 % above the week that ended 14 days ago (EASIER), or 10 % above the one before (GO_WATCHING).

    A week without a run, or with a run of unknown distance, is no ground to compare with.
    """
    these, last, before = _runs_of_weeks(outings, day_of(now, zone), zone, 3)
    total = _total(these)
    if _known(before) and _above(total, FORTNIGHTLY * _total(before)):
        sentence = "This is more than 30 % above two weeks ago. Consider a shorter week before you add any more."
        reason = _compared(these, before, "two weeks ago", unit)
        return Advice(Kind.DISTANCE, Level.EASIER, sentence, (reason,), sources.THIRTY_PERCENT)
    if _known(last) and _above(total, WEEKLY * _total(last)):
        sentence = "This is more than 10 % above the seven days before. Consider holding the distance for now."
        reason = _compared(these, last, "in the seven before", unit)
        return Advice(Kind.DISTANCE, Level.GO_WATCHING, sentence, (reason,), sources.TEN_PERCENT)
    return None


def room(outings: Iterable[Outing], today: date, zone: tzinfo) -> float | None:
    """Whole metres that may still be run today within 10 % of the week before; None where that is not known."""
    these, last = _runs_of_weeks(outings, today, zone, 2)
    if not _known(last) or any(one.metres is None for one in these):
        return None
    return float(max(0, floor(WEEKLY * _total(last) - _total(these))))


def frequency(outings: Iterable[Outing], now: datetime, zone: tzinfo, unit: Unit = Unit.KM) -> Advice | None:
    """The longest run has grown by more than 10 % while the days with a run have not become more."""
    these, last = _runs_of_weeks(outings, day_of(now, zone), zone, 2)
    if not these or not _known(last):
        return None
    longest, before = max(these, key=_metres), max(last, key=_metres)
    days, days_before = ({day_of(one.at, zone) for one in runs} for runs in (these, last))
    if not _above(_metres(longest), WEEKLY * _metres(before)) or len(days) > len(days_before):
        return None
    text = (
        f"longest {distance_text(longest.metres or 0, unit)} on {_days(len(days))} with a run, "
        f"{distance_text(before.metres or 0, unit)} on {len(days_before)} before"
    )
    reason = Because((before.id, longest.id), text)
    sentence = "A longer run, and no more days than before. Consider another day before a longer run."
    return Advice(Kind.FREQUENCY, Level.GO_WATCHING, sentence, (reason,), sources.FREQUENCY)


def rest_day(outings: Iterable[Outing], sessions: Iterable[SessionPain], now: datetime, zone: tzinfo) -> Advice | None:
    """Seven or more active days in a row, up to today; or up to yesterday, while today may still be the rest day."""
    today = day_of(now, zone)
    active: dict[date, list[str]] = {}
    for day, one in [*((day_of(outing.at, zone), outing.id) for outing in outings), *_heavy(sessions)]:
        active.setdefault(day, []).append(one)
    day = today if today in active else today - timedelta(days=1)
    row: list[list[str]] = []
    while day in active:
        row.insert(0, active[day])
        day -= timedelta(days=1)
    if len(row) < DAYS:
        return None
    when = "a rest day tomorrow" if today in active else "making today a rest day"
    reason = Because(tuple(one for ids in row for one in sorted(ids)), f"active on each of {len(row)} days")
    sentence = f"{len(row)} active days in a row. Consider {when}."
    return Advice(Kind.REST_DAY, Level.REST_INSTEAD, sentence, (reason,), sources.REST_DAY, LIGHT)


def _runs_of_weeks(outings: Iterable[Outing], today: date, zone: tzinfo, count: int) -> tuple[list[Outing], ...]:
    """The runs of so many weeks, the newest week first, each in order of time."""
    found: tuple[list[Outing], ...] = tuple([] for _ in range(count))
    for one in sorted((one for one in outings if one.sport is Sport.RUN), key=lambda one: (one.at, one.id)):
        week = (today - day_of(one.at, zone)).days // DAYS
        if 0 <= week < count:
            found[week].append(one)
    return found


def _heavy(sessions: Iterable[SessionPain]) -> list[tuple[date, str]]:
    return [(one.day, one.id) for one in sessions if one.load.is_heavy and one.is_activity]


def _known(runs: Sequence[Outing]) -> bool:
    """Whether all of their distances are known, and there is some."""
    return all(one.metres is not None for one in runs) and _total(runs) > 0


def _total(runs: Iterable[Outing]) -> Fraction:
    return sum((_metres(one) for one in runs), Fraction())


def _metres(run: Outing) -> Fraction:
    """As it was written, not as binary numbers hold it."""
    return Fraction(str(run.metres or 0))


def _above(metres: Fraction, limit: Fraction) -> bool:
    return metres - limit > SLACK


def _compared(these: Sequence[Outing], others: Sequence[Outing], when: str, unit: Unit) -> Because:
    now, then = (distance_text(float(_total(runs)), unit) for runs in (these, others))
    return Because(tuple(one.id for one in [*others, *these]), f"{now} in these seven days, {then} {when}")


def _days(count: int) -> str:
    return "1 day" if count == 1 else f"{count} days"
