"""One row of each kind, as the rest of the program sees it. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hiproutine.advice.pain.readings import Reading
    from hiproutine.plan.loads import LoadUsed
    from hiproutine.plan.model import Plan
    from hiproutine.play.outcome import Outcome
    from hiproutine.play.rounds_run import RoundsDone

PAIN = "pain"
"""The reason of an interval that was skipped because it hurt."""


class State(StrEnum):
    """What became of a session: active, finished, ended early, or interrupted."""

    ACTIVE = "active"
    FINISHED = "finished"
    """Played to its end, with at least 80 % of the work and nothing of its last half left out."""
    ENDED_EARLY = "ended_early"
    INTERRUPTED = "interrupted"
    """The program was killed, and nobody went on within the time that is offered."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a session has come."""

    index: int = 0
    """The interval of the plan."""
    elapsed: float = 0.0
    """Seconds of that interval."""
    active_seconds: float = 0.0
    """Seconds played in all; pauses do not count."""
    pauses: int = 0
    adjusted: float = 0.0
    """Seconds by which intervals were made longer, less those by which they were made shorter."""
    share: float | None = None
    """How much of the work was really done, from 0 to 1; None where that was not kept."""
    lap: int = 1
    """Which round the interval is of, where the plan has the round once."""
    rounds: tuple[RoundsDone, ...] = ()
    """What was done of rounds without a number."""


@dataclass(frozen=True, slots=True)
class SessionRecord:
    """One playing of a routine."""

    id: str
    """A UUID."""
    routine_id: str
    title: str
    load: str
    plan_seconds: float
    steps: int
    started_at: datetime
    """With the offset from UTC where it was played."""
    updated_at: datetime
    ended_at: datetime | None = None
    outcome: State = State.ACTIVE
    progress: Progress = Progress()
    routine_sha256: str = ""
    """Of the routine's text."""
    advice: str = ""
    """What was advised before it."""
    note: str = ""
    """What the person decided about the advice."""
    loads: tuple[LoadUsed, ...] = ()
    """What steps were done with, and what was said of that."""
    cut: str = ""
    """What was taken off the plan: `one set and half the range, without Pigeon pose`."""
    week: int | None = None
    """Which week of a plan over weeks was played, from 1."""

    @property
    def day(self) -> str:
        """The local day it began on, as ISO 8601 writes it."""
        return self.started_at.date().isoformat()


@dataclass(frozen=True, slots=True)
class IntervalRecord:
    """One end of an interval. An interval that was played again has several."""

    session: str
    number: int
    """Which end in the session, from 0."""
    index: int
    """Where in the plan."""
    name: str
    side: str | None
    step: int
    set: int
    round: int
    kind: str
    seconds: float
    outcome: Outcome
    at: datetime
    reason: str = ""
    """Why it was skipped, if that was said; `PAIN` is one."""
    adjusted: float = 0.0
    lap: int = 1
    """Which round it was of, where the plan has the round once."""


@dataclass(frozen=True, slots=True)
class FlagRecord:
    """An answer to one red-flag question."""

    id: str
    at: datetime
    flag: str
    answer: bool
    checked_on: datetime | None = None
    """When it was noted that a professional has checked it."""
    taken_back_on: datetime | None = None
    """When the person said that it was ticked by mistake."""

    @property
    def stands(self) -> bool:
        """Whether it was ticked, and neither checked nor taken back."""
        return self.answer and self.checked_on is None and self.taken_back_on is None


@dataclass(frozen=True, slots=True)
class SessionDetail:
    """A session with everything that belongs to it."""

    record: SessionRecord
    intervals: tuple[IntervalRecord, ...]
    readings: tuple[Reading, ...]
    plan: Plan | None
    """None where it was not kept, or cannot be read."""


def age(moment: datetime, now: datetime) -> timedelta:
    """How far apart two moments are; a clock that was set back does not make it negative."""
    return abs(now - moment)
