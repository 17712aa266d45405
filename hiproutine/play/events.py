"""What can happen while a routine plays. Frozen; `at` is the moment on the engine's clock at which it was due."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from hiproutine.plan.model import Interval
from hiproutine.play.outcome import Outcome

__all__ = [
    "Adjusted",
    "CountedIn",
    "CountedOut",
    "CueDue",
    "Event",
    "Events",
    "Finished",
    "HalfReached",
    "Happened",
    "IntervalEnded",
    "IntervalStarted",
    "LastStep",
    "Outcome",
    "Paused",
    "RepBeat",
    "Resumed",
    "RoundsOver",
    "SecondShown",
    "Stopped",
]


@dataclass(frozen=True, slots=True)
class Happened:
    """Something that happened at a moment."""

    at: float


@dataclass(frozen=True, slots=True)
class IntervalStarted(Happened):
    """An interval began; `opens` says that with it a new block or round does."""

    interval: Interval
    opens: Literal["block", "round"] | None = None


@dataclass(frozen=True, slots=True)
class SecondShown(Happened):
    """The shown second changed: counting down, or up where the person sets the pace."""

    interval: Interval
    second: int


@dataclass(frozen=True, slots=True)
class HalfReached(Happened):
    """Half of an interval of work is over."""

    interval: Interval


@dataclass(frozen=True, slots=True)
class CueDue(Happened):
    """A cue of the plan is to be noticed now."""

    interval: Interval
    say: str


@dataclass(frozen=True, slots=True)
class RepBeat(Happened):
    """A part of a repetition begins: `rep` from 1, `part` 0 out, 1 pause, 2 back, 3 pause."""

    interval: Interval
    rep: int
    part: int


@dataclass(frozen=True, slots=True)
class IntervalEnded(Happened):
    """An interval ended after so many seconds of it."""

    interval: Interval
    seconds: float
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Adjusted(Happened):
    """The interval was made longer or shorter by so many seconds."""

    interval: Interval
    seconds: float


@dataclass(frozen=True, slots=True)
class Paused(Happened):
    """Everything stands still; `away` is how long nobody had looked, 0 if the person paused."""

    interval: Interval
    away: float = 0.0


@dataclass(frozen=True, slots=True)
class CountedIn(Happened):
    """The count-in before going on shows this second."""

    interval: Interval
    second: int


@dataclass(frozen=True, slots=True)
class CountedOut(Happened):
    """So many seconds are left until a time is over that does not wait for the interval: that of its rounds."""

    interval: Interval
    second: int


@dataclass(frozen=True, slots=True)
class Resumed(Happened):
    """It goes on."""

    interval: Interval


@dataclass(frozen=True, slots=True)
class LastStep(Happened):
    """The time of rounds without a number is over; the step that is begun is done to its end."""

    interval: Interval


@dataclass(frozen=True, slots=True)
class RoundsOver(Happened):
    """Rounds without a number are over: so many whole ones, and so many steps of those that are not whole."""

    interval: Interval
    rounds: int
    steps: int


@dataclass(frozen=True, slots=True)
class Finished(Happened):
    """The last interval is over."""


@dataclass(frozen=True, slots=True)
class Stopped(Happened):
    """The person, or the system, ended the session before its end."""


Event = (
    IntervalStarted | SecondShown | HalfReached | CueDue | RepBeat | IntervalEnded | Adjusted | Paused | CountedIn
    | CountedOut | Resumed | LastStep | RoundsOver | Finished | Stopped
)  # fmt: skip
Events = tuple[Event, ...]
