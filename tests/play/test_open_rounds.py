"""Rounds without a number: they come again until their time is over, to the second, whatever a person does."""

from __future__ import annotations

from itertools import cycle
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hiproutine.plan.model import Kind, Plan
from hiproutine.play.engine import Engine
from hiproutine.play.events import Event, Finished, IntervalEnded, IntervalStarted, LastStep, Outcome, RoundsOver
from hiproutine.play.rounds_run import RoundsDone
from hiproutine.play.session import Session
from hiproutine.play.view import Phase
from tests.clocks import ManualClock
from tests.play.rig import Rig
from tests.play.test_engine_properties import give
from tests.tables import Table, plan_of

SQUAT, HINGE, PLANK = {"name": "Squat", "reps": 5}, {"name": "Hinge", "reps": 5}, {"name": "Plank", "hold": 20}


def rounds(*steps: Table, **more: Any) -> Plan:
    """A count-in of 10 s, rounds for so long, 5 s of change, and 30 s of work."""
    table = {"title": "As many as you can", "for": 600, "steps": [*steps], **more}
    after = {"title": "After", "steps": [{"name": "Fold", "hold": 30}]}
    return plan_of({"title": "T", "defaults": {"transition": 5}, "blocks": [table, after]})


class Played:
    """One playing in which what a person paces takes so many seconds, one after the other, over and over."""

    def __init__(self, plan: Plan, takes: list[float], keys: dict[float, tuple[str, float]] | None = None) -> None:
        """`keys` are commands by moments of the clock."""
        self.clock = ManualClock()
        self.engine = Engine(plan, self.clock)
        self.events: list[Event] = []
        self.session = Session(plan)
        self._takes, self._keys = cycle(takes), sorted((keys or {}).items())
        self._done_at: float | None = None
        self._take(self.engine.start())
        for _ in range(20_000):
            if self.engine.phase.over:
                return
            self._go_on()
        raise AssertionError

    def _go_on(self) -> None:
        due = self.engine.due()
        moments = [(due if due is not None else self.clock.now + 1, 2)]
        moments += [(self._done_at, 1)] if self._done_at is not None else []
        moments += [(self._keys[0][0], 0)] if self._keys else []
        moment, what = min(moments)
        self.clock.now = max(self.clock.now, moment)
        if what == 0:
            (_, (command, amount)), *self._keys = self._keys
            self._take(getattr(self.engine, command)(*([amount] if amount else [])))
        elif what == 1:
            self._done_at = None
            self._take(self.engine.done())
        else:
            self._take(self.engine.tick())

    def _take(self, events: tuple[Event, ...]) -> None:
        for event in events:
            self.events.append(event)
            self.session.take(event)
            if isinstance(event, IntervalStarted):
                self._done_at = event.at + next(self._takes) if event.interval.self_paced else None

    def over(self) -> RoundsOver:
        (found,) = (event for event in self.events if isinstance(event, RoundsOver))
        return found


def test_the_plan_has_one_round_and_takes_the_whole_time() -> None:
    plan = rounds(SQUAT, PLANK)
    assert [(one.kind, one.name, one.start, bool(one.open_rounds)) for one in plan.intervals] == [
        ("ready", "Squat", 0, False), ("work", "Squat", 10, True), ("ready", "Plank", 30, True),
        ("work", "Plank", 35, True), ("ready", "Squat", 55, True), ("ready", "Fold", 610, False),
        ("work", "Fold", 615, False),
    ]  # fmt: skip
    assert (plan.seconds, plan.estimated, plan.steps) == (645, False, 3)
    assert plan.step_seconds == (600, 35) or sum(plan.step_seconds) == 645


