"""Building up, rule by rule: one run, a week, two weeks."""

from __future__ import annotations

from datetime import timedelta

import pytest

from hiproutine.advice.finding import Kind, Level
from hiproutine.advice.recovery.amounts import metres_of
from hiproutine.advice.recovery.building import Unit
from hiproutine.advice.recovery.facts import Outing, Sport
from tests.advice.known import NOON, ago, judged, ran, sentence, word

THREE = [ran(days, 10) for days in (5, 12, 20)]


@pytest.mark.parametrize(
    ("km", "level", "words"),
    [
        (10, None, ""),
        (11, None, ""),
        (11.001, Level.WATCH, "more than 10 %"),
        (13, Level.WATCH, "more than 10 %"),
        (13.001, Level.EASIER, "more than 30 %"),
        (20, Level.EASIER, "more than 30 %"),
        (20.001, Level.EASIER, "more than twice as long as"),
    ],
)
def test_a_single_run_against_the_longest_of_30_days(km: float, level: Level | None, words: str) -> None:
    found = word(judged(*THREE, ran(0, km)), Kind.LONGER_RUN)
    assert (found and found.level) == level
    assert words in (found.sentence if found else "")
    assert found is None or all(number in found.source.found for number in ("1.64", "1.52", "2.28", "5,205"))


@pytest.mark.parametrize(
    ("earlier", "said"),
    [
        ([(5, 10), (12, 10)], False),  # two are not enough to say how long is usual
        ([(5, 10), (12, 10), (20, None)], False),
        ([(5, 10), (12, 10), (30, 10)], True),
        ([(5, 10), (12, 10), (31, 10)], False),
        ([(5, 10), (12, 10), (30, 20)], False),
    ],
)
def test_at_least_three_runs_of_30_days_are_known(earlier: list[tuple[int, float | None]], said: bool) -> None:
    found = judged(*[ran(days, km) for days, km in earlier], ran(0, 20))
    assert bool(found.found(Kind.LONGER_RUN)) == said


def test_who_ran_before_but_not_in_a_month_begins_with_short_ones() -> None:
    assert "Start again with short ones" in sentence(judged(ran(40, 10), ran(0, 10)), Kind.LONGER_RUN)
    assert not judged(ran(0, 10)).found(Kind.LONGER_RUN)


def test_runs_without_a_distance_are_no_break() -> None:
    assert not judged(*[ran(days, None) for days in (6, 4, 2)], ran(0, None)).found(Kind.LONGER_RUN)
    assert not judged(ran(40, 10), ran(6, None), ran(0, 10)).found(Kind.LONGER_RUN)


def test_a_long_run_is_spoken_of_until_the_next_or_for_a_week() -> None:
    assert judged(*THREE, ran(0, 20), now=NOON + timedelta(days=6)).found(Kind.LONGER_RUN)
    assert not judged(*THREE, ran(0, 20), now=NOON + timedelta(days=7)).found(Kind.LONGER_RUN)
    assert not judged(*THREE, ran(2, 20), ran(0, 5)).found(Kind.LONGER_RUN)


def weekly(*kilometres: float, start: int = 0) -> list[Outing]:
    """So many on Monday, Wednesday and Friday of each week, the newest week first; the last of them was yesterday."""
    days = (1, 3, 5)
    return [ran(start + 7 * week + day, km / 3) for week, km in enumerate(kilometres) for day in days]


@pytest.mark.parametrize(
    ("these", "level"),
    [(30, None), (33, None), (33.1, Level.WATCH), (39, Level.WATCH), (39.1, Level.EASIER), (10, None)],
)
def test_a_week_against_the_weeks_before(these: float, level: Level | None) -> None:
    found = word(judged(*weekly(these, 30, 30, 30, 30)), Kind.WEEK_UP)
    assert (found and found.level) == level


def test_two_weeks_ago_is_compared_by_30_percent_alone() -> None:
    found = word(judged(*weekly(40, 37, 30, 30, 30)), Kind.WEEK_UP)
    assert found
    assert (found.level, "0.96 to 2.66" in found.source.found) == (Level.EASIER, True)
    assert not judged(*weekly(39, 36, 30, 30, 30)).found(Kind.WEEK_UP)


@pytest.mark.parametrize(("days", "said"), [(27, False), (28, True)])
def test_weeks_are_compared_after_28_days_of_notes(days: int, said: bool) -> None:
    runs = [ran(day, 5) for day in range(1, days)] + [ran(days, 1), ran(0, 30)]
    assert bool(judged(*runs).found(Kind.WEEK_UP)) == said


@pytest.mark.parametrize("moved", [-1, 0, 1])
@pytest.mark.parametrize("day", range(7))
@pytest.mark.parametrize("week", [0, 1])
def test_a_long_run_a_day_earlier_or_later_changes_nothing(moved: int, day: int, week: int) -> None:
    """5 km on two days and 15 km on a third, every week; one of the long ones is moved."""
    runs = []
    for number in range(7):
        long = 7 * number + day + (moved if number == week else 0)
        runs += [ran(7 * number + (day + 2) % 7, 5), ran(7 * number + (day + 4) % 7, 5)]
        runs += [ran(long, 15)] if long >= 0 else []
    found = judged(*runs)
    assert not found.found(Kind.WEEK_UP)
    assert not found.found(Kind.LONGER_RUN)


@pytest.mark.parametrize("days", range(60))
def test_constant_training_is_never_warned(days: int) -> None:
    """Three times 5 km on Monday, Wednesday and Friday, from the first day on."""
    runs = [ran(days - day, 5) for day in range(days + 1) if day % 7 in {0, 2, 4}]
    assert judged(*runs).level is Level.GO


def test_a_week_without_ground_to_compare_with_is_not_compared() -> None:
    assert not judged(*weekly(60, 0, 0, 0, 0), ran(40, 5)).found(Kind.WEEK_UP)
    assert not judged(*weekly(60, 30, 30, 30, 30), ran(16, None)).found(Kind.WEEK_UP)


@pytest.mark.parametrize("miles", ["1", "2.5", "3.1", "6.21371", "10", "26.2"])
def test_exactly_ten_percent_passes_in_miles_too(miles: str) -> None:
    longest, more = metres_of(miles, Unit.MILES), metres_of(f"{float(miles) * 1.1:.6f}", Unit.MILES)
    earlier = [Outing(f"e{days}", ago(days), Sport.RUN, longest) for days in (9, 16, 23, 29)]
    assert not judged(*earlier, Outing("l", NOON, Sport.RUN, more)).found(Kind.LONGER_RUN)


def test_only_runs_are_running_distance() -> None:
    assert judged(*THREE, ran(0, 100, sport=Sport.CYCLE)).level is Level.GO


@pytest.mark.parametrize(("days", "said"), [(6, False), (7, True)])
def test_a_week_without_a_rest_day(days: int, said: bool) -> None:
    found = judged(*[ran(day, 5) for day in range(days)])
    assert bool(found.found(Kind.REST_DAY)) == said
