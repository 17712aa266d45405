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

from hiproutine.tui.terminal_writer import TerminalWriter

LAST_SECONDS = 8.0
"""Seconds the program has to say goodbye when the system ends it: on a machine that is busy elsewhere the loop may wait
for some of them, and who shuts a machine down waits for 20 (launchd) or 90 (systemd)."""
LAST_WORD = 1.0
"""Seconds after that in which the terminal may take that it is given back."""

_NEVER_MEANT = ("SIGUSR1", "SIGUSR2", "SIGALRM", "SIGVTALRM", "SIGPROF", "SIGIO", "SIGPWR")
"""They would end the program without a goodbye, and mean nothing to it."""


def on_the_end(ended: Callable[[], None], driver: Callable[[], Driver | None]) -> bool:
    """A closed window or a polite kill ends the program honestly, and leaves the terminal as it was.

    `ended` is called by the loop and has `LAST_SECONDS`, which count from the signal on, even while the loop waits for
    something; then the terminal is given back without the loop, if it takes that: one that is gone may never do. To be
    called before `driver` takes the terminal. Whether that can be heard here.
    """
    loop = asyncio.get_running_loop()

    def without_the_loop() -> None:
        give_back(driver())
        os._exit(1)

    def over(number: int, _frame: FrameType | None) -> None:
        if loop.is_closed():
            signal.signal(number, signal.SIG_DFL)
            os.kill(os.getpid(), number)
            return
        last = threading.Timer(LAST_SECONDS, without_the_loop)
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


def give_back(driver: Driver | None) -> None:
    """Gives the terminal back from any thread; what it does not take within `LAST_WORD` is let go."""
    writer = getattr(driver, "_writer_thread", None)
    before = getattr(driver, "attrs_before", None)
    if not isinstance(writer, TerminalWriter):
        return
    if before is not None:
        import termios

        with suppress(OSError, ValueError, termios.error):
            if os.tcgetpgrp(writer.fileno()) == os.getpgrp():  # in the background it would be stopped by that
                termios.tcsetattr(writer.fileno(), termios.TCSANOW, before)
    goodbye = threading.Thread(target=writer.give_back, daemon=True)
    goodbye.start()
    goodbye.join(LAST_WORD)


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
