"""Before a session: the table edge by edge, and what comes on top of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC
from typing import Any

import pytest

from hiproutine.advice.pain.advice import Kind, Level
from hiproutine.advice.pain.gating import Situation, avoided, findings, gate, judged
from hiproutine.advice.pain.readings import Area, Feel, Moment, Stiffness
from hiproutine.advice.pain.red_flags import Screen, standing
from hiproutine.advice.pain.sessions import Load, SessionPain
from tests.advice.pain.answers import NOON, TODAY, days_ago, reacted, said, session

LIGHT, ICE = "rest-day-light-stretch", "ice-therapy"
GO, WATCH, EASIER, CONFIRM, REST = Level.GO, Level.GO_WATCHING, Level.EASIER, Level.CONFIRM, Level.REST_INSTEAD


def before(score: int | None, load: Load = Load.HIGH, routine: str = "mine", **more: Any) -> Situation:
    """A situation with one answer; what is no field of a situation is one of the answer."""
    own = {key: more.pop(key) for key in ("on_impact", "sessions", "flags") if key in more}
    return Situation(load, routine, TODAY, None if score is None else said(score, **more), **own)


def level(situation: Situation) -> Level | None:
    """How careful the advice is."""
    advice = gate(situation)
    return advice.level if advice else None


@pytest.mark.parametrize(
    ("scores", "levels"),
    [
        ((0,), (GO, GO, GO, GO)),
        ((1, 2), (GO, GO, GO, WATCH)),
        ((3, 4, 5), (GO, EASIER, CONFIRM, REST)),
        ((6, 7), (WATCH, CONFIRM, REST, REST)),
        ((8, 9, 10), (WATCH, REST, REST, REST)),
    ],
)
def test_the_table_says_for_every_score_and_load_what_is_advised(
    scores: tuple[int, ...], levels: tuple[Level, ...]
) -> None:
    for score in scores:
        assert tuple(level(before(score, load)) for load in Load) == levels


@pytest.mark.parametrize(
    ("score", "load", "alternative"),
    [
        (2, Load.HIGH, None),
        (3, Load.LOW, None),
        (3, Load.MODERATE, LIGHT),
        (5, Load.HIGH, LIGHT),
        (6, Load.LOW, ICE),
        (7, Load.HIGH, ICE),
        (8, Load.HIGH, None),
    ],
)
def test_the_alternative_asks_less_the_higher_the_score(score: int, load: Load, alternative: str | None) -> None:
    advice = gate(before(score, load))
    assert advice
    assert advice.alternative == alternative


def test_the_worst_of_the_day_counts_where_much_is_asked_and_the_pain_now_elsewhere() -> None:
    reading = said(1, worst=6)
    assert [judged(reading, load) for load in Load] == [1, 1, 6, 6]
    assert [level(before(1, load, worst=6)) for load in Load] == [GO, GO, REST, REST]


@pytest.mark.parametrize(("now", "worst"), [(4, None), (4, 1), (4, 4)])
def test_without_a_higher_worst_the_pain_now_counts(now: int, worst: int | None) -> None:
    assert [judged(said(now, worst=worst), load) for load in Load] == [4, 4, 4, 4]


@pytest.mark.parametrize(("score", "as_if"), [(0, 3), (2, 3), (3, 6), (5, 6), (6, 8), (7, 8), (8, 8), (10, 10)])
def test_a_pain_reliever_raises_a_band_where_much_is_asked_and_nowhere_else(score: int, as_if: int) -> None:
    reading = said(score, masked=True)
    assert [judged(reading, load) for load in Load] == [score, score, as_if, as_if]


def test_a_pain_reliever_is_named_in_the_sentence_and_in_the_reasons() -> None:
    heavy, light = gate(before(1, Load.MODERATE, masked=True)), gate(before(1, Load.LOW, masked=True))
    assert heavy
    assert light
    assert heavy.sentence.endswith("A pain reliever may be hiding some of it.")
    assert heavy.because[0].text == "now 1, after a pain reliever"
    assert "reliever" not in light.sentence


def test_the_reasons_name_the_reading_and_both_its_scores() -> None:
    situation = before(1, Load.HIGH, worst=6)
    advice = gate(situation)
    assert advice
    assert situation.reading
    assert [(one.ids, one.text) for one in advice.because] == [((situation.reading.id,), "now 1, worst in 24 h 6")]


def test_nothing_answered_and_nothing_known_says_nothing() -> None:
    assert all(gate(before(None, load)) is None for load in Load)


@pytest.mark.parametrize(("feel", "alternative"), [(Feel.SHARP, ICE), (Feel.TINGLING, None)])
def test_sharp_or_tingling_leaves_only_what_asks_nothing(feel: Feel, alternative: str | None) -> None:
    assert [level(before(1, load, feel=feel)) for load in Load] == [GO, REST, REST, REST]
    advice = gate(before(1, Load.LOW, feel=feel))
    assert advice
    assert (advice.kind, advice.alternative) == (Kind.FEEL, alternative)


@pytest.mark.parametrize("feel", [Feel.ACHE, Feel.STIFF, Feel.CATCHING, None])
def test_any_other_feel_changes_no_level(feel: Feel | None) -> None:
    assert [level(before(1, load, feel=feel)) for load in Load] == [GO, GO, GO, WATCH]


def test_a_sharp_pain_in_the_middle_band_is_not_answered_with_the_gentle_routine() -> None:
    advice = gate(before(4, Load.HIGH, feel=Feel.SHARP))
    assert advice
    assert (advice.kind, advice.alternative) == (Kind.FEEL, ICE)


def test_a_very_high_score_speaks_before_a_sharp_pain() -> None:
    advice = gate(before(8, Load.HIGH, feel=Feel.SHARP))
    assert advice
    assert (advice.kind, advice.alternative) == (Kind.BAND, None)


@pytest.mark.parametrize("score", [0, 1, 5])
def test_front_pain_on_impact_advises_against_what_asks_most_whatever_the_score(score: int) -> None:
    situation = before(score, area=Area.FRONT, on_impact=True)
    assert level(situation) is REST
    assert Kind.GROIN in {advice.kind for advice in findings(situation)}
    lighter = replace(situation, load=Load.MODERATE)
    assert Kind.GROIN not in {advice.kind for advice in findings(lighter)}
    assert "impact" in avoided(lighter)


@pytest.mark.parametrize(
    ("more", "areas"),
    [
        ({}, set()),
        ({"area": Area.OUTER}, {"outer-hip"}),
        ({"area": Area.FRONT, "on_impact": False}, {"front-hip", "groin"}),
        ({"area": Area.FRONT, "on_impact": True}, {"front-hip", "groin", "impact"}),
        ({"area": Area.FRONT}, {"front-hip", "groin", "impact"}),
        ({"area": Area.BUTTOCK}, set()),
        ({"area": Area.UNSURE}, set()),
        ({"feel": Feel.CATCHING}, {"front-hip", "groin"}),
        ({"area": Area.OUTER, "worst": 3}, {"outer-hip", "impact"}),
    ],
)
def test_areas_to_avoid_follow_from_where_it_hurts(more: dict[str, Any], areas: set[str]) -> None:
    situation = before(1, **more)
    advice = gate(situation)
    assert advice
    assert avoided(situation) == advice.avoid == areas


def test_a_spot_remembered_from_last_time_avoids_nothing_when_nothing_hurts() -> None:
    assert avoided(before(0, area=Area.OUTER)) == avoided(before(0, worst=0, area=Area.FRONT)) == frozenset()
    assert avoided(before(0, worst=1, area=Area.OUTER)) == {"outer-hip"}


@pytest.mark.parametrize("rise", [0, 1, 2, 3])
def test_a_rise_of_two_since_the_last_session_suggests_a_rest_day(rise: int) -> None:
    sessions = (session(9, before=days_ago(5, 9)), session(3, before=days_ago(0, 3)), session(1))
    kinds = [
        {advice.kind for advice in findings(before(rise, load, sessions=sessions))}
        for load in (Load.NONE, Load.LOW, Load.MODERATE)
    ]
    assert [Kind.RISE in found for found in kinds] == [False, rise >= 2, rise >= 2]
    if rise == 2:
        assert level(before(rise, Load.LOW, sessions=sessions)) is EASIER
        assert level(before(rise, Load.MODERATE, sessions=sessions)) is REST


@pytest.mark.parametrize(
    ("days", "done", "chosen", "expected"),
    [
        (1, "hip-core-strength", "hip-core-strength", REST),
        (1, "hip-core-strength", "runner-leg-strength", REST),
        (1, "return-to-run", "return-to-run", REST),
        (0, "return-to-run", "return-to-run", None),
        (2, "return-to-run", "return-to-run", None),
        (1, "warm-up-five-step", "return-to-run", None),
        (1, "return-to-run", "warm-up-five-step", None),
        (1, "warm-up-five-step", "warm-up-five-step", None),
    ],
)
def test_strength_and_return_to_running_are_not_offered_on_consecutive_days(
    days: int, done: str, chosen: str, expected: Level | None
) -> None:
    assert level(before(None, Load.HIGH, chosen, sessions=(session(days, done),))) is expected


def test_after_a_reaction_what_asks_most_waits_for_a_good_morning() -> None:
    first = reacted(3)
    bad = replace(first, morning=days_ago(2, 2, Moment.MORNING))
    good = replace(first, morning=days_ago(1, 2, Moment.MORNING))
    good_later = session(1, before=days_ago(1, 1), morning=days_ago(1, 0, Moment.MORNING))
    cases: list[tuple[tuple[SessionPain, ...], Level]] = [
        ((first,), REST),
        ((bad,), REST),
        ((good,), GO),
        ((bad, good_later), GO),
        ((good, reacted(1)), REST),
    ]
    for sessions, expected in cases:
        assert level(before(0, Load.HIGH, sessions=sessions)) is expected
        assert level(before(0, Load.MODERATE, sessions=sessions)) is GO


def test_a_stiffer_morning_does_not_end_a_reaction() -> None:
    morning = said(1, Moment.MORNING, stiffness=Stiffness.MORE)
    assert level(before(0, Load.HIGH, sessions=(reacted(1, morning=morning),))) is REST


@pytest.mark.parametrize(
    ("chosen", "levels"),
    [
        ("no-weight", [Level.URGENT] * 4),
        ("long-limp", [None, None, Level.SEE_SOMEONE, Level.SEE_SOMEONE]),
    ],
)
def test_red_flags_come_first_for_what_their_group_is_about(chosen: str, levels: list[Level | None]) -> None:
    flags = standing([Screen("s", NOON, frozenset({chosen}))], [], UTC)
    assert [level(before(None, load, flags=flags)) for load in Load] == levels


def test_a_red_flag_with_a_very_high_score_leaves_rest_alone() -> None:
    flags = standing([Screen("s", NOON, frozenset({"sharp-on-run"}))], [], UTC)
    advice = gate(before(9, Load.HIGH, flags=flags))
    assert advice
    assert (advice.kind, advice.alternative) == (Kind.RED_FLAG, None)
    assert {"impact", "groin"} <= avoided(before(None, flags=flags))


def test_a_routine_is_never_its_own_alternative() -> None:
    advice = gate(before(4, Load.MODERATE, LIGHT))
    assert advice
    assert advice.alternative is None


def test_going_on_is_always_possible_and_has_words() -> None:
    advices = [gate(before(score, load)) for score in range(11) for load in Load]
    assert all(advice and advice.anyway for advice in advices)
