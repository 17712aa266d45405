"""Folds events into a record of what did happen. Pure."""

from __future__ import annotations

from dataclasses import dataclass, field

from hiproutine.events import Event, Finished, IntervalEnded, Outcome, Paused, Stopped
from hiproutine.plan import Interval, Kind, Plan
from hiproutine.wording import side_text


@dataclass(frozen=True, slots=True)
class Done:
    """How an interval ended the last time it was played."""

    interval: Interval
    seconds: float
    outcome: Outcome


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
    def steps_done(self) -> int:
        """Steps of which every interval of work was done."""
        work: dict[int, bool] = {}
        for interval in self.plan.intervals:
            if interval.kind is Kind.WORK:
                work[interval.step] = work.get(interval.step, True) and self._is(interval, Outcome.DONE)
        return sum(work.values())

    @property
    def skipped(self) -> tuple[str, ...]:
        """What was skipped, in the order of the plan: a step by its name, a part of one with its side and set."""
        parts: dict[int, list[Interval]] = {}
        for interval in self.plan.intervals:
            if interval.kind is Kind.WORK:
                parts.setdefault(interval.step, []).append(interval)
        names: list[str] = []
        for intervals in parts.values():
            left_out = [interval for interval in intervals if self._is(interval, Outcome.SKIPPED)]
            if len(left_out) == len(intervals):
                names.append(intervals[0].name)
            else:
                names += [_part(interval) for interval in left_out]
        return tuple(names)

    def _is(self, interval: Interval, outcome: Outcome) -> bool:
        done = self.ended.get(interval.index)
        return done is not None and done.outcome is outcome


def _part(interval: Interval) -> str:
    of_sets = f"set {interval.set}" if interval.sets > 1 else ""
    return ", ".join(text for text in (interval.name, side_text(interval.side), of_sets) if text)
