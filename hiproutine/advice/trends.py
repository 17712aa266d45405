"""How it develops over weeks: week against week, how long an episode lasts, how often things react."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta, tzinfo
from fractions import Fraction
from typing import NamedTuple

from hiproutine.advice import studies
from hiproutine.advice.exertions import Exertion
from hiproutine.advice.finding import Finding, Kind, Level
from hiproutine.advice.pain.bands import Band
from hiproutine.advice.pain.because import Because
from hiproutine.advice.pain.changes import CLEAR
from hiproutine.advice.pain.days import begin_of, day_of
from hiproutine.advice.pain.readings import Moment, Reading
from hiproutine.advice.pain.sessions import Load
from hiproutine.advice.reactions import REACTED_MEANS, reaction
from hiproutine.wording import tenth

WEEK = timedelta(days=7)
NEEDED = 3
"""Days with an answer that a week needs for its mean to say anything. Ours."""
HOLD, WRONG_WAY = 1, 2
"""Points by which a week's mean is above the week before. Ours."""
SLOW = timedelta(days=14)
"""Days after which an episode is expected to have improved. Ours."""
BETTER_SHARE = Fraction(30, 100)
"""An improvement worth the name, of the level at the start; or 2 points (Farrar 2001, Pain 94:149-158)."""
LONG = timedelta(days=42)
"""Days after which an appointment is worth it (six weeks: corahealth.co.uk; NHS Gloucestershire, G-care)."""
SILENCE = timedelta(days=42)
"""Days without any answer after which nobody can say that an episode went on. Ours."""
REACTIONS, REACTIONS_IN = 3, timedelta(days=14)
"""Reactions, and the days they fall in. Ours."""

Days = Mapping[date, Reading]
"""The highest answer of each day that has one."""


class Mean(NamedTuple):
    """The mean of the highest scores of some days, exact."""

    value: Fraction
    ids: tuple[str, ...]


def findings(told: Sequence[Reading], done: Sequence[Exertion], now: datetime, zone: tzinfo) -> Iterator[Finding]:
    """All that develops and deserves a word."""
    today = day_of(now, zone)
    ends = begin_of(today + timedelta(days=1), zone)
    every = highest_by_day(told, zone)
    yield from _episode(every, today, ends)
    yield from _reactions(done, today, zone)
    resting = highest_by_day((one for one in told if at_rest(one)), zone)
    moving = highest_by_day((one for one in told if one.moment is Moment.DURING and one.session is None), zone)
    risen = [(_risen(days, today), what) for days, what in ((resting, "at rest"), (moving, "on the way"))]
    yield from _weeks([(found, what) for found, what in risen if found], ends)


def at_rest(reading: Reading) -> bool:
    """Whether it is among the answers by which weeks are compared: those of mornings, before routines and by hand."""
    return reading.moment in {Moment.BEFORE, Moment.MORNING, Moment.OTHER}


def highest_by_day(readings: Iterable[Reading], zone: tzinfo) -> dict[date, Reading]:
    """The highest answer of each of the person's days, in order of time where `readings` are."""
    found: dict[date, Reading] = {}
    for one in readings:
        day = day_of(one.at, zone)
        if day not in found or one.score > found[day].score:
            found[day] = one
    return found


def mean_to(days: Days, last: date, needed: int = NEEDED) -> Mean | None:
    """The mean of the seven days that end with `last`; None with fewer days that have an answer than needed."""
    week = [one for back in range(WEEK.days) if (one := days.get(last - timedelta(days=back)))]
    if len(week) < needed:
        return None
    return Mean(Fraction(sum(one.score for one in week), len(week)), tuple(one.id for one in reversed(week)))


def episode_start(days: Days, today: date) -> date | None:
    """The day of 3 or more that the present episode began with; `days` in order.

    An episode is over after low answers alone over 7 days, from the first of them to the last, or after 42 days of
    silence.
    """
    began: date | None = None
    calm: date | None = None
    last: date | None = None
    for day, one in days.items():
        if last and day - last > SILENCE:
            began = calm = None
        if one.score >= Band.MIDDLE:
            began, calm = began or day, None
        else:
            calm = calm or day
            if day - calm >= WEEK:
                began = None
        last = day
    return None if last is None or today - last > SILENCE else began


