"""The moments of one interval that are told once: its cues, its half, and the beats of its repetitions. Pure."""

from __future__ import annotations

from itertools import accumulate
from typing import NamedTuple

from hiproutine.plan.model import Interval, Kind
from hiproutine.play.events import CueDue, Event, HalfReached, RepBeat

HALF_FROM = 20.0
"""Seconds an interval of work has at least for its half to be marked (as JAWT and Seconds do, for short ones not)."""


class Mark(NamedTuple):
    """A moment, in seconds of the interval, and what is told then."""

    moment: float
    rank: int
    """Which of two at the same moment comes first: 0 cue, 1 half, 2 repetition."""
    number: int
    """Which cue, or which beat."""

    def event(self, at: float, interval: Interval) -> Event:
        """The event that tells it, at a moment of the engine's clock."""
        if self.rank == 0:
            return CueDue(at, interval, interval.cues[self.number].say)
        if self.rank == 1:
            return HalfReached(at, interval)
        parts = len(interval.tempo or (0,))
        return RepBeat(at, interval, self.number // parts + 1, self.number % parts)

    def same(self, other: Mark) -> bool:
        """Whether both tell the same, at whatever moment."""
        return (self.rank, self.number) == (other.rank, other.number)


def marks_of(interval: Interval, length: float) -> list[Mark]:
    """Every mark of an interval that takes so many seconds, in order."""
    marks = [Mark(cue.moment(interval.seconds, length), 0, number) for number, cue in enumerate(interval.cues)]
    if interval.kind is Kind.WORK and not interval.waits and length >= HALF_FROM:
        marks.append(Mark(length / 2, 1, 0))
    if interval.tempo and interval.all_reps:
        beats = interval.tempo * interval.all_reps
        starts = accumulate(beats, initial=0)
        marks += [
            Mark(float(start), 2, number)
            for number, (start, beat) in enumerate(zip(starts, beats, strict=False))
            if beat
        ]
    return sorted(marks)
