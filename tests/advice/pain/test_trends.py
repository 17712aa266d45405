"""Week against week, the clock of an episode, and reactions that add up."""

from __future__ import annotations

from datetime import UTC
from itertools import chain

import pytest

from hiproutine.advice.pain.advice import Kind, Level
from hiproutine.advice.pain.readings import Moment, Reading
from hiproutine.advice.pain.sessions import SessionPain
from hiproutine.advice.pain.trends import episode, episode_start, reactions, trends, weeks
from tests.advice.pain.answers import NOON, days_ago, reacted, session

HOLD, SEE = Level.GO_WATCHING, Level.SEE_SOMEONE


def two_weeks(last: list[int], this: list[int]) -> list[Reading]:
    """Scores of the week before, from its first day, and of this one, up to today."""
    before = [days_ago(score, 13 - day) for day, score in enumerate(last)]
    return before + [days_ago(score, day, Moment.MORNING) for day, score in enumerate(reversed(this))]


def week_level(readings: list[Reading]) -> Level | None:
    """What the weeks say."""
    advice = weeks(readings, NOON, UTC)
    return advice.level if advice else None


def course(*scores: tuple[int, int]) -> list[Reading]:
    """Readings by score and days before today."""
    return [days_ago(score, days) for score, days in scores]


def spoken(readings: list[Reading]) -> str:
    """What the episode says."""
    advice = episode(readings, NOON, UTC)
    return advice.sentence if advice else ""


@pytest.mark.parametrize(
    ("last", "this", "level"),
    [
        ([2, 2, 2], [2, 2, 2], None),
        ([2, 2, 2], [2, 3, 3], None),
        ([2, 2, 2], [3, 3, 3], HOLD),
        ([2, 2, 2], [3, 4, 4], HOLD),
        ([2, 2, 2], [4, 4, 4], SEE),
        ([4, 4, 4], [1, 1, 1], None),
        ([1, 2, 2], [2, 3, 3], HOLD),
    ],
)
def test_a_week_is_one_or_two_points_above_the_week_before(
    last: list[int], this: list[int], level: Level | None
) -> None:
    assert week_level(two_weeks(last, this)) is level


def test_each_week_needs_three_readings() -> None:
    assert week_level(two_weeks([0, 0], [5, 5, 5])) is None
    assert week_level(two_weeks([0, 0, 0], [5, 5])) is None
    assert week_level(two_weeks([0, 0, 0], [5, 5, 5])) is SEE


def test_a_week_is_seven_days_with_today_the_last() -> None:
    old = [days_ago(0, days) for days in (13, 12)]
    new = [days_ago(5, days) for days in (6, 1, 0)]
    assert week_level([*old, days_ago(0, 7), *new]) is SEE
    assert week_level([*old, days_ago(0, 14), *new]) is None
    assert week_level([days_ago(0, days) for days in (13, 9, 7)] + [days_ago(5, days) for days in (7, 1, 0)]) is None


def test_only_readings_before_sessions_and_of_mornings_are_compared() -> None:
    after = [days_ago(9, days, Moment.AFTER) for days in (0, 1, 2)]
    assert week_level(two_weeks([1, 1, 1], [1, 1, 1]) + after) is None


def test_the_reason_of_a_week_names_its_readings_and_means() -> None:
    readings = two_weeks([1, 1, 2], [3, 3, 3])
    advice = weeks(readings, NOON, UTC)
    assert advice
    assert set(advice.because[0].ids) == {reading.id for reading in readings}
    assert advice.because[0].text == "1.3 a week before, 3.0 now, as means"


@pytest.mark.parametrize(("days", "speaks"), [(13, False), (14, True), (15, True)])
def test_an_episode_speaks_at_exactly_fourteen_days_without_improvement(days: int, speaks: bool) -> None:
    assert spoken(course((4, days), (4, 0))).startswith("Little change") is speaks


@pytest.mark.parametrize(
    ("start", "now", "improved"),
    [(9, 7, True), (9, 8, False), (6, 4, True), (3, 2, True), (4, 3, False), (10, 8, True), (5, 6, False)],
)
def test_an_episode_improves_by_two_points_or_thirty_in_a_hundred(start: int, now: int, improved: bool) -> None:
    assert (spoken(course((start, 20), (now, 0))) == "") is improved


@pytest.mark.parametrize(("days", "speaks"), [(41, False), (42, True), (43, True)])
def test_an_episode_speaks_again_at_exactly_forty_two_days(days: int, speaks: bool) -> None:
    readings = course((9, days), (5, 20), (3, 0))
    assert spoken(readings).startswith("Pain for six weeks") is speaks


def test_six_weeks_count_only_while_pain_of_three_is_there() -> None:
    assert spoken(course((9, 50), (5, 20), (2, 0))) == ""
    assert spoken(course((9, 50), (5, 20), (3, 6), (2, 0))).startswith("Pain for six weeks")
    assert spoken(course((9, 50), (5, 20), (3, 7), (2, 0))) == ""


@pytest.mark.parametrize("score", [0, 1, 2])
def test_an_episode_begins_with_the_first_pain_of_three_and_not_below(score: int) -> None:
    readings = course((score, 30), (3, 10), (4, 0))
    assert episode_start(readings, NOON, UTC) is readings[1]
    assert episode_start(readings[:1], NOON, UTC) is None


def test_seven_days_of_low_readings_end_an_episode_and_six_do_not() -> None:
    six, seven = course((5, 30), (1, 20), (1, 14), (4, 0)), course((5, 30), (1, 20), (1, 13), (4, 0))
    assert episode_start(six, NOON, UTC) is six[0]
    assert episode_start(seven, NOON, UTC) is seven[3]


def test_one_low_reading_in_a_long_silence_ends_no_episode() -> None:
    readings = course((5, 40), (1, 30), (4, 0))
    assert episode_start(readings, NOON, UTC) is readings[0]


def test_more_than_six_weeks_of_silence_end_an_episode() -> None:
    kept, lost = course((5, 60), (4, 18)), course((5, 61), (4, 18))
    assert episode_start(kept, NOON, UTC) is kept[0]
    assert episode_start(lost, NOON, UTC) is lost[1]
    assert episode_start(course((5, 43)), NOON, UTC) is None


def test_an_episode_says_nothing_without_a_reading_this_week() -> None:
    assert spoken(course((5, 30), (5, 7))) == ""
    assert spoken(course((5, 30), (5, 6))) != ""


@pytest.mark.parametrize(("oldest", "speaks"), [(13, True), (14, False)])
def test_three_reactions_speak_when_they_fall_in_fourteen_days(oldest: int, speaks: bool) -> None:
    sessions = [reacted(oldest), reacted(5), reacted(0), session(3)]
    assert (reactions(sessions, NOON, UTC) is not None) is speaks


def test_two_reactions_are_not_three() -> None:
    assert reactions([reacted(1), reacted(0)], NOON, UTC) is None


def test_a_reaction_is_explained_by_the_readings_of_each_session() -> None:
    sessions: list[SessionPain] = [reacted(2), reacted(1), reacted(0)]
    advice = reactions(sessions, NOON, UTC)
    assert advice
    named = set(chain.from_iterable(one.ids for one in advice.because))
    assert named == {one.id for done in sessions for one in (done.before, done.after) if one}


def test_trends_come_strictest_first() -> None:
    readings = [days_ago(2, days) for days in (13, 12, 11)] + [days_ago(3, days) for days in (2, 1, 0)]
    found = trends(readings, [reacted(day) for day in range(3)], NOON, UTC)
    assert [advice.kind for advice in found] == [Kind.REACTIONS, Kind.WEEKS]
