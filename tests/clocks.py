"""Clocks that only tests move."""

from __future__ import annotations

from time import monotonic


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


class SleepingClock(ManualClock):
    """Real seconds, and those of a sleep that only this clock sees: a loop's timers stand still for them."""

    def __call__(self) -> float:
        """The time."""
        return monotonic() + self.now
