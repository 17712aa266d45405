"""Apple Health's export: workouts out of a stream of gigabytes. Pure.

Between the workouts lie millions of other records, which nobody needs to take apart: where a workout begins and ends is
found as bytes, and only what lies between is read as XML. So a malformed DTD and odd control characters, which
real exports have, do no harm.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, tzinfo

from hiproutine.advice.recovery.building import MILE
from hiproutine.runs.recording import Recording, Refused, Remark, Source
from hiproutine.runs.sports import sport_named
from hiproutine.runs.xml_stream import number_of, read_xml

ROOT = b"<HealthData"
_BEGIN, _END = b"<Workout ", b"</Workout>"
LARGEST_WORKOUT = 16 * 2**20
"""Bytes of one; more is none."""
_KIND = "HKWorkoutActivityType"
_DISTANCE = "HKQuantityTypeIdentifierDistance"
_SECONDS = {"s": 1.0, "sec": 1.0, "min": 60.0, "hr": 3600.0, "h": 3600.0}
_METRES = {"m": 1.0, "km": 1000.0, "mi": MILE, "ft": 0.3048, "yd": 0.9144}


class _Workout:
    """Gathers what one workout says."""

    texts: frozenset[str] = frozenset()

    def __init__(self) -> None:
        self.about: dict[str, str] = {}
        self.zone = ""
        self.metres: float | None = None

    def opened(self, name: str, attributes: dict[str, str]) -> None:
        if name == "Workout":
            self.about = attributes
        elif name == "WorkoutStatistics" and attributes.get("type", "").startswith(_DISTANCE):
            self.metres = _amount(attributes.get("sum"), attributes.get("unit"), _METRES) or self.metres
        elif name == "MetadataEntry" and attributes.get("key") == "HKTimeZone":
            self.zone = attributes.get("value", "")

    def closed(self, name: str, text: str) -> None:
        """Everything stands in attributes."""


def workouts(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The text of every workout, out of a stream in pieces of any size; at most one and a piece are held."""
    kept = b""
    for piece in pieces:
        kept += piece
        while True:
            start = kept.find(_BEGIN)
            if start < 0:
                kept = kept[-len(_BEGIN) :]
                break
            end = _end_of(kept, start)
            if end < 0:
                kept = kept[start:] if len(kept) - start <= LARGEST_WORKOUT else b""
                break
            yield kept[start:end]
            kept = kept[end:]


def _end_of(text: bytes, start: int) -> int:
    """Where a workout ends: `</Workout>`, or `/>` of its own tag; -1 where that is not there yet."""
    tag = text.find(b">", start)
    if tag < 0:
        return -1
    if text[tag - 1 : tag] == b"/":
        return tag + 1
    end = text.find(_END, tag)
    return -1 if end < 0 else end + len(_END)


def read_apple(pieces: Iterable[bytes]) -> Iterator[Recording | Refused]:
    """The workouts of an export; of one that cannot be taken, why."""
    for text in workouts(pieces):
        found = _Workout()
        try:
            read_xml([text], found)
        except Refused as refused:
            yield refused.bare()
            continue
        if recording := _recording(found):
            yield recording


def _recording(found: _Workout) -> Recording | None:
    start, end = _moment(found.about.get("startDate", "")), _moment(found.about.get("endDate", ""))
    if start is None:
        return None
    zone = _zone(found.zone)
    elapsed = (end - start).total_seconds() if end and end >= start else None
    seconds = _amount(found.about.get("duration"), found.about.get("durationUnit") or "min", _SECONDS)
    if seconds is None or (elapsed is not None and elapsed < seconds):
        seconds = elapsed
    metres = found.metres or _amount(
        found.about.get("totalDistance"), found.about.get("totalDistanceUnit") or "km", _METRES
    )
    kind = found.about.get("workoutActivityType", "").removeprefix(_KIND)
    key = f"apple:{start.astimezone(UTC).isoformat()}:{kind}"
    remarks = () if zone else (Remark.NO_ZONE,)
    at = start.astimezone(zone or UTC)
    return Recording(at, Source.APPLE, sport_named(kind), metres, seconds, elapsed, None, (key,), remarks)


def _amount(text: str | None, unit: str | None, scales: dict[str, float]) -> float | None:
    value, scale = number_of(text), scales.get((unit or "").casefold())
    return None if value is None or scale is None else value * scale


def _moment(text: str) -> datetime | None:
    """`2026-05-04 07:30:00 +0200`: the offset is the one of the export, not of the workout."""
    for layout in ("%Y-%m-%d %H:%M:%S %z", "%Y-%m-%dT%H:%M:%S%z"):
        try:
            return datetime.strptime(text, layout)  # noqa: DTZ007 - every layout has its zone
        except ValueError:
            continue
    return None


def _zone(name: str) -> tzinfo | None:
    from zoneinfo import ZoneInfo

    try:
        return ZoneInfo(name) if name else None
    except (ValueError, OSError, KeyError):
        return None
