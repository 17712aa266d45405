"""Whole numbers as characters, so that a page holds the points of its figures in half of the space."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

FIRST: Final = 63
"""The character that stands for nothing; all that follow it up to `~` can stand in a string of JSON."""
SMALL: Final = 20
"""From that far below nothing on, and up to below it, a number is one character ..."""
WIDE: Final = 736
"""... and from that far on two: 64 to each of the characters that follow those of the small ones."""
ESCAPE: Final = "~"
"""What is further off stands in digits behind this, and a semicolon ends it."""


def packed(numbers: Iterable[int]) -> str:
    """The numbers as text; `numbersIn` in the page reads it."""
    return "".join(map(_one, numbers))


def _one(number: int) -> str:
    if -SMALL <= number < SMALL:
        return chr(FIRST + number + SMALL)
    if -WIDE <= number < WIDE:
        high, low = divmod(number + WIDE, 64)
        return chr(FIRST + 2 * SMALL + high) + chr(FIRST + low)
    return f"{ESCAPE}{number};"
