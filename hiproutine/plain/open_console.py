"""The console of this process: POSIX or Windows."""

from __future__ import annotations

import sys
from contextlib import AbstractContextManager

from hiproutine.plain.console import Keyboard


def open_console() -> AbstractContextManager[Keyboard]:
    """The console of this process; leaving it restores the terminal."""
    if sys.platform == "win32":
        from hiproutine.plain.windows import WindowsConsole

        return WindowsConsole()
    else:  # noqa: RET505 - so that a type checker sees one of both
        from hiproutine.plain.posix import PosixConsole

        return PosixConsole()


def ignore_what_is_never_meant() -> None:
    """From now on to the end of the process, also after the console is left: no stray signal ends the program."""
    if sys.platform != "win32":
        import signal

        from hiproutine.plain.posix import NEVER_MEANT

        for number in NEVER_MEANT:
            signal.signal(number, signal.SIG_IGN)
