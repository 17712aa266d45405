"""Coming back to running: seven stages of walk and run, and which of them comes next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta, tzinfo
from enum import StrEnum
from typing import NamedTuple

from hiproutine.advice.coming_back import sources
from hiproutine.advice.coming_back.entry import SORE_ENDS, Entry, missing
from hiproutine.advice.coming_back.outcomes import Judged, Outcome
from hiproutine.advice.coming_back.replay import GOOD_DAYS, Course, replayed
from hiproutine.advice.pain.bands import Band
from hiproutine.advice.pain.because import CLOSING, Because
from hiproutine.advice.pain.days import day_of
from hiproutine.advice.pain.sessions import SessionPain, family

FAMILY = "return-to-run"
SPACED = frozenset({FAMILY, "hip-core-strength", "runner-leg-strength"})
"""Families of routines with a day between (ACSM position stand, Garber 2011: strength on 2 or 3 days a week;
therunningclinic.com: a day between runs). None of them follows any of them the next day."""


class Stage(NamedTuple):
    """So many times a run and a walk, between two walks of 5 minutes each."""

    number: int
    repeats: int
    run: int
    """Seconds."""
    walk: int
    """Seconds; 0 where nothing follows the run but the walk home."""

    @property
    def routine(self) -> str:
        """The id of its routine."""
        return f"{FAMILY}-{self.number}"


STAGES = (
    Stage(1, 5, 60, 240),
    Stage(2, 5, 120, 180),
    Stage(3, 5, 180, 120),
    Stage(4, 5, 240, 60),
    Stage(5, 3, 480, 60),
    Stage(6, 2, 840, 60),
    Stage(7, 1, 1800, 0),
)
"""Ours, after the walk and run programmes named in sources.STAGES."""
LAST = len(STAGES)
EVERY, MOST, MOST_IN = 2, 4, 7
"""Days from a stage to the next (therunningclinic.com: a day between), and the most in so many days (ours)."""
STEPS_BACK = 3
"""After so many a doctor or physiotherapist is suggested. Ours."""
GOES_ON = "with the next stage that went well"
_NUMBERS = {stage.routine: stage.number for stage in STAGES}


class Step(StrEnum):
    """What comes next."""

    START = "start"
    GO_ON = "go_on"
    REPEAT = "repeat"
    STEP_BACK = "step_back"
    REST = "rest"
    """The stage is for another day."""
    NOT_YET = "not_yet"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Proposal:
    """What comes next. It suggests; any stage can be played."""

    stage: int
    """1 to 7; with REST and NOT_YET the one to come, with DONE the last."""
    routine: str
    step: Step
    sentence: str
    because: tuple[Because, ...]
    """The sessions and readings it rests on; what has no id in the journal has none here."""
    not_before: date
    """The first day, today or later, with rest enough before it."""
    source: str
    ends: str = GOES_ON
    """What ends it, in words."""

    @property
    def waits(self) -> bool:
        """Whether nothing is to be run today."""
        return self.step in {Step.REST, Step.NOT_YET}

    @property
    def closing(self) -> str:
        """The line that stands under it."""
        return CLOSING


def proposal(sessions: Iterable[SessionPain], entry: Entry, now: datetime, zone: tzinfo) -> Proposal:
    """What comes next, by the sessions of all stages ever, replayed in order, and what is known today.

    Forward: a stage went well on two different days in a row. Back: after a reaction, and after 14 days without a
    session. Else again. Sessions of other routines count only for the day between (SPACED).
    """
    today = day_of(now, zone)
    known = [one for one in sessions if one.day <= today and family(one.routine) in SPACED]
    course = replayed(known, _NUMBERS)
    free = _free_day(known, today)
    away = course.away_on(today)
    course.come_back(away)
    last = course.last
    lacks = missing(entry, started=last is not None and not course.from_the_walk)
    if lacks:
        sentence = f"Not yet: {lacks.words}."
        found = _proposal(course, Step.NOT_YET, sentence, *lacks.because, source=lacks.source, ends=lacks.ends)
    elif last is None or course.from_the_walk:
        sentence = "Stage 1 may suit now: five times a minute of easy running, with walks between."
        reasons = [one for one in (entry.walk, entry.sore) if one]
        found = _proposal(course, Step.START, sentence, *reasons, source=sources.ENTRY)
    elif course.is_done:
        return replace(_done(course, last), not_before=free)
    elif entry.pain >= Band.MIDDLE:
        found = _sore(course, entry)
        free = max(free, today + timedelta(days=1))
    else:
        found = _after_a_break(course, last, away) if away else _next(course, last)
    return _rested(replace(found, not_before=free), today)


def _sore(course: Course, entry: Entry) -> Proposal:
    sentence = f"Some pain today. Consider resting; stage {course.next} can wait for an easier day."
    return _proposal(course, Step.REST, sentence, *entry.soreness, ends=SORE_ENDS)


def _next(course: Course, last: Judged) -> Proposal:
    if last.outcome is Outcome.REACTED:
        sentence = f"Your hip reacted to stage {course.played}. Consider a rest day, then stage {course.next}."
        sentence = _see_someone(course, last) or sentence
        return _proposal(course, Step.STEP_BACK, sentence, last.because)
    if course.next > course.played:
        reasons = [one.because for one in course.well[-GOOD_DAYS:]]
        sentence = f"Stage {course.played} went well on two days. Stage {course.next} may come next."
        return _proposal(course, Step.GO_ON, sentence, *reasons)
    if last.outcome is Outcome.GOOD:
        sentence = f"Stage {course.played} went well. Once more on another day, then the next."
    else:
        sentence = f"Consider stage {course.next} again, on another day, before you add anything."
    return _proposal(course, Step.REPEAT, sentence, last.because)


def _see_someone(course: Course, last: Judged) -> str:
    """What is said after the third step back and every one after it, until a session goes better."""
    if last.outcome is not Outcome.REACTED or course.steps_back < STEPS_BACK:
        return ""
    back = f"That makes {course.steps_back} steps back."
    return f"{back} Consider seeing a doctor or physiotherapist before stage {course.next}."


def _after_a_break(course: Course, last: Judged, days: int) -> Proposal:
    step = Step.STEP_BACK if course.next < course.played else Step.REPEAT
    reason = Because((last.session.id,), f"{days} days since stage {course.played} on {last.session.day}")
    sentence = _see_someone(course, last) or f"It has been {days} days. Consider stage {course.next} to begin again."
    return _proposal(course, step, sentence, reason, source=f"{sources.STAGES} {sources.AWAY}")


def _done(course: Course, last: Judged) -> Proposal:
    sentence = (
        "All seven stages went well. From here: at most 10 % more a week, more days before longer runs, and a rest day "
        "a week."
    )
    reasons = [one.because for one in course.well[-GOOD_DAYS:]] or [last.because]
    return _proposal(course, Step.DONE, sentence, *reasons, source=sources.BEYOND)


def _rested(found: Proposal, today: date) -> Proposal:
    """The same, for another day where that is not today."""
    if found.not_before <= today or found.step is Step.NOT_YET:
        return found
    when = "tomorrow" if found.not_before == today + timedelta(days=1) else f"{found.not_before}"
    ends = found.ends if found.step is Step.REST else ""
    return replace(found, step=Step.REST, sentence=f"{found.sentence} Not before {when}.", ends=ends)


def _free_day(sessions: Sequence[SessionPain], today: date) -> date:
    """The first day from today on with rest enough before it."""
    return next(day for day in _days_from(today) if _is_free(sessions, day))


def _is_free(sessions: Sequence[SessionPain], day: date) -> bool:
    """A day between stages, and between strength and a stage; and not more than four stages in seven days."""
    ago = [((day - one.day).days, one.routine in _NUMBERS) for one in sessions if one.is_activity]
    close = any(days == 1 or (stage and days < EVERY) for days, stage in ago)
    return not close and sum(stage and days < MOST_IN for days, stage in ago) < MOST


def _days_from(day: date) -> Iterator[date]:
    while True:
        yield day
        day += timedelta(days=1)


def _proposal(
    course: Course, step: Step, sentence: str, *reasons: Because, source: str = sources.STAGES, ends: str = GOES_ON
) -> Proposal:
    stage = STAGES[course.next - 1]
    return Proposal(stage.number, stage.routine, step, sentence, reasons, date.min, source, ends)
