"""What is known, in few words: answers, runs and sessions at so many days and hours before noon of a Wednesday."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import Any

from hiproutine.advice.assess import Assessment, assess
from hiproutine.advice.facts import Facts
from hiproutine.advice.finding import Finding, Kind
from hiproutine.advice.pain.days import day_of
from hiproutine.advice.pain.flags import BY_ID
from hiproutine.advice.pain.readings import Moment, Reading
from hiproutine.advice.pain.red_flags import Screen, Standing
from hiproutine.advice.pain.sessions import Load, SessionPain
from hiproutine.advice.recovery.facts import Outing, Sport

NOON = datetime(2026, 5, 20, 12, tzinfo=UTC)
_NUMBERS = count()


def ago(days: float = 0, hours: float = 0, minutes: float = 0) -> datetime:
    """So long before noon."""
    return NOON - timedelta(days=days, hours=hours, minutes=minutes)


def said(score: int, moment: Moment = Moment.OTHER, at: datetime = NOON, **more: Any) -> Reading:
    """One answer."""
    return Reading(f"r{next(_NUMBERS)}", at, moment, score, **more)


def morning(score: int, days: float = 0, **more: Any) -> Reading:
    """The answer at seven in the morning, so many days ago."""
    return said(score, Moment.MORNING, ago(days, hours=5), **more)


def ran(days: float, km: float | None = 5, pain: int | None = None, **more: Any) -> Outing:
    """A run that ended at noon, so many days ago; `at` and `sport` change that."""
    at = more.pop("at", ago(days))
    metres = None if km is None else km * 1000
    return Outing(f"o{next(_NUMBERS)}", at, more.pop("sport", Sport.RUN), metres, pain=pain, **more)


def session(
    days: float,
    routine: str = "hip-core-strength",
    load: Load = Load.MODERATE,
    *,
    before: int | None = None,
    after: int | None = None,
    during: tuple[int, ...] = (),
    **more: Any,
) -> SessionPain:
    """A session that ended at noon, so many days ago."""
    name = f"s{next(_NUMBERS)}"
    end = ago(days)

    def told(score: int | None, moment: Moment, minutes: float) -> Reading | None:
        at = end + timedelta(minutes=minutes)
        return None if score is None else said(score, moment, at, session=name)

    return SessionPain(
        name, routine, load, day_of(end, UTC), told(before, Moment.BEFORE, -20), told(after, Moment.AFTER, 1),
        during=tuple(one for score in during if (one := told(score, Moment.DURING, -5))), ended=end, **more,
    )  # fmt: skip


def ticked(*flags: str) -> tuple[Standing, ...]:
    """Warning signs that stand."""
    return tuple(Standing(BY_ID[flag], "screen", date(2026, 5, 1)) for flag in flags)


def answered(at: datetime) -> tuple[Screen, ...]:
    """The questions about warning signs, answered with none."""
    return (Screen("screen", at),)


def known(*things: object, **more: Any) -> Facts:
    """Facts of readings, outings, sessions and signs, in any order; what was said about a session is among them."""
    sessions = tuple(one for one in things if isinstance(one, SessionPain))
    of_sessions = [
        reading
        for one in sessions
        for reading in (one.before, *one.during, one.after, one.later, one.morning)
        if reading
    ]
    return Facts(
        readings=(*(one for one in things if isinstance(one, Reading)), *of_sessions),
        outings=tuple(one for one in things if isinstance(one, Outing)),
        sessions=sessions,
        **more,
    )


def judged(*things: object, now: datetime = NOON, **more: Any) -> Assessment:
    """The judgement of what is known, at noon unless said otherwise."""
    return assess(known(*things, **more), now, UTC)


def sentence(found: Assessment, kind: Kind) -> str:
    """What is said by a rule, or nothing."""
    one = word(found, kind)
    return one.sentence if one else ""


def word(found: Assessment, kind: Kind) -> Finding | None:
    """The finding of a rule."""
    return next((one for one in (*found.findings, *found.timing) if one.kind is kind), None)
