"""What holds for every plan, however it is asked and whatever a person does."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import cycle, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hiproutine.plan.model import Kind, Plan
from hiproutine.play.events import (
    CountedIn,
    CueDue,
    Event,
    Finished,
    HalfReached,
    IntervalEnded,
    IntervalStarted,
    Outcome,
    Paused,
    RepBeat,
    Resumed,
    Stopped,
)
from hiproutine.play.interval_run import DUST
from hiproutine.play.marks import HALF_FROM
from hiproutine.play.session import Session
from hiproutine.play.view import Phase
from tests.play.rig import Rig
from tests.tables import plans

GAPS = st.lists(st.floats(0.01, 4.99), max_size=4).map(lambda gaps: [*gaps, 4.6])
"""Seconds between two questions, over and over."""
PAUSES = st.lists(st.booleans(), max_size=4).map(lambda pauses: [*pauses, *[False] * 8])
"""Whether a question is a pause, over and over."""
COMMANDS = st.tuples(
    st.sampled_from(
        ["tick", "tick", "pause", "resume", "resume", "next", "next", "back", "restart", "longer", "shorter", "done"]
    ),
    st.one_of(st.floats(0, 4.9), st.sampled_from([0.0, 0.5, 1.0, 3.0])),
)
ABSENCES = st.tuples(st.sampled_from(["tick", "next", "back", "pause"]), st.floats(5.1, 10_000))
FEWER = settings(max_examples=20)
"""For what plays hours in seconds."""


def give(rig: Rig, command: str) -> None:
    """A command by its name; longer and shorter are ten seconds."""
    if command in {"longer", "shorter"}:
        rig.do("adjust", 10.0 if command == "longer" else -10.0)
    else:
        rig.do(command)


def play_through(plan: Plan, gaps: list[float], pauses: list[bool] | None = None, began: float = 0.0) -> list[Event]:
    """Everything that is told from start to end; what waits is done after its estimate."""
    rig = Rig(plan, began)
    rig.do("start")
    rests = cycle(pauses or [False])
    for gap in cycle(gaps):
        view = rig.engine.view()
        if view.phase.over:
            return rig.events
        if view.interval.waits and view.elapsed >= view.interval.seconds:
            rig.do("done")
        elif view.phase is Phase.PLAYING and next(rests):
            rig.do("pause")
            rig.clock.advance(100 * gap)
            rig.do("resume")
        rig.clock.advance(gap)
        rig.do("tick")
    raise AssertionError


@FEWER
@given(plans(waiting=False), GAPS, st.floats(0, 1e6))
def test_the_same_is_told_at_the_same_moments_however_often_somebody_asks(
    plan: Plan, gaps: list[float], began: float
) -> None:
    assert play_through(plan, gaps, began=began) == play_through(plan, [4.5], began=began)


@FEWER
@given(plans(waiting=False), GAPS)
def test_a_routine_ends_when_its_plan_says(plan: Plan, gaps: list[float]) -> None:
    events = play_through(plan, gaps)
    assert isinstance(events[-1], Finished)
    assert events[-1].at == pytest.approx(plan.seconds, abs=1e-6)
    for event in events:
        if isinstance(event, IntervalStarted):
            assert event.at == pytest.approx(event.interval.start, abs=1e-6)


@FEWER
@given(plans(), GAPS, PAUSES)
def test_every_cue_beat_and_half_is_told_once_through_ticks_and_pauses(
    plan: Plan, gaps: list[float], pauses: list[bool]
) -> None:
    told = play_through(plan, gaps, pauses)
    for interval in plan.intervals:
        mine = [event for event in told if getattr(event, "interval", None) is interval]
        assert [event.say for event in mine if isinstance(event, CueDue)] == [cue.say for cue in interval.cues]
        beats = [(event.rep, event.part) for event in mine if isinstance(event, RepBeat)]
        parts = [part for part, seconds in enumerate(interval.tempo or ()) if seconds]
        assert beats == [(rep + 1, part) for rep in range(interval.all_reps or 0) for part in parts]
        has_half = interval.kind is Kind.WORK and not interval.waits and interval.seconds >= HALF_FROM
        assert sum(isinstance(event, HalfReached) for event in mine) == has_half
        assert sum(isinstance(event, IntervalStarted) for event in mine) == 1
        assert sum(isinstance(event, IntervalEnded) for event in mine) == 1


@FEWER
@given(plans(waiting=False), GAPS, PAUSES)
def test_the_seconds_of_what_was_played_through_are_those_of_the_plan(
    plan: Plan, gaps: list[float], pauses: list[bool]
) -> None:
    session = Session(plan)
    for event in play_through(plan, gaps, pauses):
        session.take(event)
    assert session.seconds == pytest.approx(plan.seconds, abs=1e-4)
    assert {done.outcome for done in session.ended.values()} == {Outcome.DONE}
    work = any(interval.kind is Kind.WORK for interval in plan.intervals)
    assert session.steps_done == (plan.steps if work else 0)
    assert session.finished


@given(plans(), st.lists(st.one_of(COMMANDS, COMMANDS, COMMANDS, ABSENCES), max_size=60))
def test_whatever_a_person_does_is_answered_and_no_interval_is_overrun(
    plan: Plan, commands: list[tuple[str, float]]
) -> None:
    rig = Rig(plan)
    rig.do("start")
    for command, seconds in commands:
        rig.clock.advance(seconds)
        give(rig, command)
        view = rig.engine.view()
        assert view.elapsed >= 0
        assert view.elapsed <= view.length + DUST or view.interval.self_paced
        assert view.total_left >= 0
        assert view.interval.start <= view.position <= view.interval.start + view.interval.seconds + DUST
        assert (view.count_in > 0) == (view.phase is Phase.COUNTING_IN)
        due = rig.engine.due()
        assert due is None or due > rig.clock.now - DUST
    moments = [event.at for event in rig.events]
    assert all(after >= before - 2 * DUST for before, after in pairwise(moments))


@given(plans(), st.lists(COMMANDS, max_size=60))
def test_an_interval_ends_before_the_next_one_starts(plan: Plan, commands: list[tuple[str, float]]) -> None:
    rig = Rig(plan)
    rig.do("start")
    for command, seconds in commands:
        rig.clock.advance(seconds)
        give(rig, command)
    rig.do("stop")
    borders = [event for event in rig.events if isinstance(event, (IntervalStarted, IntervalEnded))]
    assert [type(event) for event in borders] == [IntervalStarted, IntervalEnded] * (len(borders) // 2)
    for started, ended in zip(borders[::2], borders[1::2], strict=True):
        assert started.interval is ended.interval
        assert isinstance(ended, IntervalEnded)
        assert ended.seconds <= ended.at - started.at + 2 * DUST


def playing_time(rig: Rig, commands: list[tuple[str, float]]) -> Iterator[float]:
    """The lengths of the stretches in which the routine really played, by its events and phases alone."""
    rig.do("start")
    since: float | None = rig.clock.now
    for command, seconds in commands:
        known = len(rig.events)
        rig.clock.advance(seconds)
        give(rig, command)
        for event in rig.events[known:]:
            if isinstance(event, Resumed):
                since = event.at
            elif since is not None and isinstance(event, (Paused, CountedIn, Finished, Stopped)):
                yield event.at - since
                since = None
        if since is None and rig.engine.phase is Phase.PLAYING:
            since = rig.clock.now


@given(plans(waiting=False), st.lists(COMMANDS, max_size=60))
def test_a_session_has_the_time_that_was_really_played(plan: Plan, commands: list[tuple[str, float]]) -> None:
    rig = Rig(plan)
    played = sum(playing_time(rig, [*commands, ("tick", 0.0), ("stop", 0.0)]))
    session = Session(plan)
    for event in rig.events:
        session.take(event)
    assert session.seconds == pytest.approx(played, abs=1e-3)
    assert session.pauses == sum(isinstance(event, Paused) for event in rig.events)
