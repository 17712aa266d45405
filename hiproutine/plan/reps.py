"""How often: a number or a range, one for all sets or one for each. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, TypeVar

T = TypeVar("T")


class Range(str):
    """From so many to so many, as it is written: `8-12`."""

    __slots__ = ()

    @property
    def least(self) -> int:
        """The lower end."""
        return int(self.split("-")[0])

    @property
    def most(self) -> int:
        """The upper end."""
        return int(self.split("-")[1])


@dataclass(frozen=True, slots=True)
class Sided:
    """An amount that is other on each side, as `{ left = 12, right = 8 }` says it."""

    left: Any
    right: Any


Reps = int | Range
"""So many, or from so many to so many."""


def most_of(reps: Reps) -> int:
    """The upper end of a range, or the number."""
    return reps.most if isinstance(reps, Range) else reps


def least_of(reps: Reps | None) -> int | None:
    """The lower end of a range; None of a number."""
    return reps.least if isinstance(reps, Range) else None


def middle_of(reps: Reps) -> Fraction:
    """The middle of a range, or the number: what an estimate reckons with."""
    return Fraction(reps.least + reps.most, 2) if isinstance(reps, Range) else Fraction(reps)


def on_side(value: Any, side: str | None) -> Any:
    """What an amount is on a side; where no side is meant, what it is on the left."""
    if isinstance(value, Sided):
        return value.right if side == "right" else value.left
    return value


def as_tuple(value: Any) -> tuple[Any, ...]:
    """One amount for all sets, or those of each, as a tuple."""
    return value if isinstance(value, tuple) else (value,)


def of_set(amounts: Sequence[T], number: int) -> T | None:
    """The amount of a set, from 1: its own, or the one for all."""
    return amounts[number - 1 if len(amounts) > 1 else 0] if amounts else None
