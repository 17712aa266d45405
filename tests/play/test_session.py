"""The record of what did happen."""

from __future__ import annotations

import pytest

from hiproutine.plan.model import Plan
from hiproutine.play.events import Outcome
from hiproutine.play.session import Result, Session
from tests.play.rig import Rig, hold, plan_of_steps

PLAN = plan_of_steps(hold("A", 20), hold("B", 20, sides="each", sets=2), hold("C", 20))
"""0 ready A, 1 work, 2 ready B, 3 left, 4 switch, 5 right, 6 rest, 7 left, 8 switch, 9 right, 10 ready C, 11 work."""


def session_of(rig: Rig) -> Session:
    session = Session(rig.engine.plan)
    for event in rig.events:
        session.take(event)
    return session


def played(plan: Plan = PLAN) -> Rig:
    rig = Rig(plan)
    rig.do("start")
    return rig


def test_a_routine_played_through_is_done() -> None:
    rig = played()
    rig.wait(PLAN.seconds + 1)
    session = session_of(rig)
    assert (session.finished, session.stopped, session.pauses) == (True, False, 0)
    assert session.seconds == pytest.approx(PLAN.seconds)
    assert session.steps_done == PLAN.steps == 3
    assert session.skipped == ()
    assert [step.result for step in session.steps] == [Result.DONE] * 3
    assert {done.outcome for done in session.ended.values()} == {Outcome.DONE}


def test_a_pause_and_the_count_in_after_it_are_not_played_time() -> None:
    rig = played()
    rig.wait(15)
    rig.do("pause")
    rig.clock.advance(600)
    rig.do("resume")
    rig.wait(3 + 5)
    rig.do("stop")
    session = session_of(rig)
    assert session.seconds == pytest.approx(20)
    assert (session.pauses, session.finished, session.stopped) == (1, False, True)


def test_an_absence_is_a_pause() -> None:
    rig = played()
    rig.wait(12)
    rig.clock.advance(600)
    rig.do("stop")
    session = session_of(rig)
    assert session.pauses == 1
    assert session.seconds == pytest.approx(12)


def test_the_time_of_a_confirm_is_not_played_time() -> None:
    rig = played(plan_of_steps({"confirm": "Fine?"}, hold("A", 20), get_ready=5))
    rig.clock.advance(300)
    rig.do("done")
    rig.wait(25)
    assert session_of(rig).seconds == pytest.approx(25)


def test_what_is_played_again_counts_as_time_and_once_as_a_step() -> None:
    rig = played()
    rig.wait(20)
    rig.do("restart")
    rig.wait(3 + 20)
    rig.do("stop")
    session = session_of(rig)
    assert session.seconds == pytest.approx(20 + 20)
    assert session.steps_done == 1


def test_a_skipped_step_is_named_and_a_skipped_part_with_its_side_and_set() -> None:
    rig = played()
    rig.wait(10)
    rig.do("next")
    rig.do("next")
    rig.wait(20 + 5)
    rig.do("next")
    rig.wait(30 + 20 + 5 + 20 + 10)
    rig.do("next")
    session = session_of(rig)
    assert [(step.name, step.result) for step in session.steps] == [
        ("A", Result.SKIPPED),
        ("B", Result.PARTLY),
        ("C", Result.SKIPPED),
    ]
    assert session.skipped == ("A", "B, right side, set 1", "C")
    assert (session.steps_done, session.reached_end, session.finished) == (0, True, False)


def test_a_part_of_a_step_without_sets_is_named_by_its_side() -> None:
    rig = played(plan_of_steps(hold("A", 20, sides="each"), get_ready=0))
    rig.do("next")
    rig.wait(30)
    assert session_of(rig).skipped == ("A, left side",)


def test_a_step_that_was_skipped_and_then_done_is_done() -> None:
    rig = played(plan_of_steps(hold("A", 20), hold("B", 20), get_ready=0))
    rig.do("next")
    rig.do("back")
    rig.wait(3 + 20 + 5 + 20)
    session = session_of(rig)
    assert (session.skipped, session.steps_done, session.finished) == ((), 2, True)


def test_what_was_never_reached_is_neither_skipped_nor_done() -> None:
    rig = played()
    rig.wait(45)
    rig.do("stop")
    session = session_of(rig)
    assert [step.result for step in session.steps] == [Result.DONE, Result.PARTLY, Result.NOT_REACHED]
    assert session.skipped == ()


def test_making_longer_counts_as_played() -> None:
    rig = played()
    rig.wait(12)
    rig.do("adjust", 10)
    rig.wait(PLAN.seconds)
    assert session_of(rig).seconds == pytest.approx(PLAN.seconds + 10)


def test_an_empty_session_has_done_nothing() -> None:
    session = Session(PLAN)
    assert (session.seconds, session.steps_done, session.skipped, session.ended) == (0, 0, (), {})
    assert [step.result for step in session.steps] == [Result.NOT_REACHED] * 3
