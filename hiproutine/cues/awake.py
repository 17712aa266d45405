"""Keeps the machine awake while a routine plays: by wakepy where it is installed, else by the system's own means."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack, suppress
from enum import StrEnum
from importlib.util import find_spec
from queue import SimpleQueue
from shutil import which
from threading import Thread
from typing import Protocol

from hiproutine.cues import CueOutput
from hiproutine.cues.finding import Finding
from hiproutine.cues.finding import State as Standing
from hiproutine.play.events import CountedIn, Events, Finished, IntervalStarted, Paused, Resumed, Stopped

SETTLING = 0.3
"""Seconds after which an inhibitor that still runs is taken to work."""
FAREWELL = 1.0
"""Seconds it has to end."""
INSTALL = "Install the extra: pip install “hiproutine[awake]”."


class State(StrEnum):
    """Whether the machine is kept awake."""

    OFF = "off"
    HELD = "held"
    FAILED = "failed"
    """Nothing on this machine could do it; the routine plays all the same."""


class Keeper(Protocol):
    """One way to keep a machine awake. Used by one thread alone."""

    name: str

    def there(self) -> bool:
        """Whether this machine has it; loads and starts nothing."""

    def hold(self) -> bool:
        """Keeps the machine awake; whether that worked."""

    def release(self) -> None:
        """Lets it sleep again."""


class Wakepy:
    """The library, by way of the desktop: the screen stays lit too."""

    name = "wakepy"

    def __init__(self) -> None:
        self._stack = ExitStack()

    def there(self) -> bool:
        """Whether the extra is installed."""
        return find_spec("wakepy") is not None

    def hold(self) -> bool:
        """Enters its mode; what it has to say about failing is not for the screen."""
        from wakepy import keep

        mode = self._stack.enter_context(keep.presenting(on_fail="pass"))
        return bool(mode.active)

    def release(self) -> None:
        """Ends what keeps the machine awake."""
        self._stack.close()


class Inhibitor:
    """A program of the system that keeps it awake as long as it runs."""

    def __init__(self, name: str, arguments: Sequence[str]) -> None:
        """`arguments` make it end by itself when this program does."""
        self.name = name
        self._arguments = tuple(arguments)
        self._process: subprocess.Popen[bytes] | None = None

    def there(self) -> bool:
        """Whether the program is installed."""
        return which(self.name) is not None

    def hold(self) -> bool:
        """Starts the inhibitor; the machine stays awake from here on."""
        path = which(self.name)
        if path is None:
            return False
        self._process = subprocess.Popen(  # noqa: S603 - an argument list of ours, no shell
            [path, *self._arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(SETTLING)
            self.release()
            return False
        return True

    def release(self) -> None:
        """Ends it: its input closes, which is what ends it too when this program is killed."""
        process, self._process = self._process, None
        if process is None:
            return
        if process.stdin:
            process.stdin.close()
        with suppress(OSError):
            process.terminate()
        try:
            process.wait(FAREWELL)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait(FAREWELL)


class WindowsRequest:
    """Asks Windows, for as long as the thread lives that asks."""

    name = "Windows"
    CONTINUOUS, SYSTEM, DISPLAY = 0x80000000, 0x1, 0x2

    def there(self) -> bool:
        """Whether this is Windows."""
        return sys.platform == "win32"

    def hold(self) -> bool:
        """Asks for system and display."""
        return self._ask(self.CONTINUOUS | self.SYSTEM | self.DISPLAY)

    def release(self) -> None:
        """Ends what keeps the machine awake."""
        self._ask(self.CONTINUOUS)

    @staticmethod
    def _ask(flags: int) -> bool:
        if sys.platform == "win32":
            import ctypes

            return bool(ctypes.windll.kernel32.SetThreadExecutionState(flags))
        return False


def keepers(environ: Mapping[str, str] = os.environ) -> list[Keeper]:
    """Every way that this machine has, the best first; none over ssh, where the person sits at another one."""
    if environ.get("SSH_CONNECTION"):
        return []
    why = ("--who=hiproutine", "--why=A routine is playing", "--mode=block")
    known: list[Keeper] = [
        Wakepy(),
        WindowsRequest(),
        Inhibitor("caffeinate", ("-d", "-i", "-w", str(os.getpid()))),
        Inhibitor("systemd-inhibit", ("--what=idle:sleep", *why, "cat")),
    ]
    return [keeper for keeper in known if keeper.there()]


def first_to_hold(ways: Sequence[Keeper]) -> Keeper | None:
    """The first that keeps the machine awake, and does from now on."""
    for keeper in ways:
        try:
            if keeper.hold():
                return keeper
            keeper.release()
        except Exception:  # noqa: BLE001, S112 - whatever it is, the next way may work
            continue
    return None


class Awake(CueOutput):
    """Follows a routine as a cue output does: awake while it plays, asleep when it may be. Never fails aloud."""

    name = "staying awake"
    audible = False

    def __init__(self, found: Callable[[], Sequence[Keeper]] = keepers) -> None:
        """Nothing is looked for, loaded or started before the routine begins."""
        self._found = found
        self._wishes: SimpleQueue[bool | None] = SimpleQueue()
        self._thread: Thread | None = None
        self._wanted = False
        self._still = False
        self.state = State.OFF
        self.how = ""
        """What keeps it awake, or what was tried."""

    def follow(self, events: Events) -> None:
        """Holds while time runs."""
        wanted = self._wanted
        for event in events:
            match event:
                case Paused():
                    self._still, wanted = True, False
                case CountedIn() | Resumed():
                    self._still, wanted = False, True
                case IntervalStarted():
                    wanted = not self._still
                case Finished() | Stopped():
                    wanted = False
        self._wish(wanted)

    def close(self) -> None:
        """Lets the machine sleep again."""
        self._wanted = False
        if self._thread:
            self._wishes.put(None)

    def _wish(self, wanted: bool) -> None:
        if wanted == self._wanted:
            return
        self._wanted = wanted
        if self._thread is None:
            self._thread = Thread(target=self._work, name="awake", daemon=True)
            self._thread.start()
        self._wishes.put(wanted)

    def _work(self) -> None:
        """What the thread does: one thread, since some ways to stay awake belong to the one that asked."""
        held: Keeper | None = None
        wish: bool | None = False
        while wish is not None:
            wish = self._wishes.get()
            while not self._wishes.empty():  # only the last counts, but an end is an end
                later = self._wishes.get()
                wish = None if wish is None else later
            if wish and held is None:
                held = self._hold()
            elif not wish and held is not None:
                with suppress(Exception):
                    held.release()
                held = None
            if not wish:
                self.state = State.OFF

    def _hold(self) -> Keeper | None:
        ways = self._found()
        held = first_to_hold(ways)
        self.how = held.name if held else " and ".join(way.name for way in ways)
        self.state = State.HELD if held else State.FAILED
        return held


def available(environ: Mapping[str, str] = os.environ, *, attempt: bool = False) -> Finding:
    """Whether this machine can be kept awake; `attempt` keeps it awake for a moment to know."""
    name = "staying awake"
    if environ.get("SSH_CONNECTION"):
        return Finding(name, Standing.WARN, "The machine you sit at is another one; hiproutine cannot keep it awake.")
    ways = keepers(environ)
    if not ways:
        return Finding(name, Standing.MISSING, "Nothing here keeps the machine awake.", INSTALL)
    works = first_to_hold(ways) if attempt else ways[0]
    if works is None:
        tried = " and ".join(way.name for way in ways)
        return Finding(name, Standing.WARN, f"Tried {tried}, without success.", "Ask your desktop to stay awake.")
    if attempt:
        works.release()
    return Finding(name, Standing.OK, f"{works.name} keeps the machine awake while a routine plays.")
