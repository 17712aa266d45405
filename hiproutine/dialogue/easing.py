"""A routine made easier at the check before it, by one key: the option, and the routine that is played then."""

from __future__ import annotations

from dataclasses import dataclass, replace

from hiproutine.advice.pain.sessions import Load
from hiproutine.dialogue.questions import Option
from hiproutine.plan.cutting import cut
from hiproutine.routine.loaded import Loaded
from hiproutine.wording import minutes_said

EASED = "eased"
"""The value of the option."""
WAY, NOTE = "Make it easier: {cut}, {lasts}", "Made it easier: {cut}"
GENTLED = frozenset({Load.LOW, Load.MODERATE})
"""Loads of which one set and half the range make less; what asks nothing needs no less, and a run has no half range."""


@dataclass(frozen=True)
class Eased:
    """A routine that was cut."""

    loaded: Loaded
    cut: str
    """What was taken off, in words."""

    @property
    def note(self) -> str:
        """What the person decided, as it is kept."""
        return NOTE.format(cut=self.cut)

    def option(self, key: str) -> Option:
        """The way to take it, with all that it means."""
        return Option(key, WAY.format(cut=self.cut, lasts=minutes_said(self.loaded.plan.seconds)), EASED)


def eased(loaded: Loaded, avoid: frozenset[str], *, easier: bool) -> Eased | None:
    """The routine without the steps that load what is to be left alone; where it is to be easier, one set of the rest.

    None where nothing would change, or nothing would be left.
    """
    found = cut(loaded.plan, avoid, easier=easier and Load(loaded.plan.load) in GENTLED)
    return Eased(replace(loaded, plan=found.plan, places=()), found.words) if found else None
