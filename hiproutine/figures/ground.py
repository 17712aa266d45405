"""The ground under a figure that gets along: it runs by as far as the foot that stands on it takes it."""

from __future__ import annotations

from math import floor
from typing import Final

from hiproutine.figures.body import joint
from hiproutine.figures.kinematics import Key, bears
from hiproutine.figures.motion import Leg, Motion
from hiproutine.figures.reaching import part

DASH: Final = 12
"""Dots of a dash of the ground with its gap, at the least."""
PACE: Final = 10
"""Frames a second at most, wherever a figure moves."""
FRAMES: Final = 3


def strides_of(motion: Motion) -> dict[tuple[int, int], tuple[float, float]]:
    """By the two key poses of a way: how far the ground has come when it begins, and how far it goes; body heights.

    Where nothing stands on the ground it goes on as fast as on the average.
    """
    gone = {leg: _gone(motion, leg) for leg in motion.legs}
    stood = [leg for leg in motion.legs if gone[leg] is not None]
    seconds = sum(leg.into for leg in stood)
    speed = sum(gone[leg] or 0.0 for leg in stood) / seconds if seconds else 0.0
    found, at = {}, 0.0
    for leg in motion.legs:
        way = gone[leg]
        found[leg.start, leg.end] = (at, way := leg.into * speed if way is None else way)
        at += way
    return found


def dash_of(length: float, seconds: float) -> float:
    """The length of a dash with its gap, in dots, where `length` dots pass in one round; 0 where nothing runs by.

    A whole number of them is the round. None goes by faster than in `FRAMES` frames, or it would seem to go backward.
    """
    if length <= 1:
        return 0.0
    wanted = max(DASH, FRAMES * length / (seconds * PACE))
    return length / max(1, floor(length / wanted))


def _gone(motion: Motion, leg: Leg) -> float | None:
    """How far the feet that stand are taken back on a way, be it from heel to toes; None where none does."""
    start, end = motion.keys[leg.start], motion.keys[leg.end]
    back = [
        start.skeleton.points[point][0] - end.skeleton.points[point][0]
        for side in _standing(start) & _standing(end)
        for point in (joint(side, "toe"), joint(side, "heel"))
    ]
    return sum(back) / len(back) if back else None


def _standing(key: Key) -> set[str]:
    return {one.point.partition("_")[0] for one in key.held if bears(one) and part(one) in {"foot", "toes", "heel"}}
