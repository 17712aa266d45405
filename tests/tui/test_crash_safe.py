"""An error of the program's own keeps what was typed and played, and says so by its status."""

from __future__ import annotations

import pytest
from textual.binding import Binding

from hiproutine.tui.crash_safe import CrashSafeApp


class Breaking(CrashSafeApp):
    """Raises at a key."""

    BINDINGS = [Binding("x", "break", "Break")]  # noqa: RUF012

    rescued = 0

    def action_break(self) -> None:
        """Raises."""
        raise RuntimeError("on purpose")

    def rescue(self) -> None:
        """Is called before the end."""
        self.rescued += 1


async def test_what_can_be_kept_is_kept_before_it_ends() -> None:
    app = Breaking()
    with pytest.raises(RuntimeError, match="on purpose"):  # noqa: PT012 - what raises is the end of the application
        async with app.run_test() as pilot:
            await pilot.press("x")
            await pilot.pause()
    assert app.rescued == 1
    assert app.broke
