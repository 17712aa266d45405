"""How much of a step, in words and figures: repetitions, ranges, holds inside repetitions, sets that differ. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from hiproutine.plan.model import Interval, Kind, Plan, Side
from hiproutine.wording import brief


def times_text(interval: Interval, a_side: str = "") -> str:
    """`10 times`, `8 to 12 times a side`, `6 times, held 10 s`, `400 m`; empty where only time is counted."""
    if interval.distance:
        return f"{interval.distance}{a_side}"
    if not interval.reps:
        return ""
    held = f", held {brief(interval.held)}" if interval.held else ""
    often = "once" if interval.how_many == "1" else f"{interval.how_many} times"
    return f"{often}{a_side}{held}"


def step_amount(plan: Plan, interval: Interval, alone: Callable[[Interval, str], str]) -> str:
    """How much of a step there is: `3 × 10 times a side`, `10, 8, 6 times`, `left 3 × 12 times, right 2 × 8 times`.

    `alone` says it of one set, with the words that say that it is a side.
    """
    of_side: dict[Side | None, list[Interval]] = {}
    for one in plan.intervals:
        if one.kind is Kind.WORK and one.step == interval.step:
            of_side.setdefault(one.side, []).append(one)
    texts = {side: _of_sets(sets, alone, "") for side, sets in of_side.items()}
    if len(set(texts.values())) > 1:
        return ", ".join(f"{side} {text}" for side, text in texts.items())
    a_side = " a side" if interval.sides in {"each", "alternate"} else ""
    return _of_sets(next(iter(of_side.values()), [interval]), alone, a_side)


def _of_sets(sets: Sequence[Interval], alone: Callable[[Interval, str], str], a_side: str) -> str:
    if sets_differ(sets):
        return each_set_text(sets, a_side)
    text = alone(sets[0], a_side)
    return f"{sets[0].sets} × {re.sub('^once', '1', text)}" if sets[0].sets > 1 else text


def sets_differ(sets: Sequence[Interval]) -> bool:
    """Whether one set asks for something else than another."""
    return len({_asked(one) for one in sets}) > 1


def _asked(interval: Interval) -> tuple[object, ...]:
    timed = not (interval.reps or interval.distance)
    return interval.how_many, interval.held, interval.distance, interval.seconds if timed else None


def _times(many: str) -> str:
    return many if many == "1" else f"{many} times"


def each_set_text(sets: Sequence[Interval], a_side: str = "") -> str:
    """Sets that differ in a row: `10, 8, 6 times a side`, `20 s, 30 s, 20 s a side`, `6, 4, 2 times, held 10 s`."""
    if sets[0].distance:
        return f"{', '.join(one.distance for one in sets)}{a_side}"
    if not sets[0].reps:
        return f"{', '.join(brief(one.seconds / (1 + one.alternating)) for one in sets)}{a_side}"
    many = list(dict.fromkeys(one.how_many for one in sets))
    times = f"{', '.join(one.how_many for one in sets)} times" if len(many) > 1 else f"{len(sets)} × {_times(many[0])}"
    holds = list(dict.fromkeys(brief(one.held) for one in sets if one.held))
    if len(holds) > 1:
        holds = [brief(one.held) for one in sets if one.held]
    held = f", held {', '.join(holds)}" if holds else ""
    return f"{times}{a_side}{held}"
