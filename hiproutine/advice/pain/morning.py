"""The morning after: which days to ask about, and what the answer says."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo

from hiproutine.advice.pain import sources
from hiproutine.advice.pain.advice import LIGHT, Advice, Because, Kind, Level, because, with_words
from hiproutine.advice.pain.bands import Band
from hiproutine.advice.pain.changes import CLEAR, change_text
from hiproutine.advice.pain.days import begin_of, day_of, elapsed
from hiproutine.advice.pain.readings import Moment, Reading, Stiffness
from hiproutine.advice.pain.sessions import SessionPain

ASKED_FOR = timedelta(hours=36)
"""After the end of a day's last session or run, really elapsed, its morning question has lapsed. Ours."""


@dataclass(frozen=True, slots=True)
class Played:
    """A session, or a run, and when it ended."""

    session: str | None
    """None for a run."""
    ended: datetime


@dataclass(frozen=True, slots=True)
class Due:
    """A day with sessions or runs whose morning question is open."""

    day: date
    sessions: tuple[str, ...]
    """The ids of its sessions, the last to end last; none where there were only runs."""


def next_morning(before: Reading | None, morning: Reading) -> Advice:
    """Good, and may progress (GO); repeat and add nothing (GO_WATCHING); or a rest day (REST_INSTEAD).

    No rise next morning: trial protocol PMC4702381; not worse at 24 hours: Vincent and Vincent 2017. The steps of 1 and
    2 points, and stiffness from 3 on, are ours. From 6 on it is a rest day even without a rise. Without a level before,
    only a morning free of pain is good.
    """
    stiffer = morning.stiffness is Stiffness.MORE
    rise = morning.score - before.score if before else None
    reason = _reason(before, morning)
    if morning.score >= Band.HIGH or (rise or 0) >= CLEAR or (stiffer and morning.score >= Band.MIDDLE):
        sentence = "Consider a rest day, then repeat at a lower level."
        return _advice(Level.REST_INSTEAD, sentence, reason, LIGHT)
    if stiffer or (morning.score if rise is None else rise) >= 1:
        return _advice(Level.GO_WATCHING, "Repeat what you did, and add nothing yet.", reason)
    return _advice(Level.GO, "A good morning reading.", reason)


def good_morning(session: SessionPain) -> bool:
    """Whether its morning was answered, and well: only then may anything be added."""
    return session.morning is not None and next_morning(session.before, session.morning).level is Level.GO


def mornings_due(
    played: Iterable[Played],
    readings: Iterable[Reading],
    now: datetime,
    zone: tzinfo,
    skipped: Iterable[datetime] = (),
) -> tuple[Due, ...]:
    """The days to ask about at this start, oldest first: from the 04:00 after what was done, for up to 36 hours.

    One question answers them all: a morning reading, or a question skipped, counts for every day it was open for.
    """
    mornings = [reading for reading in readings if reading.moment is Moment.MORNING]
    named = {reading.session for reading in mornings}
    asked = [*(reading.at for reading in mornings), *skipped]
    due = []
    for day, sessions in sorted(_by_day(played, zone).items()):
        open_for = [moment for moment in asked if _open(day, sessions, moment, zone)]
        ids = tuple(one.session for one in sessions if one.session)
        if _open(day, sessions, now, zone) and not open_for and not named.intersection(ids):
            due.append(Due(day, ids))
    return tuple(due)


def _by_day(played: Iterable[Played], zone: tzinfo) -> dict[date, list[Played]]:
    days: dict[date, list[Played]] = defaultdict(list)
    for one in sorted(played, key=lambda one: one.ended):
        days[day_of(one.ended.astimezone(UTC), zone)].append(one)  # mornings are those of where one is now
    return days


def _open(day: date, sessions: list[Played], moment: datetime, zone: tzinfo) -> bool:
    opens = begin_of(day + timedelta(days=1), zone)
    return moment >= opens and elapsed(sessions[-1].ended, moment) <= ASKED_FOR


def _reason(before: Reading | None, morning: Reading) -> Because:
    words = [change_text(before.score, morning.score)] if before else []
    if morning.stiffness is Stiffness.MORE:
        words.append("stiffer than usual")
    return with_words(because(before=before, this_morning=morning), *words)


def _advice(level: Level, sentence: str, reason: Because, alternative: str | None = None) -> Advice:
    return Advice(Kind.MORNING, level, sentence, (reason,), sources.MORNING, alternative)
