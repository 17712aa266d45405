"""A figure in time: its key poses placed once, and the body at any moment."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import cos, pi
from typing import Final, NamedTuple

from hiproutine.figures.kinematics import Key, between, settle
from hiproutine.figures.pose import Figure, Pose, Repeat
from hiproutine.figures.skeleton import Skeleton

BREATH: Final = 4.0
"""Seconds of a calm breath, in and out."""
REST: Final = 0.4
"""Seconds at each end of a movement whose poses say none, where it is shown over and over."""
SAMPLES: Final = 5
"""Parts a way between two key poses is taken in where its room and its length are reckoned."""


@dataclass(frozen=True)
class Leg:
    """One stretch of a movement: from a key pose to another, then staying there; indices into `Motion.keys`."""

    start: int
    end: int
    into: float
    stay: float


class Place(NamedTuple):
    """Where a movement has come to: on the way between two key poses, indices into `Motion.keys`."""

    start: int
    end: int
    done: float = 0.0
    """0 to 1 of the way; of the way, not of its time."""
    breath: float = 0.0
    """0 out to 1 in."""


class Motion:
    """A figure placed on the ground, to be asked where it is at a moment, and for the body there.

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
        self._ways: dict[tuple[int, int], tuple[Skeleton, ...]] = {}

    @property
    def moves(self) -> bool:
        """Whether there is more than one pose."""
        return len(self.keys) > 1

    def body(self, place: Place) -> Skeleton:
        """The body at a place."""
        start, end, done, breath = place
        if start == end or done <= 0:
            key = self.keys[start]
            found = key.skeleton if not breath else between(key, key, 0, breath)
        else:
            found = between(self.keys[start], self.keys[end], done, breath)
        return replace(found, swapped=True) if start >= self.written else found

    def at(self, start: int, end: int, share: float) -> Place:
        """On the way between two key poses, `share` 0 to 1 of the time; eased, so it sets off and arrives softly."""
        return Place(start, end, share if self.figure.moving else eased_share(share))

    @property
    def still(self) -> Place:
        """The pose that shows the exercise best: the last one written."""
        return Place(self.written - 1, self.written - 1)

    def hold(self, seconds: float) -> Place:
        """`seconds` after a hold began: comes into the last pose and stays, breathing."""
        for leg in self._out():
            if seconds < leg.into + leg.stay:
                return self.at(leg.start, leg.end, min(1.0, seconds / leg.into))
            seconds -= leg.into + leg.stay
        return self.still._replace(breath=breath_share(seconds))

    def beat(self, part: int, share: float, *, other: bool = False) -> Place:
        """In a repetition with a tempo: `part` 0 out, 1 pause, 2 back, 3 pause; `share` 0 to 1 of that part.

        `other` is the second of two repetitions that alternate the sides (`repeat = swap`).
        """
        if not self.moves:
            return Place(0, 0)
        base = self.written if other and len(self.keys) > self.written else 0
        last = base + self.written - 1
        first = (base + self.written) % len(self.keys) if self.figure.repeat is Repeat.SWAP else 0
        if part in {1, 3}:
            return Place(*(last, last) if part == 1 else (first, first))
        if part == 0:
            return self._through([Leg(base + leg.start, base + leg.end, leg.into, 0) for leg in self._out()], share)
        if self.figure.repeat is Repeat.BACK:
            return self._through([Leg(leg.end, leg.start, leg.into, 0) for leg in reversed(self._out())], share)
        return self.at(last, first, share)

    def loop(self, seconds: float) -> Place:
        """`seconds` into a movement that is shown over and over at the author's pace; one pose alone breathes."""
        if not self.moves:
            return Place(0, 0, breath=breath_share(seconds))
        seconds %= self.seconds
        for leg in self.legs:
            if seconds < leg.into + leg.stay:
                return self.at(leg.start, leg.end, min(1.0, seconds / leg.into))
            seconds -= leg.into + leg.stay
        return Place(self.legs[-1].end, self.legs[-1].end)

    def way(self, start: int, end: int) -> tuple[Skeleton, ...]:
        """The body along the way between two key poses, at places that are equally far apart; the poses included."""
        if (start, end) not in self._ways:
            back = self._ways.get((end, start), ())
            places = (Place(start, end, step / SAMPLES) for step in range(1, SAMPLES))
            between_them = back[-2:0:-1] or map(self.body, places)
            self._ways[start, end] = (self.keys[start].skeleton, *between_them, self.keys[end].skeleton)
        return self._ways[start, end]

    def samples(self) -> tuple[Skeleton, ...]:
        """The body along the whole movement."""
        if not self.moves:
            return (self.keys[0].skeleton,)
        return tuple(
            one
            for start, end in {(*sorted((leg.start, leg.end)),) for leg in self.legs}
            for one in self.way(start, end)
        )

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

    def _through(self, legs: list[Leg], share: float) -> Place:
        """Several ways as one, `share` 0 to 1 of their time together."""
        total = sum(leg.into for leg in legs)
        left = min(max(share, 0.0), 1.0) * total
        for leg in legs:
            if left <= leg.into:
                return self.at(leg.start, leg.end, left / leg.into)
            left -= leg.into
        return Place(legs[-1].end, legs[-1].end) if legs else Place(0, 0)


def eased_share(share: float) -> float:
    """0 to 1, slow at both ends."""
    return (1 - cos(pi * min(max(share, 0.0), 1.0))) / 2


def breath_share(seconds: float) -> float:
    """How far in the breath is: 0 to 1 and back once in `BREATH` seconds."""
    return (1 - cos(2 * pi * seconds / BREATH)) / 2
