"""The sessions of all stages, replayed in order: what they come to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from hiproutine.advice.coming_back.outcomes import Judged, Outcome, judged, played_order
from hiproutine.advice.pain.sessions import SessionPain

GOOD_DAYS = 2
"""Different days on which a stage or a level went well, in a row, before the next. Ours."""
AGAIN, ONE_BACK, TWO_BACK, FROM_THE_WALK = 7, 14, 28, 90
"""Days since the last session of a stage, from which on it is the same again, one back, two back and at most the
third, or all from the walk. Ours."""
MOST_AFTER_A_MONTH = 3
"""The stage that is not gone beyond after two back. Ours."""


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
    from_the_walk: bool = False
    """Whether so long went by that it begins with the walk again."""
    last: Judged | None = None

    @property
    def next(self) -> int:
        """The stage to come, 1 to the last."""
        return min(self.stage or 1, self.top)

    @property
    def is_done(self) -> bool:
        """Whether the last stage went well often enough."""
        return (self.stage or 1) > self.top

    def away_on(self, day: date) -> int:
        """Days since the last session, where they are enough to change something; else 0."""
        days = (day - self.last.session.day).days if self.last else 0
        return days if days >= AGAIN else 0

    def come_back(self, days: int) -> None:
        """After so many days away. Who has done all stages runs on without them, and stays there."""
        if not self.stage or self.is_done or days < AGAIN:
            return
        self.well = []
        base = min(self.stage, self.played)
        if days >= FROM_THE_WALK:
            self.stage, self.from_the_walk = 1, True
        elif days >= TWO_BACK:
            self.stage = max(1, min(MOST_AFTER_A_MONTH, base - 2))
        else:
            self.stage = max(1, base - 1) if days >= ONE_BACK else base

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
        self.played, self.last, self.from_the_walk = number, one, False

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
        course.come_back(course.away_on(session.day))
        course.add(one, numbers[session.routine])
    return course
