"""FIT files of watches as recordings: one a session; without one, what timer events and records tell. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta, timezone
from typing import NamedTuple

from hiproutine.runs.fit_messages import (
    ACTIVITY,
    EVENT,
    FILE_ID,
    LAP,
    SESSION,
    SPORT,
    TIMESTAMP,
    Messages,
    Values,
    files_in,
)
from hiproutine.runs.recording import Recording, Refusal, Refused, Remark, Source
from hiproutine.runs.sports import TRANSITION, fit_sport, fit_surface
from hiproutine.runs.track import way

EPOCH = datetime(1989, 12, 31, tzinfo=UTC)
"""What the protocol counts seconds from."""
RELATIVE = 0x10000000
"""Below this a time counts from when the device was switched on: it is no date (the public protocol)."""
ACTIVITY_FILE = 4
COROS = 294
"""The maker's number: its watches write UTC as the local time."""
FARTHEST_OFFSET = 14 * 3600
QUARTER = 15 * 60
SEMICIRCLES = 180 / 2**31

_START, _ELAPSED, _TIMER, _DISTANCE, _SPORT, _SUB = 2, 7, 8, 9, 5, 6
"""Fields of a session; those of a lap have the same numbers but for the sport."""
_TIMER_EVENT, _STARTS, _STOPS = 0, 0, frozenset({1, 4, 8, 9})


class Sample(NamedTuple):
    """One record: seconds, centimetres, and where it was."""

    time: int
    distance: int | None
    latitude: int | None
    longitude: int | None


def read_fit(data: bytes, digest: str, day: datetime | None = None) -> Iterator[Recording]:
    """The recordings of a FIT file. `day` is when it began where the file has no date; `digest` names its bytes.

    Raises:
        Refused: there is no activity in it, or it has no date.
    """
    number = 0
    for messages in files_in(data):
        for found in _of_file(messages, day):
            keys = _keys(messages, number, digest)
            number += 1
            yield _remarked(found, messages, keys)
    if not number:
        raise Refused(Refusal.NO_ACTIVITY)


def _keys(messages: Messages, number: int, digest: str) -> tuple[str, ...]:
    about = messages.first(FILE_ID)
    serial, created = about.get(3), about.get(4)
    own = (f"fit:{serial}:{created}:{number}",) if serial and created else ()
    return (*own, f"sha256:{digest}:{number}")


def _remarked(found: Recording, messages: Messages, keys: tuple[str, ...]) -> Recording:
    remarks = [Remark.EARLY] if messages.early else []
    remarks += [] if messages.right else [Remark.CHECKSUM]
    whole = Recording(
        found.start, Source.FIT, found.sport, found.metres, found.seconds, found.elapsed, found.surface, keys
    )
    return whole.with_remark(*remarks, *found.remarks)


def _of_file(messages: Messages, day: datetime | None) -> Iterator[Recording]:
    sessions = messages.all(SESSION)
    if not sessions and messages.first(FILE_ID).get(0) not in {None, ACTIVITY_FILE}:
        return
    if not sessions:
        if whole := _without_session(messages, day):
            yield whole
        return
    kept = [one for one in sessions if len(sessions) == 1 or one.get(_SPORT) != TRANSITION]
    first = min((start for one in kept if (start := _began(one, messages)) is not None), default=None)
    for one in kept:
        yield _of_session(one, messages, day, first, alone=len(sessions) == 1)


def _of_session(
    session: Values, messages: Messages, day: datetime | None, first: int | None, *, alone: bool
) -> Recording:
    begin = _began(session, messages)
    start, zoned = _moment(begin, messages, day, first)
    elapsed, timer = _thousandth(session.get(_ELAPSED)), _thousandth(session.get(_TIMER))
    metres = _hundredth(session.get(_DISTANCE))
    laps = _within(messages.all(LAP), session, alone=alone)
    remarks: tuple[Remark, ...] = () if zoned else (Remark.NO_ZONE,)
    seconds = timer or _sum(laps, _TIMER, 1000)
    metres = metres or _sum(laps, _DISTANCE, 100)
    if not seconds or not metres:
        samples = _samples(messages, begin, None if alone or elapsed is None or begin is None else begin + elapsed)
        seconds = seconds or _moving(messages, samples)
        if not metres:
            metres, computed = _distance(samples, alone=alone)
            remarks += (Remark.COMPUTED,) if computed else ()
    seconds = min(seconds, elapsed) if seconds and elapsed else seconds or elapsed
    kind, sub = session.get(_SPORT), session.get(_SUB)
    return Recording(
        start, Source.FIT, fit_sport(kind, sub), metres, seconds, elapsed, fit_surface(kind, sub), (), remarks
    )


