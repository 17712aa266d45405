"""Room for what is said for a moment, so that it covers nothing that is to be read or agreed to."""

from __future__ import annotations

from textual.widgets import Static
from textual.widgets._toast import Toast

LOOK_EVERY = 0.1
"""Seconds between two looks at how much is said, as long as anything is. Ours."""


class RoomBelow(Static):
    """As high as what is said now, at the foot of a screen."""

    DEFAULT_CSS = """
    RoomBelow { height: 0; }
    """

    _follows = False

    def on_mount(self) -> None:
        """Something may be said already."""
        self.follow()

    def follow(self) -> None:
        """Something is said, or no longer."""
        if not self._follows:
            self._follows = True
            self.set_timer(LOOK_EVERY, self._fit)

    def _fit(self) -> None:
        self._follows = False
        said = self.screen.query(Toast)
        self.styles.height = sum(one.outer_size.height for one in said)
        if said:
            self.follow()
