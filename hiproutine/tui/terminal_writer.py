"""Writing to a terminal that may be slow, stand still or be gone: it never keeps the program waiting.

Textual's own thread holds 30 writes and then stops the loop until the terminal takes one; over a line that hangs the
countdown would stand still with it, and where the window is then closed, the program would never end.

What the terminal takes at once is written at once: to wake a thread for it costs as much as to paint it. Only what it
does not take waits in the thread, in order.
"""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from queue import SimpleQueue
from typing import Any, TextIO

from hiproutine.tui.terminal_modes import TerminalModes

MOST_WAITING = 16_000
"""Characters that may wait before painting waits too: about three frames of a usual window. Ours."""


class TerminalWriter(threading.Thread):
    """Takes text at once and writes it in order; what a terminal that is gone does not take is let go."""

    def __init__(self, file: TextIO) -> None:
        super().__init__(daemon=True, name="terminal-output")
        self._file = file
        self._texts: SimpleQueue[tuple[str | bytes, int] | None] = SimpleQueue()
        """What waits, with how many characters it stands for."""
        self._taken = 0
        self._written = 0
        self._gone = False
        self._modes = TerminalModes()
        self._writing = threading.Lock()
        self._at_once = _not_waiting(file)
        """The terminal once more, for what it takes without waiting; None where it cannot be opened so."""

    @property
    def waiting(self) -> int:
        """How many characters the terminal has not taken yet; 0 where it is gone."""
        return 0 if self._gone else self._taken - self._written

    def write(self, text: str) -> None:
        """Takes text to be written, without waiting for the terminal."""
        behind = self.waiting
        self._taken += len(text)
        if behind or not self._writing.acquire(blocking=False):
            self._texts.put((text, len(text)))
            return
        try:
            if rest := self._take_at_once(text):
                self._texts.put((rest, len(text)))
            else:
                self._written += len(text)
        finally:
            self._writing.release()

    def _take_at_once(self, text: str) -> str | bytes:
        """Writes what the terminal takes without waiting; the rest of it."""
        if self._at_once is None or self._gone:
            return text
        data = text.encode(self._file.encoding, self._file.errors or "strict")
        try:
            written = os.write(self._at_once, data)
        except OSError:  # it takes nothing now; or it is gone, which shows where it is written as usual
            return text
        self._modes.wrote(text)
        return data[written:]

    def isatty(self) -> bool:
        """Whether it is a terminal: it stands for one."""
        return True

    def fileno(self) -> int:
        """The number of the terminal's file."""
        return self._file.fileno()

    def flush(self) -> None:
        """Nothing: what is written is flushed where it is written."""

    def run(self) -> None:
        """Writes until `stop` is called."""
        while (waits := self._texts.get()) is not None:
            text, characters = waits
            self._attempt(text)
            self._written += characters

    def stop(self) -> None:
        """Writes what waits, and ends."""
        self._texts.put(None)
        self.join()
        with self._writing:
            if self._at_once is not None:
                os.close(self._at_once)
            self._at_once = None

    def give_back(self) -> None:
        """Sets the terminal back now, without what waits to be written; from here on nothing more is.

        It may wait for a terminal that takes nothing: call it where that can be borne.
        """
        with self._writing:
            if not self._gone:
                self._write(self._modes.back(), at_once=True)
            self._gone = True

    def _attempt(self, text: str | bytes) -> None:
        with self._writing:
            if not self._gone:
                self._write(text, at_once=self._texts.empty())

    def _write(self, text: str | bytes, *, at_once: bool) -> None:
        try:
            if isinstance(text, bytes):  # the rest of a text whose modes are noted
                self._file.buffer.write(text)
            else:
                self._file.write(text)
                self._modes.wrote(text)
            if at_once:
                self._file.flush()
        except (OSError, ValueError):  # the window was closed, or its file
            self._gone = True


def _not_waiting(file: TextIO) -> int | None:
    """A terminal's file opened once more, so that writing never waits: what others have of it stays as it is."""
    try:
        if os.name == "posix" and hasattr(file, "buffer"):
            return os.open(os.ttyname(file.fileno()), os.O_WRONLY | os.O_NOCTTY | os.O_NONBLOCK)
    except (OSError, ValueError):
        pass
    return None


def write_without_waiting() -> None:
    """For every application that begins from now on; the terminal is given back as often as it was taken."""
    driver = import_module(f"textual.drivers.{'windows' if os.name == 'nt' else 'linux'}_driver")
    setattr(driver, "WriterThread", TerminalWriter)  # noqa: B010 - it is not exported
    if os.name != "nt":
        _give_back_once(driver.LinuxDriver)


@contextmanager
def _not_interrupted() -> Iterator[None]:
    """A ctrl+z waits until the terminal is wholly taken, or wholly given back.

    Its handler is another one meanwhile: a mask of this thread would let any other thread hear it.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    heard: list[int] = []
    before = signal.signal(signal.SIGTSTP, lambda number, _: heard.append(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGTSTP, before)
        if heard:
            signal.raise_signal(signal.SIGTSTP)


def _give_back_once(driver: Any) -> None:
    """Where it was given back, as at the end, a late ctrl+z would do so again: with the keyboard of the shell."""
    if hasattr(driver, "_holds_terminal"):
        return
    driver._holds_terminal = False  # noqa: SLF001
    start, stop = driver.start_application_mode, driver.stop_application_mode

    def take(self: Any) -> None:
        with _not_interrupted():
            self._holds_terminal = True
            start(self)

    def give_back(self: Any) -> None:
        if self._holds_terminal and self._writer_thread is not None:
            with _not_interrupted():
                self._holds_terminal = False
                stop(self)

    driver.start_application_mode, driver.stop_application_mode = take, give_back


def is_behind(writer: object) -> bool:
    """Whether a terminal takes what is painted more slowly than it is painted."""
    return isinstance(writer, TerminalWriter) and writer.waiting > MOST_WAITING


def has_caught_up(writer: object) -> bool:
    """Whether nothing waits to be written."""
    return not isinstance(writer, TerminalWriter) or not writer.waiting
