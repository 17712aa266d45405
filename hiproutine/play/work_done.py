"""How much of the work of a plan was really done, by step and side. Pure: plans and ends of intervals in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from hiproutine.plan.model import Interval, Kind, Plan, Side
from hiproutine.play.events import Outcome

ENOUGH = 0.8
"""The share of an interval, and of all work, from which it counts as done. Ours."""
LEAST = 1e-3
"""Seconds that work without a length weighs."""
DUST = 1e-6
"""Seconds that arithmetic may lose."""


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
        """How it ended."""


@dataclass(frozen=True, slots=True)
class PartDone:
    """One side of a step."""

    step: int
    name: str
    side: Side | None
    planned: float
    """Seconds."""
    share: float
    """From 0 to 1."""


def share_of(interval: Interval, seconds: float, outcome: Outcome) -> float:
    """How much of an interval was done by one pass through it, from 0 to 1.

    What the person paces is done when the person says so; everything else by its seconds, however it ended.
    """
    if interval.waits and outcome is Outcome.DONE:
        return 1.0
    if interval.seconds <= 0:
        return float(outcome is Outcome.DONE)
    return 1.0 if seconds >= interval.seconds - DUST else seconds / interval.seconds


def most_done(plan: Plan, ended: Iterable[Ended]) -> dict[int, float]:
    """The best pass through each interval of work, by its index."""
    best: dict[int, float] = {}
    for one in ended:
        if one.index < len(plan.intervals):
            share = share_of(plan.intervals[one.index], one.seconds, one.outcome)
            best[one.index] = max(share, best.get(one.index, 0.0))
    return best


def work_of(plan: Plan) -> tuple[Interval, ...]:
    """The intervals of work, in order."""
    return tuple(interval for interval in plan.intervals if interval.kind is Kind.WORK)


def whole_share(plan: Plan, best: Mapping[int, float]) -> float:
    """The share of all work that was done, each second of the plan weighing the same; 1 where there is no work."""
    work = work_of(plan)
    total = sum(_weight(one) for one in work)
    return sum(best.get(one.index, 0.0) * _weight(one) for one in work) / total if total else 1.0


def parts_done(plan: Plan, best: Mapping[int, float]) -> tuple[PartDone, ...]:
    """Every step and side, in the order of the plan."""
    parts: dict[tuple[int, Side | None], list[Interval]] = {}
    for interval in work_of(plan):
        parts.setdefault((interval.step, interval.side), []).append(interval)
    found = []
    for (step, side), of in parts.items():
        planned = sum(map(_weight, of))
        done = sum(best.get(one.index, 0.0) * _weight(one) for one in of)
        found.append(PartDone(step, of[0].name, side, planned, done / planned))
    return tuple(found)


def is_whole(plan: Plan, best: Mapping[int, float]) -> bool:
    """Whether it counts as done: 80 % of the work, and nothing of its last half left out."""
    return whole_share(plan, best) >= ENOUGH and all(best.get(one.index, 0.0) >= ENOUGH for one in _last_half(plan))


def _last_half(plan: Plan) -> list[Interval]:
    """The work that begins when half of the work is over; always the last of it."""
    work = work_of(plan)
    half, before, found = sum(map(_weight, work)) / 2, 0.0, list[Interval]()
    for interval in work:
        if before >= half - DUST:
            found.append(interval)
        before += _weight(interval)
    return found or list(work[-1:])


def _weight(interval: Interval) -> float:
    return max(LEAST, interval.seconds)
