"""A console that a test types at, on a clock that only it moves."""

from __future__ import annotations

from collections import deque
from math import inf
from pathlib import Path
from typing import Any

from hiproutine.dialogue.context import Context
from hiproutine.errors import printable
from hiproutine.plain.console import ENTER, Gone
from hiproutine.plain.playing import Plain
from hiproutine.routine.loaded import Card, Loaded
from tests.clocks import ManualClock
from tests.play.rig import hold, plan_of_steps

AFTER = inf
"""The moment of a key that is only typed where a question waits for it."""


class Room:
    """Lines in a list; keys by the moment at which they are pressed."""

    def __init__(self, clock: ManualClock | None = None, *, attended: bool = True) -> None:
        self.attended = attended
        self.clock = clock or ManualClock()
        self.heard: list[tuple[float, str]] = []
        """Every line with its moment."""
        self.written = ""
        """Everything, as it would stand on paper."""
        self.stood_aside = 0
        self.gone_at = inf
        """When nobody is there any more."""
        self.away: tuple[float, float] | None = None
        """A moment at which the whole machine sleeps, and for how long."""
        self._keys: deque[tuple[float, str]] = deque()

    @property
    def lines(self) -> list[str]:
        """Everything that was said."""
        return [line for _, line in self.heard]

    def press(self, at: float, *keys: str) -> None:
        """Keys at a moment; later calls are for later moments."""
        self._keys += [(at, key) for key in keys]

    def type(self, *lines: str) -> None:
        """Answers, each when a question waits for it."""
        for line in lines:
            self.press(AFTER, *line, ENTER)

    def say(self, line: str) -> None:
        """Hears a line."""
        self.heard.append((round(self.clock.now, 3), line))
        self.write(f"{printable(line)}\n")

    def write(self, text: str) -> None:
        """Takes text as it is."""
        self.written += text

    def wait(self, seconds: float | None) -> str | None:
        """The next key, or time that passes."""
        if self._keys:
            at, key = self._keys[0]
            if seconds is None or at <= self.clock.now + seconds:
                self._keys.popleft()
                self.clock.now = self.clock.now if at == AFTER else max(at, self.clock.now)
                return key
        elif seconds is None:
            raise AssertionError(f"nobody answers:\n{self.written}")
        assert seconds is not None
        self.clock.advance(seconds)
        if self.away and self.clock.now >= self.away[0]:
            self.clock.advance(self.away[1])
            self.away = None
        if self.clock.now >= self.gone_at:
            raise Gone
        return None

    def stand_aside(self) -> None:
        """Counts it."""
        self.stood_aside += 1

    def drain(self) -> None:
        """Everything is taken at once."""


NOTHING_KEPT = Context(None)


def loaded(*steps: dict[str, Any], **defaults: Any) -> Loaded:
    """A routine of its own."""
    card = Card("T", "For tests.", (), "low", (), (), "", "", "")
    return Loaded(Path("t.toml"), card, plan_of_steps(*steps, **({"get_ready": 0, "transition": 0} | defaults)))


LONG = loaded(hold("Bridge", 60), hold("Lunge", 60))


def played(room: Room, what: Loaded, at: Context = NOTHING_KEPT, **more: Any) -> bool:
    """Whether a routine was finished."""
    return Plain(room, at, clock=room.clock, every=None, **more).play(what)
