"""What holds inside a block, and what its steps get of its time. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from math import ceil
from typing import Protocol

from hiproutine.errors import Place, Problem
from hiproutine.plan.drafts import REST, Draft
from hiproutine.plan.model import Kind, Side
from hiproutine.plan.open_rounds import OpenRounds
from hiproutine.plan.steps import FullStep
from hiproutine.wording import brief, count, spelt, tidy

LEAST_SHARE = 5
"""Seconds a side that a step sharing a block's time gets at least (FORMAT, Block)."""


class Timed(Protocol):
    """What is asked of a block with a time."""

    @property
    def time(self) -> int | None:
        """Seconds that it takes."""

    @property
    def rounds(self) -> int:
        """How often it comes in them."""

    @property
    def title(self) -> str:
        """What it is called."""


@dataclass(frozen=True, slots=True)
class Around:
    """What holds for everything inside a block."""

    title: str | None = None
    """What its passes are called."""
    side: Side | None = None
    """The side that all of it is done on."""
    shares: bool = False
    """Whether a step without a dose gets a share of a time."""
    share: Fraction = Fraction(0)
    pace: Fraction | None = None
    """Seconds a metre, where a block says a pace."""

    def titled(self, title: str) -> Around:
        """The same with one title more; nothing is added for a part that has none."""
        if not title:
            return self
        return replace(self, title=f"{self.title}: {title}" if self.title else title)

    def in_round(self, turn: int, rounds: int) -> Around:
        """The same in one of several rounds."""
        return replace(self, title=f"{self.title}, round {turn} of {rounds}") if rounds > 1 else self

    def at_pace(self, pace: Fraction | None) -> Around:
        """The same with a pace, where one is said."""
        return replace(self, pace=pace) if pace else self

    def on(self, side: Side) -> Around:
        """The same on one side."""
        return replace(self, side=side)

    def sharing(self, share: Fraction) -> Around:
        """The same with a time to share."""
        return replace(self, shares=True, share=share)


def share_of(block: Timed, drafts: Sequence[Draft], sharing: Sequence[FullStep], place: Place) -> Fraction | Problem:
    """What each step without a dose gets of a block's time in all its rounds, or what is wrong with the sum."""
    time = block.time or 0
    first = next((draft for draft in drafts if draft.kind is not Kind.CONFIRM), None)
    leading = first.seconds if first and first.kind in {Kind.READY, Kind.SWITCH} else Fraction(0)
    taken = sum((draft.seconds for draft in drafts), Fraction(0)) - leading
    left = time - taken
    sum_text = f"{time} s less {tidy(float(taken))} s for doses, changes, switches and rests"
    if not sharing:
        if left:
            message = f"the block is to take {brief(time)}, but its steps take {brief(float(taken))}"
            return Problem("block-time", message, place, _filled(time, left, block))
        return Fraction(0)
    share = left / len(sharing)
    least = min(share / (move.passes * (2 if move.sides == "alternate" else 1)) for move in sharing)
    if least < LEAST_SHARE:
        steps = len({move.place for move in sharing})
        often = f", {count(len(sharing), 'time')} in all" if len(sharing) > steps else ""
        message = (
            f"{sum_text} leaves {tidy(float(left))} s for {count(steps, 'step')}{often}: "
            f"{tidy(float(least))} s a side, and {LEAST_SHARE} s is the least"
        )
        cure = f"give the block more time, or fewer {'rounds or ' if often else ''}steps"
        return Problem("block-time", message, place, cure)
    return share


def _filled(time: int, left: Fraction, block: Timed) -> str:
    """What to write where a time is not that of what is to fill it; what the block's title asks for, if it does."""
    rounds, title = block.rounds, block.title
    usual = "leave the dose out of a step that may fill the rest, or take “time” out"
    if left > 0 and rounds == 1:
        own = f'write for = "{spelt(time)}" in its place'
        return (
            f"{own}: as many rounds as fit" if _AS_MANY.search(title) else f"{usual}; for as many rounds as fit, {own}"
        )
    if left > 0 and not time % rounds:
        own = f'write every = "{spelt(time // rounds)}" in its place'
        on_time = f"{own}: what is left of a round is rest"
        return on_time if _ON_TIME.search(title) else f"{usual}; for rounds that begin on time, {own}"
    return usual


_AS_MANY = re.compile(r"(?i)\bamrap\b|\bas many\b")
_ON_TIME = re.compile(r"(?i)\be[0-9]?mom\b|\bon the minute\b|\bevery \w* ?minutes?\b")


def rest_on_time(every: int, drafts: list[Draft], place: Place, *, skips: bool) -> tuple[Draft | None, Problem | None]:
    """The rest of a round that begins at a fixed time, whose drafts learn of that, and what is wrong with the sum."""
    lead = next((n for n, one in enumerate(drafts) if one.kind is not Kind.CONFIRM), len(drafts))
    if lead < len(drafts) and drafts[lead].kind in {Kind.READY, Kind.SWITCH}:
        drafts = drafts[lead + 1 :]
    for number, draft in enumerate(drafts):
        draft.every, draft.begins, draft.skips = every, number == 0, skips
    left = every - sum((draft.seconds for draft in drafts), Fraction(0))
    paced = any(draft.move.paced for draft in drafts if draft.kind is Kind.WORK)
    wrong, rest = None, None
    if left < 0 and not paced:
        message = f"a round takes {brief(float(every - left))}, changes included, and every is {brief(every)}"
        cure = f'write "{spelt(ceil(every - left))}" or more, or take something out of the round'
        wrong = Problem("block-time", message, place, cure)
    if left > 0 or paced:
        end = drafts[-1]
        rest = Draft(Kind.REST, max(left, Fraction(1)), REST, of=end.of, round=end.round, step=end.step)
        rest.every, rest.closes, rest.skips = every, True, skips
    return rest, wrong


def coming_again(
    drafts: list[Draft], laid: tuple[int, int], rounds: OpenRounds, step: int, place: Place
) -> Problem | None:
    """Makes rounds without a number of two that were laid out last: the first, and what leads to the second.

    `laid` is where the first begins and ends; `step` is the first step in it. Gives what is wrong with the sum.
    """
    begin, end = laid
    taking = (n for n in range(begin, end) if drafts[n].kind in {Kind.WORK, Kind.REST} and not drafts[n].closes)
    first = next(taking, end)
    if first == end:
        del drafts[end:]
        message = "nothing in the block takes time, so that its rounds would never be over"
        return Problem("block-time", message, place, "add a step with a dose, or take “for” out")
    del drafts[len(drafts) - (end - first) :]
    for draft in drafts[end:]:
        draft.of, draft.round, draft.step = drafts[first].of, 1, step
    for draft in drafts[first:]:
        draft.open_rounds = rounds
    drafts[-1].coming = rounds.seconds - sum((draft.seconds for draft in drafts[first:]), Fraction(0))
    works = [draft for draft in drafts[first:end] if not draft.closes]
    taken = sum((draft.seconds for draft in works), Fraction(0))
    if taken <= rounds.seconds or any(one.move.paced for one in works if one.kind is Kind.WORK):
        return None
    message = f"a round takes {brief(float(taken))}, changes included, and for is {brief(rounds.seconds)}"
    cure = f'write "{spelt(ceil(taken))}" or more, or take something out of the round'
    return Problem("block-time", message, place, cure)
