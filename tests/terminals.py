"""Runs a command in a real pseudo-terminal, and shows what a person would see there. POSIX only."""

from __future__ import annotations

import fcntl
import os
import re
import select
import signal
import struct
import subprocess
import sys
import termios
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from resource import struct_rusage
from time import monotonic
from typing import Self

import pyte

from tests.warm_start import STARTS, Forked, fork_program

CTRL_C, CTRL_Z, ESCAPE, ENTER = "\x03", "\x1a", "\x1b", "\r"

_TAKE_TERMINAL = """
import fcntl, os, sys, termios
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
os.write(1, b"\\0")
os.execvp(sys.argv[1], sys.argv[1:])
"""
"""Makes the terminal the controlling one, says so with a NUL, and becomes the command."""

_SETTINGS = re.compile(rb"\x1b\[\?([\d;]+)([hl])")
_TITLES = re.compile(rb"\x1b[\]P_^][^\x07\x1b]*(?:\x07|\x1b\\)")
_KEYBOARD = re.compile(rb"\x1b\[>\d+u")
_FRESH = frozenset({7, 25})
"""The private modes of a terminal that nobody has touched: long lines wrap, and the cursor is seen."""
_STRANGERS = re.compile(r"TEXTUAL|PYTEST|(NO_COLOR|FORCE_COLOR|COLORTERM|COLORFGBG|COLUMNS|LINES)$")


