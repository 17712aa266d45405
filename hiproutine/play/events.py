"""What can happen while a routine plays. Frozen; `at` is the moment on the engine's clock at which it was due.

Equal are events of one class with the same values, also of those that add none to what they have from the class above.
"""

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
class InInterval(Happened):
    """Something that happened in an interval."""

    interval: Interval


@dataclass(frozen=True, slots=True)
class Counted(InInterval):
    """A second that is shown."""

    second: int


@dataclass(frozen=True, slots=True)
class IntervalStarted(InInterval):
    """An interval began; `opens` says that with it a new block or round does."""

    opens: Literal["block", "round"] | None = None


class SecondShown(Counted):
    """The shown second changed: counting down, or up where the person sets the pace."""

    __slots__ = ()


class HalfReached(InInterval):
    """Half of an interval of work is over."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class CueDue(InInterval):
    """A cue of the plan is to be noticed now."""

    say: str


@dataclass(frozen=True, slots=True)
class RepBeat(InInterval):
    """A part of a repetition begins: `rep` from 1, `part` 0 out, 1 pause, 2 back, 3 pause."""

    rep: int
    part: int


@dataclass(frozen=True, slots=True)
class IntervalEnded(InInterval):
    """An interval ended after so many seconds of it."""

    seconds: float
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Adjusted(InInterval):
    """The interval was made longer or shorter by so many seconds."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Paused(InInterval):
    """Everything stands still; `away` is how long nobody had looked, 0 if the person paused."""

    away: float = 0.0


class CountedIn(Counted):
    """The count-in before going on shows this second."""

    __slots__ = ()


class CountedOut(Counted):
    """So many seconds are left until a time is over that does not wait for the interval: that of its rounds."""

    __slots__ = ()


class Resumed(InInterval):
    """It goes on."""

    __slots__ = ()


class LastStep(InInterval):
    """The time of rounds without a number is over; the step that is begun is done to its end."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class RoundsOver(InInterval):
    """Rounds without a number are over: so many whole ones, and so many steps of those that are not whole."""

    rounds: int
    steps: int


class Finished(Happened):
    """The last interval is over."""

    __slots__ = ()


class Stopped(Happened):
    """The person, or the system, ended the session before its end."""

    __slots__ = ()


Event = (
    IntervalStarted | SecondShown | HalfReached | CueDue | RepBeat | IntervalEnded | Adjusted | Paused | CountedIn
    | CountedOut | Resumed | LastStep | RoundsOver | Finished | Stopped
)  # fmt: skip
Events = tuple[Event, ...]
