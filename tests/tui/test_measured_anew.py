"""A text that grows has the room it needs, whatever else has changed at that moment."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.widgets import Static

from hiproutine.tui.crash_safe import CrashSafeApp


class Two(CrashSafeApp):
    """A text, and one that is hidden."""

    CSS = "Static { height: auto; } #hidden { display: none; }"

    def compose(self) -> ComposeResult:
        """Both."""
        yield Static("one", id="shown")
        yield Static("none", id="hidden")


async def test_a_text_that_grows_right_after_a_hidden_one_has_its_room() -> None:
    app = Two()
    async with app.run_test() as pilot:
        await pilot.pause()
        shown, hidden = app.query_one("#shown", Static), app.query_one("#hidden", Static)
        app.screen._clear_arrangement_cache()  # as where its neighbours have just changed
        app.screen._compositor.update_widgets({hidden})
        shown.update("one\ntwo\nthree")
        await pilot.pause()
        assert shown.size.height == 3