def _episode(days: Days, today: date, ends: datetime) -> Iterator[Finding]:
    """After 42 days that it is still there; after 14 that it has not improved by 2 points or 30 %."""
    newest = max((day for day in days if day <= today), default=today)
    first, week = episode_start(days, today), mean_to(days, newest, needed=1)  # silence makes nothing better
    if first is None or week is None:
        return
    still = [day for day, one in days.items() if one.score >= Band.MIDDLE and timedelta(0) <= newest - day < WEEK]
    until = "with a week of 2 and less"
    if today - first >= LONG and still:
        began, now = days[first], days[still[-1]]
        reason = Because((began.id, now.id), f"pain {began.score} on {first}, {now.score} on {still[-1]}")
        sentence = "Pain for six weeks is worth an appointment with a doctor or physiotherapist."
        yield Finding(Kind.EPISODE, Level.SEE_SOMEONE, sentence, (reason,), studies.SIX_WEEKS, ends, until)
        return
    start = mean_to({day: one for day, one in days.items() if day >= first}, first + WEEK - timedelta(days=1), needed=1)
    if start is None or today - first < SLOW or _improved(start.value, week.value):
        return
    reason = Because(start.ids + week.ids, f"{tenth(start.value)} in the week from {first}, {tenth(week.value)} now")
    sentence = "Little change in two weeks. Consider seeing a physiotherapist."
    yield Finding(Kind.EPISODE, Level.SEE_SOMEONE, sentence, (reason,), studies.IMPROVING, ends, until)


def _reactions(done: Sequence[Exertion], today: date, zone: tzinfo) -> Iterator[Finding]:
    """Three things that reacted within the 14 days that end today."""
    recent = [one for one in done if timedelta(0) <= today - one.day < REACTIONS_IN]
    found = [(one, why) for one in recent if (why := reaction(one))]
    if len(found) < REACTIONS:
        return
    sentence = (
        f"In two weeks your hip reacted {len(found)} times ({REACTED_MEANS}). Consider seeing a physiotherapist before "
        "you run on."
    )
    until = begin_of(found[-REACTIONS][0].day + REACTIONS_IN, zone)
    reasons = tuple(why for _, why in found)
    against = frozenset({Load.HIGH})
    ends = "with fewer than three in 14 days"
    yield Finding(Kind.REACTIONS, Level.SEE_SOMEONE, sentence, reasons, studies.REACTIONS, until, ends, against)


def _weeks(risen: Sequence[tuple[tuple[Mean, Mean], str]], ends: datetime) -> Iterator[Finding]:
    """The seven days that end today against the seven before; the answers at rest, and the pain of runs, apart."""
    if not risen:
        return
    (last, this), what = max(risen, key=lambda one: (one[0][1].value - one[0][0].value, one[1]))
    text = f"{tenth(last.value)} {what} a week before, {tenth(this.value)} now, as means"
    reason = Because(last.ids + this.ids, text)
    until = "when a week is no longer above the one before"
    if this.value - last.value >= WRONG_WAY:
        sentence = "Going the wrong way. Consider cutting back, and seeing a doctor or physiotherapist."
        against = frozenset({Load.HIGH})
        yield Finding(Kind.WEEKS, Level.SEE_SOMEONE, sentence, (reason,), studies.WEEKS, ends, until, against)
        return
    sentence = "A little more pain than the week before. Consider holding, and add no distance yet."
    yield Finding(Kind.WEEKS, Level.WATCH, sentence, (reason,), studies.WEEKS, ends, until)


def _risen(days: Days, today: date) -> tuple[Mean, Mean] | None:
    last, this = mean_to(days, today - WEEK), mean_to(days, today)
    return (last, this) if last and this and this.value - last.value >= HOLD else None


def _improved(start: Fraction, now: Fraction) -> bool:
    return start - now >= CLEAR or start - now >= BETTER_SHARE * start
