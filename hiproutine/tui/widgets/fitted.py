"""Lines that are chosen by the room there is for them."""

from __future__ import annotations

from collections.abc import Callable

from textual.events import Click
from textual.message import Message

from hiproutine.tui.widgets.line import Line


class Fitted(Line):
    """Asks for its lines again when its size has changed."""

    class Clicked(Message):
        """A line of it was clicked, counted from 0."""

        def __init__(self, fitted: Fitted, line: int) -> None:
            super().__init__()
            self.fitted, self.line = fitted, line

    def __init__(self, again: Callable[[], None], id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self._again = again

    def on_resize(self) -> None:
        """There is more room, or less."""
        self._again()

    def on_click(self, event: Click) -> None:
        """Says which line was meant."""
        self.post_message(self.Clicked(self, event.y))
