"""Makes moments noticeable: which signal an event calls for, and the outputs that give it."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from functools import partial
from typing import Protocol

from hiproutine.events import (
    CountedIn,
    Event,
    Events,
    Finished,
    HalfReached,
    IntervalStarted,
    RepBeat,
    Resumed,
    SecondShown,
)

COUNTED_DOWN = 3
"""The last seconds of an interval that are beeped: 3, 2, 1 (JAWT, termdown, openWorkout)."""


class Signal(Enum):
    """The grammar of sounds (DESIGN, "What a person hears and sees")."""

    COUNT = "count"
    """Low, at 3, 2 and 1."""
    ZERO = "zero"
    """High: the next interval begins."""
    HALF = "half"
    """Double: half of it is over."""
    OPENING = "opening"
    """Triple: a new block or round begins."""
    BEAT = "beat"
    """Soft: a repetition begins."""
    END = "end"
    """Long: it is done."""


class CueOutput(Protocol):
    """Makes cues noticeable. Returns at once."""

    name: str

    def signal(self, signal: Signal) -> None:
        """Gives a signal."""

    def close(self) -> None:
        """Lets go of everything."""


def signal_of(event: Event) -> Signal | None:
    """The signal an event calls for, if any."""
    match event:
        case SecondShown(interval=interval, second=second) if second <= COUNTED_DOWN and not interval.waits:
            return Signal.COUNT
        case CountedIn():
            return Signal.COUNT
        case IntervalStarted(opens=opens, interval=interval):
            if opens:
                return Signal.OPENING
            return Signal.ZERO if interval.index else None
        case Resumed():
            return Signal.ZERO
        case HalfReached():
            return Signal.HALF
        case RepBeat(part=0, rep=rep) if rep > 1:
            return Signal.BEAT
        case Finished():
            return Signal.END
        case _:
            return None


def signals_of(events: Events) -> list[Signal]:
    """The signals of what happened at once, in order; of a countdown that comes late, no burst of beeps."""
    signals = [signal for event in events if (signal := signal_of(event))]
    return [
        signal for position, signal in enumerate(signals) if signal is not Signal.COUNT or position == len(signals) - 1
    ]


class Chorus:
    """Several outputs as one. An output that fails is left out from then on, and said once."""

    name = "chorus"

    def __init__(self, outputs: list[CueOutput], complain: object = None) -> None:
        self._outputs = list(outputs)
        self._complain = complain
        self.muted = False

    def play(self, events: Events) -> None:
        """Gives the signals of what happened."""
        if self.muted:
            return
        for signal in signals_of(events):
            for output in tuple(self._outputs):
                self._try(output, partial(output.signal, signal))

    def _try(self, output: CueOutput, act: Callable[[], None]) -> None:
        try:
            act()
        except Exception as error:  # noqa: BLE001 - whatever an output does, the routine goes on
            self._outputs.remove(output)
            if callable(self._complain):
                self._complain(f"The {output.name} does not work and is left out: {error}")

    def close(self) -> None:
        """Closes every output."""
        for output in tuple(self._outputs):
            self._try(output, output.close)
