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

PAUSE, PAUSED_STEPS = 60.0, 10.0
"""Seconds between two points of one segment, and how many of its usual steps, that are a pause. Watches that write a
point where something changes leave out some seconds, not a minute."""


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
    def pause(self) -> float:
        """Seconds between two of its points from which it paused: some programs write a pause as nothing but that."""
        times = [one[0] for one in self.points if one[0] is not None]
        steps = sorted(after - before for before, after in pairwise(times))
        return max(PAUSE, PAUSED_STEPS * steps[len(steps) // 2]) if steps else PAUSE

    def stretches(self, pause: float) -> list[Segment]:
        """Its parts between pauses, in order."""
        found: list[Segment] = []
        before: float | None = None
        for point in self.points:
            if not found or (before is not None and point[0] is not None and point[0] - before >= pause):
                found.append(Segment())
            found[-1].points.append(point)
            before = point[0]
        return found

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
    """Metres and seconds inside the segments, without their pauses; a step from one to the next counts where no time
    lies between them.

    The same times again are the same points, and two recordings of one time are one: both count once.
    """
    metres, seconds = 0.0, 0.0
    ordered = sorted((one.ordered() for one in segments if one.points), key=lambda one: one.begin or 0.0)
    last: Segment | None = None
    begin = end = None
    for segment in ordered:
        fresh = segment if end is None else segment.after(end)
        goes_on = len(fresh.points) < len(segment.points)
        for part in fresh.stretches(segment.pause):
            metres += part.metres
            if part.begin is None or part.end is None:
                continue
            seconds += part.end - part.begin
            if last and last.end is not None and part.begin - last.end < (segment.pause if goes_on else GAP):
                seconds += part.begin - last.end
                metres += apart(last.points[-1][1:], part.points[0][1:])
            begin = part.begin if begin is None else begin
            end, last, goes_on = part.end, part, False
    if begin is None or end is None:
        return Sums(None, metres, None, None)
    return Sums(datetime.fromtimestamp(begin, UTC), metres, seconds, end - begin)
