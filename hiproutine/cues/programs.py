"""The system's own programs as helpers: started without a shell, kept off the terminal, ended when they hang."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from collections.abc import Sequence
from contextlib import suppress
from time import monotonic
from typing import NamedTuple

from hiproutine import clock

GRACE = 0.5
"""Seconds to wait for a program that was killed; one that waits for a device may take for ever."""
WAV_HEADER = 44
"""Bytes before the samples of a plain WAV."""


class Program(NamedTuple):
    """A program that can do a task; what it is to say or play is never among its arguments as a text."""

    name: str
    """The file to run, looked for on PATH."""
    arguments: tuple[str, ...] = ()
    stop: tuple[str, ...] = ()
    """Arguments with which it breaks off what it began, where killing it is not enough."""
    renders: tuple[str, ...] = ()
    """Arguments with which a voice writes a WAV to standard output instead of speaking."""

    def path(self) -> str | None:
        """Where it is, or None."""
        return shutil.which(self.name)


def rendered_seconds(program: Program, text: str, within: float) -> float | None:
    """How long a voice would speak, by what it writes; None where it cannot say."""
    path = program.path()
    if path is None or not program.renders:
        return None
    try:
        done = subprocess.run(  # noqa: S603 - an argument list of ours, no shell
            [path, *program.renders],
            input=text.encode("utf-8", "replace"),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=within,
            start_new_session=True,
            check=True,
        )
    except (OSError, subprocess.SubprocessError):
        return None
    header, body = done.stdout[:WAV_HEADER], done.stdout[WAV_HEADER:]
    a_second = int.from_bytes(header[28:32], "little")  # bytes; what a pipe is told of the whole length is made up
    return len(body) / a_second if header[:4] == b"RIFF" and a_second else None


def first_there(programs: Sequence[Program]) -> Program | None:
    """The first that is on this machine."""
    return next((program for program in programs if program.path()), None)


class Child:
    """A program at work: its own session, its text on standard input, its words into the void."""

    def __init__(self, program: Program, *more: str, text: str = "", within: float) -> None:
        """Starts it, or raises OSError. `more` are arguments of ours; after `within` seconds it counts as hanging."""
        path = program.path()
        if path is None:
            raise FileNotFoundError(f"there is no {program.name}")
        self.program = program
        self._until, self._awake_until = clock.counting_sleep() + within, monotonic() + within
        self._process = subprocess.Popen(  # noqa: S603 - an argument list of ours, no shell
            [path, *program.arguments, *more],
            stdin=subprocess.PIPE if text else subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        if self._process.stdin:
            with suppress(OSError):  # it may be gone already; its status tells
                self._process.stdin.write(text.encode("utf-8", "replace"))
            with suppress(OSError):
                self._process.stdin.close()

    @property
    def overdue(self) -> bool:
        """Whether it takes longer than it may; what the machine slept through is over, too."""
        return self._process.returncode is None and clock.counting_sleep() > self._until

    def over(self) -> bool:
        """Whether it has ended."""
        return self._process.poll() is not None

    def failure(self) -> str:
        """What is wrong with it, if anything."""
        if self._process.returncode is None and monotonic() > self._awake_until:  # a sleep is not its fault
            return f"{self.program.name} does not come to an end"
        status = self._process.returncode
        return f"{self.program.name} failed with status {status}" if status else ""

    def wait(self, seconds: float) -> None:
        """Waits for its end, so many seconds at most."""
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(seconds)

    def kill(self) -> None:
        """Ends the program and whatever it started."""
        if self._process.returncode is None:
            with suppress(OSError):
                if os.name == "posix":
                    os.killpg(self._process.pid, signal.SIGKILL)
                else:
                    self._process.kill()
        self.wait(GRACE)


class Roster:
    """Programs for one task, the best first. One that fails twice in a row makes room for the next."""

    def __init__(self, programs: Sequence[Program], lacking: str) -> None:
        """`lacking` says what it means that none of them is there."""
        self._programs = list(programs)
        self._lacking = lacking
        self._searched = False
        self._failed_before = False
        self.trouble = ""
        """Why none is left, once none is."""

    def best(self) -> Program | None:
        """The one to use now."""
        if not self._searched:
            self._searched = True
            self._programs = [program for program in self._programs if program.path()]
            if not self._programs:
                self.trouble = self._lacking
        return self._programs[0] if self._programs else None

    def ended(self, child: Child) -> None:
        """A child has ended, or hangs: what that says about its program."""
        failure = child.failure()
        if not failure:
            self._failed_before = False
        elif self._failed_before:
            self.drop(child.program, failure)
        else:
            self._failed_before = True

    def drop(self, program: Program, why: str) -> None:
        """This one does not work."""
        if program in self._programs:
            self._programs.remove(program)
            self._failed_before = False
            if not self._programs:
                self.trouble = why
