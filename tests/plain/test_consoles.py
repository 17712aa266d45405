"""One contract for every console: POSIX in a pseudo-terminal, Windows over an `msvcrt` that plays its part."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
from collections.abc import Callable, Iterator
from importlib import import_module
from queue import SimpleQueue
from types import SimpleNamespace
from typing import NamedTuple

import pytest

from hiproutine.plain.console import CTRL_C, ENTER, LEFT, Keyboard

ARROW_LEFT = "an arrow to the left"


class Desk(NamedTuple):
    """A console, what types at it, and what it has printed."""

    console: Keyboard
    type: Callable[[str], None]
    printed: Callable[[], str]


@pytest.fixture(autouse=True)
def heard() -> Iterator[None]:
    """Ctrl+c as a terminal has it: run in the background the suite ignores it, and a console respects that."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@contextlib.contextmanager
def _posix(monkeypatch: pytest.MonkeyPatch, _printed: Callable[[], str]) -> Iterator[Desk]:
    posix = import_module("hiproutine.plain.posix")
    monkeypatch.setattr(posix, "SILENCE", 0.05)
    ours, theirs = os.openpty()

    def typed(keys: str) -> None:
        os.write(ours, ("\x1b[D" if keys == ARROW_LEFT else keys).encode())

    try:
        with posix.PosixConsole(theirs, theirs) as console:
            yield Desk(console, typed, lambda: os.read(ours, 4096).decode().replace("\r\n", "\n"))
    finally:
        os.close(ours)
        os.close(theirs)


@contextlib.contextmanager
def _windows(monkeypatch: pytest.MonkeyPatch, printed: Callable[[], str]) -> Iterator[Desk]:
    """`getwch` gives one character at a time, and arrows as 0xE0 and a letter (Microsoft, "_getch")."""
    keys: SimpleQueue[str] = SimpleQueue()
    with monkeypatch.context() as patch:
        patch.setitem(sys.modules, "msvcrt", SimpleNamespace(getwch=keys.get))
        patch.delitem(sys.modules, "hiproutine.plain.windows", raising=False)
        patch.setattr(sys, "platform", "win32")
        windows = import_module("hiproutine.plain.windows")
    sys.modules.pop("hiproutine.plain.windows", None)
    monkeypatch.setattr(windows, "SILENCE", 0.05)
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(isatty=lambda: True))

    def typed(text: str) -> None:
        for key in ("\xe0", "K") if text == ARROW_LEFT else text:
            keys.put(key)

    with windows.WindowsConsole() as console:
        yield Desk(console, typed, printed)


@pytest.fixture(params=[pytest.param(_posix, marks=pytest.mark.skipif(os.name != "posix", reason="POSIX")), _windows])
def desk(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Iterator[Desk]:
    """Every console."""
    with request.param(monkeypatch, lambda: capsys.readouterr().out) as one:
        yield one


def test_keys_come_by_their_names_one_at_a_time(desk: Desk) -> None:
    assert desk.console.attended
    for typed, key in (("n", "n"), (ARROW_LEFT, LEFT), ("\r", ENTER), (" ", " "), ("é", "é")):
        desk.type(typed)
        assert desk.console.wait(2) == key


def test_without_a_key_it_waits_no_longer_than_it_is_told(desk: Desk) -> None:
    assert desk.console.wait(0.02) is None


def test_ctrl_c_is_a_key_and_breaks_nothing_off(desk: Desk) -> None:
    signal.raise_signal(signal.SIGINT)
    assert desk.console.wait(2) == CTRL_C


def test_a_line_is_printed_without_what_a_terminal_obeys(desk: Desk) -> None:
    desk.console.say("Kneel.\x1b[2J")
    desk.console.drain()
    printed = desk.printed()
    assert printed.startswith("Kneel.")
    assert printed.endswith("\n")
    assert "\x1b" not in printed


def test_keys_that_were_on_their_way_are_let_go(desk: Desk) -> None:
    desk.type("x")
    assert desk.console.wait(2) == "x"
    desk.type("xx")
    desk.console.settle()
    assert desk.console.wait(0.02) is None
    desk.type("n")
    assert desk.console.wait(2) == "n"


def test_what_the_system_did_with_ctrl_c_before_it_does_again(monkeypatch: pytest.MonkeyPatch) -> None:
    before = signal.getsignal(signal.SIGINT)
    for console in (_posix, _windows) if os.name == "posix" else (_windows,):
        with monkeypatch.context() as patch, console(patch, str):
            assert signal.getsignal(signal.SIGINT) is not before
        assert signal.getsignal(signal.SIGINT) is before
