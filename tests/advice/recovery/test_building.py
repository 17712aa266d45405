"""Distance against the weeks before, frequency before distance, and a rest day a week, edge by edge."""

from __future__ import annotations

from datetime import UTC
from zoneinfo import ZoneInfo

import pytest
from hypothesis import strategies as st

from hiproutine.advice.pain.sessions import Load
from hiproutine.advice.recovery.building import Unit, distance_text, weeks
from hiproutine.advice.recovery.facts import Sport
from tests.advice.pain.answers import TODAY, session
from tests.advice.recovery.noted import day, run

BERLIN, AUCKLAND = ZoneInfo("Europe/Berlin"), ZoneInfo("Pacific/Auckland")
COURSES = st.lists(
    st.builds(run, st.integers(-3, 40), st.none() | st.floats(0.001, 100), st.sampled_from(Sport)), max_size=30
)


@pytest.mark.parametrize(
    ("metres", "km", "miles"),
    [(0, "0.0 km", "0.0 miles"), (12_500, "12.5 km", "7.8 miles"), (1609.344, "1.6 km", "1.0 miles")],
)
def test_a_distance_is_said_to_a_tenth(metres: float, km: str, miles: str) -> None:
    assert distance_text(metres, Unit.KM) == km
    assert distance_text(metres, Unit.MILES) == miles


@pytest.mark.parametrize(("days", "number"), [(0, 0), (6, 0), (7, 1), (13, 1), (14, 2), (20, 2)])
def test_a_week_is_seven_days_with_today_the_last(days: int, number: int) -> None:
    found = weeks([run(days, 5)], [], TODAY, UTC, 3)
    assert [week.metres for week in found] == [5000 if number == week else 0 for week in range(3)]
    assert [week.runs for week in found] == [int(number == week) for week in range(3)]


def test_weeks_have_their_ends_and_everything_that_counts() -> None:
    done = [run(0, 5), run(0, 3), run(1, None), run(2, None, Sport.YOGA), run(7, 8), run(21, 9), run(-1, 70)]
    played = [session(3, load=Load.MODERATE), session(4, load=Load.LOW), session(2, load=Load.HIGH), session(5)]
    this, last, empty = weeks(done, played, TODAY, UTC, 3)
    assert (this.first, this.last) == (day(6), TODAY)
    assert (last.first, last.last) == (day(13), day(7))
    assert (this.metres, this.runs, this.unmeasured, this.active_days) == (8000, 3, 1, 4)
    assert (last.metres, last.runs, last.active_days) == (8000, 1, 1)
    assert (empty.metres, empty.runs, empty.active_days) == (0, 0, 0)
    assert weeks([], [], TODAY, UTC, 0) == ()
