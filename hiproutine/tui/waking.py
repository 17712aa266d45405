"""Calls once, after a while: what counts seconds and moves for an hour costs no task and no message each time."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from hiproutine.tui.closed_screens import is_closed

if TYPE_CHECKING:
    from textual.widget import Widget


class Waking:
    """One call that comes, unless it is stopped before; none any more where its widget is gone.

    A timer of Textual's makes a task for the same, and wakes the loop twice.
    """

    def __init__(self, widget: Widget, seconds: float, act: Callable[[], Any]) -> None:
        """Belongs to `widget`, whose application is told what `act` raises."""
        self.seconds = seconds
        """From when it was made."""
        self._widget = widget
        self._act = act
        self._handle = asyncio.get_running_loop().call_later(seconds, self._now)

    def stop(self) -> None:
        """Does not call any more."""
        self._handle.cancel()

    def _now(self) -> None:
        if is_closed(self._widget):
            return
        app = self._widget.app
        if app._exit or not app.is_running:  # noqa: SLF001 - as with Textual's own timers
            return
        try:
            self._act()
        except Exception as error:  # noqa: BLE001 - whatever it is, the application ends by it as by any other
            app._handle_exception(error)  # noqa: SLF001
