"""Which stage comes next: each way forward, again and back."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, timedelta
from typing import Any

import pytest

from hiproutine.advice.coming_back.entry import Entry, brisk_walk, why_no_walk
from hiproutine.advice.coming_back.outcomes import judged
from hiproutine.advice.coming_back.stages import STAGES, Step, proposal
from hiproutine.advice.exertions import exertions
from hiproutine.advice.facts import Facts
from hiproutine.advice.pain.because import Because
from hiproutine.advice.pain.readings import Moment, Reading, Stiffness
from hiproutine.advice.pain.sessions import Load
from hiproutine.advice.recovery.facts import Outing, Sport
from tests.advice.pain.answers import NOON, TODAY, days_ago, session
from tests.advice.recovery.noted import HOWS, OUTCOMES, UNKNOWN, Notice, after, played, run, well, went

WALKED = Because(("walk",), "the walk")
READY = Entry(now=1, worst24=2, walk=WALKED)
SIGNS = (Because(("screen",), "Swelling"),)
ROUTINES = [stage.routine for stage in STAGES]


def test_the_stages_add_up_to_their_minutes() -> None:
    assert [stage.number for stage in STAGES] == [1, 2, 3, 4, 5, 6, 7]
    assert [stage.repeats * stage.run // 60 for stage in STAGES] == [5, 10, 15, 20, 24, 28, 30]
    assert [stage.repeats * (stage.run + stage.walk) // 60 for stage in STAGES] == [25, 25, 25, 25, 27, 30, 30]
    assert [f"return-to-run-{number}" for number in range(1, 8)] == ROUTINES


@pytest.mark.parametrize("how", HOWS)
def test_how_a_session_went(how: str) -> None:
    one = judged(went(how, 3, "return-to-run-3"))
    assert one.outcome is OUTCOMES[how]
    assert one.because.ids[0] == one.session.id
    assert "2026-05-17" in one.because.text


@pytest.mark.parametrize(
    ("entry", "step", "words"),
    [
        (READY, Step.START, "Stage 1 may suit now"),
        (replace(READY, worst24=None), Step.START, "Stage 1"),
        (replace(READY, now=2), Step.START, "Stage 1"),
        (replace(READY, signs=SIGNS), Step.NOT_YET, "something in your answers"),
        (replace(READY, now=None), Step.NOT_YET, "how the hip feels today"),
        (replace(READY, now=3), Step.NOT_YET, "pain was at 3"),
        (replace(READY, worst24=3), Step.NOT_YET, "pain was at 3"),
        (replace(READY, walk=None), Step.NOT_YET, "brisk walk of 30 minutes"),
        (UNKNOWN, Step.NOT_YET, "how the hip feels today"),
    ],
)
def test_the_first_stage_asks_for_little_pain_and_a_walk(entry: Entry, step: Step, words: str) -> None:
    found = proposal([], entry, NOON, UTC)
    assert (found.step, found.stage, found.routine, found.not_before) == (step, 1, "return-to-run-1", TODAY)
    assert words in found.sentence
    assert found.waits is (step is Step.NOT_YET)
    assert found.because


@pytest.mark.parametrize(
    ("entry", "reason", "ends"),
    [
        (replace(READY, signs=SIGNS), "Swelling", "when a professional has checked it"),
        (UNKNOWN, "nothing was noted in the last 24 hours", "with an answer of today"),
        (replace(READY, now=4), "pain 4 in the last 24 hours", "with 24 hours at 2 or less"),
        (replace(READY, walk=None), "no walk of 30 minutes is noted", "with such a walk at 2 or less"),
        (READY, "the walk", "with the next stage that went well"),
    ],
)
def test_what_it_rests_on_is_an_answer_or_that_there_is_none_and_not_the_sentence_again(
    entry: Entry, reason: str, ends: str
) -> None:
    found = proposal([], entry, NOON, UTC)
    assert found.because[0].text.startswith(reason)
    assert not any(one.text in found.sentence for one in found.because if one is not WALKED)
    assert found.ends.startswith(ends)


@pytest.mark.parametrize(
    ("walk", "morning", "lacks"),
    [
        (None, None, "no walk of 30 minutes is noted in the last 14 days"),
        ({}, 0, "how it hurt was not said"),
        ({"pain": 3}, 0, "pain 3"),
        ({"pain": 0}, None, "its morning is not answered"),
        ({"pain": 0}, 2, "its morning was poorer"),
    ],
)
def test_what_a_walk_lacks_is_said(walk: dict[str, Any] | None, morning: int | None, lacks: str) -> None:
    out = [] if walk is None else [run(1, None, Sport.WALK, seconds=1800, **walk)]
    told = () if morning is None else (days_ago(morning, 0, Moment.MORNING),)
    done = exertions(Facts(readings=told, outings=tuple(out)), NOON, UTC)
    found = why_no_walk(done, out, TODAY)
    assert found.text.endswith(lacks)
    assert brisk_walk(done, out, TODAY) is None
    assert (out[0].id in found.ids) if out else not found.ids


@pytest.mark.parametrize(
    ("walk", "counts"),
    [
        (run(1, None, Sport.WALK, seconds=1800, pain=2), True),
        (run(1, None, Sport.WALK, seconds=1799, pain=2), False),
        (run(1, None, Sport.WALK, seconds=1800, pain=3), False),
        (run(1, None, Sport.WALK, seconds=1800), False),
        (run(1, 3, Sport.WALK, pain=0), False),
        (run(13, None, Sport.WALK, seconds=3600, pain=0), True),
        (run(14, None, Sport.WALK, seconds=3600, pain=0), False),
        (run(-1, None, Sport.WALK, seconds=3600, pain=0), False),
        (run(1, None, Sport.HIKE, seconds=3600, pain=0), False),
        (run(1, 5, seconds=3600, pain=0), False),
    ],
)
def test_a_walk_counts_when_it_was_long_enough_and_its_pain_is_known(walk: Outing, counts: bool) -> None:
    morning = days_ago(0, (NOON - walk.at).days - 1, Moment.MORNING)
    assert walked([walk], morning) is counts
    assert walked([]) is False


@pytest.mark.parametrize(
    ("score", "stiffness", "counts"),
    [(0, "usual", True), (0, "less", True), (0, "more", False), (1, "usual", False), (None, "usual", False)],
)
def test_the_morning_after_the_walk_is_looked_up(score: int | None, stiffness: str, counts: bool) -> None:
    walk = run(3, None, Sport.WALK, seconds=1800, pain=1)
    told = [] if score is None else [replace(days_ago(score, 2, Moment.MORNING), stiffness=Stiffness(stiffness))]
    assert walked([walk], *told) is counts


def walked(outings: list[Outing], *told: Reading) -> bool:
    facts = Facts(readings=told, outings=tuple(outings))
    return brisk_walk(exertions(facts, NOON, UTC), outings, TODAY) is not None


@pytest.mark.parametrize(
    ("told", "step", "stage"),
    [
        ([(1, "good")], Step.REPEAT, 1),
        (well(1), Step.GO_ON, 2),
        (well(1, 2), Step.GO_ON, 3),
        (well(3, 4), Step.GO_ON, 5),
        (well(1, 2, 3, 4, 5, 6), Step.GO_ON, 7),
        ([*well(6), (7, "good")], Step.REPEAT, 7),
        (well(7), Step.DONE, 7),
        ([(3, "good")] * 3, Step.GO_ON, 4),
        ([*well(1), (2, "sore")], Step.REPEAT, 2),
        ([*well(1), (2, "stiff")], Step.REPEAT, 2),
        ([*well(1), (2, "silent")], Step.REPEAT, 2),
        ([(2, "good"), (2, "sore"), (2, "good")], Step.REPEAT, 2),
        ([(2, "good"), (2, "silent"), (2, "good"), (2, "good")], Step.GO_ON, 3),
        ([*well(1), (2, "reacted")], Step.STEP_BACK, 1),
        ([*well(3), (4, "limped")], Step.STEP_BACK, 3),
        ([*well(3), (4, "bad morning")], Step.STEP_BACK, 3),
        ([*well(3), (4, "left in pain")], Step.STEP_BACK, 3),
        ([*well(3), (3, "reacted")], Step.STEP_BACK, 2),
        ([(1, "reacted")], Step.STEP_BACK, 1),
        ([*well(3), (4, "reacted"), (3, "good")], Step.REPEAT, 3),
        ([*well(3), (4, "reacted"), *well(3)], Step.GO_ON, 4),
        ([*well(3), (4, "left")], Step.GO_ON, 4),
        ([(3, "good"), (3, "left"), (3, "good")], Step.GO_ON, 4),
        ([*well(7), (7, "reacted")], Step.STEP_BACK, 6),
        ([*well(7), (7, "sore")], Step.REPEAT, 7),
    ],
)
def test_the_next_stage(told: Notice, step: Step, stage: int) -> None:
    found = after(told)
    assert (found.step, found.stage, found.routine) == (step, stage, f"return-to-run-{stage}")
    assert found.not_before == TODAY
    assert not found.waits


@pytest.mark.parametrize(
    ("told", "step", "stage"),
    [
        ([*well(1), (5, "good")], Step.REPEAT, 5),
        ([*well(1), *well(5)], Step.GO_ON, 6),
        ([*well(1), (5, "sore")], Step.REPEAT, 2),
        ([*well(1), (5, "silent")], Step.REPEAT, 2),
        ([*well(1), (5, "reacted")], Step.STEP_BACK, 1),
        ([*well(4), (2, "good")], Step.REPEAT, 2),
        ([*well(4), (2, "reacted")], Step.STEP_BACK, 1),
        ([(4, "silent")], Step.REPEAT, 4),
        ([(4, "reacted")], Step.STEP_BACK, 1),
    ],
)
def test_a_stage_of_ones_own_choice_counts_once_it_went_well(told: Notice, step: Step, stage: int) -> None:
    found = after(told)
    assert (found.step, found.stage) == (step, stage)


def test_two_good_sessions_on_one_day_are_one_good_day() -> None:
    morning, evening = (went("good", 3, "return-to-run-2") for _ in range(2))
    assert proposal([morning, evening], UNKNOWN, NOON, UTC).step is Step.REPEAT
    found = proposal([morning, evening, went("good", 6, "return-to-run-2")], UNKNOWN, NOON, UTC)
    assert (found.step, found.stage) == (Step.GO_ON, 3)


@pytest.mark.parametrize(
    ("change", "goes_on"),
    [
        ({}, True),
        ({"after": days_ago(2, 2, Moment.AFTER)}, True),
        ({"after": replace(days_ago(1, 2, Moment.AFTER), worst=2)}, True),
        ({"after": replace(days_ago(1, 2, Moment.AFTER), worst=3)}, False),
        ({"during": (days_ago(2, 2, Moment.DURING),)}, True),
        ({"during": (days_ago(3, 2, Moment.DURING),)}, False),
        ({"after": None}, False),
        ({"before": None}, False),
        ({"before": None, "morning": days_ago(0, 2, Moment.MORNING)}, True),
        ({"later": days_ago(0, 2, Moment.OTHER)}, True),
    ],
)
def test_what_a_good_session_needs(change: dict[str, object], goes_on: bool) -> None:
    first, second = played(well(3))
    found = proposal([first, replace(second, **change)], UNKNOWN, NOON, UTC)  # type: ignore[arg-type]
    assert found.step is (Step.GO_ON if goes_on else Step.REPEAT)


@pytest.mark.parametrize(
    ("change", "step"),
    [
        ({"after": days_ago(2, 2, Moment.AFTER)}, Step.GO_ON),
        ({"after": days_ago(3, 2, Moment.AFTER)}, Step.STEP_BACK),
        ({"after": replace(days_ago(1, 2, Moment.AFTER), worst=5)}, Step.REPEAT),
        ({"after": replace(days_ago(1, 2, Moment.AFTER), worst=6)}, Step.STEP_BACK),
        ({"during": (days_ago(5, 2, Moment.DURING),)}, Step.REPEAT),
        ({"during": (days_ago(6, 2, Moment.DURING),)}, Step.STEP_BACK),
        ({"morning": days_ago(1, 2, Moment.MORNING)}, Step.GO_ON),
        ({"morning": days_ago(2, 2, Moment.MORNING)}, Step.REPEAT),
        ({"morning": days_ago(3, 2, Moment.MORNING)}, Step.STEP_BACK),
        ({"after": None, "during": (days_ago(3, 2, Moment.DURING),)}, Step.STEP_BACK),
    ],
)
def test_the_edges_between_going_on_again_and_back(change: dict[str, object], step: Step) -> None:
    first, second = played(well(3))
    assert proposal([first, replace(second, **change)], UNKNOWN, NOON, UTC).step is step  # type: ignore[arg-type]


def test_pain_that_is_still_up_an_hour_later_is_a_reaction() -> None:
    (only,) = played([(3, "good")])
    late = replace(days_ago(2, 2, Moment.OTHER), at=NOON - timedelta(days=2) + timedelta(minutes=60))
    assert proposal([replace(only, later=late)], UNKNOWN, NOON, UTC).step is Step.STEP_BACK
    soon = replace(late, at=late.at - timedelta(minutes=1))
    assert proposal([replace(only, later=soon)], UNKNOWN, NOON, UTC).step is Step.REPEAT


def test_three_steps_back_suggest_somebody_to_see() -> None:
    twice = [*well(4), (5, "reacted"), (4, "good"), (4, "reacted")]
    assert "physiotherapist" not in after(twice).sentence
    third = after([*twice, (3, "bad morning")])
    assert (third.step, third.stage) == (Step.STEP_BACK, 2)
    assert "3 steps back" in third.sentence
    assert "doctor or physiotherapist" in third.sentence
    assert "physiotherapist" not in after([*twice, (3, "bad morning"), (2, "good")]).sentence
    assert "doctor or physiotherapist" in after([*twice, (3, "bad morning")], 40).sentence
    assert "4 steps back" in after([*twice, (3, "bad morning"), (2, "good"), (2, "reacted")]).sentence


def test_steps_back_are_counted_anew_once_all_stages_went_well() -> None:
    told = [(2, "reacted"), (1, "reacted"), *well(7), (7, "reacted")]
    assert "physiotherapist" not in after(told).sentence


def test_a_red_flag_stands_above_all() -> None:
    for told in (well(3), well(7), [(3, "reacted")]):
        assert after(told, entry=Entry(signs=SIGNS)).step is Step.NOT_YET


def test_all_stages_done_names_what_comes_after() -> None:
    found = after(well(6, 7), 0, Entry(now=4))
    assert found.step is Step.DONE
    assert all(words in found.sentence for words in ("10 %", "more days before longer runs", "a rest day a week"))


def test_reasons_name_the_sessions() -> None:
    sessions = played(well(3))
    found = proposal(sessions, UNKNOWN, NOON, UTC)
    assert [one.ids[0] for one in found.because] == [one.id for one in sessions]
    silent = after([(3, "silent")])
    assert silent.because[0].text.endswith("no answer from the morning after")


def test_other_routines_and_days_to_come_say_nothing() -> None:
    noise = [
        session(3, "return-to-run", Load.HIGH),
        session(3, "return-to-run-8", Load.HIGH),
        session(3, "return-to-run-03", Load.HIGH),
        went("reacted", -1, "return-to-run-3"),
        went("reacted", 3, "warm-up-quick"),
    ]
    assert proposal(noise, READY, NOON, UTC).step is Step.START


def test_only_left_early_is_still_before_the_first_stage() -> None:
    left = [went("left", 3, "return-to-run-1")]
    assert proposal(left, READY, NOON, UTC).step is Step.START
    assert proposal(left, UNKNOWN, NOON, UTC).step is Step.NOT_YET
    assert proposal([went("left", 1, "return-to-run-1")], READY, NOON, UTC).step is Step.REST
