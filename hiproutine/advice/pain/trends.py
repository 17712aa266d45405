"""How it develops: week against week, how long an episode lasts, and how often sessions react."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from fractions import Fraction
from math import floor

from hiproutine.advice.pain import sources
from hiproutine.advice.pain.advice import Advice, Because, Kind, Level, strictest_first
from hiproutine.advice.pain.after import reaction
from hiproutine.advice.pain.bands import Band
from hiproutine.advice.pain.changes import CLEAR
from hiproutine.advice.pain.days import day_of
from hiproutine.advice.pain.readings import Moment, Reading
from hiproutine.advice.pain.sessions import SessionPain

WEEK = timedelta(days=7)
NEEDED = 3
"""Readings a week needs for its mean to say anything. Ours."""
HOLD, WRONG_WAY = 1, 2
"""Points by which a week's mean is above the week before. Ours."""
SLOW = timedelta(days=14)
"""Days after which an episode is expected to have improved. Ours."""
BETTER_SHARE = Fraction(30, 100)
"""An improvement worth the name, of the level at the start; or 2 points (Farrar 2001, Pain 94:149-158)."""
LONG = timedelta(days=42)
"""Days after which an appointment is worth it (six weeks: corahealth.co.uk; NHS Gloucestershire, G-care)."""
SILENCE = timedelta(days=42)
"""Days without any reading after which nobody can say that an episode went on. Ours."""
REACTIONS, REACTIONS_IN = 3, timedelta(days=14)
"""Reactions, and the days they fall in. Ours."""


@dataclass(frozen=True, slots=True)
class Mean:
    """The mean of some readings, exact."""

    value: Fraction
    ids: tuple[str, ...]


def trends(
    readings: Sequence[Reading], sessions: Sequence[SessionPain], now: datetime, zone: tzinfo
) -> tuple[Advice, ...]:
    """All that develops and deserves a word, the strictest first."""
    return strictest_first([weeks(readings, now, zone), episode(readings, now, zone), reactions(sessions, now, zone)])


def weeks(readings: Iterable[Reading], now: datetime, zone: tzinfo) -> Advice | None:
    """The seven days that end today against the seven before, by the readings before sessions and of mornings."""
    today = day_of(now, zone)
    resting = [reading for reading in readings if reading.moment in {Moment.BEFORE, Moment.MORNING}]
    this, last = mean_to(resting, today, zone), mean_to(resting, today - WEEK, zone)
    if this is None or last is None or this.value - last.value < HOLD:
        return None
    reason = Because(last.ids + this.ids, f"{_one(last.value)} a week before, {_one(this.value)} now, as means")
    if this.value - last.value >= WRONG_WAY:
        sentence = "Going the wrong way. Consider cutting back, and seeing a doctor or physiotherapist."
        return Advice(Kind.WEEKS, Level.SEE_SOMEONE, sentence, (reason,), sources.WEEKS)
    sentence = "A little more pain than the week before. Consider holding: add no distance yet."
    return Advice(Kind.WEEKS, Level.GO_WATCHING, sentence, (reason,), sources.WEEKS)


def mean_to(readings: Iterable[Reading], last: date, zone: tzinfo, needed: int = NEEDED) -> Mean | None:
    """The mean score of the seven days that end with `last`; None with fewer readings than needed."""
    scores = {one.id: one.score for one in readings if timedelta(0) <= last - day_of(one.at, zone) < WEEK}
    if len(scores) < needed:
        return None
    return Mean(Fraction(sum(scores.values()), len(scores)), tuple(scores))


def episode(readings: Sequence[Reading], now: datetime, zone: tzinfo) -> Advice | None:
    """After 42 days that it is still there; after 14 that it has not improved by 2 points or 30 %. Else None.

    Improvement is the mean of the last seven days against that of the episode's first seven.
    """
    today = day_of(now, zone)
    known = sorted((one for one in readings if one.at <= now), key=lambda one: (one.at, one.score))
    began = episode_start(known, now, zone)
    week = mean_to(known, today, zone, needed=1)
    if began is None or week is None:
        return None
    first = day_of(began.at, zone)
    lasts, still = today - first, _still_there(known, today, zone)
    if lasts >= LONG and still:
        sentence = "Pain for six weeks is worth an appointment with a doctor or physiotherapist."
        reason = Because((began.id, still.id), f"{began.score} on {first}, {still.score} on {day_of(still.at, zone)}")
        return Advice(Kind.EPISODE, Level.SEE_SOMEONE, sentence, (reason,), sources.SIX_WEEKS)
    start = mean_to([one for one in known if one.at >= began.at], first + WEEK - timedelta(days=1), zone, needed=1)
    if start is None or lasts < SLOW or _improved(start.value, week.value):
        return None
    reason = Because(start.ids + week.ids, f"{_one(start.value)} in the week from {first}, {_one(week.value)} now")
    sentence = "Little change in two weeks. Consider seeing a physiotherapist."
    return Advice(Kind.EPISODE, Level.SEE_SOMEONE, sentence, (reason,), sources.IMPROVING)


def episode_start(readings: Sequence[Reading], now: datetime, zone: tzinfo) -> Reading | None:
    """The reading of 3 or more that the present episode began with; `readings` in order of time.

    An episode is over after low readings alone over 7 days, from the first of them to the last, or after 42 days of
    silence.
    """
    began: Reading | None = None
    calm: Reading | None = None
    last: Reading | None = None
    for one in readings:
        if last and _apart(last, one, zone) > SILENCE:
            began = calm = None
        if one.score >= Band.MIDDLE:
            began, calm = began or one, None
        else:
            calm = calm or one
            if _apart(calm, one, zone) >= WEEK:
                began = None
        last = one
    gone_silent = last is not None and day_of(now, zone) - day_of(last.at, zone) > SILENCE
    return None if gone_silent else began


def reactions(sessions: Iterable[SessionPain], now: datetime, zone: tzinfo) -> Advice | None:
    """Three sessions that reacted within the 14 days that end today."""
    today = day_of(now, zone)
    found = {
        one.id: advice
        for one in sorted(sessions, key=lambda one: one.day)
        if timedelta(0) <= today - one.day < REACTIONS_IN and (advice := reaction(one))
    }
    if len(found) < REACTIONS:
        return None
    sentence = f"In two weeks {len(found)} sessions reacted. Consider seeing a physiotherapist."
    reasons = tuple(reason for advice in found.values() for reason in advice.because)
    return Advice(Kind.REACTIONS, Level.SEE_SOMEONE, sentence, reasons, sources.REACTIONS)


def _improved(start: Fraction, now: Fraction) -> bool:
    return start - now >= CLEAR or start - now >= BETTER_SHARE * start


def _still_there(readings: Sequence[Reading], today: date, zone: tzinfo) -> Reading | None:
    """The last reading of 3 or more in the seven days that end today."""
    recent = [one for one in readings if one.score >= Band.MIDDLE and today - day_of(one.at, zone) < WEEK]
    return recent[-1] if recent else None


def _apart(earlier: Reading, later: Reading, zone: tzinfo) -> timedelta:
    return day_of(later.at, zone) - day_of(earlier.at, zone)


def _one(value: Fraction) -> str:
    """To a tenth, halves upward."""
    return f"{floor(value * 10 + Fraction(1, 2)) / 10:.1f}"
