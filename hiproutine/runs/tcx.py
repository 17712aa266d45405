"""TCX files as recordings: one an activity, from its laps. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime

from hiproutine.runs.recording import Recording, Refusal, Refused, Remark, Source
from hiproutine.runs.sports import sport_named
from hiproutine.runs.track import Segment, way
from hiproutine.runs.xml_stream import moment_of, number_of, read_xml

_ROOT = "TrainingCenterDatabase"


@dataclass(slots=True)
class _Lap:
    start: datetime | None
    seconds: float | None = None
    metres: float | None = None


@dataclass(slots=True)
class _Activity:
    kind: str
    laps: list[_Lap] = field(default_factory=list)
    times: list[datetime] = field(default_factory=list)
    """The first and the last of its points."""
    farthest: float = 0.0
    tracks: list[Segment] = field(default_factory=list)


class _Activities:
    """Gathers the activities of a file."""

    texts = frozenset({"TotalTimeSeconds", "DistanceMeters", "Time", "LatitudeDegrees", "LongitudeDegrees"})

    def __init__(self) -> None:
        self.found: list[_Activity] = []
        self.root = ""
        self._inside: list[str] = []
        self._latitude: float | None = None

    def opened(self, name: str, attributes: dict[str, str]) -> None:
        self.root = self.root or name
        self._inside.append(name)
        if name == "Activity":
            self.found.append(_Activity(attributes.get("Sport", "")))
        elif name == "Lap" and self.found:
            self.found[-1].laps.append(_Lap(moment_of(attributes.get("StartTime", ""))))
        elif name == "Track" and self.found:
            self.found[-1].tracks.append(Segment())

    def closed(self, name: str, text: str) -> None:
        self._inside.pop()
        above = self._inside[-1] if self._inside else ""
        if not self.found or not text:
            return
        activity = self.found[-1]
        if above == "Lap" and activity.laps:
            self._of_lap(activity.laps[-1], name, number_of(text))
        elif above == "Trackpoint":
            self._of_point(activity, name, text)
        elif above == "Position" and name == "LatitudeDegrees":
            self._latitude = number_of(text)
        elif above == "Position" and name == "LongitudeDegrees":
            longitude = number_of(text)
            if activity.tracks and self._latitude is not None and longitude is not None and abs(self._latitude) <= 90:
                activity.tracks[-1].points.append((None, self._latitude, longitude))

    @staticmethod
    def _of_lap(lap: _Lap, name: str, value: float | None) -> None:
        if name == "TotalTimeSeconds":
            lap.seconds = value
        elif name == "DistanceMeters":
            lap.metres = value

    @staticmethod
    def _of_point(activity: _Activity, name: str, text: str) -> None:
        if name == "Time" and (moment := moment_of(text)):
            activity.times = [*activity.times[:1], moment]
        elif name == "DistanceMeters":
            activity.farthest = max(activity.farthest, number_of(text) or 0.0)


def read_tcx(pieces: Iterable[bytes], digest: str, day: datetime | None = None) -> Iterator[Recording]:
    """The recordings of a TCX file; `day` is when it began where the file has no times.

    Raises:
        Refused: it is not well-formed, has no activity, or no date.
    """
    found = _Activities()
    whole = read_xml(pieces, found)
    if found.root != _ROOT:
        raise Refused(Refusal.NOT_XML if not found.root else Refusal.UNKNOWN)
    if not found.found:
        raise Refused(Refusal.NO_ACTIVITY)
    for number, activity in enumerate(found.found):
        recording = _recording(activity, f"sha256:{digest}:{number}", day)
        yield recording if whole else recording.with_remark(Remark.EARLY)


def _recording(activity: _Activity, key: str, day: datetime | None) -> Recording:
    """Start from the first lap: the activity's own id may be cut to the minute."""
    starts = [lap.start for lap in activity.laps if lap.start]
    start = starts[0] if starts else activity.times[0] if activity.times else day
    if start is None:
        raise Refused(Refusal.NO_DATE)
    dated = bool(starts or activity.times)
    zoned = not dated or (start.tzinfo is not None and bool(start.utcoffset()))
    start = start.replace(tzinfo=UTC) if dated and start.tzinfo is None else start
    remarks: tuple[Remark, ...] = () if zoned else (Remark.NO_ZONE,)
    seconds = _sum(lap.seconds for lap in activity.laps)
    metres = _sum(lap.metres for lap in activity.laps) or activity.farthest
    if not metres:
        metres = sum(way([point[1:] for point in track.points]) for track in activity.tracks)
        remarks += (Remark.COMPUTED,) if metres else ()
    elapsed = _elapsed(activity, start) if dated else None
    if seconds is None:
        seconds = elapsed
    elif elapsed is not None and elapsed < seconds:
        elapsed = seconds
    return Recording(start, Source.TCX, sport_named(activity.kind), metres, seconds, elapsed, None, (key,), remarks)


def _sum(values: Iterable[float | None]) -> float | None:
    found = [value for value in values if value is not None and value >= 0]
    return sum(found) if found else None


def _elapsed(activity: _Activity, start: datetime) -> float | None:
    ends = [one if one.tzinfo else one.replace(tzinfo=UTC) for one in activity.times[-1:]]
    last = activity.laps[-1] if activity.laps else None
    if last and last.start and last.seconds:
        begun = last.start if last.start.tzinfo else last.start.replace(tzinfo=UTC)
        return max([(begun - start).total_seconds() + last.seconds, *((one - start).total_seconds() for one in ends)])
    return (ends[0] - start).total_seconds() if ends else None
