"""Screens that are closed: what they still had to do is left out, and nobody closes one twice.

Textual does both: a callback for after the next painting looks for widgets that are gone, and who closes a screen
again, or one that stands under another, closes the one on top instead, or ends the application by an error.
"""

from __future__ import annotations

from typing import Any

from textual._callback import invoke
from textual.await_complete import AwaitComplete
from textual.dom import NoScreen
from textual.message_pump import MessagePump
from textual.screen import Screen
from textual.widget import Widget

_dismiss = Screen.dismiss
_invoke_later = Screen._invoke_later  # noqa: SLF001


def is_closed(one: object) -> bool:
    """Whether it is a screen that was closed or loses its widgets now, or stood on one."""
    if not isinstance(one, Widget):
        return False
    try:
        screen = one.screen
    except NoScreen:
        return True
    return screen not in one.app.screen_stack or screen._pruning  # noqa: SLF001 - as long as the application ends


def _dismiss_once(screen: Screen[Any], result: Any = None) -> AwaitComplete:
    """Closes a screen with an answer, and what stands on it; the first answer that is given counts."""
    callbacks = screen._result_callbacks  # noqa: SLF001
    future = callbacks[-1].future if callbacks else None
    if is_closed(screen) or (future is not None and future.done()):
        return AwaitComplete()
    while screen.app.screen is not screen:
        screen.app.pop_screen()
    return _dismiss(screen, result)


def _invoke_if_there(screen: Screen[Any], callback: Any, sender: MessagePump) -> None:
    """Has something done after the next painting, if what asked for it is still there then."""

    async def act() -> None:
        if not is_closed(sender):
            await invoke(callback)

    _invoke_later(screen, act, sender)


def let_closed_screens_rest() -> None:
    """For every screen from now on."""
    setattr(Screen, "dismiss", _dismiss_once)  # noqa: B010 - Textual's own
    setattr(Screen, "_invoke_later", _invoke_if_there)  # noqa: B010 - Textual has no open name for it
