"""Pain in a session, right after it, and an hour later."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from hiproutine.advice.pain.advice import Level
from hiproutine.advice.pain.after import after, reaction, settling
from hiproutine.advice.pain.during import during
from hiproutine.advice.pain.readings import Feel, Moment
from tests.advice.pain.answers import NOON, said, session

GO, WATCH, EASIER, REST, STOP = Level.GO, Level.GO_WATCHING, Level.EASIER, Level.REST_INSTEAD, Level.STOP


@pytest.mark.parametrize(
    ("before", "now", "level"),
    [
        (0, 0, None),
        (2, 2, None),
        (2, 1, None),
        (0, 1, EASIER),
        (1, 2, EASIER),
        (3, 3, EASIER),
        (5, 5, EASIER),
        (7, 5, EASIER),
        (0, 2, STOP),
        (3, 5, STOP),
        (5, 6, STOP),
        (8, 6, STOP),
        (None, 2, None),
        (None, 3, EASIER),
        (None, 5, EASIER),
        (None, 6, STOP),
    ],
)
def test_during_a_session_score_and_rise_decide(before: int | None, now: int, level: Level | None) -> None:
    advice = during(said(now, Moment.DURING), None if before is None else said(before))
    assert (advice and advice.level) is level


@pytest.mark.parametrize(
    ("more", "why"),
    [
        ({"feel": Feel.SHARP}, "the pain is sharp"),
        ({"feel": Feel.TINGLING}, "it tingles"),
        ({"limp": True}, "you are limping"),
    ],
)
def test_sharp_tingling_or_limping_stops_at_any_score(more: dict[str, Any], why: str) -> None:
    advice = during(said(0, Moment.DURING, **more), said(0))
    assert advice
    assert (advice.level, advice.alternative) == (STOP, "cool-down")
    assert why in advice.sentence


def test_a_stop_says_by_how_much_pain_has_gone_up() -> None:
    advice = during(said(4, Moment.DURING), said(1))
    assert advice
    assert advice.sentence == "Stopping here may be the better choice: pain has gone up by 3."
    assert advice.because[0].text == "before 1, now 4"


@pytest.mark.parametrize(
    ("before", "now", "more", "level"),
    [
        (0, 0, {}, GO),
        (1, 2, {"worst": 2}, GO),
        (1, 2, {"worst": 3}, WATCH),
        (2, 3, {}, WATCH),
        (4, 5, {"worst": 5}, WATCH),
        (4, 6, {}, REST),
        (0, 2, {}, REST),
        (5, 5, {"worst": 6}, REST),
        (0, 0, {"limp": True}, REST),
        (0, 0, {"limp": False}, GO),
        (None, 1, {}, GO),
        (None, 2, {}, WATCH),
        (None, 5, {}, WATCH),
        (None, 6, {}, REST),
    ],
)
def test_after_a_session_it_settled_or_reacted_or_something_between(
    before: int | None, now: int, more: dict[str, Any], level: Level
) -> None:
    assert after(None if before is None else said(before), said(now, Moment.AFTER, **more)).level is level


def test_a_worst_that_was_skipped_is_read_from_the_answers_in_between() -> None:
    peak = said(6, Moment.DURING)
    advice = after(said(1), said(1, Moment.AFTER), [peak])
    assert advice.level is REST
    assert advice.because[0].text == "before 1, after 1, worst 6"
    assert peak.id in advice.because[0].ids


@pytest.mark.parametrize(
    ("minutes", "score", "level"),
    [(59, 5, None), (60, 2, GO), (60, 3, REST), (90, 1, GO), (90, 4, REST)],
)
def test_an_hour_later_it_is_back_to_the_level_before_or_has_reacted(
    minutes: int, score: int, level: Level | None
) -> None:
    later = said(score, Moment.OTHER, NOON + timedelta(minutes=minutes))
    advice = settling(said(2), said(3, Moment.AFTER), later)
    assert (advice and advice.level) is level


def test_settling_is_unknown_without_the_level_before_or_a_later_answer() -> None:
    now, later = said(3, Moment.AFTER), said(9, Moment.OTHER, NOON + timedelta(hours=2))
    assert settling(None, now, later) is None
    assert settling(said(1), now, None) is None


def test_a_session_reacts_at_once_or_by_not_settling_or_not_at_all() -> None:
    before, same, up = said(1), said(1, Moment.AFTER), said(3, Moment.AFTER)
    unsettled = said(2, Moment.OTHER, NOON + timedelta(hours=1))
    assert reaction(session(before=before, after=up))
    assert reaction(session(before=before, after=same, later=unsettled))
    assert reaction(session(before=before, after=same)) is None
    assert reaction(session(before=before)) is None
