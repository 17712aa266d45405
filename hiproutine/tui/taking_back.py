"""What was kept last, said for a moment, and taken back at one key."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from textual.app import App

if TYPE_CHECKING:
    from hiproutine.journal.store import Journal

TAKEN_BACK_WITHIN = 10.0
"""Seconds for which what was kept stands there, and can be taken back by one key. Ours."""


class TakingBack:
    """Says what was kept on an application, and takes it back while that stands there."""

    def __init__(self, app: App[Any]) -> None:
        self._app = app
        self._kept: tuple[str, Callable[[Journal], object]] | None = None

    def kept(self, words: str, undo: Callable[[Journal], object]) -> None:
        """Says what was kept; from now on `undo` can be asked for, for a while, and what was kept before cannot."""
        if self._kept:
            self._app.clear_notifications()
        self._kept = kept = (words, undo)
        self._app.notify(f"Kept: {words}. Backspace takes it back.", timeout=TAKEN_BACK_WITHIN, markup=False)

        def over() -> None:
            if self._kept is kept:
                self._kept = None

        self._app.set_timer(TAKEN_BACK_WITHIN, over)

    def take_back(self, write: Callable[[Callable[[Journal], object]], bool]) -> None:
        """Takes back what was kept last, by `write`, which says whether it could."""
        if self._kept is None:
            return
        words, undo = self._kept
        self._kept = None
        if write(undo):
            self._app.clear_notifications()
            self._app.notify(f"Taken back: {words}.", markup=False)
            for screen in self._app.screen_stack:
                if forget := getattr(screen, "forget_pain", None):
                    forget()
