"""What follows the first picture of a screen comes after it."""

from __future__ import annotations

from typing import Any

import pytest
from textual.app import App, ComposeResult
from textual.screen import Screen
from textual.widgets import Static

from hiproutine.tui import painting_once


class Shown(Screen[None]):
    """Says in which order things happen."""

    def __init__(self, said: list[str]) -> None:
        super().__init__()
        self._said = said

    def compose(self) -> ComposeResult:
        """A text."""
        yield Static("Here")

    def on_mount(self) -> None:
        """Waits for its first picture."""
        painting_once.once_painted(self, lambda: self._said.append("then"))


async def test_what_waits_for_the_first_picture_comes_after_it_and_once(monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    paint = painting_once._compositor_refresh

    def painted(screen: Screen[Any]) -> None:
        paint(screen)
        if isinstance(screen, Shown):
            said.append("painted" if screen.query_one(Static).size else "empty")

    painting_once.paint_what_comes_once()
    monkeypatch.setattr(painting_once, "_compositor_refresh", painted)
    app: App[None] = App()
    async with app.run_test() as pilot:
        await app.push_screen(Shown(said))
        await pilot.pause()
        app.screen.refresh()
        await pilot.pause()
    assert said.count("then") == 1
    assert set(said[: said.index("then")]) == {"painted"}
