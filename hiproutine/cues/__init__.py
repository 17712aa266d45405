"""Makes moments noticeable: which signal an event calls for, and the outputs that give it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from enum import Enum
from typing import NamedTuple

from hiproutine.play.events import (
    CountedIn,
    CountedOut,
    Event,
    Events,
    Finished,
    HalfReached,
    IntervalStarted,
    LastStep,
    Paused,
    RepBeat,
    Resumed,
    SecondShown,
    Stopped,
)

COUNTED_DOWN = 3
"""The last seconds that are beeped, where nothing else is chosen: 3, 2, 1 (JAWT, termdown, openWorkout)."""


class Counting(NamedTuple):
    """Which seconds of an interval are told."""

    last: int = COUNTED_DOWN
    """How many at its end; 0 for none."""
    ticks: bool = False
    """Whether every other one ticks."""
    said_every: int = 0
    """Seconds between two times at which the voice says how many are left; 0 for never."""


SPACE = "space"
"""What the key for “done” is called, where the person has not chosen another."""
USUAL = Counting()


class Signal(Enum):
    """The grammar of sounds (DESIGN, "What a person hears and sees")."""

    COUNT = "count"
    """Low, at 3, 2 and 1: before an interval ends, before one goes on, and before the time of rounds is over."""
    ZERO = "zero"
    """High: the next interval begins."""
    HALF = "half"
    """Double: half of it is over."""
    OPENING = "opening"
    """Triple: a new block or round begins."""
    BEAT = "beat"
    """Soft: a repetition begins."""
    TICK = "tick"
    """Softer: a second is over, where that is wanted."""
    END = "end"
    """Long: it is done."""


class CueFailure(Exception):
    """Raised by an output that cannot go on; the message says why."""


class CueOutput:
    """Makes cues noticeable. Every method returns at once; an output overrides what it cares about."""

    name = "output"
    audible = True
    """Whether muting silences it."""

    def signal(self, signal: Signal) -> None:
        """Gives a signal: a sound, a bell, a word, a flash."""

    def follow(self, events: Events) -> None:
        """Takes all that happened at once, in order, after the signals of it."""

    def hush(self) -> None:
        """Breaks off what still sounds."""

    def close(self) -> None:
        """Lets go of everything; what sounds may end."""


def signal_of(event: Event, counting: Counting = USUAL) -> Signal | None:
    """The signal an event calls for, if any."""
    match event:
        case SecondShown(interval=interval, second=second) if not interval.waits:
            if second <= counting.last:
                return Signal.COUNT
            return Signal.TICK if counting.ticks else None
        case CountedOut(second=second):
            return Signal.COUNT if second <= counting.last else None
        case IntervalStarted(opens=opens, interval=interval):
            if opens:
                return Signal.OPENING
            return Signal.ZERO if interval.index else None
        case RepBeat(part=0, rep=rep) if rep > 1:
            return Signal.BEAT
    return _ALWAYS.get(type(event))


_ALWAYS: dict[type[Event], Signal] = {
    CountedIn: Signal.COUNT,
    Resumed: Signal.ZERO,
    LastStep: Signal.ZERO,
    HalfReached: Signal.HALF,
    Finished: Signal.END,
}


def signals_of(events: Events, counting: Counting = USUAL) -> list[Signal]:
    """The signals of what happened at once, in order; of a countdown that comes late, no burst of beeps."""
    signals = [signal for event in since_still(events) if (signal := signal_of(event, counting))]
    seconds = {Signal.COUNT, Signal.TICK}
    return [signal for position, signal in enumerate(signals, 1) if signal not in seconds or position == len(signals)]


def since_still(events: Events) -> Events:
    """What happened after the last time everything stood still; all of it, if nothing stood still."""
    last = max((place for place, event in enumerate(events) if isinstance(event, (Paused, Stopped))), default=-1)
    return events[last + 1 :]


class Chorus:
    """Several outputs as one. An output that fails is left out from then on, and said once."""

    name = "chorus"

    def __init__(
        self,
        outputs: Sequence[CueOutput],
        complain: Callable[[str], object] | None = None,
        counting: Counting = USUAL,
    ) -> None:
        self._outputs = list(outputs)
        self._complain = complain
        self._counting = counting
        self._muted = False

    @property
    def muted(self) -> bool:
        """Whether nothing is heard; what is only seen goes on."""
        return self._muted

    @muted.setter
    def muted(self, muted: bool) -> None:
        self._muted = muted
        if muted:
            self._each(lambda output: output.hush() if output.audible else None)

    def play(self, events: Events) -> None:
        """Makes what happened noticeable."""
        if not events:
            return
        still = len(since_still(events)) < len(events)
        signals = signals_of(events, self._counting)

        def give(output: CueOutput) -> None:
            if still:
                output.hush()
            if self._muted and output.audible:
                return
            for signal in signals:
                output.signal(signal)
            output.follow(events)

        self._each(give)

    def close(self) -> None:
        """Closes every output."""
        self._each(lambda output: output.close())

    def _each(self, act: Callable[[CueOutput], None]) -> None:
        for output in tuple(self._outputs):
            try:
                act(output)
            except Exception as error:  # noqa: BLE001 - whatever an output does, the routine goes on
                self._outputs.remove(output)
                with suppress(Exception):
                    output.close()
                if self._complain:
                    self._complain(f"The {output.name} does not work and is left out: {error}")
