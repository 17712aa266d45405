"""What taking a person through a session needs of the application."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from textual.app import App

if TYPE_CHECKING:
    from hiproutine.config.settings import Settings


class SessionApp(App[bool]):
    """An application in which a routine can be played: its clock, its settings, and a way past Textual's painting."""

    speed: float
    clock: Callable[[], float]
    """Seconds; only differences mean anything."""
    now: Callable[[], datetime]
    settings: Callable[[], Settings]

    def write_to_terminal(self, text: str) -> None:
        """Writes control sequences, such as a bell, past what is painted."""
        raise NotImplementedError
