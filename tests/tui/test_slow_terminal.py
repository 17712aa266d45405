"""A terminal that takes little: nothing waits for it, what it takes is whole and in order, and bells come first."""

from __future__ import annotations

import os
import select
import selectors
import sys
import threading
from collections.abc import Iterator
from time import monotonic

import pytest

if sys.platform == "win32":
    pytest.skip("a pseudo-terminal is a POSIX thing", allow_module_level=True)

import tty

from hiproutine.tui.patient_input import GOES_ON, PatientSelector
from hiproutine.tui.terminal_writer import TerminalWriter

MUCH = "\x1b[3;4H⣿ä█" * 40_000
"""More than a terminal takes that nobody reads."""
BELL = "\a"


class Ends:
    """Both ends of a terminal, and who writes to it."""

    def __init__(self) -> None:
        self.master, slave = os.openpty()
        tty.setraw(slave)
        self.file = os.fdopen(slave, "w", encoding="utf-8")
        self.writer = TerminalWriter(self.file)

    def read(self, least: int) -> bytes:
        """What was written, at least so many bytes."""
        found, until = b"", monotonic() + 20
        while len(found) < least and select.select([self.master], [], [], max(0.0, until - monotonic()))[0]:
            found += os.read(self.master, 1 << 16)
        return found


@pytest.fixture
def ends() -> Iterator[Ends]:
    both = Ends()
    yield both
    both.file.close()
    os.close(both.master)


def test_what_a_terminal_takes_is_written_without_its_thread(ends: Ends) -> None:
    ends.writer.write("\x1b[?1049h⣿")
    assert ends.writer.waiting == 0
    assert ends.read(3) == "\x1b[?1049h⣿".encode()
    ends.writer.give_back()
    assert ends.read(3) == b"\x1b[?1049l"


def test_nothing_waits_for_a_terminal_that_takes_nothing_and_all_comes_in_order(ends: Ends) -> None:
    ends.writer.start()
    began = monotonic()
    for text in (MUCH, "and", BELL):
        ends.writer.write(text)
    assert monotonic() - began < 5
    assert ends.writer.waiting > len("and" + BELL)
    whole = f"{MUCH}and{BELL}".encode()
    assert ends.read(len(whole)) == whole
    ends.writer.stop()
    assert ends.writer.waiting == 0
    ends.writer.write("late")  # as a driver does that was closed meanwhile
    assert not select.select([ends.master], [], [], 0)[0]


def test_keys_are_waited_for_asleep_until_one_comes_or_it_is_woken(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [0.0]
    monkeypatch.setattr("hiproutine.tui.patient_input.monotonic", lambda: now[0])
    reading, writing = os.pipe()
    selector = PatientSelector()
    selector.register(reading, selectors.EVENT_READ)
    assert selector.select(0.001) == []  # it has just begun
    now[0] += GOES_ON + 0.1
    threading.Timer(0.05, os.write, (writing, b"k")).start()
    [(key, _)] = selector.select(0.001)
    assert (key.fd, os.read(reading, 9)) == (reading, b"k")
    assert selector.select(0.001) == []  # a sequence may go on
    now[0] += GOES_ON + 0.1
    threading.Timer(0.05, selector.wake).start()
    assert selector.select(0.001) == []
    assert selector.select(0.001) == []
    selector.close()
    selector.wake()  # too late, and nobody minds
    os.close(reading)
    os.close(writing)
