"""Something to say, and how much it matters."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

WAITS = 5.0
"""Seconds that a cue may wait for another utterance to end."""


class Weight(IntEnum):
    """How important something said is. The more important breaks off the less important."""

    COUNT = 0
    """A number or a word at its second; later it would be wrong."""
    CUE = 1
    """May wait a little until something else has been said."""
    CHANGE = 2
    """What comes now; breaks off even what was said of what came before."""


@dataclass(frozen=True, slots=True)
class Utterance:
    """Something to say, with how much it matters and how many seconds it may wait for the voice."""

    text: str
    weight: Weight
    waits: float = WAITS


BEGIN = Utterance("Begin.", Weight.COUNT)
"""What was announced begins."""
