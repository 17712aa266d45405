"""Rounds until a time is over, `for`: what cannot stand beside it, and what is said of rounds that take longer."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hiproutine.errors import Place, Problem
from hiproutine.plan.model import Plan
from hiproutine.routine.model import Block
from hiproutine.wording import brief


def open_rounds_problems(block: dict[str, Any], place: Place, *, timed: bool, keeps_on: bool) -> Iterator[Problem]:
    """Problems of one block. `timed`: the one that it stands in has a time; `keeps_on`: that one has `for` itself."""
    at = (*place, "for")
    if "for" not in block:
        if "last" in block:
            cure = 'add for = "10m", or take it out'
            yield Problem("missing-key", "“last” goes with “for”", (*place, "last"), cure, keys=("for",))
        return
    if "rounds" in block:
        cure = "take rounds out: they come again until the time is over; or take for out, and there are so many"
        yield Problem("block-time", "a block has rounds or for, not both", (*place, "rounds"), cure)
    if "time" in block:
        cure = "take time out: with for, the rounds of the block take so long in all"
        yield Problem("block-time", "a block has time or for, not both", (*place, "time"), cure)
    elif timed:
        message = "the block that this stands in says already how long it takes"
        yield Problem("block-time", message, at, "take one of them out")
    elif keeps_on:
        message = "the block that this stands in has rounds until a time is over already"
        yield Problem("block-time", message, at, "write rounds here, or take one of them out")


def long_round(path: Path, place: Place, block: Block, plan: Plan, inside: list[int]) -> Iterator[Problem]:
    """A warning for a round that by its estimates takes longer than all of them have. `inside` are its intervals."""
    sections = (plan.section_of(index) for index in inside)
    section = next((one for one in sections if one), None)
    if block.keeps_on is None or section is None:
        return
    works = [one for one in plan.intervals[section.first : section.end] if not one.closes]
    while works and works[-1].kind in {"ready", "switch", "rest"} and works[-1].dose is None:
        works.pop()  # what leads to the next round
    taken = sum(one.seconds for one in works)
    if taken > block.keeps_on:
        message = f"a round takes about {brief(taken)} by its estimates, and for is {brief(block.keeps_on)}"
        cure = "give it more, or fewer repetitions; a part of a round is counted by its steps"
        yield Problem("block-time", message, (*place, "for"), cure, severity="warning", path=str(path))
