"""Checks what is written in the background, when nobody has typed for a moment."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic
from typing import TYPE_CHECKING

from textual.timer import Timer
from textual.worker import get_current_worker

from hiproutine.authoring.examining import Examined, examine

if TYPE_CHECKING:
    from hiproutine.routine.catalogue import Catalogue
    from hiproutine.tui.editor.text_screen import TextScreen

CHECK_AFTER = 0.12
"""Seconds without a key after which the text is checked, at least."""
PATIENCE = 3.0
"""How many times as long as the last check took to wait for another key: typing is not to meet a check."""


class Checking:
    """Examines the text of a screen; what came of it goes to `show`."""

    def __init__(self, screen: TextScreen, catalogue: Catalogue, show: Callable[[Examined], None]) -> None:
        self._screen = screen
        self._catalogue = catalogue
        self._show = show
        self._waits: Timer | None = None
        self._took = 0.0
        """Seconds of the last check."""

    def soon(self) -> None:
        """Checks it as soon as nobody types."""
        if self._waits:
            self._waits.stop()
        wait = min(1.0, max(CHECK_AFTER, PATIENCE * self._took))
        self._waits = self._screen.set_timer(wait, self.in_background)

    def in_background(self) -> None:
        """Checks it in a thread; a check that still goes on is let go."""
        text = self._screen.code.written
        self._screen.run_worker(lambda: self._check(text), thread=True, exclusive=True, group="checking")

    def now(self) -> Examined:
        """What is written, checked while the person waits."""
        draft = self._screen.draft
        return examine(self._screen.code.written, draft.target, self._catalogue, draft.exercise)

    def _check(self, text: str) -> None:
        began = monotonic()
        draft = self._screen.draft
        examined = examine(text, draft.target, self._catalogue, draft.exercise)
        self._took = monotonic() - began
        if not get_current_worker().is_cancelled and self._screen.app.is_running:
            self._screen.app.call_from_thread(self._show, examined)
