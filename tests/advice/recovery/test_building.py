"""Distance against the weeks before, frequency before distance, and a rest day a week, edge by edge."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hiproutine.advice.pain.advice import LIGHT, Advice, Kind, Level
from hiproutine.advice.pain.sessions import Load
from hiproutine.advice.recovery.amounts import metres_of
from hiproutine.advice.recovery.building import Unit, distance, distance_text, frequency, rest_day, room, weeks
from hiproutine.advice.recovery.facts import Outing, Sport
from tests.advice.pain.answers import NOON, TODAY, session
from tests.advice.recovery.noted import at, day, run

HOLD, EASIER = Level.GO_WATCHING, Level.EASIER
BERLIN, AUCKLAND = ZoneInfo("Europe/Berlin"), ZoneInfo("Pacific/Auckland")
COURSES = st.lists(
    st.builds(run, st.integers(-3, 40), st.none() | st.floats(0.001, 100), st.sampled_from(Sport)), max_size=30
)


def three_weeks(these: float, last: float, before: float) -> list[Outing]:
    """Kilometres of three weeks, each run on one day of its week; 0 is no run."""
    return [run(days, km) for days, km in ((2, these), (9, last), (16, before)) if km]


def level(found: Advice | None) -> Level | None:
    return found.level if found else None


@pytest.mark.parametrize(
    ("these", "last", "before", "said"),
    [
        (10, 10, 10, None),
        (11, 10, 10, None),
        (11.001, 10, 10, HOLD),
        (12, 10, 12, HOLD),
        (13, 10, 10, HOLD),
        (13.001, 10, 10, EASIER),
        (13, 12, 10, None),
        (13.001, 12, 10, EASIER),
        (3, 2.7, 0, HOLD),
        (50, 0, 0, None),
        (50, 0, 38, EASIER),
        (13, 0, 10, None),
        (0, 10, 10, None),
        (0, 0, 0, None),
        (1.1, 1, 1, None),
        (0.33, 0.3, 0.3, None),
    ],
)
def test_ten_percent_in_a_week_and_thirty_in_two(these: float, last: float, before: float, said: Level | None) -> None:
    assert level(distance(three_weeks(these, last, before), NOON, UTC)) is said


@pytest.mark.parametrize("miles", ["1", "2.5", "3.1", "6.21371", "10", "26.2"])
def test_exactly_ten_percent_passes_in_miles_too_and_in_many_runs(miles: str) -> None:
    more = f"{float(miles) * 1.1:.6f}"
    last = [Outing(str(n), NOON - timedelta(days=7 + n), metres=metres_of(miles, Unit.MILES)) for n in range(7)]
    these = [Outing(f"{n}-", NOON - timedelta(days=n), metres=metres_of(more, Unit.MILES)) for n in range(7)]
    assert distance([*last, *these], NOON, UTC) is None
    longer = Outing("more", NOON, metres=metres_of("20m", Unit.MILES))
    assert level(distance([*last, *these, longer], NOON, UTC)) is HOLD


def test_a_word_about_distance_names_its_runs_and_numbers() -> None:
    last, these = run(9, 35), run(2, 42)
    found = distance([these, last], NOON, UTC)
    assert found
    assert found.kind is Kind.DISTANCE
    assert "10 %" in found.sentence
    assert "onsider holding" in found.sentence
    assert found.because[0].ids == (last.id, these.id)
    assert found.because[0].text == "42.0 km in these seven days, 35.0 km in the seven before"
    assert "ours" in found.source
    miles = distance([these, last], NOON, UTC, Unit.MILES)
    assert miles
    assert miles.because[0].text == "26.1 miles in these seven days, 21.7 miles in the seven before"


def test_the_second_word_is_clearer_and_compares_with_two_weeks_ago() -> None:
    found = distance(three_weeks(14, 12, 10), NOON, UTC)
    assert found
    assert "30 %" in found.sentence
    assert found.because[0].text == "14.0 km in these seven days, 10.0 km two weeks ago"


@pytest.mark.parametrize(
    ("metres", "km", "miles"),
    [(0, "0.0 km", "0.0 miles"), (12_500, "12.5 km", "7.8 miles"), (1609.344, "1.6 km", "1.0 miles")],
)
def test_a_distance_is_said_to_a_tenth(metres: float, km: str, miles: str) -> None:
    assert distance_text(metres, Unit.KM) == km
    assert distance_text(metres, Unit.MILES) == miles


def test_a_run_of_unknown_distance_is_no_ground_to_compare_with() -> None:
    assert distance([run(2, 20), run(9, 10), run(10, None)], NOON, UTC) is None
    assert level(distance([run(1, None), run(2, 20), run(9, 10)], NOON, UTC)) is HOLD
    assert room([run(2, 5), run(9, 10), run(10, None)], TODAY, UTC) is None
    assert room([run(1, None), run(9, 10)], TODAY, UTC) is None


def test_only_runs_are_running_distance() -> None:
    assert distance([run(2, 100, Sport.CYCLE), run(3, 10), run(9, 10), run(9, 50, Sport.HIKE)], NOON, UTC) is None


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


@pytest.mark.parametrize(
    ("clock", "belongs_to"),
    [("19 23:59", date(2026, 5, 19)), ("20 00:00", date(2026, 5, 19)), ("20 03:59", date(2026, 5, 19)),
     ("20 04:00", date(2026, 5, 20)), ("20 23:59", date(2026, 5, 20)), ("21 03:59", date(2026, 5, 20))],
)  # fmt: skip
@pytest.mark.parametrize("zone", [UTC, BERLIN, AUCKLAND])
def test_a_run_belongs_to_the_day_that_begins_at_four_where_the_person_is(
    clock: str, belongs_to: date, zone: ZoneInfo
) -> None:
    moment = datetime.strptime(f"2026-05-{clock}", "%Y-%m-%d %H:%M").replace(tzinfo=zone)
    (week,) = weeks([at(moment)], [], belongs_to + timedelta(days=6), zone, 1)
    assert week.runs == 1
    (week,) = weeks([at(moment)], [], belongs_to + timedelta(days=7), zone, 1)
    assert week.runs == 0
    (week,) = weeks([at(moment)], [], belongs_to, zone, 1)
    assert week.runs == 1


@pytest.mark.parametrize("changed", [date(2026, 3, 29), date(2026, 10, 25)])
def test_a_change_of_the_clock_makes_no_day_longer_or_lost(changed: date) -> None:
    """Seven runs, one each day at 03:59 and at 04:00 by the clock, around the night of the change."""
    days = [changed + timedelta(days=number - 3) for number in range(7)]
    late = [at(datetime(one.year, one.month, one.day, 3, 59, tzinfo=BERLIN)) for one in days]
    early = [at(datetime(one.year, one.month, one.day, 4, 0, tzinfo=BERLIN)) for one in days]
    now = datetime(days[-1].year, days[-1].month, days[-1].day, 12, tzinfo=BERLIN)
    assert weeks(early, [], days[-1], BERLIN, 2)[0].runs == 7
    assert [week.runs for week in weeks(late, [], days[-1], BERLIN, 2)] == [6, 1]
    assert level(rest_day(early, [], now, BERLIN)) is Level.REST_INSTEAD
    assert level(rest_day(late, [], now, BERLIN)) is Level.REST_INSTEAD
    assert rest_day(late[1:], [], now, BERLIN) is None


def test_two_zones_may_see_one_run_in_different_weeks() -> None:
    runs = [at(datetime(2026, 5, 13, 17, tzinfo=UTC), 10), at(datetime(2026, 5, 20, 0, tzinfo=UTC), 12)]
    now = datetime(2026, 5, 20, 2, tzinfo=UTC)
    assert [week.runs for week in weeks(runs, [], date(2026, 5, 20), AUCKLAND, 2)] == [2, 0]
    assert [week.runs for week in weeks(runs, [], date(2026, 5, 19), UTC, 2)] == [2, 0]
    assert [week.runs for week in weeks(runs, [], date(2026, 5, 20), BERLIN, 2)] == [1, 1]
    assert distance(runs, now, AUCKLAND) is None
    assert level(distance(runs, now, BERLIN)) is HOLD


@pytest.mark.parametrize(
    ("these", "last", "left"),
    [
        (0, 10, 11_000),
        (5, 10, 6000),
        (11, 10, 0),
        (12, 10, 0),
        (0, 0, None),
        (5, 0, None),
        (4.9999, 10, 6000),
        (0, 1.0005, 1100),
    ],
)
def test_room_is_what_is_left_of_ten_percent_in_whole_metres(these: float, last: float, left: float | None) -> None:
    found = room(three_weeks(these, last, 0), TODAY, UTC)
    assert found == left


def test_room_compares_the_week_that_ends_on_the_day_asked_about() -> None:
    assert room([run(6, 4), run(7, 10), run(13, 10)], TODAY, UTC) == 18_000
    assert room([run(6, 4), run(7, 10), run(13, 10)], day(-1), UTC) == 15_400


@given(COURSES)
def test_what_is_run_within_the_room_brings_no_word_about_ten_percent(course: list[Outing]) -> None:
    left = room(course, TODAY, UTC)
    if left:
        found = distance([*course, run(0, left / 1000)], NOON, UTC)
        assert found is None or found.level is EASIER


@given(COURSES)
def test_the_order_of_outings_does_not_matter(course: list[Outing]) -> None:
    turned = course[::-1]
    for rule in (distance, frequency):
        one, other = rule(course, NOON, UTC), rule(turned, NOON, UTC)
        assert (one and (one.level, one.sentence)) == (other and (other.level, other.sentence))
    assert rest_day(course, [], NOON, UTC) == rest_day(turned, [], NOON, UTC)
    assert room(course, TODAY, UTC) == room(turned, TODAY, UTC)
    assert weeks(course, [], TODAY, UTC, 5) == weeks(turned, [], TODAY, UTC, 5)


@given(COURSES, st.floats(0.001, 50))
def test_a_longer_run_never_makes_the_word_milder(course: list[Outing], km: float) -> None:
    ranks = [
        found.level.rank if (found := distance(runs, NOON, UTC)) else -1 for runs in (course, [*course, run(0, km)])
    ]
    assert ranks == sorted(ranks)


@pytest.mark.parametrize(
    ("these", "last", "speaks"),
    [
        ([5.5], [5], False),
        ([5.501], [5], True),
        ([5.501, 3], [5], False),
        ([5.501, 3], [5, 4], True),
        ([5.501], [5, 4], True),
        ([5.501], [], False),
        ([], [5], False),
        ([None], [5], False),
        ([8], [5, None], False),
        ([5, 5, 5], [5], False),
    ],
)
def test_a_longer_run_and_not_more_days_brings_a_word(
    these: list[float | None], last: list[float | None], speaks: bool
) -> None:
    runs = [run(number, km) for number, km in enumerate(these)] + [run(7 + n, km) for n, km in enumerate(last)]
    found = frequency(runs, NOON, UTC)
    assert (found is not None) is speaks
    if found:
        assert (found.kind, found.level) == (Kind.FREQUENCY, HOLD)
        assert "another day before a longer run" in found.sentence


def test_two_runs_on_one_day_are_one_day() -> None:
    assert frequency([run(0, 6), run(0, 2), run(8, 5)], NOON, UTC)
    found = frequency([run(0, 6), run(8, 5)], NOON, UTC, Unit.MILES)
    assert found
    assert found.because[0].text == "longest 3.7 miles on 1 day with a run, 3.1 miles on 1 before"


@pytest.mark.parametrize(
    ("active", "said"),
    [
        (range(7), "7 active days in a row. Consider a rest day tomorrow."),
        (range(6), None),
        (range(10), "10 active days in a row. Consider a rest day tomorrow."),
        (range(1, 8), "7 active days in a row. Consider making today a rest day."),
        (range(1, 7), None),
        (range(2, 20), None),
        ([0, 1, 2, 4, 5, 6, 7, 8], None),
        ([], None),
    ],
)
def test_seven_active_days_in_a_row_call_for_a_rest_day(active: range | list[int], said: str | None) -> None:
    found = rest_day([run(days, 5) for days in active], [], NOON, UTC)
    assert (found.sentence if found else None) == said
    if found:
        assert (found.kind, found.level, found.alternative) == (Kind.REST_DAY, Level.REST_INSTEAD, LIGHT)
        assert len(found.because[0].ids) == len(active)


def test_what_asks_something_of_the_hip_is_an_active_day_and_what_asks_little_is_not() -> None:
    sports = list(Sport)[:5]
    done = [run(days, None, sport) for days, sport in enumerate(sports)]
    heavy = [session(5, load=Load.MODERATE), session(6, load=Load.HIGH)]
    assert rest_day(done, heavy, NOON, UTC)
    assert rest_day(done, [session(5, load=Load.LOW), session(6, load=Load.HIGH)], NOON, UTC) is None
    assert rest_day([], [session(days, load=Load.NONE) for days in range(9)], NOON, UTC) is None
