"""Levels of the strengthening routines: more sets, then more repetitions, and which of them comes next."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, tzinfo
from enum import StrEnum
from typing import NamedTuple

from hiproutine.advice.coming_back import sources
from hiproutine.advice.coming_back.outcomes import Judged, Outcome, judged, played_order
from hiproutine.advice.coming_back.replay import GOOD_DAYS
from hiproutine.advice.pain.because import CLOSING, Because
from hiproutine.advice.pain.days import day_of
from hiproutine.advice.pain.sessions import SessionPain

ONE_BACK, FROM_THE_FIRST = 14, 42
"""Days since the last session of a family, from which on it is one level back, or the first again. Ours."""
FAMILIES = {"hip-core-strength": 3, "runner-leg-strength": 3}
"""Routines with levels, and how many. Ours."""
TITLES = {"hip-core-strength": "Hip & core strength", "runner-leg-strength": "Runner's leg strength"}
"""What they are called."""


class Step(StrEnum):
    """Which way it goes."""

    UP = "up"
    STAY = "stay"
    DOWN = "down"


class Proposal(NamedTuple):
    """The level that comes next. It suggests; any level can be played."""

    level: int
    """1 to the last of its family."""
    routine: str
    step: Step
    sentence: str
    because: tuple[Because, ...]
    """The sessions and readings it rests on; none before the first session."""
    source: str

    @property
    def closing(self) -> str:
        """The line that stands under it."""
        return CLOSING


@dataclass(slots=True)
class _Course:
    """What the sessions so far come to."""

    last: int
    """The highest level there is."""
    level: int = 1
    """The one to come."""
    played: int = 0
    """The level of the last finished session, or of one left early with a reaction; 0 before the first."""
    well: list[Judged] = field(default_factory=list)
    """The sessions in a row at that level that went well."""
    because: Judged | None = None
    away: int = 0
    """Days since the last session, where they are enough to change something."""

    def come_back(self, day: date) -> None:
        """After some days away, on this day."""
        days = (day - self.because.session.day).days if self.because else 0
        self.away = days if days >= ONE_BACK else 0
        if self.away:
            self.well = []
            self.level = 1 if days >= FROM_THE_FIRST else max(1, min(self.level, self.played) - 1)

    def add(self, one: Judged, number: int) -> None:
        """One more session."""
        if one.outcome is Outcome.UNFINISHED:
            return
        if one.outcome is not Outcome.GOOD or self.played != number:
            self.well = []
        if one.outcome is Outcome.REACTED:
            self.level = max(1, min(number, self.level) - 1)
        elif one.outcome is Outcome.GOOD:
            self.well.append(one)
            enough = len({good.session.day for good in self.well}) >= GOOD_DAYS
            self.level = min(number + 1, self.last) if enough else number
        else:
            self.level = number
        self.played, self.because = number, one


def routine_id(routine_family: str, level: int) -> str:
    """`hip-core-strength` for level 1, `hip-core-strength-2` for level 2."""
    return routine_family if level == 1 else f"{routine_family}-{level}"


def proposal(sessions: Iterable[SessionPain], routine_family: str, now: datetime, zone: tzinfo) -> Proposal:
    """The level that comes next. KeyError for a routine without levels.

    Up: the present level, that of the last finished session, went well on two different days in a row. Down: after a
    reaction or a morning that asks for a rest day, and then never above what was proposed before, and after 14 days
    away. Else the same.
    """
    course = _Course(FAMILIES[routine_family])
    numbers = {routine_id(routine_family, level): level for level in range(1, course.last + 1)}
    today = day_of(now, zone)
    played = [one for one in sessions if one.routine in numbers and one.day <= today]
    for session in sorted(played, key=played_order):
        course.come_back(session.day)
        course.add(judged(session), numbers[session.routine])
    course.come_back(today)
    step, said, reasons = _said(course)
    sentence = f"{TITLES[routine_family]}: {said}"
    return Proposal(course.level, routine_id(routine_family, course.level), step, sentence, reasons, sources.LEVELS)


def _said(course: _Course) -> tuple[Step, str, tuple[Because, ...]]:
    last = course.because
    if last is None:
        return Step.STAY, "level 1 is a good place to begin.", ()
    if course.away:
        step = Step.DOWN if course.level < course.played else Step.STAY
        return step, f"it has been {course.away} days. Consider level {course.level} to begin again.", (last.because,)
    if last.outcome is Outcome.REACTED:
        again = "again, with fewer repetitions" if course.level == course.played else "next time"
        step = Step.STAY if course.level == course.played else Step.DOWN
        return (
            step,
            f"your hip reacted to level {course.played}. Consider level {course.level} {again}.",
            (last.because,),
        )
    if course.level > course.played:
        reasons = tuple(one.because for one in course.well[-GOOD_DAYS:])
        sentence = f"level {course.played} went well on two days. Consider level {course.level} next time."
        return Step.UP, sentence, reasons
    if last.outcome is Outcome.GOOD:
        more = (
            "it is the last there is, so keep it"
            if course.level == course.last
            else "once more on another day, then the next"
        )
        return Step.STAY, f"level {course.played} went well; {more}.", (last.because,)
    return Step.STAY, f"consider level {course.level} again next time, before you add anything.", (last.because,)
