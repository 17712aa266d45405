"""Folds events into a record of what did happen. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from hiproutine.plan.model import Interval, Kind, Plan
from hiproutine.play.events import Event, Finished, IntervalEnded, Outcome, Paused, Stopped
from hiproutine.wording import side_text


@dataclass(frozen=True, slots=True)
class Done:
    """How an interval ended the last time it was played, as the summary sees it."""

    interval: Interval
    seconds: float
    outcome: Outcome


class Ended(Protocol):
    """What is kept of the end of an interval."""

    @property
    def index(self) -> int:
        """Where in the plan."""

    @property
    def seconds(self) -> float:
        """How long it was played."""

    @property
    def outcome(self) -> Outcome:
        """How the session ended."""


class Result(StrEnum):
    """What became of a step."""

    DONE = "done"
    PARTLY = "partly"
    SKIPPED = "skipped"
    NOT_REACHED = "not reached"


@dataclass(frozen=True, slots=True)
class StepDone:
    """One step of a session."""

    name: str
    result: Result
    skipped: tuple[str, ...]
    """Its skipped parts, each by name, side and set."""


@dataclass
class Session:
    """What happened so far in one playing of a plan."""

    plan: Plan
    seconds: float = 0.0
    """Seconds played, of every interval and every time; pauses do not count."""
    ended: dict[int, Done] = field(default_factory=dict)
    """The last end of each interval, by its index."""
    pauses: int = 0
    finished: bool = False
    stopped: bool = False

    def take(self, event: Event) -> None:
        """Adds what an event says."""
        if isinstance(event, IntervalEnded):
            self.seconds += event.seconds
            self.ended[event.interval.index] = Done(event.interval, event.seconds, event.outcome)
        elif isinstance(event, Paused):
            self.pauses += 1
        elif isinstance(event, Finished):
            self.finished = True
        elif isinstance(event, Stopped):
            self.stopped = True

    @property
    def steps(self) -> tuple[StepDone, ...]:
        """Every step with what became of it."""
        parts: dict[int, list[Interval]] = {}
        for interval in self.plan.intervals:
            if interval.kind is Kind.WORK:
                parts.setdefault(interval.step, []).append(interval)
        return tuple(self._step(intervals) for intervals in parts.values())

    @property
    def steps_done(self) -> int:
        """Steps of which every interval of work was done."""
        return sum(step.result is Result.DONE for step in self.steps)

    @property
    def skipped(self) -> tuple[str, ...]:
        """What was skipped, in the order of the plan: a step by its name, a part of one with its side and set."""
        names: list[str] = []
        for step in self.steps:
            names += [step.name] if step.result is Result.SKIPPED else step.skipped
        return tuple(names)

    def _step(self, intervals: list[Interval]) -> StepDone:
        done = sum(self._is(interval, Outcome.DONE) for interval in intervals)
        left_out = [interval for interval in intervals if self._is(interval, Outcome.SKIPPED)]
        if done == len(intervals):
            result = Result.DONE
        elif len(left_out) == len(intervals):
            result = Result.SKIPPED
        elif any(interval.index in self.ended for interval in intervals):
            result = Result.PARTLY
        else:
            result = Result.NOT_REACHED
        return StepDone(intervals[0].name, result, tuple(_part(interval) for interval in left_out))

    def _is(self, interval: Interval, outcome: Outcome) -> bool:
        done = self.ended.get(interval.index)
        return done is not None and done.outcome is outcome


def _part(interval: Interval) -> str:
    of_sets = f"set {interval.set}" if interval.sets > 1 else ""
    return ", ".join(text for text in (interval.name, side_text(interval.side), of_sets) if text)


def session_so_far(plan: Plan, ended: Iterable[Ended]) -> Session:
    """The session of a plan that was played in part before, from how its intervals ended, in order."""
    session = Session(plan)
    for one in ended:
        if one.index < len(plan.intervals):
            session.ended[one.index] = Done(plan.intervals[one.index], one.seconds, one.outcome)
            session.seconds += one.seconds
    return session
