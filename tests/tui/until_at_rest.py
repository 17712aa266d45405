"""Waits until every widget waits for its next message and has none.

Textual sends a callback to every widget of a screen and waits for all of them: two milliseconds for each key that a
test presses, since each widget then looks for what else it could do. Looking into their queues says the same at once.
"""

from __future__ import annotations

from asyncio import sleep
from typing import Any

from textual.app import ScreenError
from textual.message_pump import MessagePump
from textual.pilot import Pilot

_wait_for_screen = Pilot._wait_for_screen
_TURNS = 100
"""How often it looks before it asks as Textual does: there are widgets that wait for something else."""


def _rests(pump: MessagePump) -> bool:
    queue: Any = pump._message_queue
    waits = queue.ready_event._waiters
    return queue.empty() and pump._pending_message is None and any(not one.done() for one in waits)


async def _until_at_rest(pilot: Pilot[Any], timeout: float = 30.0) -> bool:  # noqa: ASYNC109 - as Textual has it
    """Whether all was done; not so where something failed."""
    app = pilot.app
    for _ in range(_TURNS):
        await sleep(0)
        if app._exception_event.is_set():
            break
        try:
            screen = app.screen
        except ScreenError:
            return False
        if _rests(app) and all(map(_rests, screen.walk_children(with_self=True))):
            return True
    return await _wait_for_screen(pilot, timeout)


def wait_until_at_rest() -> None:
    """For every application without a terminal from now on."""
    Pilot._wait_for_screen = _until_at_rest  # type: ignore[method-assign, assignment]
