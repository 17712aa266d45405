"""What the system says to a running application: end, and go on."""

from __future__ import annotations

import asyncio
import os
import signal
import threading
from collections.abc import Callable
from contextlib import suppress
from types import FrameType

from textual.driver import Driver

LAST_SECONDS = 2.0
"""Seconds the program has to say goodbye when the system ends it."""


_NEVER_MEANT = ("SIGUSR1", "SIGUSR2", "SIGALRM", "SIGVTALRM", "SIGPROF", "SIGIO", "SIGPWR")
"""They would end the program without a goodbye, and mean nothing to it."""


def on_the_end(ended: Callable[[], None]) -> bool:
    """A closed window or a polite kill ends the program honestly, and leaves the terminal as it was.

    `ended` is called by the loop and has `LAST_SECONDS`, which count from the signal on, even while the loop waits for
    something: a terminal that is gone may never take a goodbye. Whether that can be heard here.
    """
    loop = asyncio.get_running_loop()

    def over(number: int, _frame: FrameType | None) -> None:
        if loop.is_closed():
            signal.signal(number, signal.SIG_DFL)
            os.kill(os.getpid(), number)
            return
        last = threading.Timer(LAST_SECONDS, os._exit, [1])
        last.daemon = True
        last.start()
        loop.call_soon_threadsafe(ended)

    if os.name == "nt":
        return False
    for name in _NEVER_MEANT:
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_IGN)
    for name in ("SIGHUP", "SIGTERM", "SIGINT", "SIGQUIT"):
        try:
            signal.signal(getattr(signal, name), over)
        except ValueError:  # not in the main thread
            return False
    return True


def on_going_on(driver: Driver | None, went_on: Callable[[], None], is_over: Callable[[], bool]) -> None:
    """After `kill -STOP` Textual would enter its mode twice, and leave the terminal in it once too often.

    It is done in the loop, one after the other: in the signal's own time it may come upon itself, and two threads that
    read the keyboard wait for each other. Where the terminal was given back for good, nothing is taken again.
    """
    number = getattr(signal, "SIGCONT", None)
    resume = signal.getsignal(number) if number else None
    if number is None or driver is None or not callable(resume):
        return
    loop = asyncio.get_running_loop()

    waits = False

    def take_again() -> None:
        nonlocal waits
        waits = False
        if is_over() or not getattr(driver, "_auto_restart", True):  # or another program has the terminal
            return
        if not getattr(driver, "_must_signal_resume", True):
            driver.suspend_application_mode()
        resume(number, None)
        went_on()

    def goes_on(_: int, __: FrameType | None) -> None:
        nonlocal waits
        if not waits:
            waits = True
            with suppress(RuntimeError):  # the loop is closed
                loop.call_soon_threadsafe(take_again)

    signal.signal(number, goes_on)
