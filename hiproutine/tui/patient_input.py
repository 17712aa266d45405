"""Waits for keys without looking for them ten times a second: a processor that sleeps costs nothing.

Textual's thread for them looks up every tenth of a second whether the program ends, or a sequence that began goes on.
The first is said to it here, and the second is looked for only for a while after something came.
"""

from __future__ import annotations

import os
import selectors
from contextlib import suppress
from importlib import import_module
from threading import Lock
from time import monotonic
from types import SimpleNamespace
from typing import Any
from weakref import WeakSet

GOES_ON = 1.0
"""Seconds after the last of what came for which a sequence may go on, over slow links too. Ours."""

Ready = list[tuple[selectors.SelectorKey, int]]


class PatientSelector(selectors.SelectSelector):
    """Sleeps until something comes, or until it is woken."""

    def __init__(self) -> None:
        super().__init__()
        self._pipe = os.pipe()
        self._open = Lock()
        self._woken = False
        self._came = monotonic()
        self.register(self._pipe[0], selectors.EVENT_READ)
        _PATIENT.add(self)

    def select(self, timeout: float | None = None) -> Ready:
        """What is ready; `timeout` in seconds holds for a while after something was, and once it is woken."""
        quiet = not self._woken and monotonic() - self._came > GOES_ON
        ready = super().select(None if quiet else timeout)
        found = [one for one in ready if one[0].fd != self._pipe[0]]
        if len(found) < len(ready):
            os.read(self._pipe[0], 1)
            self._woken = True
        if found:
            self._came = monotonic()
        return found

    def wake(self) -> None:
        """From now on every `timeout` holds; called from any thread."""
        with self._open, suppress(OSError):
            if self._pipe[1] >= 0:
                os.write(self._pipe[1], b"\0")

    def close(self) -> None:
        """Lets go of what wakes it."""
        super().close()
        with self._open:
            for end in self._pipe:
                os.close(end)
            self._pipe = -1, -1


_PATIENT: WeakSet[PatientSelector] = WeakSet()
"""Those that may sleep now."""


def wait_for_keys_asleep() -> None:
    """For every application that begins from now on."""
    if os.name == "nt":
        return
    module = import_module("textual.drivers.linux_driver")
    if isinstance(module.selectors, SimpleNamespace):
        return
    module.selectors = SimpleNamespace(SelectSelector=PatientSelector, EVENT_READ=selectors.EVENT_READ)  # type: ignore[attr-defined]
    driver: Any = module.LinuxDriver
    stop = driver.disable_input

    def disable_input(self: Any) -> None:
        for one in list(_PATIENT):
            one.wake()
        stop(self)

    driver.disable_input = disable_input
