"""Which keys are meant for the screen that stands there, and which were on their way to the one before. Pure.

A terminal sends a key that is held as presses, one after the other; only some say that they are repeats.
"""

from __future__ import annotations

SILENCE = 0.5
"""Seconds without a key after which one that was held is let go: longer than keyboards wait before they repeat."""
ON_ITS_WAY = 0.12
"""Seconds after a screen came in which nobody can have read it yet. Ours."""


class KeyGuard:
    """Follows keys and screens; moments are seconds of one clock."""

    def __init__(self, silence: float = SILENCE, on_its_way: float = ON_ITS_WAY) -> None:
        """Without a silence every key is meant."""
        self._silence = silence
        self._on_its_way = on_its_way
        self._came: float | None = None
        """When the screen came, until a key was meant for it."""
        self._before = ""
        """The key that was pressed last before it came."""
        self._last = ("", float("-inf"))
        """The key that was pressed last, and when."""

    def screen_came(self, at: float) -> None:
        """Another screen stands there."""
        self._came = at
        self._before = self._last[0]

    def is_meant(self, key: str, at: float, *, repeats: bool | None = None) -> bool:
        """Whether a key is meant for the screen; `repeats` is what the terminal says of it, None if it says nothing.

        The key that was pressed before the screen came is taken again after half a second without any.
        """
        last_at, self._last = self._last[1], (key, at)
        if not self._silence or self._came is None:
            return True
        if repeats or at - self._came < self._on_its_way:
            return False
        held = key == self._before and repeats is None
        if held and at - last_at < self._silence:
            return False
        self._came = None
        return True
