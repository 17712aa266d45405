"""How long a journal that another program holds is waited for: once in all, not once for every question."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Lock
from time import monotonic

FOR = 30.0
"""Seconds for which nobody waits again, after one has waited in vain. Ours."""


class Waiting:
    """Which files were found in use lately, by all threads of this program."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        """`clock` gives seconds."""
        self._clock = clock
        self._found: dict[Path, float] = {}
        self._asked: dict[Path, float] = {}
        self._lock = Lock()

    def patience(self, path: Path, usual: float) -> float:
        """How many seconds to wait for a file: none where it was waited for in vain a moment ago, and no longer than
        who waits for it already."""
        if self.waited_in_vain(path):
            return 0.0
        with self._lock:
            now = self._clock()
            since = self._asked.get(path, float("-inf"))
            if now - since > usual:  # nobody waits so long: that one came to nothing
                since = self._asked[path] = now
            return usual - (now - since)

    def waited_in_vain(self, path: Path) -> bool:
        """Whether the file was waited for a moment ago, and is in use still."""
        with self._lock:
            return self._clock() - self._found.get(path, float("-inf")) < FOR

    def was_in_vain(self, path: Path) -> None:
        """The file was in use for as long as it was waited for."""
        with self._lock:
            self._found[path] = self._clock()
            self._asked.pop(path, None)

    def was_open(self, path: Path) -> None:
        """The file was not in use, or cannot be used at all."""
        with self._lock:
            self._found.pop(path, None)
            self._asked.pop(path, None)


WAITING = Waiting()
"""One for this program."""
