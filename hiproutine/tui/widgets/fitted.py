"""Lines that are chosen by the room there is for them."""

from __future__ import annotations

from collections.abc import Callable

from hiproutine.tui.widgets.line import Line


class Fitted(Line):
    """Asks for its lines again when its size has changed."""

    def __init__(self, again: Callable[[], None], id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self._again = again

    def on_resize(self) -> None:
        """There is more room, or less."""
        self._again()
