"""A figure in time: its key poses placed once, and the body at any moment."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import cos, pi
from typing import Final

from hiproutine.figures.kinematics import Key, between, settle
from hiproutine.figures.pose import Figure, Pose, Repeat
from hiproutine.figures.skeleton import Skeleton

BREATH: Final = 4.0
"""Seconds of a calm breath, in and out."""
REST: Final = 0.4
"""Seconds at each end of a movement whose poses say none, where it is shown over and over."""


@dataclass(frozen=True)
class Leg:
    """One stretch of a movement: from a key pose to another, then staying there; indices into `Motion.keys`."""

    start: int
    end: int
    into: float
    stay: float


class Motion:
    """A figure placed on the ground, to be asked for the body at a moment.

    `keys` are its key poses; with `repeat = swap` the poses of the other half follow those that were written.
    """

    def __init__(self, figure: Figure) -> None:
        self.figure = figure
        poses: tuple[Pose, ...] = figure.poses
        if figure.repeat is Repeat.SWAP:
            poses = (*poses, *(pose.swapped() for pose in poses))
        keys: list[Key] = []
        for pose in poses:
            keys.append(settle(pose, keys[-1] if keys else None, moving=figure.moving))
        self.keys: tuple[Key, ...] = tuple(keys)
        self.written: int = len(figure.poses)
        self.legs: tuple[Leg, ...] = self._round()
        self.seconds: float = sum(leg.into + leg.stay for leg in self.legs)
        """How long the movement takes once round, at the author's pace."""

    @property
    def moves(self) -> bool:
        """Whether there is more than one pose."""
        return len(self.keys) > 1

    def at(self, start: int, end: int, share: float, breath: float = 0.0) -> Skeleton:
        """On the way between two key poses, `share` 0 to 1 of the time; eased, so it sets off and arrives softly."""
        if start == end or share <= 0:
            key = self.keys[start]
            found = key.skeleton if not breath else between(key, key, 0, breath)
        else:
            eased = share if self.figure.moving else eased_share(share)
            found = between(self.keys[start], self.keys[end], eased, breath)
        return replace(found, swapped=True) if max(start, end) >= self.written and start >= self.written - 1 else found

    def still(self) -> Skeleton:
        """The pose that shows the exercise best: the last one written."""
        return self.keys[self.written - 1].skeleton

    def hold(self, seconds: float) -> Skeleton:
        """`seconds` after a hold began: comes into the last pose and stays, breathing."""
        for leg in self._out():
            if seconds < leg.into + leg.stay:
                return self.at(leg.start, leg.end, min(1.0, seconds / leg.into))
            seconds -= leg.into + leg.stay
        last = self.written - 1
        return self.at(last, last, 0.0, breath_share(seconds))

    def beat(self, part: int, share: float, *, other: bool = False) -> Skeleton:
        """In a repetition with a tempo: `part` 0 out, 1 pause, 2 back, 3 pause; `share` 0 to 1 of that part.

        `other` is the second of two repetitions that alternate the sides (`repeat = swap`).
        """
        if not self.moves:
            return self.keys[0].skeleton
        base = self.written if other and len(self.keys) > self.written else 0
        last = base + self.written - 1
        first = (base + self.written) % len(self.keys) if self.figure.repeat is Repeat.SWAP else 0
        if part in {1, 3}:
            return self.keys[last if part == 1 else first].skeleton
        if part == 0:
            return self._through([Leg(base + leg.start, base + leg.end, leg.into, 0) for leg in self._out()], share)
        if self.figure.repeat is Repeat.BACK:
            return self._through([Leg(leg.end, leg.start, leg.into, 0) for leg in reversed(self._out())], share)
        return self.at(last, first, share)

    def loop(self, seconds: float) -> Skeleton:
        """`seconds` into a movement that is shown over and over at the author's pace; one pose alone breathes."""
        if not self.moves:
            return self.at(0, 0, 0.0, breath_share(seconds))
        seconds %= self.seconds
        for leg in self.legs:
            if seconds < leg.into + leg.stay:
                return self.at(leg.start, leg.end, min(1.0, seconds / leg.into))
            seconds -= leg.into + leg.stay
        return self.keys[self.legs[-1].end].skeleton

    def samples(self, between_keys: int = 4) -> tuple[Skeleton, ...]:
        """The body along the whole movement: every key pose and some moments on every way."""
        shares = [(step + 1) / (between_keys + 1) for step in range(between_keys)]
        ways = [self.at(leg.start, leg.end, share) for leg in self.legs for share in shares]
        return (*(key.skeleton for key in self.keys), *ways)

    def _out(self) -> list[Leg]:
        poses = self.figure.poses
        return [Leg(i - 1, i, poses[i].into, poses[i].stay) for i in range(1, self.written)]

    def _round(self) -> tuple[Leg, ...]:
        count = len(self.keys)
        if count == 1:
            return ()
        poses = [key.pose for key in self.keys]
        out = [Leg(i - 1, i, poses[i].into, poses[i].stay) for i in range(1, count)]
        if self.figure.repeat is Repeat.BACK:
            rest = REST if not any(pose.stay for pose in poses) else 0.0
            back = [Leg(i, i - 1, poses[i].into, poses[i - 1].stay if i == 1 else 0.0) for i in range(count - 1, 0, -1)]
            ends = {len(out) - 1, len(out) + len(back) - 1}
            return tuple(
                Leg(leg.start, leg.end, leg.into, leg.stay + rest if number in ends else leg.stay)
                for number, leg in enumerate([*out, *back])
            )
        return (*out, Leg(count - 1, 0, poses[0].into, poses[0].stay))

    def _through(self, legs: list[Leg], share: float) -> Skeleton:
        """Several ways as one, `share` 0 to 1 of their time together."""
        total = sum(leg.into for leg in legs)
        left = min(max(share, 0.0), 1.0) * total
        for leg in legs:
            if left <= leg.into:
                return self.at(leg.start, leg.end, left / leg.into)
            left -= leg.into
        return self.keys[legs[-1].end if legs else 0].skeleton


def eased_share(share: float) -> float:
    """0 to 1, slow at both ends."""
    return (1 - cos(pi * min(max(share, 0.0), 1.0))) / 2


def breath_share(seconds: float) -> float:
    """How far in the breath is: 0 to 1 and back once in `BREATH` seconds."""
    return (1 - cos(2 * pi * seconds / BREATH)) / 2
