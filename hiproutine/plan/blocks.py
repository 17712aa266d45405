"""What holds inside a block, and what its steps get of its time. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from hiproutine.errors import Place, Problem
from hiproutine.plan.drafts import Draft
from hiproutine.plan.model import Kind, Side
from hiproutine.plan.steps import FullStep
from hiproutine.wording import brief, count, tidy

LEAST_SHARE = 5
"""Seconds a side that a step sharing a block's time gets at least (FORMAT, Block)."""


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


def share_of(time: int, drafts: Sequence[Draft], sharing: Sequence[FullStep], place: Place) -> Fraction | Problem:
    """What each step without a dose gets of a block's time, or what is wrong with the sum."""
    first = next((draft for draft in drafts if draft.kind is not Kind.CONFIRM), None)
    leading = first.seconds if first and first.kind in {Kind.READY, Kind.SWITCH} else Fraction(0)
    taken = sum((draft.seconds for draft in drafts), Fraction(0)) - leading
    left = time - taken
    sum_text = f"{time} s less {tidy(float(taken))} s for doses, changes, switches and rests"
    if not sharing:
        if left:
            message = f"the block is to take {brief(time)}, but its steps take {brief(float(taken))}"
            cure = "leave the dose out of a step that may fill the rest, or take “time” out"
            return Problem("block-time", message, place, cure)
        return Fraction(0)
    share = left / len(sharing)
    least = min(share / (move.passes * (2 if move.sides == "alternate" else 1)) for move in sharing)
    if least < LEAST_SHARE:
        message = (
            f"{sum_text} leaves {tidy(float(left))} s for {count(len(sharing), 'step')}: "
            f"{tidy(float(least))} s a side, and {LEAST_SHARE} s is the least"
        )
        cure = "give the block more time, or fewer steps"
        return Problem("block-time", message, place, cure)
    return share
