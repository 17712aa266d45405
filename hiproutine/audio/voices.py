"""Voices that write instead of speaking: each text as samples, rendered once and kept."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import wave
from array import array
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Protocol

from hiproutine.audio.rendering import Rendering, command_of, names_of
from hiproutine.cues.lengths import estimated
from hiproutine.cues.speech import SLOW, START, speakable
from hiproutine.cues.tones import RATE
from hiproutine.errors import HiproutineError, printable

QUIET = 60
"""A sample below this is silence: what stands before the first sound of a word and after its last is left out."""
TAIL = RATE // 50
"""Samples of it that stay at the end."""
KEPT_MOST = 200 * 1024 * 1024
"""Bytes of rendered words that are kept; the oldest go."""
AT_ONCE = max(1, min(4, os.cpu_count() or 1))


class NoVoice(HiproutineError):
    """Raised where nothing can be said; names the voice, and says what helps."""


class Renders(Protocol):
    """Something that makes a WAV of a text."""

    @property
    def identity(self) -> str:
        """What its sounds are kept under: another voice or pace is another one."""

    def wav(self, text: str, within: float) -> bytes:
        """The text as a WAV. Raises NoVoice."""

    def close(self) -> None:
        """Lets go of what it holds."""


class SystemVoice:
    """A program of the system that writes what it would say."""

    def __init__(self, rendering: Rendering, name: str | None, pace: float) -> None:
        self._rendering, self._name, self._pace = rendering, name, pace

    @property
    def identity(self) -> str:
        """The program as it is installed, the voice and the pace."""
        place = self._rendering.path() or self._rendering.program
        with suppress(OSError):
            status = Path(place).stat()
            place = f"{place} {status.st_size} {int(status.st_mtime)}"
        return f"{place} {self._name or ''} {self._pace:g}"

    def wav(self, text: str, within: float) -> bytes:
        """The text as a WAV.

        Raises:
            NoVoice: the program fails, says nothing, or does not come to an end.
        """
        called = self._rendering.program
        with TemporaryDirectory(prefix="hiproutine-voice-") as folder:
            out = Path(folder) / "said.wav"
            command, told = command_of(self._rendering, self._name, self._pace, out)
            try:
                done = subprocess.run(  # noqa: S603 - an argument list of ours, no shell
                    command,
                    input=f"{text}\n".encode("utf-8", "replace"),
                    capture_output=True,
                    timeout=within,
                    start_new_session=True,
                    check=False,
                    env={**os.environ, **told},
                )
            except subprocess.TimeoutExpired as error:
                raise NoVoice(f"{called} does not come to an end") from error
            except OSError as error:
                raise NoVoice(f"{called} cannot be started: {error.strerror}") from error
            found = out.read_bytes() if out.is_file() else done.stdout
        if done.returncode or not found:
            why = " ".join(done.stderr.decode("utf-8", "replace").split())[:120]
            raise NoVoice(f"{called} failed{f': {printable(why)}' if why else f' with status {done.returncode}'}")
        return found

    def close(self) -> None:
        """Nothing is held."""


def system_voice(name: str | None, pace: float, renderings: Sequence[Rendering] | None = None) -> SystemVoice:
    """The voice of this machine; `name` is a program's, or a voice of the first program that is there.

    Raises:
        NoVoice: there is none.
    """
    all_known = names_of(sys.platform) if renderings is None else renderings
    there = [one for one in all_known if one.path()]
    asked = [one for one in there if one.program == name]
    if name and any(one.program == name for one in all_known) and not asked:
        raise NoVoice(f"there is no {name} on this machine")
    if not there:
        raise NoVoice("there is no voice on this machine that can be written down")
    if name and name.startswith("-"):
        raise NoVoice(f"no voice is called {printable(name)}")
    return SystemVoice((asked or there)[0], None if asked else name, pace)


class Spoken:
    """Every text that is said, as samples; each is made once, and kept in a folder for the next time."""

    def __init__(self, voice: Renders, folder: Path | None, pace: float) -> None:
        self._voice = voice
        mark = hashlib.sha256(voice.identity.encode()).hexdigest()[:16]
        self._folder = folder / mark if folder else None
        self._pace = pace
        self.sounds: dict[str, array[int]] = {}

    def lasts(self, text: str) -> float:
        """How many seconds a text takes; estimated until it is made."""
        sound = self.sounds.get(text) or self._kept(text)
        return len(sound) / RATE if sound else estimated(text) / self._pace

    def make(self, texts: Iterable[str], told: Callable[[float], None] = lambda _: None) -> None:
        """Makes what is not there yet, several at once; `told` hears what share is there.

        Raises:
            NoVoice: the voice fails or hangs.
        """
        wanted = [text for text in dict.fromkeys(texts) if text not in self.sounds and not self._kept(text)]
        with ThreadPoolExecutor(AT_ONCE) as pool:
            try:
                for number, (text, sound) in enumerate(zip(wanted, pool.map(self._made, wanted), strict=True), 1):
                    self.sounds[text] = sound
                    told(number / len(wanted))
            except BaseException:
                pool.shutdown(wait=False, cancel_futures=True)
                raise

    def only(self, texts: Iterable[str]) -> None:
        """Lets go of every sound but these."""
        kept = set(texts)
        self.sounds = {text: sound for text, sound in self.sounds.items() if text in kept}

    def _made(self, text: str) -> array[int]:
        plain = speakable(text)
        if not plain:
            return array("h")
        sound = from_wav(self._voice.wav(plain, START + SLOW * estimated(plain) / self._pace))
        if self._folder:
            with suppress(OSError):
                self._folder.mkdir(parents=True, exist_ok=True)
                beside = self._place(text).with_suffix(f".{os.getpid()}")
                beside.write_bytes(sound.tobytes())
                beside.replace(self._place(text))
        return sound

    def _kept(self, text: str) -> array[int] | None:
        """What was made an earlier time."""
        if not self._folder:
            return None
        sound = array("h")
        try:
            sound.frombytes(self._place(text).read_bytes())
        except (OSError, ValueError):
            return None
        self.sounds[text] = sound
        return sound

    def _place(self, text: str) -> Path:
        assert self._folder  # noqa: S101
        return self._folder / f"{hashlib.sha256(text.encode('utf-8', 'replace')).hexdigest()[:32]}.raw"


def tidy(folder: Path, most: int = KEPT_MOST) -> None:
    """Lets the oldest words go where more is kept than is worth it."""
    with suppress(OSError):
        files = sorted((one.stat().st_mtime, one.stat().st_size, one) for one in folder.rglob("*.raw"))
        over = sum(size for _, size, _ in files) - most
        for _, size, path in files:
            if over <= 0:
                return
            path.unlink(missing_ok=True)
            over -= size


def from_wav(data: bytes) -> array[int]:
    """The samples of a WAV, at our rate and with one channel, without the silence around them.

    Raises:
        NoVoice: it is none.
    """
    try:
        with wave.open(BytesIO(data)) as file:
            width, channels, rate = file.getsampwidth(), file.getnchannels(), file.getframerate()
            frames = file.readframes(len(data))  # what a pipe is told of the length is made up
    except (wave.Error, EOFError) as error:
        raise NoVoice("what the voice writes is no WAV") from error
    if width != 2:
        raise NoVoice(f"the voice writes {8 * width} bits a sample, and 16 are needed")
    sound = array("h")
    sound.frombytes(frames[: len(frames) // 2 * 2])
    if sys.byteorder == "big":
        sound.byteswap()
    return _trimmed(_at_rate(sound[::channels], rate))


def _at_rate(sound: array[int], rate: int) -> array[int]:
    """The sound at our rate: each sample between the two that were there."""
    if rate == RATE or not sound:
        return sound
    step, last = rate / RATE, len(sound) - 1
    made = array("h")
    for number in range(int(len(sound) / step)):
        place = number * step
        at = int(place)
        following = sound[min(last, at + 1)]
        made.append(round(sound[at] + (following - sound[at]) * (place - at)))
    return made


def _trimmed(sound: array[int]) -> array[int]:
    loud = (place for place, value in enumerate(sound) if value > QUIET or value < -QUIET)
    first = next(loud, None)
    if first is None:
        return array("h")
    last = next(place for place in range(len(sound) - 1, -1, -1) if abs(sound[place]) > QUIET)
    return sound[first : last + 1 + TAIL]
