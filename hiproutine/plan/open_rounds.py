"""Rounds without a number: they come again and again until their time is over. Where they stand in a plan. Pure.

A plan has one round of them, from its first work or rest to what leads back to that; the change before the first round
stands before it. How many there are is known only while they are played.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

_CHANGES = frozenset({"ready", "switch"})


@dataclass(frozen=True, slots=True)
class OpenRounds:
    """What an interval has to know of the rounds that it belongs to."""

    number: int
    """Which of the plan, from 1."""
    seconds: int
    """How long they go on in all."""
    finishes: bool = False
    """Whether a step that is begun when this time is over is done to its end."""


class Placed(Protocol):
    """What is asked of an interval here."""

    @property
    def kind(self) -> str:
        """What it is for."""

    @property
    def start(self) -> float:
        """Seconds from the beginning of the routine."""

    @property
    def seconds(self) -> float:
        """How long it is."""

    @property
    def block(self) -> int:
        """Which pass through a block it is in."""

    @property
    def step(self) -> int:
        """Which step of the routine, from 1."""

    @property
    def open_rounds(self) -> OpenRounds | None:
        """The rounds that it belongs to."""


class Section(NamedTuple):
    """Where one round stands, which comes again."""

    number: int
    first: int
    """The index of its first interval."""
    end: int
    """Just past its last one."""
    start: float
    """Seconds from the beginning of the routine."""
    seconds: float
    """How long its rounds go on."""
    finishes: bool


def sections_of(intervals: Sequence[Placed]) -> dict[int, Section]:
    """Every section of a plan, by its number."""
    found: dict[int, Section] = {}
    for at, one in enumerate(intervals):
        if rounds := one.open_rounds:
            begun = found.get(rounds.number)
            first, start = (begun.first, begun.start) if begun else (at, one.start)
            found[rounds.number] = Section(rounds.number, first, at + 1, start, float(rounds.seconds), rounds.finishes)
    return found


def rounds_around(intervals: Sequence[Placed]) -> tuple[OpenRounds | None, ...]:
    """The rounds of the block of each interval, which may stand before the first of them, or after their end."""
    found = [one.open_rounds for one in intervals]
    there = range(len(found))
    for order, step in ((reversed(there), 1), (there, -1)):
        for at in order:
            near = at + step
            if found[at] is None and near in there and intervals[near].block == intervals[at].block:
                found[at] = found[near]
    return tuple(found)


def step_seconds_of(intervals: Sequence[Placed], steps: int, sections: Iterable[Section]) -> tuple[float, ...]:
    """Seconds of each of so many steps with all that belongs to it; the steps of a section are one."""
    totals, within = [0.0] * steps, set[int]()
    for one in intervals:
        if one.open_rounds is None:
            totals[one.step - 1] += one.seconds
        else:
            within.add(one.step - 1)
    for section in sections:
        totals[intervals[section.first].step - 1] += section.seconds
    return tuple(seconds for step, seconds in enumerate(totals) if seconds or step not in within)


def lead_in_of(intervals: Sequence[Placed], order: Sequence[int], at: int) -> int:
    """Where in an order of indexes a person enters to do the work that stands `at` a place of it."""
    while at and intervals[order[at - 1]].kind in _CHANGES and _is_near(intervals, order[at - 1], order[at]):
        at -= 1
    return at


def before_in(intervals: Sequence[Placed], order: Sequence[int], at: int) -> int:
    """Where in an order one enters to do again what came before the work `at` a place, or before that it leads to."""
    while intervals[order[at]].kind in _CHANGES and at + 1 < len(order):
        at += 1
    earlier = lead_in_of(intervals, order, at) - 1
    while earlier > 0 and intervals[order[earlier]].kind not in {"work", "confirm"}:
        earlier -= 1
    return lead_in_of(intervals, order, max(0, earlier))


def _is_near(intervals: Sequence[Placed], earlier: int, later: int) -> bool:
    """Whether a change leads to what stands after it, and not back to the beginning of a round."""
    rounds = intervals[earlier].open_rounds
    return rounds is None or rounds == intervals[later].open_rounds


def in_laps(length: int, section: Section, lap: int) -> list[tuple[int, int]]:
    """Indexes of a plan of so many intervals as they are played around one lap of a section, each with its lap."""
    round_ = range(section.first, section.end)
    laps = [number for number in (lap - 1, lap, lap + 1) if number]
    before = [(index, 1) for index in range(section.first)]
    return [
        *before,
        *((index, number) for number in laps for index in round_),
        *((n, 1) for n in range(section.end, length)),
    ]
