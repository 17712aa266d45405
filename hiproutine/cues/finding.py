"""What was found about this machine, as a sentence a person can act on. Knows nothing else of the program."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class State(StrEnum):
    """How something stands."""

    OK = "ok"
    WARN = "warn"
    """It is there, and there is something to know."""
    MISSING = "missing"


class Finding(NamedTuple):
    """One thing that was looked at."""

    name: str
    state: State
    sentence: str
    cure: str = ""
    """What to do about it, if anything is to be done."""

    @property
    def ok(self) -> bool:
        """Whether it works as it stands."""
        return self.state is State.OK
