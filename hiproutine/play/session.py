"""Folds events into a record of what did happen. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import NamedTuple

from hiproutine.plan.model import Interval, Kind, Plan
from hiproutine.play.events import Event, Finished, IntervalEnded, Outcome, Paused, Stopped
from hiproutine.play.rounds_run import RoundsDone, RoundsRun
from hiproutine.play.work_done import ENOUGH, BestDone, EndedInRound, PartDone, is_whole, parts_done, whole_share
from hiproutine.wording import side_text


class Done(NamedTuple):
    """How an interval ended the last time it was played, as the summary sees it."""

    interval: Interval
    seconds: float
    outcome: Outcome


class Result(StrEnum):
    """What became of a step."""

    DONE = "done"
    PARTLY = "partly"
    SKIPPED = "skipped"
    NOT_REACHED = "not reached"


class StepDone(NamedTuple):
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
    reached_end: bool = False
    stopped: bool = False

    def __post_init__(self) -> None:
        self._work = BestDone(self.plan)
        self.rounds = RoundsRun(self.plan)
        """How far rounds without a number have come."""

    @property
    def best(self) -> dict[int, float]:
        """The largest share of each interval that was done in one pass, by its index."""
        return self._work.shares()

    @property
    def rounds_done(self) -> tuple[RoundsDone, ...]:
        """What was done of rounds without a number, in order; of what was begun alone."""
        return tuple(
            self.rounds.done(number)
            for number, section in self.plan.sections.items()
            if any(index in self.ended for index in range(section.first, section.end))
        )

    def take(self, event: Event) -> None:
        """Adds what an event says."""
        if isinstance(event, IntervalEnded):
            self.add(Done(event.interval, event.seconds, event.outcome))
        elif isinstance(event, Paused):
            self.pauses += 1
        elif isinstance(event, Finished):
            self.reached_end = True
        elif isinstance(event, Stopped):
            self.stopped = True

    @property
    def finished(self) -> bool:
        """Whether it was played to its end, with at least 80 % of the work and nothing of its last half left out."""
        return self.reached_end and is_whole(self.plan, self.best)

    @property
    def share(self) -> float:
        """How much of the work was really done, from 0 to 1."""
        return whole_share(self.plan, self.best)

    @property
    def parts(self) -> tuple[PartDone, ...]:
        """The same by step and side."""
        return parts_done(self.plan, self.best)

    def share_with(self, interval: Interval, seconds: float) -> float:
        """The share of the work with so many seconds of the interval that still plays."""
        return whole_share(self.plan, self._work.shares((interval.index, seconds)))

    @property
    def steps(self) -> tuple[StepDone, ...]:
        """Every step with what became of it."""
        parts: dict[int, list[Interval]] = {}
        for interval in self.plan.intervals:
            if interval.kind is Kind.WORK:
                parts.setdefault(interval.step, []).append(interval)
        best = self.best
        done = {index for index, share in best.items() if share >= ENOUGH}
        return tuple(self._step(intervals, done) for intervals in parts.values())

    @property
    def steps_done(self) -> int:
        """Steps of which every interval of work was done, or nearly all of it."""
        return sum(step.result is Result.DONE for step in self.steps)

    @property
    def skipped(self) -> tuple[str, ...]:
        """What was skipped, in the order of the plan: a step by its name, a part of one with its side and set."""
        names: list[str] = []
        for step in self.steps:
            names += [step.name] if step.result is Result.SKIPPED else step.skipped
        return tuple(names)

    def _step(self, intervals: list[Interval], done: set[int]) -> StepDone:
        left_out = [one for one in intervals if one.index not in done and self._was_left_out(one)]
        if all(one.index in done for one in intervals):
            result = Result.DONE
        elif len(left_out) == len(intervals):
            result = Result.SKIPPED
        elif any(interval.index in self.ended for interval in intervals):
            result = Result.PARTLY
        else:
            result = Result.NOT_REACHED
        return StepDone(intervals[0].name, result, tuple(_part(interval) for interval in left_out))

    def _was_left_out(self, interval: Interval) -> bool:
        end = self.ended.get(interval.index)
        return end is not None and end.outcome is Outcome.SKIPPED

    def add(self, end: Done) -> None:
        """Adds how one interval ended."""
        index = end.interval.index
        self.seconds += end.seconds
        self.ended[index] = end
        self._work.add(index, end.seconds, end.outcome)
        self.rounds.follow(end.interval, end.seconds, end.outcome)


def _part(interval: Interval) -> str:
    of_sets = f"set {interval.set}" if interval.sets > 1 else ""
    return ", ".join(text for text in (interval.name, side_text(interval.side), of_sets) if text)


def session_so_far(plan: Plan, ended: Iterable[EndedInRound]) -> Session:
    """The session of a plan that was played in part before, from how its intervals ended, in order."""
    session = Session(plan)
    for one in ended:
        if one.index < len(plan.intervals):
            interval = plan.intervals[one.index]
            session.add(Done(interval if one.lap == 1 else replace(interval, lap=one.lap), one.seconds, one.outcome))
    return session
