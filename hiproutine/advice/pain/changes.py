"""The change between two scores, in points and in a word."""

from __future__ import annotations

from enum import StrEnum

CLEAR = 2
"""Points that are more than chance: smallest detectable change 1.77 (doi 10.1055/a-1304-3677), rounded to 2 (Suzuki
2020, PMC7053735; Farrar 2001, Pain 94:149-158)."""


class Change(StrEnum):
    """Which way a score went."""

    EASIER = "easier"
    SAME = "same"
    WORSE = "worse"


def change_of(earlier: int, later: int) -> Change:
    """Which way it went, by any number of points."""
    if later == earlier:
        return Change.SAME
    return Change.WORSE if later > earlier else Change.EASIER


def change_text(earlier: int, later: int) -> str:
    """`worse by 2`, `easier by 1`, or `same`."""
    change = change_of(earlier, later)
    return str(change) if change is Change.SAME else f"{change} by {abs(later - earlier)}"
