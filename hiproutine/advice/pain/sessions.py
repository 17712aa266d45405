"""One session as the pain rules see it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from hiproutine.advice.pain.readings import Reading

ACTIVITY = 0.25
"""The share of a routine's work from which it asked something of the hip. Ours."""


class Load(StrEnum):
    """How much a routine asks of the hip, as routine files say it."""

    NONE = "none"
    LOW = "low"
    MODERATE = "moderate"
    HIGH = "high"

    @property
    def is_heavy(self) -> bool:
        """Whether the worst of the last 24 hours counts, and not only the pain now. Ours."""
        return self in {Load.MODERATE, Load.HIGH}


def family(routine: str) -> str:
    """The id of a routine without the number of its level or stage: `return-to-run-3` is one of `return-to-run`."""
    name, _, number = routine.rpartition("-")
    return name if name and number.isdecimal() else routine


@dataclass(frozen=True, slots=True)
class SessionPain:
    """A session and what was said about it. None is what was not answered."""

    id: str
    """A UUID."""
    routine: str
    """The id of its routine."""
    load: Load
    day: date
    """The person's day it ended on (days.day_of)."""
    before: Reading | None = None
    after: Reading | None = None
    later: Reading | None = None
    """An hour or more after it."""
    morning: Reading | None = None
    during: tuple[Reading, ...] = ()
    finished: bool = True
    """Whether it was played to its end, with most of the work done."""
    share: float = 1.0
    """How much of the work was really done, from 0 to 1."""
    title: str = ""
    """The name of its routine."""
    ended: datetime | None = None
    """When; None where only the day is known."""
    week: int | None = None
    """Which week of a plan over weeks it was, as it was kept."""

    @property
    def is_activity(self) -> bool:
        """Whether enough was done for the day to count as an active one."""
        return self.share >= ACTIVITY
