"""How much of a session was really done, and what of it counts as finished."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hiproutine.play.events import Outcome
from hiproutine.play.session import Session
from hiproutine.play.work_done import ENOUGH
from tests.play.rig import Rig, hold, plan_of_steps

FIVE = plan_of_steps(*(hold(name, 20) for name in "ABCDE"), get_ready=0, transition=0)
SIDES = plan_of_steps(hold("A", 20, sides="each"), hold("B", 40), get_ready=0)


def session_of(rig: Rig) -> Session:
    session = Session(rig.engine.plan)
    for event in rig.events:
        session.take(event)
    return session


def skipped_through(*skipped: int, after: float = 0.0) -> Session:
    """Five holds, played but for those that are skipped after so many seconds."""
    rig = Rig(FIVE)
    rig.do("start")
    while not rig.engine.phase.over:
        interval = rig.engine.interval
        if interval.kind == "work" and interval.step - 1 in skipped:
            rig.wait(after)
            rig.do("next")
        else:
            rig.wait(max(0.5, interval.seconds - rig.engine.view().elapsed))
    return session_of(rig)


@pytest.mark.parametrize(
    ("skipped", "after", "share", "finished"),
    [
        ((), 0, 1.0, True),
        ((0,), 0, 0.8, True),
        ((0,), 10, 0.9, True),
        ((1,), 0, 0.8, True),
        ((0, 1), 0, 0.6, False),
        ((0, 1), 10, 0.8, True),
        ((3,), 0, 0.8, False),
        ((4,), 0, 0.8, False),
        ((4,), 10, 0.9, False),
        ((4,), 17, 0.97, True),
        ((0, 1, 2, 3, 4), 0, 0.0, False),
        ((0, 1, 2, 3, 4), 1, 0.05, False),
    ],
)
def test_finished_is_most_of_the_work_and_all_of_its_last_half(
    skipped: tuple[int, ...], after: float, share: float, finished: bool
) -> None:
    session = skipped_through(*skipped, after=after)
    assert session.reached_end
    assert session.finished is finished
    assert session.share == pytest.approx(share, abs=1e-4)


def test_work_is_known_by_step_and_side() -> None:
    rig = Rig(SIDES)
    rig.do("start")
    rig.wait(20)
    while rig.engine.interval.kind != "work" or rig.engine.interval.side != "right":
        rig.do("next")
    rig.wait(5)
    rig.do("stop")
    session = session_of(rig)
    assert [(one.step, one.side, round(one.share, 3)) for one in session.parts] == [
        (1, "left", 1.0),
        (1, "right", 0.25),
        (2, None, 0.0),
    ]
    assert session.share == pytest.approx(25 / 80)


def test_what_was_shortened_was_not_done() -> None:
    rig = Rig(plan_of_steps(hold("A", 60), get_ready=0))
    rig.do("start")
    rig.do("adjust", -50)
    rig.wait(11)
    session = session_of(rig)
    assert (session.reached_end, session.finished, round(session.share, 2)) == (True, False, 0.17)


def test_what_the_person_paces_is_done_when_the_person_says_so() -> None:
    rig = Rig(plan_of_steps({"name": "A", "open": 30}, get_ready=0))
    rig.do("start")
    rig.wait(1)
    rig.do("done")
    session = session_of(rig)
    assert (session.finished, session.share) == (True, 1.0)


def test_done_and_then_passed_over_on_the_way_back_is_done() -> None:
    rig = Rig(FIVE)
    rig.do("start")
    rig.wait(41)
    rig.do("back")
    while rig.engine.interval.step < 3:
        rig.do("next")
    rig.wait(200)
    session = session_of(rig)
    assert (session.finished, session.share, session.steps_done) == (True, 1.0, 5)


@given(st.lists(st.tuples(st.sampled_from(["next", "back", "restart", "wait"]), st.floats(0, 30)), max_size=25))
@settings(max_examples=40, deadline=None)
def test_whatever_is_pressed_no_more_counts_than_was_played(pressed: list[tuple[str, float]]) -> None:
    rig = Rig(FIVE)
    rig.do("start")
    for what, seconds in pressed:
        rig.wait(seconds)
        if what != "wait":
            rig.do(what)
    session = session_of(rig)
    played = sum(done.seconds for done in session.ended.values() if done.interval.kind == "work")
    assert 0 <= session.share <= 1
    assert all(0 <= one.share <= 1 for one in session.parts)
    if session.finished:
        assert session.share >= ENOUGH
    if all(done.outcome is not Outcome.DONE for done in session.ended.values()):
        assert not session.finished or played >= ENOUGH * 100


def test_a_jump_goes_to_a_step_and_what_is_between_is_not_done() -> None:
    rig = Rig(FIVE)
    rig.do("start")
    rig.wait(25)
    rig.do("jump", 4)
    assert rig.engine.interval.step == 4
    rig.do("jump", 1)
    assert rig.engine.interval.step == 1
    rig.do("jump", 99)
    assert rig.engine.interval.step == 1
    rig.do("jump", 5)
    rig.wait(60)
    session = session_of(rig)
    assert (session.reached_end, session.finished) == (True, False)
    assert session.share == pytest.approx(0.45, abs=0.01)
