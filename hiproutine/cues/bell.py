"""The terminal's bell as a cue output: it rings the near side, over ssh too."""

from __future__ import annotations

from collections.abc import Callable

from hiproutine.cues import CueOutput, Signal

RINGS = {Signal.HALF: 2, Signal.OPENING: 3, Signal.END: 4}
"""How often it rings; once for everything else. A bell has one pitch, so number tells the signals apart."""


class Bell(CueOutput):
    """Rings the terminal's bell for the signals that are worth one."""

    name = "bell"

    def __init__(self, ring: Callable[[], None]) -> None:
        self._ring = ring

    def signal(self, signal: Signal) -> None:
        """Rings; a beat of the tempo is silent, a bell for each repetition would be noise."""
        if signal is Signal.BEAT:
            return
        for _ in range(RINGS.get(signal, 1)):
            self._ring()
