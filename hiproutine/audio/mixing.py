"""Tones and words as one track of samples, block by block, so that no more than a few seconds are in memory. Pure."""

from __future__ import annotations

import sys
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import add

from hiproutine.audio.score import Score
from hiproutine.cues.tones import RATE, samples

BLOCK = 4 * RATE
"""Samples that are made at once."""
FADE = RATE // 100
"""Samples in which something that is broken off dies away; without them it would click."""
LOUDEST, QUIETEST = 32_767, -32_768


@dataclass(frozen=True, slots=True)
class Clip:
    """Samples that begin at a sample of the track."""

    start: int
    sound: array[int]


@dataclass(frozen=True, slots=True)
class Track:
    """All that sounds, and how many samples it is long."""

    clips: Sequence[Clip]
    length: int

    def blocks(self, told: Callable[[float], None]) -> Iterator[array[int]]:
        """The samples, block by block; `told` hears how much of it was taken, from 0 to 1."""
        done = 0
        for block in blocks(self.clips, self.length):
            yield block
            done += len(block)
            told(done / self.length)


def clips_of(score: Score, voice: Mapping[str, array[int]], volume: int) -> list[Clip]:
    """Everything that is heard, in order of its beginning; a text without a sound is left out."""
    tones = {signal: samples(signal, volume) for signal in {tone.signal for tone in score.tones}}
    clips = [Clip(sample(tone.at), tones[tone.signal]) for tone in score.tones]
    clips += [
        Clip(sample(words.at), _broken_off(sound, sample(words.until) - sample(words.at)))
        for words in score.words
        if (sound := voice.get(words.text))
    ]
    return sorted(clips, key=lambda clip: clip.start)


def blocks(clips: Iterable[Clip], length: int) -> Iterator[array[int]]:
    """The track of so many samples, in blocks of 16-bit samples; where several sound at once they are added."""
    waiting = sorted(clips, key=lambda clip: clip.start, reverse=True)
    sounding: list[Clip] = []
    for begin in range(0, length, BLOCK):
        end = min(length, begin + BLOCK)
        while waiting and waiting[-1].start < end:
            sounding.append(waiting.pop())
        yield _block(sounding, begin, end)
        sounding = [clip for clip in sounding if clip.start + len(clip.sound) > end]


def little_endian(block: array[int]) -> bytes:
    """The samples as files hold them."""
    if sys.byteorder == "big":
        block = array("h", block)
        block.byteswap()
    return block.tobytes()


def sample(seconds: float) -> int:
    """The sample at a moment."""
    return round(seconds * RATE)


def _block(sounding: list[Clip], begin: int, end: int) -> array[int]:
    block = array("h", bytes(2 * (end - begin)))
    filled = begin
    for clip in sorted(sounding, key=lambda one: one.start):
        first, last = max(begin, clip.start), min(end, clip.start + len(clip.sound))
        mixed = max(first, min(filled, last))
        if mixed > first:
            block[first - begin : mixed - begin] = _added(
                block[first - begin : mixed - begin], clip.sound[first - clip.start : mixed - clip.start]
            )
        if last > mixed:
            block[mixed - begin : last - begin] = clip.sound[mixed - clip.start : last - clip.start]
        filled = max(filled, last)
    return block


def _added(one: array[int], other: array[int]) -> array[int]:
    sums = list(map(add, one, other))
    if max(sums) > LOUDEST or min(sums) < QUIETEST:
        sums = [min(LOUDEST, max(QUIETEST, value)) for value in sums]
    return array("h", sums)


def _broken_off(sound: array[int], length: int) -> array[int]:
    """So many samples of a sound, dying away where it is cut."""
    if length >= len(sound):
        return sound
    kept = sound[: max(0, length)]
    dying = min(FADE, len(kept))
    for place in range(dying):
        kept[-1 - place] = kept[-1 - place] * place // dying
    return kept
