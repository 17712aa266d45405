"""Rounds that begin at fixed times: every minute on the minute, whatever happens in them."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hiproutine.plan.cutting import cut
from hiproutine.plan.model import Kind, Plan
from hiproutine.play.engine import Engine
from hiproutine.play.events import IntervalEnded, IntervalStarted, Outcome
from hiproutine.play.view import Phase, View
from hiproutine.tui.player.scene import scene_of
from tests.clocks import ManualClock
from tests.desk import Desk
from tests.tables import Table, plan_of

MINUTES = """title = "T"
[[blocks]]
title = "Minutes"
rounds = 3
[[blocks.blocks]]
title = "Odd"
every = "1m"
steps = [{ name = "Bridge", reps = 12, tempo = "1-0-1" }]
[[blocks.blocks]]
title = "Even"
every = "1m"
steps = [{ name = "Lunge", hold = 10, sides = "each" }]
"""


def block(steps: str, more: str = "") -> str:
    return f'title = "T"\nblocks = [{{ title = "B", rounds = 3, every = "1m", steps = [{steps}]{more} }}]\n'


PACED = '{ name = "Squat", reps = 10 }, { name = "Plank", hold = 10 }'


def begun(plan: Plan) -> list[float]:
    return [one.start for one in plan.intervals if one.begins]


def test_every_round_begins_on_the_minute_and_what_is_left_is_rest(desk: Desk) -> None:
    plan = desk.plan(MINUTES)
    assert begun(plan) == [10 + 60 * number for number in range(6)]
    rests = [one.seconds for one in plan.intervals if one.closes]
    assert rests == [36, 35, 36, 35, 36]
    assert plan.intervals[-1].kind is Kind.WORK
    exact = desk.plan(block('{ name = "A", hold = 60 }'))
    assert [(one.kind, one.start) for one in exact.intervals] == [
        ("ready", 0), ("work", 10), ("work", 70), ("work", 130),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "code", "place", "said"),
    [
        (block('{ name = "A", hold = 70 }'), "block-time", "blocks[1].every", 'Write "1m10s" or more'),
        (block("{ rest = 5 }", ", round_rest = 5"), "block-time", "blocks[1].round_rest", "Take it out"),
        (block("{ rest = 5 }", ", time = 5"), "block-time", "blocks[1].every", "Take one of them out"),
        (block("{ rest = 5 }").replace('every = "1m"', 'late = "skip"'), "missing-key", "blocks[1].late", "add every"),
        (block("{ rest = 5 }", ', late = "never"'), "unknown-value", "blocks[1].late", "wait"),
    ],
)
def test_what_does_not_fit_is_said_with_the_sum(desk: Desk, text: str, code: str, place: str, said: str) -> None:
    problem = desk.problem(text)
    assert problem.code == code
    assert f": {place}: " in problem.sentence()
    assert said.casefold() in problem.sentence().casefold()


def test_of_estimates_that_do_not_fit_only_a_word_is_said(desk: Desk) -> None:
    (warning,) = desk.load(block('{ name = "A", reps = 20 }')).warnings
    assert (warning.code, warning.severity, warning.place) == ("block-time", "warning", ("blocks", 0, "every"))
    assert "about 1:20" in warning.message


def played(plan: Plan, takes: list[float]) -> tuple[list[float], list[Outcome]]:
    """When each round began, and how each self-paced interval ended, where they take so long one after the other."""
    clock = ManualClock()
    engine = Engine(plan, clock)
    starts, outcomes, left = list[float](), list[Outcome](), list(takes)
    events = list(engine.start())
    done_at: float | None = None
    while not engine.phase.over:
        for event in events:
            if isinstance(event, IntervalStarted):
                if event.interval.begins:
                    starts.append(event.at)
                done_at = event.at + left.pop(0) if event.interval.self_paced else None
            elif isinstance(event, IntervalEnded) and event.interval.self_paced:
                outcomes.append(event.outcome)
        due = engine.due()
        if done_at is not None and (due is None or done_at <= due):
            clock.now = done_at
            done_at = None
            events = list(engine.done())
        else:
            clock.now = due if due is not None else clock.now + 1
            events = list(engine.tick())
    return starts, outcomes


def test_who_is_quicker_rests_longer_and_the_minute_waits_for_who_is_slower(desk: Desk) -> None:
    starts, outcomes = played(desk.plan(block(PACED)), [20, 80, 30])
    assert starts == [10, 70, 70 + 80 + 5 + 10]
    assert outcomes == [Outcome.DONE] * 3


def test_or_the_minute_waits_for_nobody_and_what_is_not_done_is_left_out(desk: Desk) -> None:
    starts, outcomes = played(desk.plan(block(PACED, ', late = "skip"')), [50, 90, 20])
    assert starts == [10, 70, 130]
    assert outcomes == [Outcome.DONE, Outcome.SKIPPED, Outcome.DONE]


@given(
    st.integers(2, 6),
    st.integers(60, 400),
    st.lists(st.floats(0.5, 100, allow_nan=False), min_size=20, max_size=20),
    st.sampled_from(["wait", "skip"]),
)
@settings(max_examples=40)
def test_it_never_drifts(rounds: int, every: int, takes: list[float], late: str) -> None:
    steps = [{"name": "A", "reps": 5}, {"name": "B", "hold": 10, "sides": "each"}]
    table: Table = {
        "title": "T",
        "blocks": [{"title": "B", "rounds": rounds, "every": every, "late": late, "steps": steps}],
    }
    plan = plan_of(table)
    assert begun(plan) == [10 + every * number for number in range(rounds)]
    starts, _ = played(plan, [*takes])
    for number, (one, after) in enumerate(pairwise(starts)):
        slow = takes[number] + 5 + 10 + 5 + 10
        expected = max(every, slow) if late == "wait" else every
        assert after - one == pytest.approx(expected, abs=1e-5)


def test_the_player_says_that_the_rest_lasts_until_the_next_round(desk: Desk) -> None:
    plan = desk.plan(block(PACED))
    plank = next(one for one in plan.intervals if one.name == "Plank" and one.kind is Kind.WORK)
    view = View(Phase.PLAYING, plank, 0.0, plank.seconds, 0, 0.0, plank.seconds, plank.start)
    scene = scene_of(view, plan, "", datetime(2026, 11, 30, 7, tzinfo=UTC))
    assert scene.next == "rest until the next round, then Squat"


def test_made_easier_there_is_one_round_and_no_clock(desk: Desk) -> None:
    found = cut(desk.plan(block(PACED, ', late = "skip"')), frozenset(), easier=True)
    assert found
    assert not any(one.every or one.begins or one.closes or one.skips for one in found.plan.intervals)
    assert sum(one.kind is Kind.WORK for one in found.plan.intervals) == 2
