"""The steps of a plan by the blocks they stand in, each once, with how often the block is done. Pure."""

from __future__ import annotations

from dataclasses import dataclass, field

from hiproutine.plan.model import Interval, Kind, Plan
from hiproutine.plan.titled_rounds import IN_ROUND, rounds_around
from hiproutine.wording import brief, count

_Asked = tuple[object, ...]


@dataclass
class Group:
    """What is done in one round of a block."""

    heading: str
    """`Strength, 2 rounds: A · 3 rounds · every 1 min`; empty where there is nothing to say."""
    steps: list[Interval] = field(default_factory=list)
    """The first interval of each step, and the sentences to acknowledge."""
    repeats: bool = False
    """Whether it is done more than once, or on the clock."""


def groups_of(plan: Plan) -> list[Group]:
    """A group for each block with steps of its own, in order; later rounds, which are the same, are left out."""
    titles = {one.block_title or "" for one in plan.intervals}
    groups: dict[int, Group] = {}
    seen: set[int] = set()
    for one in plan.intervals:
        rounds = [int(match[1]) for match in rounds_around(one.block_title or "", titles)]
        if one.round > 1 or max(rounds, default=1) > 1:
            continue
        works = one.kind is Kind.WORK and one.step not in seen
        if not works and one.kind is not Kind.CONFIRM:
            continue
        seen |= {one.step} if works else set()
        group = groups.setdefault(one.block, Group(_heading(plan, one, bool(rounds)), repeats=bool(rounds)))
        group.repeats |= one.rounds > 1 or one.every is not None or one.open_rounds is not None
        group.steps.append(one)
    return list(groups.values())


def sheet_groups(plan: Plan) -> list[Group]:
    """The groups, or one without a heading where the blocks need not be told apart; there a step stands once."""
    groups = groups_of(plan)
    places: dict[_Asked, int] = {}
    in_two = any(places.setdefault(_asked(one), n) != n for n, group in enumerate(groups) for one in group.steps)
    if in_two or any(group.repeats for group in groups):
        return groups
    once: dict[_Asked, Interval] = {}
    for group in groups:
        for one in group.steps:
            once.setdefault(_asked(one), one)
    return [Group("", list(once.values()))]


def _asked(one: Interval) -> _Asked:
    if one.kind is Kind.CONFIRM:
        return one.about.sentence or one.name, None, None, 0.0, ""
    return one.name, one.dose, one.reps, one.distance, one.seconds, one.sides, one.about.weight, one.about.band


def _heading(plan: Plan, one: Interval, around: bool) -> str:
    title = one.block_title or ""
    if around:
        title = IN_ROUND.sub(lambda match: f", {count(int(match[2]), 'round')}", title)
    rounds = count(one.rounds, "round") if one.rounds > 1 else ""
    if of := plan.rounds_around[one.index]:
        rounds = f"rounds for {brief(of.seconds)}"
    parts = [title, rounds, f"every {brief(one.every)}" if one.every else ""]
    return " · ".join(part for part in parts if part)
