"""The terminal of a POSIX system: single keys without echo, and as it was on every way out."""

from __future__ import annotations

import os
import select
import signal
import stat
import sys
from codecs import getincrementaldecoder
from contextlib import suppress
from time import monotonic
from types import FrameType
from typing import Any, Self

from hiproutine.errors import printable
from hiproutine.plain.console import CONTINUED, CTRL_C, CTRL_Z, SILENCE, Gone
from hiproutine.plain.keys import keys_of
from hiproutine.plain.printer import Printer

assert sys.platform != "win32"  # noqa: S101 - for the type checker

import termios  # noqa: E402
import tty  # noqa: E402

OTHER_HALF = 0.05
"""Seconds in which the rest of a key's sequence follows its escape."""
NARROWEST = 20
"""Columns below which it is left to the terminal where a line breaks."""
ENDING = frozenset({signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT})
NEVER_MEANT = (signal.SIGUSR1, signal.SIGUSR2, signal.SIGALRM, signal.SIGVTALRM, signal.SIGPROF)
"""They would end the program without a goodbye, and mean nothing to it."""
NOTICED = {signal.SIGINT: CTRL_C, signal.SIGTSTP: CTRL_Z, signal.SIGCONT: CONTINUED}


class PosixConsole:
    """A context manager. Signals are noticed where it waits, never in the middle of something else."""

    def __init__(self, keyboard: int = 0, output: int = 1) -> None:
        self.attended = os.isatty(keyboard) and _is_followed(output)
        self._keyboard = keyboard
        encoding = sys.stdout.encoding if sys.stdout is not None else None
        self._printer = Printer(output, encoding or "utf-8")
        self._decoder = getincrementaldecoder("utf-8")("ignore")
        self._keys: list[str] = []
        self._last_key = float("-inf")
        """When a key came last."""
        self._before: list[Any] | None = None
        """The terminal's settings as they were."""
        self._handlers: dict[int, Any] = {}
        self._woken = self._wakes = self._waker = -1

    def __enter__(self) -> Self:
        """Listens to keys and to the system."""
        self._woken, self._wakes = os.pipe()
        for end in (self._woken, self._wakes):
            os.set_blocking(end, False)
        self._waker = signal.set_wakeup_fd(self._wakes, warn_on_full_buffer=False)
        for number in (*ENDING, *(NOTICED if self.attended else (signal.SIGINT,))):
            if signal.getsignal(number) is not signal.SIG_IGN:  # as nohup asks for
                self._handlers[number] = signal.signal(number, _noticed)
        for number in NEVER_MEANT:
            self._handlers[number] = signal.signal(number, signal.SIG_IGN)
        self._take_over()
        return self

    def __exit__(self, *_: object) -> None:
        """As it was."""
        self._give_back()
        signal.set_wakeup_fd(self._waker)
        for number, handler in self._handlers.items():
            signal.signal(number, handler)
        os.close(self._woken)
        os.close(self._wakes)

    def say(self, line: str) -> None:
        """Prints a line; what is wider than the terminal is broken between words."""
        text = printable(line)
        self._printer.add(f"{broken(text, self._columns()) if len(text) > NARROWEST else text}\n")

    def write(self, text: str) -> None:
        """Prints text as it is."""
        self._printer.add(text)

    def wait(self, seconds: float | None) -> str | None:
        """The next key; None after so many seconds at most."""
        while not self._keys:
            self._look(seconds)
            if seconds is not None:
                break
        return self._keys.pop(0) if self._keys else None

    def settle(self) -> None:
        """Lets go of keys that were on their way or are held."""
        while self.attended and (left := self._last_key + SILENCE - monotonic()) > 0:
            self._look(left)
            self._keys = [key for key in self._keys if key in NOTICED.values()]

    def stand_aside(self) -> None:
        """Gives the terminal back and stops; whoever continues it finds it listening."""
        self._give_back()
        os.kill(os.getpid(), signal.SIGSTOP)
        self._take_over()

    def drain(self) -> None:
        """Waits until everything is printed."""
        self._printer.drain()

    def _columns(self) -> int:
        """Of the terminal that shows it; 0 where it is none."""
        try:
            return os.get_terminal_size(self._printer.descriptor).columns
        except OSError:
            return 0

    def _look(self, seconds: float | None) -> None:
        """Waits once, until there is something to read, something can be printed, or so long."""
        limits = [limit for limit in (seconds, self._printer.patience()) if limit is not None]
        reading = [self._woken, *([self._keyboard] if self.attended else [])]
        writing = [self._printer.descriptor] if self._printer.pending else []
        ready = select.select(reading, writing, [], min(limits, default=None))
        self._printer.send()
        if self._woken in ready[0]:
            self._hear()
        if self._keyboard in ready[0]:
            self._read()
        self._printer.patience()

    def _hear(self) -> None:
        """What the system has said."""
        with suppress(BlockingIOError):
            for number in os.read(self._woken, 64):
                if number in ENDING:
                    raise Gone
                if number == signal.SIGCONT:
                    self._take_over()
                if number in NOTICED:
                    self._keys.append(NOTICED[signal.Signals(number)])

    def _read(self) -> None:
        """What was typed."""
        try:
            typed = os.read(self._keyboard, 1024)
            if typed.endswith(b"\x1b") and select.select([self._keyboard], [], [], OTHER_HALF)[0]:
                typed += os.read(self._keyboard, 1024)
        except OSError:
            typed = b""
        if not typed:
            raise Gone
        self._last_key = monotonic()
        self._keys += keys_of(self._decoder.decode(typed))

    def _take_over(self) -> None:
        """Keys come one by one, unseen; ctrl+s does not hold the output. Nothing that was typed ahead is lost."""
        if not self.attended:
            return
        with suppress(termios.error):
            if self._before is None:
                self._before = termios.tcgetattr(self._keyboard)
            settings = termios.tcgetattr(self._keyboard)
            settings[tty.IFLAG] &= ~(termios.IXON | termios.ICRNL)
            settings[tty.LFLAG] &= ~(termios.ECHO | termios.ICANON)
            settings[tty.CC][termios.VMIN], settings[tty.CC][termios.VTIME] = 1, 0
            termios.tcsetattr(self._keyboard, termios.TCSANOW, settings)

    def _give_back(self) -> None:
        """The terminal as it was; nothing waits for what is still to be printed."""
        if self._before is not None:
            with suppress(termios.error):
                termios.tcsetattr(self._keyboard, termios.TCSANOW, self._before)
            self._before = None


def broken(text: str, columns: int) -> str:
    """A line with breaks between words where a terminal of so many columns would break it anywhere."""
    if not NARROWEST <= columns < len(text):
        return text
    first, *words = text.split(" ")
    lines = [first]
    for word in words:
        if len(lines[-1]) + 1 + len(word) <= columns:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return "\n".join(lines)


def _noticed(_number: int, _frame: FrameType | None) -> None:
    """The number is in the pipe already."""


def _is_followed(output: int) -> bool:
    """Whether somebody may read along: a file is read later."""
    try:
        return not stat.S_ISREG(os.fstat(output).st_mode)
    except OSError:
        return False
