"""A clock that only tests move."""

from __future__ import annotations


class ManualClock:
    """Seconds that stand still until somebody advances them."""

    def __init__(self, now: float = 0.0) -> None:
        self.now = now

    def __call__(self) -> float:
        """The time."""
        return self.now

    def advance(self, seconds: float) -> None:
        """Lets time pass."""
        self.now += seconds