def test_rounds_come_again_until_the_time_is_over_and_are_counted() -> None:
    played = Played(rounds(SQUAT, HINGE, PLANK), [20.0, 40.0])
    over = played.over()  # a round: 20 + 5 + 40 + 5 + 20 + 5 = 95 s
    assert (over.at, over.rounds, over.steps) == (610, 6, 1)
    assert played.session.rounds_done == (RoundsDone("As many as you can", 6, 1),)
    last = next(event for event in reversed(played.events) if isinstance(event, Finished))
    assert last.at == 645
    assert played.session.finished
    assert played.session.steps_done == 4


def test_rests_between_rounds_are_in_the_time_and_the_next_block_has_its_change() -> None:
    played = Played(rounds(PLANK, **{"for": 90, "round_rest": 15}), [1.0])
    starts = [
        (event.at, event.interval.kind, event.interval.lap)
        for event in played.events
        if isinstance(event, IntervalStarted)
    ]
    assert starts == [
        (0, "ready", 1), (10, "work", 1), (30, "rest", 1), (45, "work", 2), (65, "rest", 2), (80, "work", 3),
        (100, "ready", 1), (105, "work", 1),
    ]  # fmt: skip
    assert (played.over().rounds, played.over().steps) == (3, 0)


def test_the_step_in_progress_is_cut_or_done_to_its_end() -> None:
    cut = Played(rounds({**PLANK, "sides": "each", "switch": 5}, **{"for": 70}), [1.0])  # a round: 45 s, and 5 s
    assert (cut.over().at, cut.over().rounds, cut.over().steps) == (80, 1, 0)
    done = Played(rounds({**PLANK, "sides": "each", "switch": 5}, **{"for": 70, "last": "finish"}), [1.0])
    assert (done.over().at, done.over().rounds) == (105, 2)
    assert [event.at for event in done.events if isinstance(event, LastStep)] == []  # it was over exactly between
    paced = Played(rounds(SQUAT, HINGE, **{"for": 60, "last": "finish"}), [50.0])
    assert [event.at for event in paced.events if isinstance(event, LastStep)] == [70]
    assert (paced.over().at, paced.over().rounds, paced.over().steps) == (115, 1, 0)


def test_who_is_cut_has_not_done_the_step_but_was_there_for_all_of_it() -> None:
    played = Played(rounds(SQUAT, HINGE, **{"for": 60}), [50.0])
    ends = [
        event.outcome for event in played.events if isinstance(event, IntervalEnded) and event.interval.name == "Hinge"
    ]
    assert ends == [Outcome.DONE, Outcome.LEFT]
    assert (played.over().rounds, played.over().steps) == (0, 1)
    assert played.session.finished
    early = Session(rounds(SQUAT, HINGE))
    rig = Rig(early.plan)
    rig.do("start")
    rig.wait(40, 4)
    rig.do("stop")
    for event in rig.events:
        early.take(event)
    assert early.share == pytest.approx(30 / 630, abs=0.01)


def test_back_goes_into_the_round_before_and_out_of_the_first() -> None:
    rig = Rig(rounds(SQUAT, PLANK))
    rig.go_to(3)
    rig.wait(22)
    assert (rig.engine.interval.name, rig.engine.interval.lap) == ("Squat", 1)  # the change back to it
    rig.wait(4)
    assert (rig.engine.interval.kind, rig.engine.interval.lap) == ("work", 2)
    rig.do("back")
    assert (rig.engine.interval.name, rig.engine.interval.kind, rig.engine.interval.lap) == ("Plank", "ready", 1)
    rig.do("back")
    assert (rig.engine.interval.name, rig.engine.interval.lap) == ("Squat", 1)


def test_a_jump_keeps_the_round_and_its_clock_and_who_comes_back_has_what_was_left() -> None:
    rig = Rig(rounds(SQUAT, PLANK))
    rig.go_to(3)
    rig.wait(45, 4)
    assert rig.engine.interval.lap == 2
    left = rig.engine.view().rounds_left
    rig.do("jump", 2)
    assert (rig.engine.interval.name, rig.engine.interval.lap, rig.engine.view().rounds_left) == ("Plank", 2, left)
    rig.do("jump", 3)
    assert rig.engine.view().rounds_left is None
    rig.do("jump", 1)
    rig.do("next")
    assert (rig.engine.interval.lap, rig.engine.view().rounds_left) == (2, left)


