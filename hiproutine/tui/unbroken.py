"""An application that ends honestly whatever is raised in it: what was typed and played is kept.

A traceback on the screen helps nobody who is on a mat; it goes into a file, for who wants to report it.
"""

from __future__ import annotations

import traceback
from contextlib import suppress
from datetime import UTC, datetime
from typing import Any

from textual.app import App

from hiproutine.paths import find_paths

BROKE = 70
"""The exit status where the program itself is at fault (`sysexits.h`: EX_SOFTWARE)."""
NAME = "last-error.txt"


class UnbrokenApp(App[bool]):
    """Keeps what can be kept before it ends by an error of its own."""

    def action_paint_again(self) -> None:
        """Paints everything again, over whatever else has written on the terminal."""
        if self._driver and not self.is_headless:
            self._driver.write("\x1b[H\x1b[2J")
        self.screen.refresh(layout=True)

    def rescue(self) -> None:
        """Keeps what was typed and what was played; called before the application ends by an error."""

    def panic(self, *renderables: Any) -> None:
        """Ends the application by an error that was raised outside its own messages."""
        self._return_code = BROKE
        self._rescue_all()
        super().panic(*(renderables if self.is_headless else (self._farewell(),)))

    def _handle_exception(self, error: Exception) -> None:
        """Ends the application by an error in one of its messages."""
        self._rescue_all()
        if self.is_headless:
            super()._handle_exception(error)
            return
        self._return_code = BROKE
        where = self._written(error)
        if not self._exit_renderables:
            self._exit_renderables.append(self._farewell(where))
        self._close_messages_no_wait()

    def _rescue_all(self) -> None:
        with suppress(Exception):
            self.rescue()

    def _written(self, error: Exception) -> str:
        """Writes the traceback; the name of the file, empty where it cannot be written."""
        with suppress(OSError):
            path = find_paths().data / NAME
            path.parent.mkdir(parents=True, exist_ok=True)
            text = "".join(traceback.format_exception(error))
            path.write_text(f"{datetime.now(UTC).isoformat()}\n{text}", encoding="utf-8", errors="replace")
            return str(path)
        return ""

    def _farewell(self, where: str = "") -> Any:
        from rich.text import Text

        more = f" What happened stands in {where}." if where else ""
        return Text(f"hiproutine came upon an error of its own and ended. What was typed and played is kept.{more}")
