"""A key that was meant for the screen before is not an answer to the next."""

from __future__ import annotations

import pytest
from textual._xterm_parser import XTermParser
from textual.events import Key

from hiproutine.tui.key_guard import KeyGuard
from hiproutine.tui.reading_keys import tell_repeats_apart

HELD = [0.4 + number / 30 for number in range(40)]
"""When a key that is held comes again: after 0.4 s, then 30 times a second."""


def guard_after(key: str, at: float = 10.0) -> KeyGuard:
    """A screen that came when a key was pressed."""
    guard = KeyGuard()
    guard.is_meant(key, at)
    guard.screen_came(at)
    return guard


@pytest.mark.parametrize(
    ("key", "after", "meant"),
    [
        ("n", 0.03, False),
        ("n", 0.1, False),
        ("n", 0.45, False),
        ("n", 0.55, True),
        ("3", 0.05, False),
        ("3", 0.2, True),
        ("3", -0.2, False),
    ],
)
def test_a_key_is_meant_when_it_was_not_on_its_way(key: str, after: float, meant: bool) -> None:
    assert guard_after("n").is_meant(key, 10.0 + after) is meant


def test_a_key_that_is_held_never_answers_and_does_after_it_was_let_go() -> None:
    guard = guard_after("q")
    assert not any(guard.is_meant("q", 10.0 + moment) for moment in HELD)
    assert guard.is_meant("q", 10.0 + HELD[-1] + 0.6)
    assert guard.is_meant("q", 10.0 + HELD[-1] + 0.7)


def test_a_terminal_that_tells_repeats_needs_no_silence() -> None:
    guard = guard_after("n")
    assert not guard.is_meant("n", 10.3, repeats=True)
    assert guard.is_meant("n", 10.35, repeats=False)


def test_without_a_silence_every_key_is_meant() -> None:
    guard = KeyGuard(silence=0.0)
    guard.screen_came(1.0)
    assert guard.is_meant("n", 1.0)


def keys(sent: str) -> list[tuple[str, bool | None]]:
    tell_repeats_apart()
    parser = XTermParser()
    found = [event for event in parser.feed(sent) if isinstance(event, Key)]
    return [(event.key, getattr(event, "repeats", None)) for event in found]


@pytest.mark.parametrize(
    ("sent", "found"),
    [
        ("n", [("n", None)]),
        ("\x1b[110;1:1u", [("n", False)]),
        ("\x1b[110;1:2u", [("n", True)]),
        ("\x1b[110;1:2;110u", [("n", True)]),
        ("\x1b[110;1:3u", []),
        ("\x1b[1;1:2A", [("up", True)]),
        ("\x1b[1;1:3A", []),
        ("\x1b[3;1:1~", [("delete", False)]),
        ("\x1b[99999999999;1u", []),
        ("\x1b[1:2;3:4:5u", []),
    ],
)
def test_keys_are_read_with_their_kind_and_what_nobody_knows_is_no_key(
    sent: str, found: list[tuple[str, bool | None]]
) -> None:
    assert keys(sent) == found
