"""Which week of a plan comes next: by the date, one back after a reaction or a break, and as a person chooses."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hiproutine.advice.coming_back.weeks import Due, as_chosen, due
from hiproutine.advice.pain.sessions import Load, SessionPain
from tests.advice.pain.answers import NOON
from tests.advice.recovery.noted import HOWS, went

PLAN, OF = "copenhagen", 4

Told = tuple[int, str] | tuple[int, str, int | None]
"""How many days ago, how it went, and the week that was kept with it (1)."""


def played(*told: Told) -> list[SessionPain]:
    found = []
    for days, how, *week in told:
        found.append(replace(went(how, days, PLAN, Load.MODERATE), week=week[0] if week else 1))
    return found


def after(*told: Told) -> Due:
    return due(played(*told), PLAN, OF, NOON, UTC)


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        ([], "Week 1 of 4, the first time."),
        ([(0, "good")], "Week 1 of 4 begins today."),
        ([(1, "good")], "Week 1 of 4, since yesterday."),
        ([(3, "silent")], "Week 1 of 4, since Sunday."),
        ([(6, "good")], "Week 1 of 4, since Thursday."),
        ([(7, "good")], "Week 2 of 4 begins today."),
        ([(10, "good"), (3, "good", 2)], "Week 2 of 4, since Sunday."),
        ([(40, "good"), (30, "good", 2), (20, "good", 3), (15, "good", 4), (2, "good", 4)],
         "Week 4 of 4, since 1 May."),
        ([(7, "left")], "Week 1 of 4, the first time."),
        ([(7, "good", None)], "Week 1 of 4, the first time."),
        ([(14, "good"), (7, "good", 2), (2, "reacted", 2)], "Week 1 of 4 again: your hip reacted on Monday."),
        ([(14, "good"), (7, "good", 2), (1, "bad morning", 2)], "Week 1 of 4 again: your hip reacted yesterday."),
        ([(9, "good"), (8, "reacted"), ], "Week 1 of 4 again: your hip reacted on 12 May."),
        ([(15, "good"), (8, "reacted", 2), (2, "good")], "Week 1 of 4, since Monday."),
        ([(21, "good"), (14, "good", 2), (7, "good", 3), (5, "left in pain", 3)],
         "Week 2 of 4 again: your hip reacted on Friday."),
        ([(35, "good"), (28, "good", 2), (14, "good", 3)], "Week 2 of 4 to begin again, after 14 days away."),
        ([(60, "good"), (53, "good", 2), (42, "good", 3)], "Week 1 of 4 to begin again, after 42 days away."),
        ([(13, "good")], "Week 2 of 4, since Thursday."),
        ([(19, "good"), (13, "good")], "Week 2 of 4: no week is left out."),
        ([(3, "good", 3)], "Week 3 of 4, since Sunday."),
        ([(3, "good", 9)], "Week 4 of 4, since Sunday."),
        ([(10, "good"), (2, "good", 1)], "Week 1 of 4, since Monday."),
        ([(9, "good"), (8, "reacted"), (2, "silent", 3)], "Week 1 of 4, since Monday."),
        ([(9, "good"), (8, "reacted"), (2, "good", 3)], "Week 3 of 4, since Monday."),
    ],
)  # fmt: skip
def test_the_week_that_is_due_says_why(told: list[Told], sentence: str) -> None:
    assert after(*told).sentence == sentence


def test_what_it_rests_on_is_the_last_session_and_how_it_went() -> None:
    found = after((8, "good"), (2, "reacted", 2))
    (reason,) = found.because
    assert "after 3" in reason.text
    assert "ours" in found.source


def test_another_week_can_be_chosen() -> None:
    found = after((8, "good"))
    assert as_chosen(found, 2) == found.sentence
    assert as_chosen(found, 4) == "Week 4 of 4, as you chose; week 2 is due."


def test_other_routines_and_days_to_come_do_not_count() -> None:
    others = [replace(one, routine="plank") for one in played((9, "good"))]
    assert due([*others, *played((-1, "good"))], PLAN, OF, NOON, UTC).sentence == "Week 1 of 4, the first time."


HISTORY = st.lists(st.tuples(st.integers(0, 90), st.sampled_from(HOWS), st.integers(1, 6)), max_size=12)


@settings(max_examples=60, deadline=None)
@given(HISTORY)
def test_it_is_one_of_the_weeks_whatever_the_order_and_a_reaction_never_leads_on(told: list[Told]) -> None:
    sessions = played(*told)
    found = due(sessions, PLAN, OF, NOON, UTC)
    assert 1 <= found.week <= OF
    assert due(sessions[::-1], PLAN, OF, NOON, UTC).week == found.week
    worse = due([*sessions, *played((0, "reacted", found.week))], PLAN, OF, NOON, UTC)
    assert worse.week <= max(1, found.week - 1)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(0, 70), min_size=1, max_size=12), st.integers(0, 12))
def test_nobody_is_led_further_than_the_days_and_the_sessions_allow(days: list[int], later: int) -> None:
    done: list[tuple[int, int]] = []

    def week(ago: int) -> int:
        return after(*((day - ago, "good", number) for day, number in done)).week

    for ago in sorted(days, reverse=True):
        done += [(ago, week(ago))]
    weeks = [number for _, number in done]
    assert all(now <= before + 1 for before, now in pairwise(weeks))
    assert weeks[-1] <= 1 + (max(days) - min(days)) // 7
    assert week(min(days) - later) <= weeks[-1] + 1
