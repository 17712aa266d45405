"""What the program is compared with: the least that Textual can do. `python minimal.py still|ticking TEXT`."""

from __future__ import annotations

import sys

from textual.app import App, ComposeResult
from textual.widgets import Digits, Static

KIND, TEXT = sys.argv[1:]


class Still(App[None]):
    """Shows a text."""

    def compose(self) -> ComposeResult:
        """The text."""
        yield Static(TEXT)


class Ticking(App[None]):
    """Counts seconds down in large digits."""

    def __init__(self) -> None:
        super().__init__()
        self._left = 600

    def compose(self) -> ComposeResult:
        """The digits."""
        yield Static(TEXT)
        yield Digits(str(self._left))

    def on_mount(self) -> None:
        """Begins."""
        self.set_interval(1, self._tick)

    def _tick(self) -> None:
        self._left -= 1
        self.query_one(Digits).update(str(self._left))


if __name__ == "__main__":
    (Ticking if KIND == "ticking" else Still)().run()
