"""Writing to a terminal that may be slow, stand still or be gone: it never keeps the program waiting.

Textual's own thread holds 30 writes and then stops the loop until the terminal takes one; over a line that hangs the
countdown would stand still with it, and where the window is then closed, the program would never end.
"""

from __future__ import annotations

import os
import threading
from importlib import import_module
from queue import SimpleQueue
from typing import IO, Any

from hiproutine.tui.terminal_modes import TerminalModes

MOST_WAITING = 16_000
"""Characters that may wait before painting waits too: about three frames of a usual window. Ours."""


class TerminalWriter(threading.Thread):
    """Takes text at once and writes it in order; what a terminal that is gone does not take is let go."""

    def __init__(self, file: IO[str]) -> None:
        super().__init__(daemon=True, name="terminal-output")
        self._file = file
        self._texts: SimpleQueue[str | None] = SimpleQueue()
        self._taken = 0
        self._written = 0
        self._gone = False
        self._modes = TerminalModes()
        self._writing = threading.Lock()

    @property
    def waiting(self) -> int:
        """How many characters the terminal has not taken yet; 0 where it is gone."""
        return 0 if self._gone else self._taken - self._written

    def write(self, text: str) -> None:
        """Takes text to be written, without waiting for the terminal."""
        self._taken += len(text)
        self._texts.put(text)

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
        while (text := self._texts.get()) is not None:
            self._attempt(text)
            self._written += len(text)

    def stop(self) -> None:
        """Writes what waits, and ends."""
        self._texts.put(None)
        self.join()

    def give_back(self) -> None:
        """Sets the terminal back now, without what waits to be written; from here on nothing more is.

        It may wait for a terminal that takes nothing: call it where that can be borne.
        """
        with self._writing:
            if not self._gone:
                self._write(self._modes.back(), at_once=True)
            self._gone = True

    def _attempt(self, text: str) -> None:
        with self._writing:
            if not self._gone:
                self._write(text, at_once=self._texts.empty())

    def _write(self, text: str, *, at_once: bool) -> None:
        try:
            self._file.write(text)
            self._modes.wrote(text)
            if at_once:
                self._file.flush()
        except (OSError, ValueError):  # the window was closed, or its file
            self._gone = True


def write_without_waiting() -> None:
    """For every application that begins from now on; the terminal is given back as often as it was taken."""
    driver = import_module(f"textual.drivers.{'windows' if os.name == 'nt' else 'linux'}_driver")
    setattr(driver, "WriterThread", TerminalWriter)  # noqa: B010 - it is not exported
    if os.name != "nt":
        _give_back_once(driver.LinuxDriver)


def _give_back_once(driver: Any) -> None:
    """Where it was given back, as at the end, a late ctrl+z would do so again: with the keyboard of the shell."""
    if hasattr(driver, "_holds_terminal"):
        return
    driver._holds_terminal = False  # noqa: SLF001
    start, stop = driver.start_application_mode, driver.stop_application_mode

    def take(self: Any) -> None:
        self._holds_terminal = True
        start(self)

    def give_back(self: Any) -> None:
        if self._holds_terminal and self._writer_thread is not None:
            self._holds_terminal = False
            stop(self)

    driver.start_application_mode, driver.stop_application_mode = take, give_back


def is_behind(writer: object) -> bool:
    """Whether a terminal takes what is painted more slowly than it is painted."""
    return isinstance(writer, TerminalWriter) and writer.waiting > MOST_WAITING


def has_caught_up(writer: object) -> bool:
    """Whether nothing waits to be written."""
    return not isinstance(writer, TerminalWriter) or not writer.waiting
