"""Writing to a terminal that may be slow, stand still or be gone: it never keeps the program waiting.

Textual's own thread holds 30 writes and then stops the loop until the terminal takes one; over a line that hangs the
countdown would stand still with it, and where the window is then closed, the program would never end.
"""

from __future__ import annotations

import os
import threading
from importlib import import_module
from queue import SimpleQueue
from typing import IO

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

    def _attempt(self, text: str) -> None:
        if self._gone:
            return
        try:
            self._file.write(text)
            if self._texts.empty():
                self._file.flush()
        except (OSError, ValueError):  # the window was closed, or its file
            self._gone = True


def write_without_waiting() -> None:
    """For every application that begins from now on."""
    driver = import_module(f"textual.drivers.{'windows' if os.name == 'nt' else 'linux'}_driver")
    setattr(driver, "WriterThread", TerminalWriter)  # noqa: B010 - it is not exported


def is_behind(writer: object) -> bool:
    """Whether a terminal takes what is painted more slowly than it is painted."""
    return isinstance(writer, TerminalWriter) and writer.waiting > MOST_WAITING


def has_caught_up(writer: object) -> bool:
    """Whether nothing waits to be written."""
    return not isinstance(writer, TerminalWriter) or not writer.waiting
