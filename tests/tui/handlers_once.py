"""Which methods of a class take a message is found once, and so is how many parameters they have.

Textual looks through all bases of a widget for every message, and a test sends thousands of them to the same widgets.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from textual import _callback
from textual.message import Message
from textual.message_pump import MessagePump

get_dispatch_methods = MessagePump._get_dispatch_methods
count_parameters = _callback._count_parameters
"""As Textual does both."""
_named: dict[tuple[type, str, type], tuple[tuple[type, Any], ...] | None] = {}
"""By class, name and class of the message; nothing where decorated methods take it, which look at the message."""
_counted: dict[Any, int] = {}


def _find_once(pump: MessagePump, name: str, message: Message) -> Iterator[tuple[type, Callable[..., Any]]]:
    """The methods that are called for a message."""
    key = (type(pump), name, type(message))
    if key not in _named:
        _named[key] = _find(*key)
    found = _named[key]
    if found is None:
        yield from get_dispatch_methods(pump, name, message)
        return
    for base, method in found:
        if message._no_default_action:
            return
        yield base, method.__get__(pump, base)


def _find(pump: type, name: str, message: type) -> tuple[tuple[type, Any], ...] | None:
    found = []
    for base in pump.__mro__:
        decorated: dict[type, Any] = base.__dict__.get("_decorated_handlers") or {}
        if decorated.keys() & set(message.__mro__):
            return None
        method = base.__dict__.get(f"_{name}") or base.__dict__.get(name)
        if method is not None and not getattr(method, "_textual_on", None):
            found.append((base, method))
    return tuple(found)


def _count_once(called: Callable[..., Any]) -> int:
    """How many parameters it takes; a method has one less than its function."""
    function = getattr(called, "__func__", called)
    code = getattr(function, "__code__", None)
    if code is None or hasattr(function, "__wrapped__") or hasattr(function, "__signature__"):
        return count_parameters(called)
    key = (code, function is called)
    if key not in _counted:
        _counted[key] = count_parameters(called)
    return _counted[key]


def find_handlers_once() -> None:
    """For every application from now on."""
    MessagePump._get_dispatch_methods = _find_once  # type: ignore[method-assign, assignment]
    _callback._count_parameters = _count_once  # type: ignore[assignment]
