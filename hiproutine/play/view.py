"""What there is to see of a routine that plays, at one moment. Pure."""

from __future__ import annotations

from enum import Enum
from math import floor
from typing import NamedTuple

from hiproutine.plan.model import Interval
from hiproutine.wording import shown_seconds


class Phase(Enum):
    """What the engine is doing: playing, paused, counting in, or over."""

    IDLE = "idle"
    PLAYING = "playing"
    PAUSED = "paused"
    COUNTING_IN = "counting in"
    FINISHED = "finished"
    STOPPED = "stopped"

    @property
    def over(self) -> bool:
        """Whether nothing follows."""
        return self in {Phase.FINISHED, Phase.STOPPED}


class View(NamedTuple):
    """What a screen needs to show, at one moment."""

    phase: Phase
    interval: Interval
    elapsed: float
    """Seconds of the interval that have been played."""
    length: float
    """Seconds it takes, as it was made longer or shorter; of a self-paced one, the estimate."""
    count_in: int
    """The second of the count-in, 0 outside it."""
    away: float
    """How many seconds nobody had looked before this pause."""
    total_left: float
    """Seconds to the end of the routine, with estimates."""
    position: float
    """Seconds of the plan that lie behind."""
    rounds_left: float | None = None
    """Seconds until rounds without a number are over; None outside them."""

    @property
    def left(self) -> float:
        """Seconds of the interval that remain."""
        return max(0.0, self.length - self.elapsed)

    @property
    def second(self) -> int:
        """The second to show: counting down, or up where the person sets the pace."""
        return floor(self.elapsed + 1e-6) if self.interval.waits else shown_seconds(self.left)

    @property
    def rep(self) -> tuple[int, int] | None:
        """The repetition that the tempo has reached, from 1, and its part; None without a tempo."""
        tempo, reps = self.interval.tempo, self.interval.all_reps
        if not tempo or not reps:
            return None
        done, inside = divmod(min(self.elapsed, self.interval.seconds - 1e-6) + 1e-6, sum(tempo))
        ends = [sum(tempo[: part + 1]) for part in range(len(tempo))]
        return min(reps, int(done) + 1), next((part for part, end in enumerate(ends) if inside < end), 0)