def environment(extra: Mapping[str, str] | None = None) -> dict[str, str]:
    """The environment of a plain terminal, whatever the tests themselves run in."""
    kept = {name: value for name, value in os.environ.items() if not _STRANGERS.match(name)}
    return {**kept, "TERM": "xterm-256color", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", **(extra or {})}


class Terminal:
    """A command and the terminal it runs in. A context manager: nothing is left running."""

    def __init__(
        self,
        command: Sequence[str],
        env: Mapping[str, str] | None = None,
        columns: int = 80,
        rows: int = 24,
        *,
        warm: bool = False,
        folder: Path | None = None,
    ) -> None:
        """`warm` forks the program where it is imported, instead of starting it, which is done in `folder`."""
        self.written: list[tuple[float, bytes]] = []
        """Everything the command wrote, with the moment it was read."""
        self.started = 0.0
        """When the command began."""
        self.status: int | None = None
        """The exit status once it has ended; minus the signal where one ended it."""
        self.stopped = False
        """Whether it stands still, as after ctrl+z in a shell."""
        self.usage: struct_rusage | None = None
        """What it used, once it has ended."""
        self._screen = pyte.Screen(columns or 80, rows or 24)
        self._stream = pyte.ByteStream(self._screen)
        self._text: str | None = None
        self._master, slave = os.openpty()
        self._open = True
        self._silent = False
        self._size(columns, rows)
        self._process: Forked | subprocess.Popen[bytes]
        self._process = self._warm(command, slave, env) if warm else self._cold(command, slave, env, folder)
        os.close(slave)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self.status is None:
            with suppress(ProcessLookupError):
                os.killpg(self.pid, signal.SIGKILL)
            self._collect(os.wait4(self.pid, 0))
        self.hang_up()

    @property
    def pid(self) -> int:
        """The command's process, and its group."""
        return self._process.pid

    @property
    def text(self) -> str:
        """The screen as lines."""
        if self._text is None:  # who waits asks fifty times a second, and making it takes milliseconds
            self._text = "\n".join(line.rstrip() for line in self._screen.display)
        return self._text

    @property
    def cells(self) -> list[list[pyte.screens.Char]]:
        """The screen cell by cell, with its colours."""
        buffer = self._screen.buffer
        return [[buffer[y][x] for x in range(self._screen.columns)] for y in range(self._screen.lines)]

    @property
    def output(self) -> bytes:
        """Everything written so far."""
        return b"".join(chunk for _, chunk in self.written)

    @property
    def rings(self) -> list[float]:
        """When the bell rang, each ring by itself. What ends a title is no bell."""
        quiet = _TITLES.sub(lambda title: b" " * len(title.group()), self.output)
        moments, begin = [], 0
        for moment, chunk in self.written:
            moments += [moment] * quiet.count(b"\a", begin, begin + len(chunk))
            begin += len(chunk)
        return moments

    @property
    def modes(self) -> set[int]:
        """The private modes that are set, such as 1049 for the alternate screen and 1000 for the mouse."""
        found = set(_FRESH)
        for numbers, letter in _SETTINGS.findall(self.output):
            change = found.update if letter == b"h" else found.difference_update
            change(map(int, numbers.split(b";")))
        return found

    @property
    def restored(self) -> bool:
        """Whether the terminal is as it was: its modes, its keyboard and its line discipline."""
        return not self.changes

    @property
    def changes(self) -> list[str]:
        """What is not as it was."""
        taken, given = len(_KEYBOARD.findall(self.output)), self.output.count(b"\x1b[<u")
        local = termios.tcgetattr(self._master)[3]
        found = [f"mode {number}" for number in sorted(self.modes ^ _FRESH)]
        found += [] if taken == given else [f"the keyboard was taken {taken} times and given back {given} times"]
        return found + ([] if local & termios.ICANON and local & termios.ECHO else ["its line discipline"])

    def fileno(self) -> int:
        """What can be selected to wait for output."""
        return self._master

    def send(self, keys: str) -> None:
        """Types, as soon as a person can have seen what was written last."""
        self.watch(max(0.0, self.written[-1][0] + 0.15 - monotonic()) if self.written else 0.0)
        os.write(self._master, keys.encode())

    def kill(self, number: signal.Signals) -> None:
        """Sends a signal to the command."""
        os.kill(self.pid, number)

    def resize(self, columns: int, rows: int) -> None:
        """Makes the window another size."""
        self._screen.resize(rows, columns)
        self._text = None
        self._size(columns, rows)

    def hang_up(self) -> None:
        """Closes the window."""
        if self._open:
            self._open, self._silent = False, True
            os.close(self._master)

    def read(self, seconds: float) -> bool:
        """Reads what is written next, waiting so long at most; whether anything was."""
        if self._silent:
            select.select([], [], [], min(max(0.0, seconds), 0.01))
            return False
        if not select.select([self._master], [], [], max(0.0, seconds))[0]:
            return False
        moment = monotonic()
        try:
            chunk = os.read(self._master, 1 << 16)
        except OSError:  # EIO: nobody holds the other end any more
            chunk = b""
        if not chunk:
            self._silent = True
            return False
        if not self.started:
            self.started = moment
            chunk = chunk.removeprefix(b"\0")
        if chunk:
            self.written.append((moment, chunk))
            self._stream.feed(chunk)
            self._text = None
        return True

    def watch(self, seconds: float) -> None:
        """Reads for so long."""
        until = monotonic() + seconds
        while (left := until - monotonic()) > 0 and self.status is None:
            self._step(left)

    def wait_for(self, wanted: str | Callable[[], bool], timeout: float = 15.0) -> float:
        """Reads until a text is on the screen, or something is so; the moment of the last thing read.

        Raises:
            AssertionError: it never came; with the screen as it was.
        """
        until = monotonic() + timeout
        while not (wanted in self.text if isinstance(wanted, str) else wanted()):
            left = until - monotonic()
            assert left > 0, f"{wanted} did not come in {timeout:g} s:\n{self.text}"
            assert self.status is None, f"{wanted} did not come before it ended with {self.status}:\n{self.text}"
            self._step(left)
        return self.written[-1][0] if self.written else monotonic()

    def wait(self, timeout: float = 15.0) -> int:
        """Reads until the command has ended; its status.

        Raises:
            AssertionError: it has not.
        """
        until = monotonic() + timeout
        while self.status is None:
            assert monotonic() < until, f"it had not ended after {timeout:g} s:\n{self.text}"
            self._step(until - monotonic())
        return self.status

    @staticmethod
    def _cold(
        command: Sequence[str], slave: int, env: Mapping[str, str] | None, folder: Path | None
    ) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [sys.executable, "-I", "-S", "-c", _TAKE_TERMINAL, *command],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env=environment(env),
            cwd=folder,
            start_new_session=True,
        )

    @staticmethod
    def _warm(command: Sequence[str], slave: int, env: Mapping[str, str] | None) -> Forked:
        assert [*command[: len(STARTS)]] == STARTS
        return fork_program(command[len(STARTS) :], slave, environment(env))

    def _step(self, most: float) -> None:
        """Reads once; notices whether the command still runs, after whatever it wrote before."""
        if self.read(min(most, 0.02)):
            return
        changed = os.wait4(self.pid, os.WNOHANG | os.WUNTRACED | os.WCONTINUED)
        if not changed[0]:
            return
        self.stopped = os.WIFSTOPPED(changed[1])
        if not self.stopped and not os.WIFCONTINUED(changed[1]):
            while self.read(0):
                pass
            self._collect(changed)

    def _collect(self, ended: tuple[int, int, struct_rusage]) -> None:
        self.status = self._process.returncode = os.waitstatus_to_exitcode(ended[1])
        self.usage = ended[2]

    def _size(self, columns: int, rows: int) -> None:
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
