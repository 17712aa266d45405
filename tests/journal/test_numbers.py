"""What history counts, and what it asks the journal for."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hiproutine.advice.pain.changes import Change
from hiproutine.advice.pain.readings import Moment, Reading, Side
from hiproutine.journal import history_numbers
from hiproutine.journal.day_lanes import days_to
from hiproutine.journal.history import WEEKS, month_of, recent, session_lines
from hiproutine.journal.history_numbers import (
    Day,
    Fortnight,
    Mark,
    fortnight,
    highest_by_day,
    mark,
    pain_series,
    weeks,
)
from hiproutine.journal.past_reactions import reactions
from hiproutine.journal.records import Progress, State
from hiproutine.journal.store import Journal
from tests.journal.shelf import NOON, keep_session, reading, session_record, uuid_of

DAY = timedelta(days=1)
TODAY = NOON.date()


def said(before: int | None, *after: int, **more: Any) -> list[Reading]:
    """What was said before a session, and half an hour apart after it."""
    readings = [] if before is None else [reading(before, Moment.BEFORE, NOON, session="s", side=Side.LEFT)]
    for number, score in enumerate(after):
        at = NOON + timedelta(minutes=30 * number + 30)
        readings.append(reading(score, Moment.AFTER, at, session="s", side=Side.LEFT, **more))
    return readings


@pytest.mark.parametrize(
    ("readings", "words"),
    [
        (said(2, 4), "2 of 10 before, 4 of 10 after"),
        (said(2, 3, 3, 3), "2 of 10 before, 3 of 10 after, still up after an hour"),
        (said(2, 2, worst=6), "2 of 10 before, 2 of 10 after, 6 at worst"),
        (said(2, 2, limp=True), "2 of 10 before, 2 of 10 after, a limp"),
        (said(None, 7), "7 of 10 after"),
        ([*said(1, 1), reading(7, Moment.DURING, session="s")], "1 of 10 before, 1 of 10 after, 7 at worst"),
    ],
)
def test_a_reaction_is_what_the_advice_after_a_session_calls_one(readings: list[Reading], words: str) -> None:
    (found,) = reactions(readings)
    assert found.words == words
    assert (found.session, found.date, found.side) == ("s", TODAY, Side.LEFT)


@pytest.mark.parametrize("readings", [said(2, 3), said(2, 3, 2, 2), said(None, 5), said(0, 1), said(5, 2)])
def test_what_settles_is_no_reaction(readings: list[Reading]) -> None:
    assert reactions(readings) == ()


@pytest.mark.parametrize(
    ("outcomes", "reacted", "pain", "expected"),
    [
        ([State.FINISHED], False, None, Mark.DONE),
        ([State.FINISHED, State.ENDED_EARLY], False, 8, Mark.DONE),
        ([State.ENDED_EARLY], False, None, Mark.PARTLY),
        ([State.INTERRUPTED], False, None, Mark.PARTLY),
        ([State.FINISHED], True, None, Mark.REACTED),
        ([], False, 6, Mark.PAIN),
        ([], False, 5, Mark.REST),
        ([], False, None, Mark.REST),
    ],
)
def test_a_day_has_one_mark(outcomes: list[State], reacted: bool, pain: int | None, expected: Mark) -> None:
    sessions = tuple(session_record(number, outcome=outcome) for number, outcome in enumerate(outcomes))
    ids = {sessions[0].id} if reacted else set()
    assert mark(Day(TODAY, sessions), TODAY + DAY, ids, pain) is expected


def test_today_without_a_session_is_not_rest_yet() -> None:
    assert mark(Day(TODAY, ()), TODAY, set(), None) is Mark.AHEAD
    assert mark(Day(TODAY + DAY, ()), TODAY, set(), None) is Mark.AHEAD
    assert mark(Day(TODAY - DAY, ()), TODAY, set(), None) is Mark.REST


def week_of(score: int, back: int, side: Side | None = None) -> list[Reading]:
    """Three mornings of a week that ended so many days ago."""
    return [reading(score, Moment.MORNING, NOON - (back + n) * DAY, side=side) for n in range(3)]


@pytest.mark.parametrize(
    ("before", "last", "change"), [(4, 2, Change.EASIER), (2, 4, Change.WORSE), (3, 3, Change.SAME)]
)
def test_two_weeks_are_compared_by_their_means(before: int, last: int, change: Change) -> None:
    two = fortnight([*week_of(before, 7), *week_of(last, 0)], NOON)
    assert two == Fortnight(Fraction(last), Fraction(before))
    assert two.change is change


def test_less_than_a_point_is_the_same_and_a_point_is_not() -> None:
    assert Fortnight(Fraction(2), Fraction(29, 10)).change is Change.SAME
    assert Fortnight(Fraction(2), Fraction(3)).change is Change.EASIER
    assert Fortnight(Fraction(3), Fraction(2)).change is Change.WORSE


def test_too_few_scores_and_those_of_other_moments_compare_nothing() -> None:
    few = fortnight(week_of(4, 0)[:2] + week_of(4, 7), NOON)
    assert (few.last, few.change) == (None, None)
    after = [reading(9, Moment.AFTER, NOON - n * DAY) for n in range(14)]
    assert fortnight(after, NOON) == Fortnight(None, None)


def test_a_side_has_both_and_no_pain_at_all() -> None:
    week = [*week_of(4, 0, Side.LEFT), *week_of(6, 0, Side.RIGHT), *week_of(0, 3), *week_of(9, 3)]
    assert fortnight(week, NOON, Side.LEFT).last == 2
    series = pain_series(week_of(0, 0) + week_of(3, 1), Moment.MORNING, Side.LEFT)
    assert {point.score for point in series} == {0}


def test_a_day_has_its_highest_score() -> None:
    readings = [reading(2), reading(5, Moment.MORNING), reading(3, at=NOON - DAY)]
    assert highest_by_day(readings) == {TODAY: 5, TODAY - DAY: 3}


def test_a_page_of_sessions_has_their_readings(journal: Journal) -> None:
    for number in range(5):
        keep_session(journal, session_record(number, NOON - number * DAY))
    journal.add_reading(reading(1, Moment.BEFORE, session=uuid_of(1)))
    journal.add_reading(reading(4, Moment.AFTER, NOON + DAY / 48, session=uuid_of(1)))
    page = session_lines(journal, 1, 2)
    assert [line.session.id for line in page] == [uuid_of(1), uuid_of(2)]
    assert [len(line.readings) for line in page] == [2, 0]
    assert [line.reacted for line in page] == [True, False]
    assert session_lines(journal, 5) == []


def test_a_month_has_its_own_sessions_and_the_readings_of_the_weeks_before(journal: Journal) -> None:
    for number, at in enumerate((NOON, NOON - 11 * DAY, NOON.replace(month=2, day=28))):
        keep_session(journal, session_record(number, at))
    journal.add_reading(reading(1, Moment.BEFORE, session=uuid_of(0)))
    journal.add_reading(reading(4, Moment.AFTER, NOON + DAY / 48, session=uuid_of(0)))
    journal.add_reading(reading(2, at=NOON - 60 * DAY))
    journal.add_reading(reading(2, at=NOON - timedelta(weeks=WEEKS + 3)))
    march = month_of(journal, date(2026, 3, 1), NOON, WEEKS)
    assert [day.date.day for day in march.days if day.sessions] == [11]
    assert march.reacted == {uuid_of(0)}
    assert march.highest[TODAY] == 4
    assert len(march.readings) == 3
    assert len(month_of(journal, date(2026, 3, 1), NOON).readings) == 2
    assert month_of(journal, date(2026, 12, 1), NOON).days[-1].date == date(2026, 12, 31)


def test_the_weeks_up_to_now_end_with_this_one(journal: Journal) -> None:
    keep_session(journal, session_record(1, progress=Progress()), seconds=90)
    keep_session(journal, session_record(2, NOON - timedelta(weeks=WEEKS)))
    journal.add_reading(reading(1, Moment.BEFORE, session=uuid_of(1), side=Side.RIGHT))
    journal.add_reading(reading(4, Moment.AFTER, NOON + DAY / 48, session=uuid_of(1), side=Side.RIGHT))
    found = recent(journal, NOON)
    assert len(found.weeks) == WEEKS
    assert (found.weeks[-1].sessions, found.weeks[-1].active_seconds) == (1, 90)
    assert sum(week.sessions for week in found.weeks) == 1
    assert found.titles == {uuid_of(1): "Hips"}
    for side, there in ((None, True), (Side.RIGHT, True), (Side.LEFT, False)):
        assert bool(found.last_reaction(side)) is there


@given(st.dates(date(2000, 1, 1), date(2099, 12, 1)), st.integers(0, 6), st.integers(1, 14))
def test_weeks_begin_on_the_day_that_is_chosen(day: date, begin: int, count: int) -> None:
    first = history_numbers.week_of(day, begin)
    assert first.weekday() == begin
    assert first <= day < first + timedelta(days=7)
    found = weeks([], day, count, begin=begin)
    assert (found[-1].first, len(found)) == (first, count)
    assert days_to(day, count, begin)[0] == found[0].first
