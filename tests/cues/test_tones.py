"""The signals as sounds: as many notes as the grammar wants, at their heights, without a click or a clip."""

from __future__ import annotations

import wave
from array import array
from io import BytesIO
from itertools import pairwise
from math import cos, pi, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hiproutine.cues import Signal
from hiproutine.cues.tones import D5, D6, NOTES, RATE, samples, seconds_of, wav

COUNT, ZERO, HALF, OPENING, BEAT, TICK, END = Signal


def strength(sound: array[int], frequency: float) -> float:
    """How much of a frequency is in a sound (Goertzel)."""
    twice = 2 * cos(2 * pi * frequency / RATE)
    last = before = 0.0
    for value in sound:
        last, before = value + twice * last - before, last
    return sqrt(max(0.0, last * last + before * before - twice * last * before)) / len(sound)


def bursts(sound: array[int]) -> int:
    """How many notes are heard: stretches of sound with at least 50 ms of silence between."""
    count, silent = 0, RATE
    for value in sound:
        if value:
            count += silent > RATE * 0.05
            silent = 0
        else:
            silent += 1
    return count


@pytest.mark.parametrize(("signal", "notes"), [(COUNT, 1), (ZERO, 1), (HALF, 2), (OPENING, 3), (BEAT, 1), (END, 1)])
def test_a_signal_has_its_number_of_notes(signal: Signal, notes: int) -> None:
    assert bursts(samples(signal)) == notes


def test_the_count_is_low_and_zero_is_an_octave_above_it() -> None:
    low, high = samples(COUNT), samples(ZERO)
    assert strength(low, D5) > strength(low, D6) > 0
    assert strength(high, D6) > 5 * strength(high, D5)


def test_the_end_is_the_longest_and_everything_else_is_short() -> None:
    lengths = {signal: seconds_of(signal) for signal in Signal}
    assert max(lengths, key=lambda signal: lengths[signal]) is END
    assert lengths.pop(END) > 1
    assert max(lengths.values()) < 0.8
    assert lengths[COUNT] < 0.2


@pytest.mark.parametrize("signal", list(Signal))
def test_a_sound_is_loud_enough_swells_and_dies_away(signal: Signal) -> None:
    sound = samples(signal)
    peak = max(map(abs, sound))
    assert {BEAT: 4_000, TICK: 800}.get(signal, 14_000) < peak < 32_000
    assert abs(sound[0]) < 200
    assert abs(sound[-1]) < 200
    assert max(abs(b - a) for a, b in pairwise(sound)) < peak


@given(signal=st.sampled_from([COUNT, BEAT, TICK]), volume=st.integers(-20, 130))
def test_volume_goes_from_silence_to_loud(signal: Signal, volume: int) -> None:
    peak, louder = (max(map(abs, samples(signal, at))) for at in (volume, volume + 10))
    assert 0 <= peak <= louder <= 32_767
    assert (peak == 0) == (volume <= 0)


@pytest.mark.parametrize("signal", list(Signal))
def test_the_file_is_a_wav_that_holds_the_sound(signal: Signal) -> None:
    with wave.open(BytesIO(wav(signal, 50))) as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, RATE)
        assert array("h", file.readframes(file.getnframes())) == samples(signal, 50)
        assert file.getnframes() / RATE == pytest.approx(seconds_of(signal), abs=0.001)


def test_no_two_signals_sound_the_same() -> None:
    assert len({NOTES[signal] for signal in Signal}) == len(Signal)
