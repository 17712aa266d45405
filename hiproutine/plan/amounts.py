"""How much of a step, in words and figures: repetitions, ranges, holds inside repetitions, sets that differ. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from hiproutine.plan.model import Interval, Kind, Plan
from hiproutine.wording import brief


def times_text(interval: Interval, a_side: str = "") -> str:
    """`10 times`, `8 to 12 times a side`, `6 times, held 10 s`; empty where nothing is counted."""
    if not interval.reps:
        return ""
    held = f", held {brief(interval.held)}" if interval.held else ""
    return f"{interval.how_many} times{a_side}{held}"


def sets_of(plan: Plan, interval: Interval) -> tuple[Interval, ...]:
    """The work of each set of a step, its first side."""
    found: dict[int, Interval] = {}
    for one in plan.intervals:
        if one.kind is Kind.WORK and one.step == interval.step:
            found.setdefault(one.set, one)
    return tuple(found.values()) or (interval,)


def sets_differ(sets: Sequence[Interval]) -> bool:
    """Whether one set asks for something else than another."""
    return len({_asked(one) for one in sets}) > 1


def _asked(interval: Interval) -> tuple[object, ...]:
    return interval.how_many, interval.held, None if interval.reps else interval.seconds


def each_set_text(sets: Sequence[Interval], a_side: str = "") -> str:
    """Sets that differ in a row: `10, 8, 6 times a side`, `20 s, 30 s, 20 s a side`, `6, 4, 2 times, held 10 s`."""
    if not sets[0].reps:
        return f"{', '.join(brief(one.seconds / (1 + one.alternating)) for one in sets)}{a_side}"
    many = list(dict.fromkeys(one.how_many for one in sets))
    times = f"{', '.join(one.how_many for one in sets)} times" if len(many) > 1 else f"{len(sets)} × {many[0]} times"
    holds = list(dict.fromkeys(brief(one.held) for one in sets if one.held))
    if len(holds) > 1:
        holds = [brief(one.held) for one in sets if one.held]
    held = f", held {', '.join(holds)}" if holds else ""
    return f"{times}{a_side}{held}"
