"""A cue for the eye: whoever paints is told which signal there is, and shows it for a moment."""

from __future__ import annotations

from collections.abc import Callable

from hiproutine.cues import CueOutput, Signal

FLASH_SECONDS = 0.3
"""How long a flash is meant to last; the shortest time between two signals is a second."""


class Flash(CueOutput):
    """Tells whoever paints which signal there is. Muting does not concern it."""

    name = "flash"
    audible = False

    def __init__(self, show: Callable[[Signal], None]) -> None:
        self._show = show

    def signal(self, signal: Signal) -> None:
        """Shows it; a beat of the tempo and a tick are not, a flash for each would be noise."""
        if signal not in {Signal.BEAT, Signal.TICK}:
            self._show(signal)
