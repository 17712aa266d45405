"""The console of Windows: a thread waits for keys, so that nothing asks again and again whether there is one."""

from __future__ import annotations

import signal
import sys
from contextlib import suppress
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Any, Self

from hiproutine.errors import printable
from hiproutine.plain.console import CTRL_C, LEFT, RIGHT, SILENCE, Gone
from hiproutine.plain.keys import keys_of

assert sys.platform == "win32"  # noqa: S101 - for the type checker

import msvcrt  # noqa: E402

_SPECIAL = {
    "H": "up", "P": "down", "K": LEFT, "M": RIGHT, "G": "home", "O": "end", "I": "pageup", "Q": "pagedown",
    "R": "insert", "S": "delete", "\x85": "f11", "\x86": "f12",
    **{chr(0x3A + number): f"f{number}" for number in range(1, 11)},
}  # fmt: skip
"""Keys by what follows a NUL or 0xE0 (Microsoft, "_getch")."""
LOOK = 1.0
"""Seconds after which ctrl+c is noticed at the latest: waiting for the thread cannot be broken off here."""


class WindowsConsole:
    """A context manager."""

    def __init__(self) -> None:
        self.attended = sys.stdin is not None and sys.stdin.isatty()
        self._keys: SimpleQueue[str] = SimpleQueue()
        self._failed: OSError | None = None
        self._handler: Any = None

    def __enter__(self) -> Self:
        """Listens to keys."""
        self._handler = signal.signal(signal.SIGINT, lambda *_: self._keys.put(CTRL_C))
        if self.attended:
            Thread(target=self._listen, name="keys", daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        """As it was."""
        signal.signal(signal.SIGINT, self._handler)

    def say(self, line: str) -> None:
        """Prints a line; returns at once and never raises."""
        self.write(f"{printable(line)}\n")

    def write(self, text: str) -> None:
        """Prints text as it is."""
        try:
            sys.stdout.write(text)
            sys.stdout.flush()
        except OSError as error:
            self._failed = error

    def wait(self, seconds: float | None) -> str | None:
        """The next key; None after so many seconds."""
        left = seconds
        while True:
            self.drain()
            with suppress(Empty):
                return self._keys.get(timeout=LOOK if left is None else min(left, LOOK))
            if left is not None:
                left -= LOOK
                if left <= 0:
                    return None

    def settle(self) -> None:
        """Lets go of keys that were on their way or are held."""
        while self.attended:
            try:
                key = self._keys.get(timeout=SILENCE)
            except Empty:
                return
            if key == CTRL_C:
                self._keys.put(key)
                return

    def stand_aside(self) -> None:
        """There is no background here."""

    def drain(self) -> None:
        """Everything is printed, or it cannot be."""
        if self._failed:
            raise Gone

    def _listen(self) -> None:
        while True:
            key = msvcrt.getwch()
            if key in {"\0", "\xe0"}:
                special = _SPECIAL.get(msvcrt.getwch())
                if special:
                    self._keys.put(special)
                continue
            for one in keys_of(key):
                self._keys.put(one)
