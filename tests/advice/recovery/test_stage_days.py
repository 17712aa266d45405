"""The days between stages, long silences, clocks and zones; and what holds for every journal."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hiproutine.advice.coming_back.entry import Entry
from hiproutine.advice.coming_back.stages import STAGES, Step, proposal
from hiproutine.advice.pain.because import Because
from hiproutine.advice.pain.sessions import Load, SessionPain
from tests.advice.pain.answers import NOON, session
from tests.advice.pain.test_pain_properties import wrongs
from tests.advice.recovery.noted import UNKNOWN, Notice, after, day, histories, played, well, went

BERLIN, AUCKLAND = ZoneInfo("Europe/Berlin"), ZoneInfo("Pacific/Auckland")
ROUTINES = [stage.routine for stage in STAGES]
HISTORIES = histories([*ROUTINES, ROUTINES[2], ROUTINES[2]])
WALKED = Because(("walk",), "the walk")
READY = Entry(now=1, worst24=2, walk=WALKED)
SCORES = st.none() | st.integers(0, 10)
ENTRIES = st.builds(
    Entry,
    st.sampled_from([(), (Because(("screen",), "Swelling"),)]),
    SCORES,
    SCORES,
    walk=st.sampled_from([None, WALKED]),
)


@pytest.mark.parametrize(
    ("days", "step", "stage"),
    [
        (2, Step.GO_ON, 5),
        (6, Step.GO_ON, 5),
        (7, Step.REPEAT, 4),
        (13, Step.REPEAT, 4),
        (14, Step.STEP_BACK, 3),
        (27, Step.STEP_BACK, 3),
        (28, Step.STEP_BACK, 2),
        (89, Step.STEP_BACK, 2),
        (90, Step.START, 1),
    ],
)
def test_away_for_a_week_two_four_and_thirteen(days: int, step: Step, stage: int) -> None:
    found = after(well(4), days, READY)
    assert (found.step, found.stage) == (step, stage)


@pytest.mark.parametrize(("days", "stage"), [(27, 5), (28, 3), (89, 3)])
def test_after_four_weeks_it_is_at_most_the_third(days: int, stage: int) -> None:
    assert after(well(6), days).stage == stage


def test_after_ninety_days_it_begins_with_the_walk() -> None:
    found = after(well(5), 90, Entry(now=0))
    assert (found.step, found.stage) == (Step.NOT_YET, 1)
    assert "brisk walk of 30 minutes" in found.sentence


@pytest.mark.parametrize(
    ("told", "step", "stage"),
    [
        ([(4, "good")], Step.STEP_BACK, 2),
        ([(4, "reacted")], Step.STEP_BACK, 1),
        ([(1, "good")], Step.REPEAT, 1),
        (well(7), Step.DONE, 7),
    ],
)
def test_a_break_never_goes_below_the_first_and_leaves_who_is_done(told: Notice, step: Step, stage: int) -> None:
    found = after(told, 40)
    assert (found.step, found.stage) == (step, stage)


def test_a_break_in_between_counts_too() -> None:
    old = [went("good", 60, "return-to-run-4"), went("good", 58, "return-to-run-4")]
    back = went("silent", 4, "return-to-run-5")
    assert proposal([*old, back], UNKNOWN, NOON, UTC).stage == 2
    again = went("good", 4, "return-to-run-4")
    assert proposal([*old, again], UNKNOWN, NOON, UTC).step is Step.REPEAT


def test_a_break_says_how_long_it_was() -> None:
    found = after([(4, "good")], 35)
    assert found.sentence == "It has been 35 days. Consider stage 2 to begin again."
    assert found.because[0].text == "35 days since stage 4 on 2026-04-15"


@pytest.mark.parametrize(("last", "not_before", "step"), [(0, -2, Step.REST), (1, -1, Step.REST), (2, 0, Step.GO_ON)])
def test_a_day_lies_between_two_stages(last: int, not_before: int, step: Step) -> None:
    found = after(well(3), last)
    assert (found.step, found.stage, found.not_before) == (step, 4, day(not_before))
    assert found.waits is (step is Step.REST)
    if found.waits:
        assert found.sentence.endswith("Not before tomorrow." if last else "Not before 2026-05-22.")


@pytest.mark.parametrize(
    ("days", "not_before"),
    [
        ([8, 6, 4, 2], 0),
        ([6, 5, 4, 2], -1),
        ([6, 5, 3, 2], -1),
        ([5, 4, 3, 2], -2),
        ([6, 6, 4, 2], -1),
        ([6, 4, 2], 0),
        ([3] * 8, -4),
    ],
)
def test_at_most_four_stages_fall_in_seven_days(days: list[int], not_before: int) -> None:
    sessions = [went("good", age, "return-to-run-3") for age in days]
    assert proposal(sessions, UNKNOWN, NOON, UTC).not_before == day(not_before)


@pytest.mark.parametrize(
    ("routine", "age", "not_before"),
    [
        ("hip-core-strength", 1, -1),
        ("runner-leg-strength-2", 1, -1),
        ("hip-core-strength-3", 2, 0),
        ("hip-core-strength", 0, 0),
        ("cool-down", 1, 0),
    ],
)
def test_strength_yesterday_asks_for_a_day_between_too(routine: str, age: int, not_before: int) -> None:
    strength = session(age, routine, Load.MODERATE)
    found = proposal([*played(well(3), 4), strength], UNKNOWN, NOON, UTC)
    assert found.not_before == day(not_before)


@pytest.mark.parametrize("entry", [Entry(now=3), Entry(worst24=3), Entry(now=0, worst24=7)])
def test_on_a_sore_day_the_stage_waits(entry: Entry) -> None:
    found = after(well(3), entry=entry)
    assert (found.step, found.stage, found.not_before) == (Step.REST, 4, day(-1))
    assert after(well(3), entry=Entry(now=2, worst24=2)).step is Step.GO_ON


def test_after_a_year_one_may_begin_anew() -> None:
    old = played(well(7), 70)
    assert proposal(old, UNKNOWN, NOON, UTC).step is Step.DONE
    found = proposal([*old, went("good", 4, "return-to-run-1"), went("good", 2, "return-to-run-1")], UNKNOWN, NOON, UTC)
    assert (found.step, found.stage) == (Step.GO_ON, 2)


@pytest.mark.parametrize("changed", [date(2026, 3, 29), date(2026, 10, 25)])
@pytest.mark.parametrize(("clock", "step"), [((3, 59), Step.REST), ((4, 0), Step.GO_ON)])
def test_a_day_begins_at_four_on_the_day_the_clock_changes_too(
    changed: date, clock: tuple[int, int], step: Step
) -> None:
    sessions = [
        replace(one, day=changed - timedelta(days=age)) for one, age in zip(played(well(3)), (4, 2), strict=True)
    ]
    now = datetime(changed.year, changed.month, changed.day, *clock, tzinfo=BERLIN)
    assert proposal(sessions, UNKNOWN, now, BERLIN).step is step


def test_it_may_be_another_day_elsewhere() -> None:
    sessions = played(well(3), 1)
    evening = datetime(2026, 5, 20, 18, tzinfo=UTC)
    assert proposal(sessions, UNKNOWN, evening, UTC).step is Step.REST
    assert proposal(sessions, UNKNOWN, evening, AUCKLAND).step is Step.GO_ON


def test_one_journal_from_the_first_walk_to_the_last_stage() -> None:
    """Whoever follows every proposal, with good days only, plays each stage twice and is done."""
    sessions: list[SessionPain] = []
    now, entry = NOON, READY
    stages = []
    for _ in range(60):
        found = proposal(sessions, entry, now, UTC)
        if found.step is Step.DONE:
            break
        if not found.waits:
            stages.append(found.stage)
            sessions.append(went("good", (NOON - now).days, found.routine))
        now += timedelta(days=1)
    assert stages == [stage for stage in range(1, 8) for _ in range(2)]
    assert (sessions[-1].day - sessions[0].day).days == 26


@given(HISTORIES, ENTRIES, st.integers(0, 100))
def test_a_proposal_is_always_one_of_the_stages_and_says_why(
    history: list[SessionPain], entry: Entry, later: int
) -> None:
    now = NOON + timedelta(days=later)
    found = proposal(history, entry, now, UTC)
    assert found.routine == f"return-to-run-{found.stage}"
    assert 1 <= found.stage <= 7
    assert found.not_before >= now.date()
    assert found.because
    assert all(one.text for one in found.because)
    assert found.source.endswith(".")
    assert found.sentence.endswith(".")
    assert len(found.sentence) <= 150
    assert list(wrongs(found.sentence)) == []


@given(HISTORIES, st.sampled_from(ROUTINES), st.integers(0, 90), st.integers(0, 60))
def test_one_more_reaction_never_raises_the_stage(
    history: list[SessionPain], routine: str, days: int, later: int
) -> None:
    now = NOON + timedelta(days=later)
    for how in ("reacted", "bad morning", "left in pain"):
        without, reacted = (proposal(one, UNKNOWN, now, UTC) for one in (history, [*history, went(how, days, routine)]))
        assert reacted.stage <= without.stage


@given(HISTORIES, ENTRIES)
def test_the_order_of_the_sessions_does_not_matter(history: list[SessionPain], entry: Entry) -> None:
    assert proposal(history, entry, NOON, UTC) == proposal(history[::-1], entry, NOON, UTC)
