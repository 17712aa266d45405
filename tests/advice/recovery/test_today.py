"""What suits today: at most three lines, the more careful first."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hiproutine.advice.pain.flags import FLAGS
from hiproutine.advice.pain.readings import Moment
from hiproutine.advice.pain.red_flags import SOON_SENTENCE, URGENT_SENTENCE, Standing
from hiproutine.advice.recovery.facts import Onset, Outing, Sport
from hiproutine.advice.recovery.stages import Entry
from hiproutine.advice.recovery.today import MOST, Hint, Known, hints
from tests.advice.pain.answers import NOON, said
from tests.advice.recovery.noted import run, went

NOTHING = Known(now=NOON, zone=UTC)
READY = Entry(red_flags=False, now=0, worst24=0, brisk_walk=True)
WARM_UP, STRETCH, LIGHT, ICE = "warm-up-five-step", "post-run-hip-stretch", "rest-day-light-stretch", "ice-therapy"


def routines(**known: Any) -> list[str | None]:
    return [hint.routine for hint in hints(replace(NOTHING, **known))]


def whys(**known: Any) -> list[str]:
    return [hint.why for hint in hints(replace(NOTHING, **known))]


def ago(**length: float) -> datetime:
    return NOON - timedelta(**length)


def standing(flag: str) -> Standing:
    return Standing(next(one for one in FLAGS if one.id == flag), "s", date(2026, 3, 1))


def test_who_has_done_nothing_yet_is_offered_what_comes_before_and_after_a_run() -> None:
    assert hints(NOTHING) == (
        Hint("before a run", WARM_UP, "Five steps: “7 Ways to Relieve Hip Pain After Running”."),
        Hint("after a run", STRETCH, "“7 Ways to Relieve Hip Pain After Running”."),
    )


def test_an_urgent_flag_is_all_that_is_said() -> None:
    [hint] = hints(replace(NOTHING, flags=(standing("no-weight"),), morning_due=True))
    assert (hint.why, hint.routine) == (URGENT_SENTENCE, None)


def test_another_flag_comes_first_with_the_gentle_routine() -> None:
    assert (routines(flags=(standing("too-long"),)), whys(flags=(standing("too-long"),))) == ([LIGHT], [SOON_SENTENCE])


def test_the_morning_question_comes_first() -> None:
    assert whys(morning_due=True)[0] == "This morning's question is open: how is the hip?"


@pytest.mark.parametrize(
    ("score", "hours", "first"),
    [
        (2, 1, WARM_UP),
        (3, 1, LIGHT),
        (5, 1, LIGHT),
        (6, 1, None),
        (10, 1, None),
        (6, 24, None),
        (6, 24.01, WARM_UP),
        (6, -1, WARM_UP),  # said by a clock that was ahead
    ],
)
def test_the_last_score_of_a_day_decides_how_gentle(score: int, hours: float, first: str | None) -> None:
    assert routines(readings=(said(score, Moment.OTHER, ago(hours=hours)),))[0] == first


def test_the_last_score_counts_and_not_the_one_before() -> None:
    readings = (said(7, Moment.OTHER, ago(hours=5)), said(1, Moment.MORNING, ago(hours=1)))
    assert routines(readings=readings)[0] == WARM_UP


def test_the_worst_that_was_named_counts() -> None:
    assert routines(readings=(said(1, Moment.BEFORE, ago(hours=1), worst=4),))[0] == LIGHT


def test_a_reaction_asks_for_gentle_until_a_calm_morning() -> None:
    reacted = went("reacted", 2, "hip-core-strength")
    assert routines(sessions=(replace(reacted, morning=None),))[0] == LIGHT
    assert routines(sessions=(replace(reacted, morning=None), went("good", 1, "cool-down")))[0] != LIGHT


@pytest.mark.parametrize(("days", "light"), [(6, False), (7, True)])
def test_seven_active_days_ask_for_a_rest_day(days: int, light: bool) -> None:
    outings = tuple(run(number, 5, Sport.CYCLE) for number in range(days))
    assert (LIGHT in routines(outings=outings)) == light


@pytest.mark.parametrize(("hours", "why"), [(0, "every 3 to 4 hours, for two days"), (48, None), (-1, None)])
def test_ice_is_due_in_the_first_two_days(hours: float, why: str | None) -> None:
    found = [hint.why for hint in hints(replace(NOTHING, onset=Onset("o", ago(hours=hours)))) if hint.routine == ICE]
    assert found == ([why] if why else [])


@pytest.mark.parametrize(
    ("minutes", "why"),
    [
        (179, "the next from 12:01 on"),
        (180, "the next may come now"),
        (240, "every 3 to 4 hours, for two days"),
    ],
)
def test_the_next_ice_is_said_by_the_clock(minutes: int, why: str) -> None:
    known = replace(NOTHING, onset=Onset("o", ago(hours=10)), ices=(ago(minutes=minutes),))
    [hint] = [hint for hint in hints(known) if hint.routine == ICE]
    assert hint.why == why
    assert hint.due == (ago(minutes=minutes - 240) if minutes < 180 else None)


@pytest.mark.parametrize(
    ("minutes", "why"),
    [(0, "you ran just now"), (1, "you ran 1 minute ago"), (180, "you ran 3 hours ago"), (181, None)],
)
def test_after_a_run_comes_the_stretch(minutes: float, why: str | None) -> None:
    first = hints(replace(NOTHING, outings=(Outing("r", ago(minutes=minutes), metres=5000),)))[0]
    assert first == (Hint(why, STRETCH, first.source) if why else hints(NOTHING)[0])


def test_a_stretch_that_was_done_is_not_asked_for_again() -> None:
    outings = (Outing("r", ago(minutes=50), metres=5000),)
    assert whys(outings=outings, finished=((STRETCH, ago(minutes=10)),))[0] == "before a run"


@pytest.mark.parametrize(("minutes", "said"), [(19, False), (20, True), (180, True), (181, False)])
def test_a_while_after_a_warm_up_comes_what_follows_the_run(minutes: float, said: bool) -> None:
    found = routines(finished=((WARM_UP, ago(minutes=minutes)),))
    assert (found[:2] == [STRETCH, "cool-down"]) == said


def test_who_is_coming_back_is_told_the_stage() -> None:
    stages = (went("good", 4, "return-to-run-1"), went("good", 2, "return-to-run-1"))
    first = hints(replace(NOTHING, sessions=stages, entry=READY))[0]
    assert first.routine == "return-to-run-2"
    assert first.why == "Stage 1 went well on two days. Stage 2 may come next."


def test_a_stage_for_another_day_names_no_routine() -> None:
    first = hints(replace(NOTHING, sessions=(went("good", 1, "return-to-run-1"),), entry=READY))[0]
    assert first.routine is None
    assert first.why.endswith("Not before tomorrow.")


@pytest.mark.parametrize(("days", "routine"), [(1, WARM_UP), (2, "hip-core-strength")])
def test_strength_comes_every_other_day(days: int, routine: str) -> None:
    assert routines(sessions=(went("good", days, "hip-core-strength"),))[0] == routine


def test_two_good_ones_lead_to_the_next_level() -> None:
    sessions = (went("good", 4, "hip-core-strength"), went("good", 2, "hip-core-strength"))
    assert routines(sessions=sessions)[0] == "hip-core-strength-2"


ODD = st.builds(
    Known,
    now=st.just(NOON),
    zone=st.just(UTC),
    sessions=st.lists(
        st.builds(
            went,
            st.sampled_from(["good", "sore", "reacted", "left", "silent"]),
            st.integers(0, 40),
            st.sampled_from(["return-to-run-1", "return-to-run-7", "hip-core-strength-3", "cool-down"]),
        )
    ).map(tuple),
    readings=st.lists(
        st.builds(lambda s, h: said(s, Moment.OTHER, ago(hours=h)), st.integers(0, 10), st.integers(-5, 90))
    ).map(tuple),
    outings=st.lists(st.builds(run, st.integers(0, 30), st.floats(0, 60) | st.none())).map(tuple),
    ices=st.lists(st.integers(-5, 90).map(lambda h: ago(hours=h))).map(tuple),
    onset=st.none() | st.integers(-60, 90).map(lambda h: Onset("o", ago(hours=h))),
    flags=st.lists(st.sampled_from([standing(one.id) for one in FLAGS]), max_size=3).map(tuple),
    morning_due=st.booleans(),
)


@given(known=ODD)
def test_whatever_is_known_there_are_one_to_three_different_lines(known: Known) -> None:
    found = hints(known)
    assert 1 <= len(found) <= MOST
    assert all(hint.why and "!" not in hint.why for hint in found)
    named = [hint.routine for hint in found if hint.routine]
    assert len(named) == len(set(named))
