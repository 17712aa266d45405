"""An application that ends honestly whatever is raised in it: what was typed and played is kept.

A traceback on the screen helps nobody who is on a mat; it goes into a file, for who wants to report it.
"""

from __future__ import annotations

import traceback
from contextlib import suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from textual._context import active_message_pump
from textual.app import App
from textual.command import CommandPalette
from textual.events import InputEvent, Paste
from textual.worker import WorkerFailed, get_current_worker

from hiproutine.paths import find_paths
from hiproutine.tui.closed_screens import is_closed, let_closed_screens_rest
from hiproutine.tui.measured_anew import measure_what_changed
from hiproutine.tui.painting_once import paint_what_comes_once
from hiproutine.tui.small_windows import at_least, page_in_shown_lists_only
from hiproutine.tui.terminal_writer import has_caught_up, is_behind

if TYPE_CHECKING:
    from rich.console import RenderableType
    from textual.events import Event, Resize
    from textual.screen import Screen

BROKE = 70
"""The exit status where the program itself is at fault (`sysexits.h`: EX_SOFTWARE)."""
NAME = "last-error.txt"
LOOK_AGAIN = 0.1
"""Seconds between two looks at whether a slow terminal has caught up. Ours."""


class CrashSafeApp(App[bool]):
    """Keeps what can be kept before it ends by an error of its own."""

    broke = False
    """Whether it ended so."""

    _is_catching_up = False
    """Whether painting waits for a terminal that has not taken what was painted."""

    @property
    def is_leaving(self) -> bool:
        """Whether it is about to end, by itself or by an error: the terminal is given back."""
        return self._exit or self.broke

    async def on_event(self, event: Event) -> None:
        """Lets go of what was still to be typed when it ends: the end stands behind it and is not kept waiting."""
        if not (self._exit and isinstance(event, InputEvent | Paste)):
            await super().on_event(event)

    def paints_now(self) -> bool:
        """Whether to paint at once: not while the terminal is behind, then once all that is there at the end."""
        if not self._is_catching_up and not is_behind(self._writer):
            return True
        if not self._is_catching_up:
            self._is_catching_up = True
            self._catch_up()
        return False

    @property
    def keeps_up(self) -> bool:
        """Whether the terminal has taken all that was painted."""
        return has_caught_up(self._writer)

    @property
    def _writer(self) -> object:
        return getattr(self._driver, "_writer_thread", None)

    def _catch_up(self) -> None:
        if not has_caught_up(self._writer):
            self.set_timer(LOOK_AGAIN, self._catch_up)
            return
        self._is_catching_up = False
        self.screen.refresh(layout=True)

    def action_paint_again(self) -> None:
        """Paints everything again, over whatever else has written on the terminal."""
        if self._driver and not self.is_headless:
            self._driver.write("\x1b[H\x1b[2J")
        self.screen.refresh(layout=True)

    def action_command_palette(self) -> None:
        """Opens the command palette; not while the one before still closes."""
        if not any(isinstance(one, CommandPalette) for one in self._nodes):
            super().action_command_palette()

    def rescue(self) -> None:
        """Keeps what was typed and what was played; called before the application ends by an error."""

    def panic(self, *renderables: Any) -> None:
        """Ends the application by an error that was raised outside its own messages."""
        break_off(self)
        super().panic(*(renderables if self.is_headless else (_farewell(),)))


def break_off(app: CrashSafeApp) -> None:
    """Keeps what can be kept; from now on the application counts as broken."""
    app.broke = True
    with suppress(Exception):
        app.rescue()


def _end_by(app: CrashSafeApp, error: Exception) -> None:
    """Ends an application by an error in one of its messages; one that comes while it ends anyway changes nothing."""
    if _is_gone(error):
        return
    if app._exit and not app.broke:  # noqa: SLF001
        app._close_messages_no_wait()  # noqa: SLF001
        return
    break_off(app)
    if app.is_headless:
        _textuals(app, error)
        return
    if not app._exit_renderables:  # noqa: SLF001
        app._exit_renderables.append(_farewell(_written(error)))  # noqa: SLF001
    app._close_messages_no_wait()  # noqa: SLF001


def _is_gone(error: Exception) -> bool:
    """Whether the error is one of a screen that was closed meanwhile: what it still had to do is of no use."""
    if isinstance(error, WorkerFailed):  # such as the search of a command palette
        return is_closed(get_current_worker().node)
    return is_closed(active_message_pump.get(None))


async def _lay_out(app: CrashSafeApp, event: Resize) -> None:
    """Lays out no less than can be: a window of a few cells would end the application by an error."""
    event.prevent_default()
    event.stop()
    await App._on_resize(app, at_least(event))  # noqa: SLF001


def _paint(app: CrashSafeApp, screen: Screen[Any], renderable: RenderableType | None) -> None:
    """Paints, unless the terminal is behind."""
    if app.paints_now():
        App._display(app, screen, renderable)  # noqa: SLF001


def _say(app: CrashSafeApp) -> None:
    """Shows what is said now; a question makes room for it."""
    App._refresh_notifications(app)  # noqa: SLF001
    if app.screen_stack:
        for room in app.screen.query("RoomBelow"):
            room.follow()  # type: ignore[attr-defined]


page_in_shown_lists_only()
let_closed_screens_rest()
paint_what_comes_once()
measure_what_changed()
_textuals = App._handle_exception  # noqa: SLF001
_OURS = (
    ("_handle_exception", _end_by),
    ("_on_resize", _lay_out),
    ("_display", _paint),
    ("_refresh_notifications", _say),
)
for _name, _ours in _OURS:
    setattr(CrashSafeApp, _name, _ours)  # Textual has no names for them that are open to others


def _written(error: Exception) -> str:
    """Writes the traceback; the name of the file, empty where it cannot be written."""
    with suppress(OSError):
        path = find_paths().data / NAME
        path.parent.mkdir(parents=True, exist_ok=True)
        text = "".join(traceback.format_exception(error))
        path.write_text(f"{datetime.now(UTC).isoformat()}\n{text}", encoding="utf-8", errors="replace")
        return str(path)
    return ""


def _farewell(where: str = "") -> Any:
    from rich.text import Text

    more = f" What happened stands in {where}." if where else ""
    return Text(f"hiproutine came upon an error of its own and ended. What was typed and played is kept.{more}")
