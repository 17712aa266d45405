"""What taking a person through a session needs of the application."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from hiproutine.tui.crash_safe import CrashSafeApp

if TYPE_CHECKING:
    from hiproutine.config.settings import Settings
    from hiproutine.journal.store import Journal


class SessionApp(CrashSafeApp):
    """An application in which a routine can be played: its clock, its settings, and a way past Textual's painting."""

    speed: float
    clock: Callable[[], float]
    """Seconds; only differences mean anything."""
    now: Callable[[], datetime]
    settings: Callable[[], Settings]

    def kept(self, words: str, undo: Callable[[Journal], object]) -> None:
        """Says what was kept, and takes it back at one key while that stands there."""
        raise NotImplementedError

    def write_to_terminal(self, text: str) -> None:
        """Writes control sequences, such as a bell, past what is painted."""
        raise NotImplementedError
