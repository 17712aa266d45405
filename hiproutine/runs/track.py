"""Points of a track, and how far and how long they lead. Pure. Nothing of them is kept."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import pairwise
from math import asin, cos, radians, sin, sqrt

RADIUS = 6_371_008.8
"""Metres: the mean radius of the earth (IUGG)."""
GAP = 10.0
"""Seconds between two points of different segments from which a pause lies between them. Some programs begin a segment
at every lap: without a gap in time that is no pause."""


def apart(here: tuple[float, float], there: tuple[float, float]) -> float:
    """Metres between two points, latitude and longitude in degrees."""
    a, b = radians(here[0]), radians(there[0])
    half = sin((b - a) / 2) ** 2 + cos(a) * cos(b) * sin(radians(there[1] - here[1]) / 2) ** 2
    return 2 * RADIUS * asin(min(1.0, sqrt(half)))


def way(points: Sequence[tuple[float, float]]) -> float:
    """Metres along points."""
    return sum(apart(here, there) for here, there in pairwise(points))


@dataclass(slots=True)
class Segment:
    """Points that belong together: seconds since 1970 (None where the file has none), latitude, longitude."""

    points: list[tuple[float | None, float, float]] = field(default_factory=list)

    def ordered(self) -> Segment:
        """By time, each time once; without times as they stand."""
        timed = [one for one in self.points if one[0] is not None]
        if not timed:
            return self
        by_time = {one[0]: one for one in reversed(timed)}
        return Segment(sorted(by_time.values(), key=lambda one: one[0] or 0.0))

    def after(self, time: float) -> Segment:
        """What of it is later than this; points without a time are."""
        return Segment([one for one in self.points if one[0] is None or one[0] > time])

    @property
    def begin(self) -> float | None:
        """The time of its first point."""
        return self.points[0][0] if self.points else None

    @property
    def end(self) -> float | None:
        """The time of its last point."""
        return self.points[-1][0] if self.points else None

    @property
    def metres(self) -> float:
        """How far its points lead."""
        return way([(latitude, longitude) for _, latitude, longitude in self.points])


@dataclass(frozen=True, slots=True)
class Sums:
    """What a track adds up to. None is what it has no times for."""

    start: datetime | None
    metres: float
    seconds: float | None
    elapsed: float | None


def sums(segments: Iterable[Segment]) -> Sums:
    """Metres and seconds inside the segments; a step from one to the next counts where no time lies between them.

    The same times again are the same points, and two recordings of one time are one: both count once.
    """
    metres, seconds = 0.0, 0.0
    ordered = sorted((one.ordered() for one in segments if one.points), key=lambda one: one.begin or 0.0)
    last: Segment | None = None
    begin = end = None
    for segment in ordered:
        fresh = segment if end is None else segment.after(end)
        metres += fresh.metres
        if fresh.begin is None or fresh.end is None:
            continue
        seconds += fresh.end - fresh.begin
        goes_on = len(fresh.points) < len(segment.points)
        if last and last.end is not None and (goes_on or fresh.begin - last.end < GAP):
            seconds += fresh.begin - last.end
            metres += apart(last.points[-1][1:], fresh.points[0][1:])
        begin = fresh.begin if begin is None else begin
        end, last = fresh.end, fresh
    if begin is None or end is None:
        return Sums(None, metres, None, None)
    return Sums(datetime.fromtimestamp(begin, UTC), metres, seconds, end - begin)
