"""Distances in the words of a person who speaks: `four hundred metres`, `one point five kilometres`. Pure."""

from __future__ import annotations

import re

from hiproutine.cues.words import number_words
from hiproutine.plan.distances import distance_words


def distance_said(distance: str) -> str:
    """A distance as it is shown, in words."""
    return numbers_said(distance_words(distance))


def numbers_said(text: str) -> str:
    """A text with its numbers in words, up to ten thousand."""
    return re.sub(r"[0-9]{1,5}(?:\.[0-9]{1,3})?", lambda found: _number(found[0]), text)


def _number(digits: str) -> str:
    whole, _, part = digits.partition(".")
    said = _whole(int(whole))
    return f"{said} point {' '.join(number_words(int(digit)) for digit in part)}" if part else said


def _whole(value: int) -> str:
    """`four hundred`, `one thousand two hundred`, `four hundred thirty-seven`."""
    if value < 100:
        return number_words(value)
    thousands, rest = divmod(value, 1000)
    hundreds, rest = divmod(rest, 100)
    parts = [f"{_whole(thousands)} thousand"] if thousands else []
    parts += [f"{number_words(hundreds)} hundred"] if hundreds else []
    return " ".join([*parts, *([number_words(rest)] if rest else [])])
