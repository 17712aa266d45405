"""Whole numbers as characters, so that a page holds the points of its figures in less than half of the space."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Final

FIRST: Final = 63
"""The character that stands for nothing; all that follow it up to `~` can stand in a string of JSON."""
SMALL: Final = 20
"""From that far below nothing on, and up to below it, a number is one character ..."""
WIDE: Final = 736
"""... and from that far on two: 64 to each of the characters that follow those of the small ones."""
ESCAPE: Final = "~"
"""What is further off stands in digits behind this, and a semicolon ends it."""


AGAIN: Final = 48
"""This character and the eleven that follow it say that a point comes once more, and up to twelve times."""
MOST_AGAIN: Final = 12


def packed(numbers: Sequence[int]) -> str:
    """The numbers as text; `numbersIn` in the page reads it. They are points: x and y of each in turn."""
    found: list[str] = []
    for (point, again), same in groupby(_points(numbers)):
        text, times = "".join(map(_one, point)), sum(1 for _ in same) - 1
        found += [text, _again(text, times) if again else text * times]
    return "".join(found)


def _points(numbers: Sequence[int]) -> list[tuple[Sequence[int], bool]]:
    """Two numbers at a time, and whether they are two: what is left out at the end may be one of them."""
    return [(tuple(numbers[at : at + 2]), at + 1 < len(numbers)) for at in range(0, len(numbers), 2)]


def _again(text: str, times: int) -> str:
    full, rest = divmod(times, MOST_AGAIN)
    said = chr(AGAIN + MOST_AGAIN - 1) * full + (chr(AGAIN + rest - 1) if rest else "")
    return min(said, text * times, key=len)


def _one(number: int) -> str:
    if -SMALL <= number < SMALL:
        return chr(FIRST + number + SMALL)
    if -WIDE <= number < WIDE:
        high, low = divmod(number + WIDE, 64)
        return chr(FIRST + 2 * SMALL + high) + chr(FIRST + low)
    return f"{ESCAPE}{number};"
