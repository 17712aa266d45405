"""Ice every 3 to 4 hours in the first two days; heat after them, and not straight after a run."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hiproutine.advice.recovery.facts import Onset
from hiproutine.advice.recovery.icing import clock_of, series, times

BERLIN = ZoneInfo("Europe/Berlin")
MONDAY = datetime(2026, 6, 1, 8, 0, tzinfo=BERLIN)
ONSET = Onset("o", MONDAY)


def after(hours: float = 0, minutes: float = 0, seconds: float = 0) -> datetime:
    return (MONDAY.astimezone(UTC) + timedelta(hours=hours, minutes=minutes, seconds=seconds)).astimezone(BERLIN)


@pytest.mark.parametrize(
    ("ice", "now", "earliest", "due"),
    [
        ((), after(0), 0, 0),
        ((), after(5), 0, 0),
        ((after(1),), after(2), 4, 5),
        ((after(1), after(6)), after(7), 9, 10),
        ((after(-1),), after(1), 0, 0),  # from before it began
        ((after(9),), after(7), 0, 0),  # a clock that was set back: not done yet
        ((after(44.5),), after(45), 47.5, 48),  # what is due later than the two days is due at their end
    ],
)
def test_the_next_ice_is_due_three_to_four_hours_after_the_last(
    ice: tuple[datetime, ...], now: datetime, earliest: float, due: float
) -> None:
    found = series(ONSET, ice, now)
    assert found
    assert (found.earliest, found.due, found.ends) == (after(earliest), after(due), after(48))


@pytest.mark.parametrize(
    ("onset", "ice", "now"),
    [
        (None, (), after(1)),
        (ONSET, (), after(-1)),
        (ONSET, (), after(48)),
        (ONSET, (after(45),), after(46)),  # three hours later the two days are over
    ],
)
def test_there_is_no_series_outside_the_first_two_days(
    onset: Onset | None, ice: tuple[datetime, ...], now: datetime
) -> None:
    assert series(onset, ice, now) is None


def test_the_series_lasts_until_the_last_second() -> None:
    assert series(ONSET, (), after(48, seconds=-1))
    assert series(ONSET, (after(45, seconds=-1),), after(46))


def test_two_days_are_48_hours_also_when_the_clocks_change() -> None:
    onset = Onset("o", datetime(2026, 3, 28, 12, 0, tzinfo=BERLIN))
    found = series(onset, (), datetime(2026, 3, 29, 12, 0, tzinfo=BERLIN))
    assert found
    assert found.ends.astimezone(BERLIN) == datetime(2026, 3, 30, 13, 0, tzinfo=BERLIN)


def test_somebody_who_travels_keeps_their_hours() -> None:
    tokyo = timezone(timedelta(hours=9))
    found = series(ONSET, (after(1).astimezone(tokyo),), after(2).astimezone(tokyo))
    assert found
    assert found.due == after(5)


def test_the_times_leave_the_nights_out() -> None:
    of = series(ONSET, (), after(0))
    assert of
    said = [f"{moment:%a %H:%M}" for moment in times(of, after(0), BERLIN)]
    assert said == [
        *("Mon 08:00", "Mon 12:00", "Mon 16:00", "Mon 20:00"),
        *("Tue 07:00", "Tue 11:00", "Tue 15:00", "Tue 19:00", "Wed 07:00"),
    ]


@given(hours=st.floats(0, 47.9), last=st.floats(0, 47))
def test_every_time_is_to_come_by_day_within_the_two_days_and_three_hours_apart(hours: float, last: float) -> None:
    now = after(hours)
    of = series(ONSET, (after(last),), now)
    found = times(of, now, BERLIN) if of else ()
    assert all(now <= moment < after(48) and 7 <= moment.hour < 22 for moment in found)
    assert all(late - early >= timedelta(hours=3) for early, late in pairwise(found))


@pytest.mark.parametrize(
    ("hours", "said"),
    [(3, "from 11:00 on"), (16, "from 00:00 tomorrow"), (24, "from 08:00 tomorrow"), (48, "from 08:00 on Wednesday")],
)
def test_a_moment_to_come_is_said_by_the_clock_on_the_wall(hours: float, said: str) -> None:
    assert clock_of(after(hours), MONDAY, BERLIN) == said
