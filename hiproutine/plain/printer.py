"""Prints without ever waiting for what takes it, so that a slow reader does not hold up a countdown. POSIX."""

from __future__ import annotations

import os
import select
from collections.abc import Callable
from contextlib import suppress
from time import monotonic

from hiproutine.plain.console import Gone
from hiproutine.plain_marks import register

PLAIN_MARKS = register()
"""How codecs call what stands for signs that an encoding lacks."""
AT_ONCE = 256
"""Bytes that a pipe or a terminal takes without waiting, once it says that it takes any."""
PATIENCE = 10.0
"""Seconds that nothing may be taken before nobody is taken to be there."""


class Printer:
    """Text on its way to a file descriptor."""

    def __init__(self, descriptor: int, encoding: str = "utf-8", clock: Callable[[], float] = monotonic) -> None:
        """The clock stands still while the machine sleeps: who takes the text sleeps as well."""
        self.descriptor = descriptor
        self._encoding = encoding
        self._clock = clock
        self._pending = bytearray()
        self._since = 0.0
        """When something was taken last, or began to wait."""
        self._failed: OSError | None = None

    @property
    def pending(self) -> bool:
        """Whether something waits to be taken."""
        return bool(self._pending)

    def add(self, text: str) -> None:
        """Prints as much as is taken now, and keeps the rest."""
        if not self._pending:
            self._since = self._clock()
        self._pending += text.encode(self._encoding, PLAIN_MARKS)
        self.send()

    def send(self) -> None:
        """Prints what is taken now."""
        while self._pending and self._failed is None:
            try:
                if not select.select([], [self.descriptor], [], 0)[1]:
                    return
                taken = os.write(self.descriptor, self._pending[:AT_ONCE])
            except BlockingIOError:
                return
            except OSError as error:
                self._failed = error
                return
            del self._pending[:taken]
            self._since = self._clock()

    def patience(self) -> float | None:
        """Seconds that are left to wait for it; None where nothing waits.

        Raises:
            Gone: it is closed or full, or nothing was taken for too long.
        """
        if self._failed:
            closed = isinstance(self._failed, BrokenPipeError)
            why = self._failed.strerror
            raise Gone("" if closed else f"This could not be written to standard output: {why}.")
        if not self._pending:
            return None
        left = self._since + PATIENCE - self._clock()
        if left <= 0:
            raise Gone("Nothing takes what is printed, so it ends here.")
        return left

    def drain(self) -> None:
        """Waits until everything is printed. Raises Gone if it cannot be."""
        while (left := self.patience()) is not None:
            with suppress(OSError):
                select.select([], [self.descriptor], [], left)
            self.send()


def say_at_once(descriptor: int, sentence: str) -> None:
    """A sentence, if it is taken without waiting."""
    with suppress(OSError, ValueError):
        if select.select([], [descriptor], [], 0)[1]:
            os.write(descriptor, f"{sentence}\n".encode(errors="backslashreplace"))
