"""How an interval ends, for who keeps it and needs nothing else of what happens."""

from __future__ import annotations

from enum import StrEnum


class Outcome(StrEnum):
    """How an interval ended."""

    DONE = "done"
    SKIPPED = "skipped"
    LEFT = "left"
    """Left to be played again, or because the session ended."""
