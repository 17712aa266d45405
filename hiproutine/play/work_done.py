"""How much of the work of a plan was really done, by step and side. Pure: plans and ends of intervals in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple, Protocol

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


class EndedInRound(Ended, Protocol):
    """The same with the round in which it was, where the plan has the round once."""

    @property
    def lap(self) -> int:
        """From 1."""


class PartDone(NamedTuple):
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


class BestDone:
    """The best pass through each interval. Rounds without a number are done by their time: their work counts as far as
    that was played, and what was only left out does not."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._best: dict[int, float] = {}
        self._played: dict[int, float] = defaultdict(float)
        """Seconds of each section of rounds without a number."""

    def add(self, index: int, seconds: float, outcome: Outcome) -> None:
        """So many seconds of an interval were played, and it ended so."""
        share = self._share(index, seconds, outcome)
        self._best[index] = max(share, self._best.get(index, 0.0))
        if section := self._plan.section_of(index):
            self._played[section.number] += seconds

    def shares(self, now: tuple[int, float] | None = None) -> dict[int, float]:
        """From 0 to 1, by index; with an interval that still plays `now`, so many seconds into it."""
        best, played = dict(self._best), dict(self._played)
        if now:
            index, seconds = now
            best[index] = max(self._share(index, seconds, Outcome.LEFT), best.get(index, 0.0))
            if section := self._plan.section_of(index):
                played[section.number] = played.get(section.number, 0.0) + seconds
        for number, seconds in played.items():
            section = self._plan.sections[number]
            share = min(1.0, seconds / section.seconds)
            share = 1.0 if share > 1 - DUST else share
            best |= {index: best.get(index, 1.0) * share for index in range(section.first, section.end)}
        return best

    def _share(self, index: int, seconds: float, outcome: Outcome) -> float:
        share = share_of(self._plan.intervals[index], seconds, outcome)
        return share if outcome is Outcome.SKIPPED or not self._plan.section_of(index) else 1.0


def most_done(plan: Plan, ended: Iterable[Ended]) -> dict[int, float]:
    """The best pass through each interval of work, by its index."""
    done = BestDone(plan)
    for one in ended:
        if one.index < len(plan.intervals):
            done.add(one.index, one.seconds, one.outcome)
    return done.shares()


def work_of(plan: Plan) -> tuple[Interval, ...]:
    """The intervals of work, in order."""
    return tuple(interval for interval in plan.intervals if interval.kind is Kind.WORK)


def whole_share(plan: Plan, best: Mapping[int, float]) -> float:
    """The share of all work that was done, each second of the plan weighing the same; 1 where there is no work."""
    work = work_of(plan)
    weigh = _weights(plan)
    total = sum(weigh(one) for one in work)
    return sum(best.get(one.index, 0.0) * weigh(one) for one in work) / total if total else 1.0


def parts_done(plan: Plan, best: Mapping[int, float]) -> tuple[PartDone, ...]:
    """Every step and side, in the order of the plan."""
    parts: dict[tuple[int, Side | None], list[Interval]] = {}
    for interval in work_of(plan):
        parts.setdefault((interval.step, interval.side), []).append(interval)
    found, weigh = [], _weights(plan)
    for (step, side), of in parts.items():
        planned = sum(map(weigh, of))
        done = sum(best.get(one.index, 0.0) * weigh(one) for one in of)
        found.append(PartDone(step, of[0].name, side, planned, done / planned))
    return tuple(found)


def is_whole(plan: Plan, best: Mapping[int, float]) -> bool:
    """Whether it counts as done: 80 % of the work, and nothing of its last half left out."""
    return whole_share(plan, best) >= ENOUGH and all(best.get(one.index, 0.0) >= ENOUGH for one in _last_half(plan))


def _last_half(plan: Plan) -> list[Interval]:
    """The work that begins when half of the work is over; always the last of it."""
    work, weigh = work_of(plan), _weights(plan)
    half, before, found = sum(map(weigh, work)) / 2, 0.0, list[Interval]()
    for interval in work:
        if before >= half - DUST:
            found.append(interval)
        before += weigh(interval)
    return found or list(work[-1:])


def _weights(plan: Plan) -> Callable[[Interval], float]:
    """What work weighs in seconds; that of rounds without a number as much as all of them."""
    times: dict[int, float] = {}
    for number, section in plan.sections.items():
        once = sum(one.seconds for one in plan.intervals[section.first : section.end])
        times[number] = section.seconds / once if once else 1.0

    def weigh(interval: Interval) -> float:
        rounds = interval.open_rounds
        return max(LEAST, interval.seconds * (times[rounds.number] if rounds else 1.0))

    return weigh
