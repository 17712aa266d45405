"""The signals as sounds: made here, played by a program of the system, by a thread of their own."""

from __future__ import annotations

import atexit
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from queue import Empty, SimpleQueue
from tempfile import TemporaryDirectory
from threading import Thread

from hiproutine import clock
from hiproutine.cues import CueFailure, CueOutput, Signal
from hiproutine.cues.finding import Finding, State
from hiproutine.cues.programs import Child, Program, Roster, first_there

PLAYERS = (
    Program("afplay"),
    Program("pw-play"),
    Program("paplay"),
    Program("aplay", ("-q",)),
    Program("ffplay", ("-nodisp", "-autoexit", "-loglevel", "quiet")),
)
"""Programs that play a WAV file, those that share the device first."""

USUAL_VOLUME = 80
LATE = 0.25
"""Seconds after which a sound is no longer made: a beep that comes late counts wrong."""
MOST_AT_ONCE = 3
"""Programs at work at once; with a device that blocks, further sounds are left out."""
LONGEST = 3.0
"""Seconds a program may take beyond the sound itself."""
LOOK = 0.1
"""Seconds between two looks at programs that are at work."""
LAST = 2.5
"""Seconds the last sound has when the program ends."""

LACKING = "there is no program to play sounds"
INSTALL = "Install a player of sounds: alsa-utils (aplay), pulseaudio-utils (paplay) or pipewire-bin (pw-play)."


class Sound(CueOutput):
    """Plays the signals. What cannot be played at once is not played."""

    name = "sound"

    def __init__(self, volume: int = USUAL_VOLUME, players: Sequence[Program] = PLAYERS) -> None:
        """Volume from 0 to 100. Nothing is made, looked for or started before the first signal."""
        self._volume = volume
        self._roster = Roster(players, LACKING)
        self._orders: SimpleQueue[tuple[Signal | None, float]] = SimpleQueue()
        self._children: list[tuple[float, Child]] = []
        """Each with the moment at which its sound was asked for."""
        self._silent_since = -1.0
        self._closing = False
        self._unmade = [Signal.END, Signal.OPENING, Signal.HALF, Signal.ZERO]
        """Sounds that take a moment to make, the one that is needed first at the end."""
        self._folder: TemporaryDirectory[str] | None = None
        self._thread: Thread | None = None

    def signal(self, signal: Signal) -> None:
        """Has a sound played by the thread. Raises CueFailure once nothing can play it."""
        if self._roster.trouble:
            raise CueFailure(self._roster.trouble)
        if self._thread is None:
            self._thread = Thread(target=self._work, name="sound", daemon=True)
            self._thread.start()
            atexit.register(self._farewell)
        self._orders.put((signal, clock.counting_sleep()))

    def hush(self) -> None:
        """Breaks off what sounds, and what was ordered."""
        self._silent_since = clock.counting_sleep()
        self._orders.put((None, 0.0))

    def close(self) -> None:
        """No further sounds; the last one may end."""
        self._closing = True
        self._orders.put((None, 0.0))

    def _farewell(self) -> None:
        """Gives the last sound its time when the program ends, and leaves no player behind."""
        self.close()
        if self._thread:
            self._thread.join(LAST)
            for _, child in tuple(self._children):
                child.kill()

    def _work(self) -> None:
        """What the thread does, until it is closed and silent."""
        try:
            while not (self._closing and not self._children and self._orders.empty()):
                busy = self._children or (self._folder and self._unmade)
                try:
                    signal, asked = self._orders.get(timeout=LOOK if busy else None)
                except Empty:
                    self._prepare()
                else:
                    if signal and asked >= self._silent_since and clock.counting_sleep() - asked <= LATE:
                        self._play(signal, asked)
                self._look_after()
        except Exception as error:  # noqa: BLE001 - whatever it is, it is said by the next signal
            self._roster.trouble = str(error) or type(error).__name__
        if self._folder:
            self._folder.cleanup()
        atexit.unregister(self._farewell)

    def _look_after(self) -> None:
        """Breaks off what is to be silent or hangs, and takes leave of what has ended."""
        silent = self._silent_since
        for asked, child in tuple(self._children):
            hushed = asked < silent
            if not (hushed or child.overdue or child.over()):
                continue
            if not hushed:
                self._roster.ended(child)
            child.kill()
            self._children.remove((asked, child))

    def _play(self, signal: Signal, asked: float) -> None:
        if len(self._children) >= MOST_AT_ONCE:
            return
        path = self._file(signal)
        if sys.platform == "win32":
            import winsound

            winsound.PlaySound(str(path), winsound.SND_FILENAME | winsound.SND_ASYNC)
            return
        while program := self._roster.best():
            try:
                from hiproutine.cues.tones import seconds_of

                child = Child(program, str(path), within=seconds_of(signal) + LONGEST)
            except OSError as error:
                self._roster.drop(program, str(error))
            else:
                self._children.append((asked, child))
                return

    def _prepare(self) -> None:
        """Makes a sound that will be needed, while nothing else is to be done."""
        if self._folder and self._unmade:
            self._file(self._unmade.pop())

    def _file(self, signal: Signal) -> Path:
        """The sound of a signal as a file, made when it is first needed."""
        if self._folder is None:
            self._folder = TemporaryDirectory(prefix="hiproutine-", ignore_cleanup_errors=True)
        path = Path(self._folder.name, f"{signal.value}.wav")
        if not path.exists():
            from hiproutine.cues.tones import wav

            path.write_bytes(wav(signal, self._volume))
        return path


def available(environ: Mapping[str, str] = os.environ) -> Finding:
    """Whether sounds can be heard here."""
    if sys.platform == "win32":
        return Finding("sound", State.OK, "Windows plays the sounds.")
    program = first_there(PLAYERS)
    if program is None:
        return Finding("sound", State.MISSING, f"{LACKING[0].upper()}{LACKING[1:]}.", INSTALL)
    if environ.get("SSH_CONNECTION"):
        return Finding(
            "sound",
            State.WARN,
            f"{program.name} would play the sounds on the machine you are connected to, not where you are.",
            "The bell rings where you are.",
        )
    if not _card(environ):
        return Finding(
            "sound", State.WARN, f"{program.name} is there, but no sound card is to be seen.", "The bell may be heard."
        )
    return Finding("sound", State.OK, f"{program.name} plays the sounds.")


def _card(environ: Mapping[str, str]) -> bool:
    """Whether something is there that a sound could come out of: a server, or a device."""
    if sys.platform != "linux" or environ.get("PULSE_SERVER"):
        return True
    runtime = environ.get("XDG_RUNTIME_DIR", "")
    servers = [Path(runtime, name) for name in ("pulse/native", "pipewire-0")] if runtime else []
    return any(place.exists() for place in servers) or any(Path("/dev/snd").glob("pcm*p"))
