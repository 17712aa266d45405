"""Words in a text that is written: where they stand, and others in their place. Pure."""

from __future__ import annotations

import re

Match = tuple[int, int]
"""From where to where, in characters."""


def matches(text: str, wanted: str) -> list[Match]:
    """Every place of what is wanted, from the start; capitals matter only where it has one."""
    if not wanted:
        return []
    return [match.span() for match in _pattern(wanted).finditer(text)]


def replaced(text: str, wanted: str, other: str) -> str:
    """The text with the other in every place of what is wanted."""
    return _pattern(wanted).sub(lambda _: other, text) if wanted else text


def _pattern(wanted: str) -> re.Pattern[str]:
    return re.compile(re.escape(wanted), 0 if wanted != wanted.lower() else re.IGNORECASE)
