"""Room for what is said for a moment, so that it covers nothing that is to be read or agreed to."""

from __future__ import annotations

from textual.widgets import Static
from textual.widgets._toast import Toast

SHOWN_WITHIN = 0.05
"""Seconds after which what is said stands there. Ours."""


class RoomBelow(Static):
    """As high as what is said now, at the foot of a screen."""

    DEFAULT_CSS = """
    RoomBelow { height: 0; }
    """

    def on_mount(self) -> None:
        """Something may be said already."""
        self.follow()

    def follow(self) -> None:
        """Something is said, or no longer."""
        self.set_timer(SHOWN_WITHIN, self._fit)

    def _fit(self) -> None:
        said = self.screen.query(Toast)
        height = sum(one.outer_size.height for one in said)
        if said and not height:
            self.follow()
        self.styles.height = height
