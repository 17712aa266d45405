"""The sessions of all stages, replayed in order: what they come to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from hiproutine.advice.pain.sessions import SessionPain
from hiproutine.advice.recovery.outcomes import Judged, Outcome, judged, played_order

GOOD_DAYS = 2
"""Different days on which a stage or a level went well, in a row, before the next. Ours."""
SILENCE = timedelta(days=28)
"""Since the last session of a stage; after more than that one stage back. Ours."""


@dataclass(slots=True)
class Course:
    """Where somebody is."""

    top: int
    """The last stage there is."""
    stage: int | None = None
    """The one to come, one more than the last where all are done; None before the first session."""
    played: int = 0
    """The stage last played."""
    well: list[Judged] = field(default_factory=list)
    """The sessions in a row at that stage that went well."""
    steps_back: int = 0
    """After reactions, since all stages were done, or ever."""
    last: Judged | None = None

    @property
    def next(self) -> int:
        """The stage to come, 1 to the last."""
        return min(self.stage or 1, self.top)

    @property
    def is_done(self) -> bool:
        """Whether the last stage went well often enough."""
        return (self.stage or 1) > self.top

    def silent_on(self, day: date) -> bool:
        """Whether the last session is too long ago."""
        return self.last is not None and day - self.last.session.day > SILENCE

    def fall_silent(self) -> None:
        """One stage back. Who has done all stages runs on without them, and stays there."""
        self.well = []
        if self.stage and not self.is_done:
            self.stage = max(1, self.stage - 1)

    def add(self, one: Judged, number: int) -> None:
        """One more session. A stage taken ahead of its turn counts once it went well."""
        if one.outcome is Outcome.GOOD:
            self._add_good(one, number)
        else:
            self.well = []
        if one.outcome is Outcome.UNSURE:
            self.stage = min(number, self.stage or number)
        elif one.outcome is Outcome.REACTED:
            self.stage = max(1, min(number, self.stage or 1) - 1)
            self.steps_back += 1
        self.played, self.last = number, one

    def _add_good(self, one: Judged, number: int) -> None:
        self.well = [*self.well, one] if self.played == number else [one]
        enough = len({good.session.day for good in self.well}) >= GOOD_DAYS
        self.stage = number + 1 if enough else number
        if self.is_done:
            self.steps_back = 0


def replayed(sessions: Iterable[SessionPain], numbers: Mapping[str, int]) -> Course:
    """The course of all sessions whose routine has a number; what was left early without a reaction says nothing."""
    course = Course(max(numbers.values()))
    for session in sorted((one for one in sessions if one.routine in numbers), key=played_order):
        one = judged(session)
        if one.outcome is Outcome.UNFINISHED:
            continue
        if course.silent_on(session.day):
            course.fall_silent()
        course.add(one, numbers[session.routine])
    return course
