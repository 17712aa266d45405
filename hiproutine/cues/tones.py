"""The signals as sounds, made here: short notes with overtones, so that they carry over music. Pure."""

from __future__ import annotations

import sys
import wave
from array import array
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from math import exp, pi, sin

from hiproutine.cues import Signal

RATE = 22_050
"""Samples a second: the highest overtone stays under a third of it."""
LOUDEST = 0.9
"""The highest peak, as a share of what a sample can hold."""
OVERTONES = (1.0, 0.5, 0.3)
"""How strong a note is at once, twice and three times its frequency. The upper two lie where hearing is keenest."""
ATTACK, RELEASE = 0.006, 0.02
"""Seconds in which a note swells and dies away; without them it would click."""


@dataclass(frozen=True, slots=True)
class Note:
    """One sound of a signal."""

    frequency: float
    seconds: float
    strength: float = 1.0
    fading: float = 6.0
    """How fast it fades: after 1/fading of a second it is down to 37 %."""


D5, G5, A5, B5, D6 = 587.33, 783.99, 880.0, 987.77, 1174.66
"""Notes of one chord of G, so that no two in a row clash."""
FINENESS = 4096
"""Points of one period; a frequency is met by going through them faster or slower."""
GAP = 0.07
"""Seconds of silence between the notes of a signal."""

NOTES: dict[Signal, tuple[Note, ...]] = {
    Signal.COUNT: (Note(D5, 0.14),),
    Signal.ZERO: (Note(D6, 0.35, fading=5),),
    Signal.HALF: (Note(A5, 0.13), Note(A5, 0.13)),
    Signal.OPENING: (Note(G5, 0.12), Note(B5, 0.12), Note(D6, 0.3, fading=5)),
    Signal.BEAT: (Note(G5, 0.06, strength=0.35, fading=30),),
    Signal.TICK: (Note(G5, 0.03, strength=0.15, fading=60),),
    Signal.END: (Note(G5, 1.4, fading=2),),
}


def samples(signal: Signal, volume: int = 100) -> array[int]:
    """The sound of a signal, 16 bits a sample; volume from 0 to 100."""
    sound = array("h")
    loudness = LOUDEST * (max(0, min(100, volume)) / 100) ** 2  # ears hear ratios: half of the knob is half as loud
    for number, note in enumerate(NOTES[signal]):
        if number:
            sound.extend([0] * int(GAP * RATE))
        sound.extend(_note(note, loudness))
    return sound


def wav(signal: Signal, volume: int = 100) -> bytes:
    """The sound of a signal as a WAV file."""
    sound = samples(signal, volume)
    if sys.byteorder == "big":
        sound.byteswap()
    file = BytesIO()
    with wave.open(file, "wb") as writer:
        writer.setnchannels(1)
        writer.setsampwidth(2)
        writer.setframerate(RATE)
        writer.writeframes(sound.tobytes())
    return file.getvalue()


def seconds_of(signal: Signal) -> float:
    """How long a signal sounds."""
    notes = NOTES[signal]
    return sum(note.seconds for note in notes) + GAP * (len(notes) - 1)


@cache
def _period() -> tuple[float, ...]:
    """One period of a note at its loudest, with its overtones."""
    angles = [2 * pi * place / FINENESS for place in range(FINENESS)]
    heights = [sum(share * sin(number * angle) for number, share in enumerate(OVERTONES, 1)) for angle in angles]
    highest = max(heights)
    return tuple(height / highest for height in heights)


def _note(note: Note, loudness: float) -> list[int]:
    """A note: its period again and again, swelling at once, fading, and dying away at the end."""
    period, step = _period(), note.frequency * FINENESS / RATE
    length, fade = int(note.seconds * RATE), exp(-note.fading / RATE)
    strength = 32_767 * loudness * note.strength
    made = []
    for place in range(length):
        made.append(strength * period[int(place * step) % FINENESS])
        strength *= fade
    for place in range(swelling := int(ATTACK * RATE)):
        made[place] *= place / swelling
    for place in range(dying := int(RELEASE * RATE)):
        made[-1 - place] *= place / dying
    return [round(value) for value in made]
