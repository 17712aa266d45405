"""Somebody who only listens: what a voice with real lengths gets said of a routine, and what of it is in the way."""

from __future__ import annotations

import ctypes
import ctypes.util
from dataclasses import dataclass, field
from functools import cache
from math import ceil
from typing import Any

from hiproutine.cues.room import Lasts
from hiproutine.cues.speech import Speech, Voice
from hiproutine.cues.utterance import Utterance, Weight
from hiproutine.cues.words import number_words, sentence
from hiproutine.plan.model import Kind, Plan
from tests.clocks import ManualClock
from tests.cues.rig import ends_of, play_through

COUNTS = [sentence(number_words(second)) for second in (3, 2, 1)]
BEGINS = 0.03
"""Seconds that a program takes to begin."""
SILENCE = 0.3
"""Seconds that the program espeak-ng plays after the last word, where the library ends with it (`--stdout`, 1.51)."""


@dataclass
class Said:
    """One utterance, from when to when; `cut` says that another broke it off."""

    text: str
    begins: float
    ends: float
    cut: bool = False


class Listener(Voice):
    """Decides as the voice does, on a clock that a test moves, with lengths that somebody gives."""

    def __init__(self, clock: ManualClock, lasts: Lasts) -> None:
        super().__init__(())
        self.lengths = lasts  # type: ignore[assignment]
        self.heard: list[Said] = []
        self._clock = clock
        self._weight = Weight.COUNT
        self._waiting: tuple[Utterance, float] | None = None

    def get_ready(self) -> None:
        """Nothing is looked for."""

    def say(self, utterance: Utterance) -> None:
        """Says it now, later, or not."""
        self._catch_up()
        busy = bool(self.heard) and self.heard[-1].ends > self._clock.now
        if utterance.weight is Weight.CHANGE or not busy or utterance.weight > self._weight:
            if utterance.weight is Weight.CHANGE:
                self._waiting = None
            if busy:
                self.heard[-1].ends, self.heard[-1].cut = self._clock.now, True
            self._begin(utterance, self._clock.now)
        elif utterance.weight is not Weight.COUNT:
            self._waiting = utterance, self._clock.now + utterance.waits

    def forget(self) -> None:
        """Does not say what was to wait."""
        self._catch_up()
        self._waiting = None

    def _catch_up(self) -> None:
        if self._waiting and self.heard[-1].ends <= self._clock.now:
            (utterance, until), self._waiting = self._waiting, None
            if self.heard[-1].ends <= until:
                self._begin(utterance, self.heard[-1].ends)

    def _begin(self, utterance: Utterance, at: float) -> None:
        begins = at + BEGINS
        self.heard.append(Said(utterance.text, begins, begins + self.lengths(utterance.text)))
        self._weight = utterance.weight


@dataclass
class Changes:
    """What was heard of the changes of one routine, or of the ends of its work."""

    counted: int = 0
    """In which all of three, two, one were."""
    missed: list[str] = field(default_factory=list)
    """The others."""
    late: list[str] = field(default_factory=list)
    """What went on when the next had begun."""

    @property
    def all(self) -> int:
        """How many there were."""
        return self.counted + len(self.missed)


@cache
def heard(plan: Plan, lasts: Lasts) -> tuple[Said, ...]:
    """All that is said of a routine that is played to its end."""
    clock = ManualClock()
    listener = Listener(clock, lasts)
    play_through(plan, [Speech(plan, listener)], clock)
    return tuple(listener.heard)


CHANGING = frozenset({Kind.READY, Kind.SWITCH, Kind.REST})


def changes_of(plan: Plan, lasts: Lasts, kinds: frozenset[Kind] = CHANGING) -> Changes:
    """Plays a routine to somebody who listens to what ends an interval of these kinds."""
    said = heard(plan, lasts)
    found, ends = Changes(), ends_of(plan)
    for interval in plan.intervals:
        if interval.kind not in kinds or interval.waits or interval.seconds < 3:
            continue
        end = ends[interval.index]
        counts = [one.text for one in said if end - 3.01 <= one.begins < end - 0.5 and one.text in COUNTS]
        words = f"{plan.id} {interval.kind} {interval.seconds:g} s {interval.name}"
        if counts == COUNTS[-max(1, ceil(interval.seconds) - 1) :]:
            found.counted += 1
        else:
            found.missed.append(words)
        over = [one for one in said if one.begins < end - 0.01 and one.ends > end and one.text not in COUNTS]
        found.late += [f"{words}: {one.text}" for one in over]
    return found


def real_lengths() -> Lasts | None:
    """The lengths of espeak-ng, in this process; None where it is not installed. It begins with the first text."""
    return _spoken_lasts if ctypes.util.find_library("espeak-ng") else None


@cache
def _spoken_lasts(text: str) -> float:
    library, rate, samples, _ = _espeak()
    samples[0] = 0
    spoken = text.encode()
    library.espeak_Synth(spoken, len(spoken) + 1, 0, 1, 0, 1, None, None)
    library.espeak_Synchronize()
    return samples[0] / float(rate) + SILENCE


@cache
def _espeak() -> tuple[ctypes.CDLL, int, list[int], Any]:
    """The library, samples a second, how many it has handed back, and what it calls for as long as it lives."""
    library = ctypes.CDLL(ctypes.util.find_library("espeak-ng"))
    rate = library.espeak_Initialize(2, 0, None, 0)  # AUDIO_OUTPUT_SYNCHRONOUS: what is spoken is handed back
    assert rate > 0, "espeak-ng finds no voices"
    samples = [0]

    def taken(_samples: Any, count: int, _events: Any) -> int:
        samples[0] += count
        return 0

    takes = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)(taken)
    library.espeak_SetSynthCallback(takes)
    return library, rate, samples, takes
