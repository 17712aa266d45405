"""The clock that counts sleep, on systems that are made up after their own documentation."""

from __future__ import annotations

import sys
import time
from typing import Any

import pytest

from hiproutine.clock import LEAST_SLEEP, clock_of, counting_sleep


class Machine:
    """Stands for the module `time` of one system: seconds awake and seconds asleep, and which clock counts which."""

    def __init__(self, *counting: str, standing: tuple[str, ...] = (), refuses: tuple[str, ...] = ()) -> None:
        self.awake, self.asleep, self.set = 1000.0, 0.0, 1.7e9
        self._counting, self._refuses = counting, refuses
        for name in {*counting, *standing, *refuses} - {"monotonic"}:
            setattr(self, name, name)

    def clock_gettime(self, name: str) -> float:
        """What a clock of its own says, or OSError."""
        if name in self._refuses:
            raise OSError(22, "Invalid argument")
        return self.awake + (self.asleep if name in self._counting else 0.0)

    def monotonic(self) -> float:
        """What Python's own says."""
        return self.awake + (self.asleep if "monotonic" in self._counting else 0.0)

    def time(self) -> float:
        """The wall clock; `set` is where somebody has put it."""
        return self.set + self.awake + self.asleep


MACHINES: dict[str, tuple[str, Any]] = {
    "Linux": ("linux", lambda: Machine("CLOCK_BOOTTIME", standing=("CLOCK_MONOTONIC",))),
    "Linux that refuses it": ("linux", lambda: Machine(standing=("CLOCK_MONOTONIC",), refuses=("CLOCK_BOOTTIME",))),
    "Linux without it": ("linux", lambda: Machine(standing=("CLOCK_MONOTONIC",))),
    "Android": ("android", lambda: Machine("CLOCK_BOOTTIME", standing=("CLOCK_MONOTONIC",))),
    "macOS": ("darwin", lambda: Machine("CLOCK_MONOTONIC", standing=("CLOCK_UPTIME_RAW",))),
    "Windows": ("win32", lambda: Machine("monotonic")),
    "FreeBSD": ("freebsd14", lambda: Machine(standing=("CLOCK_MONOTONIC",))),
}


@pytest.mark.parametrize("name", MACHINES)
def test_it_grows_while_the_machine_is_awake_and_while_it_sleeps(name: str) -> None:
    platform, made = MACHINES[name]
    machine = made()
    clock = clock_of(platform, machine)
    begun = clock()
    machine.awake += 20
    assert clock() - begun == pytest.approx(20)
    machine.asleep += 600
    assert clock() - begun == pytest.approx(620)
    machine.awake += 0.5
    machine.asleep += 3600
    assert clock() - begun == pytest.approx(4220.5)


def test_a_wall_clock_that_is_set_back_or_put_right_is_no_sleep() -> None:
    machine = Machine()
    clock = clock_of("freebsd14", machine)
    begun = clock()
    for change in (-3600.0, LEAST_SLEEP - 0.1, -0.5):
        machine.set += change
        machine.awake += 1
        clock()
    assert clock() - begun == pytest.approx(3)
    machine.asleep += 60
    assert clock() - begun == pytest.approx(63)


def test_the_clock_of_this_machine_is_the_one_that_its_table_names() -> None:
    number = {"linux": "CLOCK_BOOTTIME", "darwin": "CLOCK_MONOTONIC"}.get(sys.platform)
    expected = time.clock_gettime(getattr(time, number)) if number else time.monotonic()
    assert counting_sleep() == pytest.approx(expected, abs=1)