def _without_session(messages: Messages, day: datetime | None) -> Recording | None:
    """The watch died: everything from what it wrote on the way."""
    samples = _samples(messages, None, None)
    times = [one.time for one in samples]
    times += [time for one in _timer_events(messages) if (time := one.get(TIMESTAMP)) is not None]
    if not times:
        return None
    begin, end = min(times), max(times)
    metres, computed = _distance(samples, alone=True)
    start, zoned = _moment(begin, messages, day, begin)
    about = messages.first(SPORT)
    kind, sub = about.get(0), about.get(1)
    remarks = (Remark.NO_TOTALS, *((Remark.COMPUTED,) if computed else ()), *(() if zoned else (Remark.NO_ZONE,)))
    seconds = _moving(messages, samples)
    return Recording(
        start, Source.FIT, fit_sport(kind, sub), metres, seconds, end - begin, fit_surface(kind, sub), (), remarks
    )


def _began(session: Values, messages: Messages) -> int | None:
    """When a session began, s; never its own time stamp, which may be days later."""
    if session.get(_START) is not None:
        return session[_START]
    if laps := [start for one in messages.all(LAP) if (start := one.get(_START)) is not None]:
        return min(laps)
    return next((row[0] for row in messages.values() if row[0] is not None), None)


def _moment(begin: int | None, messages: Messages, day: datetime | None, first: int | None) -> tuple[datetime, bool]:
    """When it began, and whether that is by the person's clock."""
    if begin is None or begin < RELATIVE:
        if day is None:
            raise Refused(Refusal.NO_DATE)
        return day + timedelta(seconds=(begin or 0) - (first or 0)), True
    start = EPOCH + timedelta(seconds=begin)
    offset = _offset(messages)
    return (start, False) if offset is None else (start.astimezone(timezone(timedelta(seconds=offset))), True)


def _offset(messages: Messages) -> int | None:
    """Seconds east of UTC where it was recorded. Only what can be an offset is believed."""
    activity = next((one for one in messages.all(ACTIVITY) if one.get(5) is not None), {})
    local, stamp = activity.get(5), activity.get(TIMESTAMP)
    if local is None or stamp is None:
        return None
    offset = local - stamp
    if offset % QUARTER or abs(offset) > FARTHEST_OFFSET:
        return None
    return None if offset == 0 and messages.first(FILE_ID).get(1) == COROS else offset


def _within(laps: Sequence[Values], session: Values, *, alone: bool) -> list[Values]:
    begin, elapsed = session.get(_START), session.get(_ELAPSED)
    if alone:
        return list(laps)
    if begin is None or elapsed is None:
        return []
    return [one for one in laps if begin <= (one.get(_START) or 0) < begin + elapsed / 1000]


def _sum(laps: Sequence[Values], key: int, scale: int) -> float | None:
    found = [value for one in laps if (value := one.get(key)) is not None]
    return sum(found) / scale if found else None


def _samples(messages: Messages, begin: int | None, end: float | None) -> list[Sample]:
    """The records from `begin` to `end`, oldest first; those without a time are left out."""
    found = []
    for time, distance, latitude, longitude in messages.values(5, 0, 1):
        if time is not None and (begin is None or time >= begin) and (end is None or time <= end):
            found.append(Sample(time, distance, latitude, longitude))
    found.sort(key=lambda one: one.time)
    return found


def _timer_events(messages: Messages) -> list[Values]:
    return [one for one in messages.all(EVENT) if one.get(0) == _TIMER_EVENT]


def _moving(messages: Messages, samples: Sequence[Sample]) -> float | None:
    """Seconds on which the timer ran; without events of it, from the first record to the last."""
    if len(samples) < 2:
        return None
    first, last = samples[0].time, samples[-1].time
    total, since = 0, None
    events = sorted((one for one in _timer_events(messages) if one.get(TIMESTAMP)), key=lambda one: one[TIMESTAMP] or 0)
    for one in events:
        at = min(max(one[TIMESTAMP] or 0, first), last)
        if one.get(1) == _STARTS and since is None:
            since = at
        elif one.get(1) in _STOPS and since is not None:
            total, since = total + at - since, None
    if since is not None:
        total += last - since
    return float(total) if total else float(last - first)


def _distance(samples: Sequence[Sample], *, alone: bool) -> tuple[float | None, bool]:
    """Metres by the device, or by positions; and whether by those."""
    measured: list[int] = [one.distance for one in samples if one.distance is not None]
    if any(measured):
        low = 0 if alone or measured[0] > measured[-1] else measured[0]
        return (max(*measured, 0) - low) / 100, False
    points = [
        (one.latitude * SEMICIRCLES, one.longitude * SEMICIRCLES)
        for one in samples
        if one.latitude is not None and one.longitude is not None
    ]
    metres = way(points)
    return (metres, True) if metres else (None, False)


def _thousandth(value: int | None) -> float | None:
    return None if value is None else value / 1000


def _hundredth(value: int | None) -> float | None:
    return None if value is None else value / 100
