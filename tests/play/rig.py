"""An engine on a clock that a test moves, and its events in words."""

from __future__ import annotations

from typing import Any

from hiproutine.plan.model import Plan
from hiproutine.play.engine import Engine
from hiproutine.play.events import (
    Adjusted,
    CountedIn,
    CountedOut,
    CueDue,
    Event,
    Events,
    HalfReached,
    IntervalEnded,
    IntervalStarted,
    Paused,
    RepBeat,
    SecondShown,
)
from tests.clocks import ManualClock
from tests.tables import plan_of


def plan_of_steps(*steps: dict[str, Any], **defaults: Any) -> Plan:
    """The plan of a routine without blocks."""
    return plan_of({"title": "T", "steps": list(steps), "defaults": defaults})


def hold(name: str = "A", seconds: int = 30, **more: Any) -> dict[str, Any]:
    """A step that is held."""
    return {"name": name, "hold": seconds, **more}


def words(event: Event) -> str:
    """An event as one short line: when, and what."""
    return f"{event.at:g} {_what(event)}"


def _what(event: Any) -> str:
    if isinstance(event, IntervalStarted):
        parts = ("start", event.interval.kind, event.interval.name, event.interval.side, event.opens)
        return " ".join(str(part) for part in parts if part)
    saying = _SAYINGS.get(type(event))
    return saying.format(event) if saying else type(event).__name__.lower()


_SAYINGS = {
    SecondShown: "second {0.second}",
    CueDue: "cue {0.say}",
    RepBeat: "rep {0.rep}.{0.part}",
    IntervalEnded: "end {0.seconds:g} {0.outcome}",
    Adjusted: "adjusted {0.seconds:g}",
    Paused: "paused {0.away:g}",
    CountedIn: "in {0.second}",
    CountedOut: "out {0.second}",
    HalfReached: "half",
}


class Rig:
    """An engine, its clock, and everything it has told."""

    def __init__(self, plan: Plan, began: float = 0.0) -> None:
        self.clock = ManualClock(began)
        self.engine = Engine(plan, self.clock)
        self.events: list[Event] = []

    def do(self, command: str, *arguments: float) -> list[str]:
        """Gives a command and returns what it told."""
        events: Events = getattr(self.engine, command)(*arguments)
        self.events += events
        return [words(event) for event in events]

    def wait(self, seconds: float, step: float = 1.0) -> list[str]:
        """Lets time pass and asks every `step` seconds; returns what was told."""
        told: list[str] = []
        end = self.clock.now + seconds
        while self.clock.now < end:
            self.clock.now = min(end, self.clock.now + step)
            told += self.do("tick")
        return told

    def go_to(self, index: int) -> None:
        """Begins, if that was not done, and skips to an interval."""
        self.do("start")
        while self.engine.interval.index < index:
            self.do("next")
