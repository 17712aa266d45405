"""GPX files (1.0, 1.1) as recordings: one a track. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, timezone

from hiproutine.runs.recording import Recording, Refusal, Refused, Remark, Source
from hiproutine.runs.sports import sport_named, surface_named
from hiproutine.runs.track import Segment, sums
from hiproutine.runs.xml_stream import moment_of, number_of, read_xml

_ROOT = "gpx"


@dataclass(slots=True)
class _Track:
    kind: str = ""
    segments: list[Segment] = field(default_factory=list)
    offset: timedelta | None = None
    """Of its first time that is not in UTC."""
    marked: bool = False
    """Whether a point that is none marks a pause."""


class _Tracks:
    """Gathers the tracks of a file."""

    texts = frozenset({"time", "type"})

    def __init__(self) -> None:
        self.tracks: list[_Track] = []
        self.root = ""
        self._point: tuple[float, float] | None = None
        self._time = ""
        self._inside: list[str] = []

    def opened(self, name: str, attributes: dict[str, str]) -> None:
        self.root = self.root or name
        self._inside.append(name)
        if name == "trk":
            self.tracks.append(_Track())
        elif name == "trkseg" and self.tracks:
            self.tracks[-1].segments.append(Segment())
        elif name == "trkpt":
            latitude, longitude = number_of(attributes.get("lat")), number_of(attributes.get("lon"))
            self._point = None if latitude is None or longitude is None else (latitude, longitude)
            self._time = ""

    def closed(self, name: str, text: str) -> None:
        self._inside.pop()
        above = self._inside[-1] if self._inside else ""
        if name == "time" and above == "trkpt":
            self._time = text
        elif name == "type" and above == "trk" and self.tracks:
            self.tracks[-1].kind = text
        elif name == "trkpt" and self._point and self.tracks and self.tracks[-1].segments:
            self._take(self.tracks[-1], *self._point)

    def _take(self, track: _Track, latitude: float, longitude: float) -> None:
        if abs(latitude) > 90:  # an app marks a pause with a point that is none
            track.marked = True
            track.segments.append(Segment())
            return
        found = moment_of(self._time) if self._time else None
        if found and track.offset is None and found.utcoffset():
            track.offset = found.utcoffset()
        aware = found.replace(tzinfo=UTC) if found and found.tzinfo is None else found
        track.segments[-1].points.append((aware.timestamp() if aware else None, latitude, longitude))


def read_gpx(pieces: Iterable[bytes], digest: str, day: datetime | None = None) -> Iterator[Recording]:
    """The recordings of a GPX file; `day` is when it began where the file has no times.

    Raises:
        Refused: it is not well-formed, has no track, or no date.
    """
    found = _Tracks()
    whole = read_xml(pieces, found)
    if found.root != _ROOT:
        raise Refused(Refusal.NOT_XML if not found.root else Refusal.UNKNOWN)
    tracks = [track for track in found.tracks if any(segment.points for segment in track.segments)]
    if not tracks:
        raise Refused(Refusal.NO_ACTIVITY)
    until: datetime | None = None
    for number, track in enumerate(tracks):
        recording = _recording(track, f"sha256:{digest}:{number}", day)
        if until is None or recording.start >= until:  # the same time again is the same run again
            until = recording.end
            yield recording if whole else recording.with_remark(Remark.EARLY)


def _recording(track: _Track, key: str, day: datetime | None) -> Recording:
    added = sums(track.segments)
    start = added.start or day
    if start is None:
        raise Refused(Refusal.NO_DATE)
    if added.start and track.offset is not None:
        start = start.astimezone(timezone(track.offset))
    seconds = None if track.marked else added.seconds
    remarks = (Remark.COMPUTED, *((Remark.NO_ZONE,) if added.start and track.offset is None else ()))
    sport = sport_named(track.kind) if track.kind else None
    surface = surface_named(track.kind)
    return Recording(start, Source.GPX, sport, added.metres, seconds, added.elapsed, surface, (key,), remarks)
