"""What time it is, and the clock that counts sleep: its seconds only grow, and go on while the machine sleeps.

`time.monotonic` stands still while Linux and macOS sleep, so that nobody sees afterwards that the person was away.

| system | clock | what it does, and who says so |
| --- | --- | --- |
| Linux, Android | CLOCK_BOOTTIME | CLOCK_MONOTONIC "except that it also includes any time that the system is suspended": clock_gettime(2) |
| macOS, iOS | CLOCK_MONOTONIC, by clock_gettime | goes on while the system sleeps: clock_gettime(3) of Darwin; Python's own monotonic calls mach_absolute_time, which does not (docs of `time`) |
| Windows, Python before 3.13 | time.monotonic | GetTickCount64, which counts sleep (PEP 418) in steps of 15.6 ms |
| Windows, Python from 3.13 on | time.monotonic | QueryPerformanceCounter (docs of `time`), which counts standby and hibernation (Microsoft, "Acquiring high-resolution time stamps") |
| any other, or where that one is refused | time.monotonic and the wall clock | a wall clock that ran ahead of it by more than `LEAST_SLEEP` between two questions shows a sleep |
"""  # noqa: E501 - a table has one line a row

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

LEAST_SLEEP = 2.0
"""Seconds by which the wall clock runs ahead at least where a machine slept; less is a clock being set right."""
_COUNTING = {
    "linux": "CLOCK_BOOTTIME",
    "android": "CLOCK_BOOTTIME",
    "darwin": "CLOCK_MONOTONIC",
    "ios": "CLOCK_MONOTONIC",
}


def clock_of(platform: str, system: Any = time) -> Callable[[], float]:
    """The clock for a platform, as `sys.platform` names it; `system` is the module `time`, or stands for it."""
    if platform == "win32":
        monotonic: Callable[[], float] = system.monotonic
        return monotonic
    number = getattr(system, _COUNTING.get(platform, ""), None)
    if number is not None:
        try:
            system.clock_gettime(number)
        except OSError:  # a kernel or a sandbox that does not have it
            pass
        else:
            return lambda: float(system.clock_gettime(number))
    return _WallWatched(system)


class _WallWatched:
    """Monotonic time, and by how much the wall clock ran ahead of it at once; set back, that one changes nothing."""

    def __init__(self, system: Any) -> None:
        self._system = system
        self._slept = 0.0
        self._ahead = system.time() - system.monotonic()

    def __call__(self) -> float:
        now = self._system.monotonic()
        ahead = self._system.time() - now
        if ahead - self._ahead > LEAST_SLEEP:
            self._slept += ahead - self._ahead
        self._ahead = ahead
        return float(now + self._slept)


counting_sleep = clock_of(sys.platform)
"""Seconds by the clock of this machine."""


def local_now() -> datetime:
    """The time, with its offset from UTC."""
    return datetime.now(UTC).astimezone()