@pytest.mark.parametrize("every", [60, 50])
def test_rounds_on_the_minute_for_ten_minutes_end_to_the_second_too(every: int) -> None:
    played = Played(rounds(SQUAT, **{"for": 600, "every": every}), [20.0, 70.0, 30.0])
    begun = [event.at for event in played.events if isinstance(event, IntervalStarted) and event.interval.begins]
    assert begun[:4] == [10, 10 + every, 80 + every, 80 + 2 * every]
    assert played.over().at == 610
    skipped = Played(rounds(SQUAT, **{"for": 600, "every": every, "late": "skip"}), [20.0, 70.0, 30.0])
    begun = [event.at for event in skipped.events if isinstance(event, IntervalStarted) and event.interval.begins]
    assert begun == [10 + every * number for number in range(600 // every)]
    assert skipped.over().at == 610


def test_a_round_that_takes_no_time_does_not_come_again() -> None:
    rig = Rig(rounds(SQUAT))
    rig.do("start")
    rig.do("pause")
    for _ in range(4):
        rig.do("next")
    assert rig.engine.interval.name == "Fold"


KEYS = st.sampled_from([("next", 0.0), ("back", 0.0), ("restart", 0.0), ("adjust", 10.0), ("adjust", -10.0)])
STEP = st.sampled_from(
    [SQUAT, HINGE, PLANK, {**PLANK, "sides": "each"}, {"rest": 15}, {"name": "Bridge", "reps": 4, "tempo": "2-1-2"}]
)


@given(
    st.lists(STEP, min_size=1, max_size=3),
    st.integers(300, 900),
    st.fixed_dictionaries({}, optional={"round_rest": st.integers(0, 30)}),
    st.lists(st.floats(1, 60, allow_nan=False), min_size=1, max_size=5),
    st.dictionaries(st.floats(10.5, 280, allow_nan=False), KEYS, max_size=6),
)
@settings(max_examples=40)
def test_it_ends_to_the_second_whatever_is_pressed(
    steps: list[Table], seconds: int, more: Table, takes: list[float], keys: dict[float, tuple[str, float]]
) -> None:
    plan = rounds(*steps, **{"for": seconds, **more})
    assert sum(plan.step_seconds) == pytest.approx(plan.seconds)
    played = Played(plan, takes, keys)
    inside = sum(
        event.seconds for event in played.events if isinstance(event, IntervalEnded) and event.interval.open_rounds
    )
    assert inside == pytest.approx(seconds, abs=1e-4)
    over = played.over()
    works = {one.step for one in plan.intervals if one.open_rounds and one.kind is Kind.WORK}
    assert over.rounds * len(works) + over.steps <= sum(
        isinstance(event, IntervalEnded) and event.outcome is Outcome.DONE for event in played.events
    )


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["tick", "tick", "pause", "resume", "next", "back", "done", "longer", "restart"]),
            st.floats(0, 4.9),
        ),
        max_size=60,
    )
)
@settings(max_examples=40)
def test_every_command_is_answered_and_no_section_is_overrun(commands: list[tuple[str, float]]) -> None:
    rig = Rig(rounds(SQUAT, {**PLANK, "sides": "each"}, **{"for": 60}))
    rig.do("start")
    for command, seconds in commands:
        rig.clock.advance(seconds)
        give(rig, command)
        view = rig.engine.view()
        section = rig.engine.plan.section_of(view.interval.index)
        assert view.rounds_left is None or 0 <= view.rounds_left <= 60
        assert (section is None) == (view.rounds_left is None)
        if section:
            assert section.start <= view.position <= section.start + section.seconds
            assert view.total_left == pytest.approx((view.rounds_left or 0) + 35)
        due = rig.engine.due()
        assert due is None or due > rig.clock.now - 1e-6
    assert rig.engine.phase in Phase
