"""The calendar file, read one after the other into the three libraries that people's tools stand on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import icalendar
import ics
import pytest
import vobject

from hiproutine.advice.assess import assess
from hiproutine.advice.facts import Facts
from hiproutine.advice.pain.flags import BY_ID
from hiproutine.advice.pain.red_flags import Standing
from hiproutine.advice.pain.sessions import SessionPain
from hiproutine.advice.recovery.facts import Onset
from hiproutine.cli.calendar import Known, calendar_of, known_of
from tests.advice.pain.answers import NOON
from tests.advice.recovery.noted import played, well

pytestmark = pytest.mark.filterwarnings("ignore:'maxsplit' is passed as positional:DeprecationWarning")
"""ics 0.7.3 calls `re.split` as Python 3.13 would rather not have it called."""

HOUR = timedelta(hours=1)


@dataclass(frozen=True)
class Seen:
    """What a calendar makes of one event."""

    uid: str
    sequence: int
    stamp: datetime
    start: datetime
    status: str
    rings: tuple[timedelta, ...]


def _utc(value: date | datetime) -> datetime:
    return value.astimezone(UTC) if isinstance(value, datetime) else datetime.combine(value, time(), UTC)


def by_icalendar(text: str) -> list[Seen]:
    events = icalendar.Calendar.from_ical(text).walk("VEVENT")
    return [
        Seen(
            str(one["uid"]),
            int(one.decoded("sequence")),
            one.decoded("dtstamp"),
            _utc(one.decoded("dtstart")),
            str(one["status"]),
            tuple(alarm.decoded("trigger") for alarm in one.walk("VALARM")),
        )
        for one in events
    ]


def by_vobject(text: str) -> list[Seen]:
    events: list[Any] = vobject.readOne(text).contents.get("vevent", [])
    return [
        Seen(
            one.uid.value,
            int(one.sequence.value),
            one.dtstamp.value,
            _utc(one.dtstart.value),
            one.status.value,
            tuple(alarm.trigger.value for alarm in one.contents.get("valarm", [])),
        )
        for one in events
    ]


def by_ics(text: str) -> list[Seen]:
    def sequence(event: Any) -> int:
        return next(int(line.value) for line in event.extra if line.name == "SEQUENCE")

    return [
        Seen(
            one.uid,
            sequence(one),
            one.created.datetime,
            one.begin.datetime,
            one.status,
            tuple(alarm.trigger for alarm in one.alarms),
        )
        for one in sorted(ics.Calendar(text).events, key=lambda one: one.uid)
    ]


READERS: list[Callable[[str], list[Seen]]] = [by_icalendar, by_vobject, by_ics]


def written(known: Known) -> str:
    """What a calendar is given."""
    return calendar_of(known).decode()


def brought_in(reads: Callable[[str], list[Seen]], *files: str) -> dict[str, Seen]:
    """A calendar into which files were brought one after the other: by UID, the higher SEQUENCE counts (RFC 5546)."""
    kept: dict[str, Seen] = {}
    for text in files:
        for one in reads(text):
            if one.uid not in kept or (one.sequence, one.stamp) >= (kept[one.uid].sequence, kept[one.uid].stamp):
                kept[one.uid] = one
    return kept


def still(kept: dict[str, Seen]) -> list[datetime]:
    """What stands in the calendar and was not cancelled."""
    return sorted(one.start for one in kept.values() if one.status != "CANCELLED")


def sore(now: datetime, *ices: datetime, onset: Onset | None = None, past: tuple[Onset, ...] = ()) -> Known:
    facts = Facts(onsets=(onset,) if onset else (), ices=ices)
    return known_of(facts, assess(facts, now, UTC), (*facts.onsets, *past))


ONSET = Onset("0190-a", NOON)


@pytest.mark.parametrize("reads", READERS)
def test_all_three_read_an_alarm_at_the_very_start(reads: Callable[[str], list[Seen]]) -> None:
    seen = reads(written(sore(NOON, onset=ONSET)))
    assert len(seen) >= 8
    assert {one.rings for one in seen} == {(timedelta(0),)}
    assert {one.status for one in seen} == {"CONFIRMED"}
    assert min(one.start for one in seen) == NOON


@pytest.mark.parametrize("reads", READERS)
def test_after_a_session_the_second_file_moves_what_comes_and_doubles_nothing(
    reads: Callable[[str], list[Seen]],
) -> None:
    first = sore(NOON, onset=ONSET)
    iced = NOON + 3 * HOUR
    second = sore(iced + HOUR, iced, onset=ONSET)
    kept = brought_in(reads, written(first), written(second))
    assert still(kept) == still(brought_in(reads, written(second)))
    assert kept["ice-0190-a-1@hiproutine"].status == "CANCELLED"
    assert kept["ice-0190-a-2@hiproutine"].start == iced + 4 * HOUR
    assert len(kept) == len(reads(written(first)))
    assert not any(one.rings for one in kept.values() if one.status == "CANCELLED")


@pytest.mark.parametrize("reads", READERS)
@pytest.mark.parametrize("gone", ["ended", "set right"])
def test_an_onset_that_counts_no_longer_is_cancelled_whole(reads: Callable[[str], list[Seen]], gone: str) -> None:
    first = written(sore(NOON, onset=ONSET))
    right = Onset("0190-b", NOON - 2 * HOUR) if gone == "set right" else None
    second = sore(NOON + HOUR, onset=right, past=(ONSET,))
    kept = brought_in(reads, first, written(second))
    assert {one.status for uid, one in kept.items() if uid.startswith("ice-0190-a")} == {"CANCELLED"}
    assert bool(still(kept)) is (gone == "set right")


def test_whatever_was_done_and_written_before_only_the_last_file_counts() -> None:
    """Every file that may have been brought in, ice taken early, late, or not at all."""
    for gaps in ([3, 3, 3, 3, 3, 3, 3], [4, 4, 4], [9, 3, 5], [3, 20, 3], []):
        ices: list[datetime] = []
        files = [written(sore(NOON, onset=ONSET))]
        now = NOON
        for gap in gaps:
            now += gap * HOUR
            ices.append(now)
            files += [written(sore(now + wait, *ices, onset=ONSET)) for wait in (timedelta(minutes=1), 2 * HOUR)]
        last = written(sore(now + 3 * HOUR, *ices, onset=ONSET))
        assert still(brought_in(by_icalendar, *files, last)) == still(brought_in(by_icalendar, last))


def test_long_after_an_onset_nothing_is_said_of_it() -> None:
    assert by_icalendar(written(sore(NOON + timedelta(days=5), onset=ONSET))) == []


@pytest.mark.parametrize("reads", READERS)
def test_a_stage_that_is_no_longer_next_is_cancelled(reads: Callable[[str], list[Seen]]) -> None:
    def on_the_way(*sessions: SessionPain, later: int = 0, signs: tuple[Standing, ...] = ()) -> str:
        facts = Facts(sessions=sessions, signs=signs)
        return written(known_of(facts, assess(facts, NOON + timedelta(days=later), UTC), ()))

    walks = played(well(1))
    first = on_the_way(*walks)
    (stage,) = [one for one in reads(first) if one.status == "CONFIRMED"]
    warned = on_the_way(*walks, later=1, signs=(Standing(BY_ID["swelling"], "s", NOON.date()),))
    kept = brought_in(reads, first, warned)
    assert kept[stage.uid].status == "CANCELLED"
    again = on_the_way(*walks, later=2)
    assert still(brought_in(reads, first, warned, again)) == still(brought_in(reads, again)) != []
