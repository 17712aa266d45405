"""A day is the day of the place where it was done, wherever one is when one looks back."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hiproutine.advice.pain.days import day_of
from hiproutine.advice.recovery.building import weeks
from hiproutine.advice.recovery.facts import Outing, Sport

NEW_YORK = timezone(timedelta(hours=-4))
PLACES = ("Pacific/Honolulu", "America/New_York", "Europe/Berlin", "Asia/Tokyo", "Pacific/Kiritimati")
ZONES = st.sampled_from([ZoneInfo(name) for name in PLACES])
OFFSETS = st.integers(-11 * 60, 14 * 60).filter(bool).map(lambda minutes: timezone(timedelta(minutes=minutes)))


@pytest.mark.parametrize("place", PLACES)
def test_an_evening_and_a_morning_stay_two_days(place: str) -> None:
    evening = datetime(2026, 6, 10, 22, 0, tzinfo=NEW_YORK)
    runs = [
        Outing(str(number), at, Sport.RUN, metres=5000.0)
        for number, at in enumerate((evening, evening + timedelta(hours=9)))
    ]
    (week,) = weeks(runs, (), date(2026, 6, 12), ZoneInfo(place), 1)
    assert (week.runs, week.active_days) == (2, 2)


@given(st.integers(0, 3 * 366 * 24 * 60), OFFSETS, ZONES, ZONES)
def test_where_one_looks_back_from_changes_no_day(minutes: int, offset: tzinfo, one: tzinfo, other: tzinfo) -> None:
    moment = datetime(2024, 1, 1, tzinfo=offset) + timedelta(minutes=minutes)
    assert day_of(moment, one) == day_of(moment, other)


@pytest.mark.parametrize(("at", "day"), [("2026-10-25T03:59", 24), ("2026-10-25T04:00", 25), ("2026-10-26T03:59", 25)])
def test_a_night_in_which_the_clock_changes_ends_at_four(at: str, day: int) -> None:
    moment = datetime.fromisoformat(at).replace(tzinfo=ZoneInfo("Europe/Berlin"))
    assert day_of(moment, UTC).day == day
