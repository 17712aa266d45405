"""What takes a message is what Textual finds."""

from __future__ import annotations

from textual import _callback, events
from textual.message_pump import MessagePump

from tests.tui.handlers_once import count_parameters, get_dispatch_methods
from tests.tui.stage import on_stage

MESSAGES = (events.Idle(), events.Mount(), events.Key("a", "a"), events.Focus())


async def test_every_widget_takes_a_message_by_the_same_methods_every_time() -> None:
    async with on_stage() as stage:
        for pump in (stage.app, *stage.app.screen.walk_children(with_self=True)):
            for message in MESSAGES:
                found = [list(MessagePump._get_dispatch_methods(pump, message.handler_name, message)) for _ in range(2)]
                assert found == [list(get_dispatch_methods(pump, message.handler_name, message))] * 2
                for _, method in found[0]:
                    assert _callback._count_parameters(method) == count_parameters(method)
