"""A short routine, a voice that is a buzz, and files read back as samples."""

from __future__ import annotations

import wave
from array import array
from functools import cache
from io import BytesIO
from math import pi, sin
from pathlib import Path

import numpy as np
import numpy.typing as npt
import soundfile

from hiproutine.cues import Signal
from hiproutine.cues.tones import RATE
from hiproutine.cues.tones import samples as samples_of
from hiproutine.plan.model import Plan
from tests.desk import Desk

Samples = npt.NDArray[np.float64]

SHORT = """
title = "Sounds & signs"
summary = "Short, with everything in it."
[defaults]
get_ready = "6s"
transition = "5s"
switch = "5s"
[[steps]]
name = "Clamshell"
hold = "20s"
sides = "each"
cues = ["Slowly", { at = "-6s", say = "Nearly there" }]
[[steps]]
confirm = "Shoes tied?"
[[steps]]
name = "Bridge"
reps = 3
sets = 2
set_rest = "6s"
[[steps]]
name = "Slow ones"
reps = 2
tempo = "2-1-2"
"""
"""Holds, sides, a sentence, repetitions, sets and a tempo: 6 + 20 + 5 + 20 + 10 + 5 + 12 + 6 + 12 + 5 + 10 seconds."""
HUM = array("h", (round(6000 * sin(2 * pi * place / 147)) for place in range(147)))
"""A period of 150 hertz."""
SECONDS = 6 + 20 + 5 + 20 + 10 + 5 + 12 + 6 + 12 + 5 + 10


def short_plan(desk: Desk) -> Plan:
    """The plan of the short routine."""
    return desk.plan(SHORT)


class Buzz:
    """A voice that hums for a twentieth of a second a character; it counts what it is asked."""

    identity = "buzz"

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.closed = False

    def wav(self, text: str, within: float) -> bytes:
        """A hum as a WAV."""
        assert within > 0
        self.asked.append(text)
        return wav_of((HUM * (len(text) * RATE // 20 // len(HUM) + 1))[: len(text) * RATE // 20])

    def close(self) -> None:
        """Remembers it."""
        self.closed = True


def wav_of(sound: array[int], rate: int = RATE) -> bytes:
    """Samples as a WAV."""
    made = BytesIO()
    with wave.open(made, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(rate)
        file.writeframes(sound.tobytes())
    return made.getvalue()


def decoded(path: Path) -> Samples:
    """The samples of a file, as another library decodes it."""
    found, rate = soundfile.read(str(path))
    assert found.ndim == 1
    samples: Samples = found
    if rate == RATE:
        return samples
    there: Samples = np.interp(np.arange(len(found) * RATE // rate) * rate / RATE, np.arange(len(found)), samples)
    return there


@cache
def _tone(signal: Signal, volume: int) -> Samples:
    return np.array(samples_of(signal, volume), dtype=float) / 32768


def shift_of(track: Samples, signal: Signal, at: float, volume: int = 80) -> float:
    """How many seconds from `at` a signal is found in a track, looked for within a fiftieth of a second."""
    tone = _tone(signal, volume)
    around = RATE // 50
    begin = round(at * RATE) - around
    piece = np.concatenate([np.zeros(max(0, -begin)), track[max(0, begin) : begin + 2 * around + len(tone)]])
    piece = np.concatenate([piece, np.zeros(2 * around + len(tone) - len(piece))])
    size = len(piece)  # nothing wraps around into the places that are looked at
    likeness = np.fft.irfft(np.fft.rfft(piece) * np.conj(np.fft.rfft(tone, size)), size)[: 2 * around + 1]
    return float(int(np.argmax(likeness)) - around) / RATE
