"""All that is known of a person, in one place: what every judgement rests on."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, tzinfo

from hiproutine.advice.pain.bands import HIGHEST, band_of
from hiproutine.advice.pain.days import day_of
from hiproutine.advice.pain.readings import Moment, Reading
from hiproutine.advice.pain.red_flags import Screen, Standing
from hiproutine.advice.pain.sessions import SessionPain
from hiproutine.advice.recovery.building import Unit
from hiproutine.advice.recovery.facts import Onset, Outing

LOOKS_BACK = timedelta(days=180)
"""How far anything is looked at: the longest, the stages, needs 90 days and what was before them."""
CLOCK_SLIP = timedelta(hours=48)
"""A moment this far ahead is taken as now, so that a clock that was wrong hides nothing. Ours."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What was answered, done and noted. Order does not matter, and nothing may be there twice by its id."""

    readings: tuple[Reading, ...] = ()
    """Answers of every moment; the pain of runs is not among them."""
    sessions: tuple[SessionPain, ...] = ()
    outings: tuple[Outing, ...] = ()
    onsets: tuple[Onset, ...] = ()
    ices: tuple[datetime, ...] = ()
    """When ice was taken off."""
    signs: tuple[Standing, ...] = ()
    """The warning signs that were ticked and stand; pain on landing, as it was answered, is among the readings."""
    landing_settled: tuple[datetime, ...] = ()
    """When pain on landing was checked by a professional, or an answer about it taken back."""
    screens: tuple[Screen, ...] = ()
    """Every time the questions about warning signs were answered."""
    skipped_mornings: tuple[datetime, ...] = ()
    playing: SessionPain | None = None
    """The session that is being played, with its answers so far."""
    onset_unsure: bool = False
    """Whether the person was just asked when it began, and is not sure."""
    unread: str = ""
    """Why something could not be read; empty where all was."""
    unit: Unit = Unit.KM
    """In what distances are said."""


def said(facts: Facts, now: datetime) -> tuple[Reading, ...]:
    """Every answer and the pain of every run, oldest first, none later than now; what is far ahead is left out."""
    found = [*facts.readings, *(reading for one in facts.outings if (reading := pain_of(one)))]
    near = (replace(one, at=now) if one.at > now else one for one in found if one.at <= now + CLOCK_SLIP)
    return tuple(sorted(near, key=lambda one: (one.at, one.id)))


def pain_of(outing: Outing) -> Reading | None:
    """The pain of a run or another activity as an answer: what was felt during it, at its worst."""
    if outing.pain is None:
        return None
    return Reading(outing.id, outing.at, Moment.DURING, outing.pain, worst=outing.pain)


def judged_score(reading: Reading) -> int:
    """The score that counts: the worst that was named, and a band higher when a pain reliever may hide some (ours)."""
    score = max(reading.score, reading.worst or 0)
    return min(HIGHEST, max(score, int(band_of(score).above))) if reading.masked else score


def between(readings: Sequence[Reading], first: datetime, last: datetime) -> tuple[Reading, ...]:
    """The answers from a moment to another, both included; `readings` in order of time."""
    begins = bisect_left(readings, first, key=lambda one: one.at)
    return tuple(readings[begins : bisect_right(readings, last, lo=begins, key=lambda one: one.at)])


def in_force(readings: Sequence[Reading], now: datetime, zone: tzinfo) -> tuple[Reading, ...]:
    """The answers of the last 24 hours, without what lies before the day of the last morning that was answered;
    `readings` in order of time."""
    fresh = between(readings, now - timedelta(hours=24), now)
    mornings = [day_of(one.at, zone) for one in fresh if one.moment is Moment.MORNING]
    if not mornings:
        return tuple(fresh)
    return tuple(one for one in fresh if day_of(one.at, zone) >= max(mornings))
