"""`*_summarizedActivities.json` of Garmin's account export: distances in centimetres, times in milliseconds. Pure."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

from hiproutine.runs.recording import Recording, Refusal, Refused, Remark, Source
from hiproutine.runs.sports import sport_named, surface_named

LARGEST = 32 * 2**20
"""Bytes; an activity has about two thousand."""
_LIST = "summarizedActivitiesExport"
MARK = f'"{_LIST}"'.encode()


def read_summary(data: bytes) -> Iterator[Recording | Refused]:
    """The activities of a list; of one that cannot be taken, why.

    Raises:
        Refused: it is no such list.
    """
    if len(data) > LARGEST:
        raise Refused(Refusal.TOO_LARGE)
    try:
        found = json.loads(data)
    except (ValueError, RecursionError):
        raise Refused(Refusal.UNKNOWN) from None
    for part in found if isinstance(found, list) else [found]:
        listed = part.get(_LIST) if isinstance(part, dict) else None
        for one in listed if isinstance(listed, list) else ():
            if isinstance(one, dict):
                yield _recording(one)


def _recording(one: dict[str, Any]) -> Recording | Refused:
    begun, local = _number(one, "startTimeGmt", "beginTimestamp"), _number(one, "startTimeLocal")
    if begun is None or not 0 < begun < 1e14:
        return Refused(Refusal.NO_DATE)
    start = datetime.fromtimestamp(begun / 1000, UTC)
    offset = None if local is None else round((local - begun) / 1000)
    zoned = offset is not None and abs(offset) <= 14 * 3600 and offset % 900 == 0
    if zoned and offset is not None:
        start = start.astimezone(timezone(timedelta(seconds=offset)))
    times = [value / 1000 for name in ("movingDuration", "duration") if (value := _number(one, name))]
    elapsed = _number(one, "elapsedDuration")
    metres = _number(one, "distance")
    kind = one.get("activityType") if isinstance(one.get("activityType"), str) else ""
    key = one.get("activityId")
    return Recording(
        start,
        Source.GARMIN,
        sport_named(str(kind)),
        None if metres is None else metres / 100,
        times[-1] if times else None,
        None if elapsed is None else elapsed / 1000,
        surface_named(str(kind)),
        (f"garmin:{key}",) if isinstance(key, int) else (),
        () if zoned else (Remark.NO_ZONE,),
    )


def _number(one: dict[str, Any], *names: str) -> float | None:
    for name in names:
        value = one.get(name)
        if isinstance(value, int | float) and not isinstance(value, bool):
            return float(value)
    return None
