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
from hypothesis import given
from hypothesis import strategies as st

from hiproutine.advice.assess import assess
from hiproutine.advice.facts import Facts
from hiproutine.advice.pain.flags import BY_ID
from hiproutine.advice.pain.red_flags import Standing
from hiproutine.advice.pain.sessions import SessionPain
from hiproutine.advice.recovery.facts import Onset
from hiproutine.cli.calendar import calendar_of, events_of, known_of
from hiproutine.journal.calendar_events import CalendarEvent
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


class Writer:
    """One person's journal as far as calendars go: it knows what the file before held."""

    def __init__(self) -> None:
        self.held: tuple[CalendarEvent, ...] = ()

    def write(self, facts: Facts, now: datetime) -> str:
        """What a calendar is given."""
        known = known_of(facts, assess(facts, now, UTC), self.held)
        self.held = events_of(known)
        return calendar_of(known, self.held).decode()

    def sore(self, now: datetime, *ices: datetime, onset: Onset | None = None) -> str:
        """The file of somebody with a new pain."""
        return self.write(Facts(onsets=(onset,) if onset else (), ices=ices), now)


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


ONSET = Onset("0190-a", NOON)


@pytest.mark.parametrize("reads", READERS)
def test_all_three_read_an_alarm_at_the_very_start(reads: Callable[[str], list[Seen]]) -> None:
    seen = reads(Writer().sore(NOON, onset=ONSET))
    assert len(seen) >= 8
    assert {one.rings for one in seen} == {(timedelta(0),)}
    assert {one.status for one in seen} == {"CONFIRMED"}
    assert min(one.start for one in seen) == NOON


@pytest.mark.parametrize("reads", READERS)
def test_after_a_session_the_second_file_moves_what_comes_and_doubles_nothing(
    reads: Callable[[str], list[Seen]],
) -> None:
    writer = Writer()
    first = writer.sore(NOON, onset=ONSET)
    iced = NOON + 3 * HOUR
    second = writer.sore(iced + HOUR, iced, onset=ONSET)
    kept = brought_in(reads, first, second)
    assert still(kept) == still(brought_in(reads, second))
    assert kept["ice-0190-a-1@hiproutine"].status == "CANCELLED"
    assert kept["ice-0190-a-2@hiproutine"].start == iced + 4 * HOUR
    assert len(kept) == len(reads(first))
    assert not any(one.rings for one in kept.values() if one.status == "CANCELLED")


@pytest.mark.parametrize("reads", READERS)
@pytest.mark.parametrize("gone", ["ended", "set right"])
def test_an_onset_that_counts_no_longer_is_cancelled_whole(reads: Callable[[str], list[Seen]], gone: str) -> None:
    writer = Writer()
    first = writer.sore(NOON, onset=ONSET)
    right = Onset("0190-b", NOON - 2 * HOUR) if gone == "set right" else None
    kept = brought_in(reads, first, writer.sore(NOON + HOUR, onset=right))
    assert {one.status for uid, one in kept.items() if uid.startswith("ice-0190-a")} == {"CANCELLED"}
    assert bool(still(kept)) is (gone == "set right")


@pytest.mark.parametrize("reads", READERS)
def test_nothing_is_cancelled_that_no_calendar_was_given(reads: Callable[[str], list[Seen]]) -> None:
    taken = NOON + 3 * HOUR
    for onset, ices in ((None, ()), (ONSET, (taken,)), (Onset("0190-b", NOON - 2 * HOUR), (taken,))):
        first = reads(Writer().sore(taken + HOUR, *ices, onset=onset))
        assert {one.status for one in first} <= {"CONFIRMED"}


@given(
    st.lists(
        st.tuples(st.sampled_from(["ice", "write", "new", "over"]), st.integers(0, 14), st.integers(0, 59)),
        max_size=14,
    )
)
def test_whatever_was_done_between_files_only_what_was_written_is_cancelled_and_the_last_file_counts(
    acts: list[tuple[str, int, int]],
) -> None:
    """Ice early, late or not at all, other onsets, and a file now and then; each of them is brought in."""
    writer, now = Writer(), NOON
    onset: Onset | None = ONSET
    ices: list[datetime] = []
    files: list[str] = []
    sent: set[str] = set()
    for number, (act, hours, minutes) in enumerate([*acts, ("write", 1, 0)]):
        now += hours * HOUR + timedelta(minutes=minutes + 1)
        if act == "ice":
            ices.append(now)
        elif act == "write":
            files.append(writer.sore(now, *ices, onset=onset))
            seen = by_icalendar(files[-1])
            assert {one.uid for one in seen if one.status == "CANCELLED"} <= sent
            sent |= {one.uid for one in seen}
        else:
            onset = Onset(f"0190-{number}", now) if act == "new" else None
    kept = brought_in(by_icalendar, *files)
    old = now - timedelta(days=4)
    assert [one for one in still(kept) if one > old] == still(brought_in(by_icalendar, files[-1]))


def test_long_after_an_onset_nothing_is_said_of_it() -> None:
    writer = Writer()
    writer.sore(NOON, onset=ONSET)
    assert by_icalendar(writer.sore(NOON + timedelta(days=7), onset=ONSET)) == []


@pytest.mark.parametrize("reads", READERS)
def test_a_stage_that_is_no_longer_next_is_cancelled(reads: Callable[[str], list[Seen]]) -> None:
    writer = Writer()

    def on_the_way(*sessions: SessionPain, later: int = 0, signs: tuple[Standing, ...] = ()) -> str:
        return writer.write(Facts(sessions=sessions, signs=signs), NOON + timedelta(days=later))

    walks = played(well(1))
    first = on_the_way(*walks)
    (stage,) = [one for one in reads(first) if one.status == "CONFIRMED"]
    warned = on_the_way(*walks, later=1, signs=(Standing(BY_ID["swelling"], "s", NOON.date()),))
    kept = brought_in(reads, first, warned)
    assert kept[stage.uid].status == "CANCELLED"
    again = on_the_way(*walks, later=2)
    assert still(brought_in(reads, first, warned, again)) == still(brought_in(reads, again)) != []


def test_a_stage_that_was_played_stays_in_the_calendar() -> None:
    writer = Writer()
    facts = [Facts(sessions=tuple(played(well(stage)))) for stage in (1, 2)]
    first, second = (writer.write(one, NOON) for one in facts)
    (stage,) = [one for one in by_icalendar(first) if one.status == "CONFIRMED"]
    kept = brought_in(by_icalendar, first, second)
    assert len(still(kept)) == 2
    assert kept[stage.uid] == stage
