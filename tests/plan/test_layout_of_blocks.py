"""Blocks that take exactly so long, and plans that are too long."""

from __future__ import annotations

from time import thread_time

import pytest

from hiproutine.plan.model import Plan
from tests.desk import Desk, blocks, routine

FOR, LEAST = "for doses, changes, switches and rests", "and 5 s is the least"
SETS = '{ name = "A", hold = 1, sets = 20 }'
A, B, E = '{ name = "A" }', '{ name = "B" }', '{ name = "E", sides = "each" }'


def block_seconds(plan: Plan, block: int = 0) -> float:
    """Seconds of a block without the change before its first step."""
    inside = [i for i in plan.intervals if i.block == block]
    first = next(i for i in inside if i.kind != "confirm")
    return sum(i.seconds for i in inside) - (first.seconds if first.kind == "ready" else 0)


def timed(seconds: int, *steps: str, more: str = "") -> str:
    return f'title = "B", time = {seconds}{more}, steps = [{", ".join(steps)}]'


def test_steps_without_a_dose_share_what_is_left_equally_and_changes_are_inside(desk: Desk) -> None:
    plan = desk.plan(blocks(timed(300, A, E, B)))
    assert desk.shape(blocks(timed(300, A, E, B))) == [
        "ready 10 A",
        "work 95 A",
        "ready 5 E left",
        "work 47.5 E left",
        "switch 5 E right",
        "work 47.5 E right",
        "ready 5 B",
        "work 95 B",
    ]
    assert plan.seconds == 310
    assert plan.intervals[2].start == 105


def test_shares_may_be_fractions_that_add_up_to_the_time_of_the_block(desk: Desk) -> None:
    steps = [f'{{ name = "S{number}" }}' for number in range(7)]
    plan = desk.plan(blocks(timed(300, *steps), 'title = "C", steps = [{ name = "X", hold = 5 }]'))
    work = [i.seconds for i in plan.intervals if i.kind == "work" and i.block == 0]
    assert work == [pytest.approx(270 / 7, abs=1e-12)] * 7
    assert block_seconds(plan) == pytest.approx(300, abs=1e-9)
    assert plan.intervals[-2].start == 310
    assert plan.seconds == 320


def test_doses_and_rests_of_a_block_come_out_of_its_time(desk: Desk) -> None:
    content = blocks(
        timed(30, A),
        timed(240, '{ rest = "60s" }', A, '{ name = "D", hold = 40 }', B),
    )
    plan = desk.plan(content)
    assert desk.shape(content)[2:] == [
        "rest 60 Rest",
        "work 65 A",
        "ready 5 D",
        "work 40 D",
        "ready 5 B",
        "work 65 B",
    ]
    assert block_seconds(plan, 1) == 240


@pytest.mark.parametrize(
    ("more", "seconds", "between"),
    [(", rounds = 2, round_rest = 30", 65, "rest 30 Rest"), (", rounds = 2", 71.25, "ready 5 A")],
)
def test_the_rounds_of_a_block_share_its_time(desk: Desk, more: str, seconds: float, between: str) -> None:
    content = blocks(timed(300, A, B, more=more))
    one = [f"work {seconds:g} A", "ready 5 B", f"work {seconds:g} B"]
    assert desk.shape(content) == ["ready 10 A", *one, between, *one]
    assert block_seconds(desk.plan(content)) == 300


def test_the_sets_of_a_step_divide_its_share(desk: Desk) -> None:
    content = blocks(timed(100, '{ name = "A", sets = 2, set_rest = 10, sides = "each", switch = 5 }'))
    assert desk.shape(content)[1:] == [
        *["work 20 A left", "switch 5 A right", "work 20 A right", "rest 10 Rest"],
        *["work 20 A left", "switch 5 A right", "work 20 A right"],
    ]


def test_an_alternating_step_takes_its_share_once(desk: Desk) -> None:
    assert desk.shape(blocks(timed(60, '{ name = "A", sides = "alternate" }'))) == ["ready 10 A", "work 60 A"]


def test_the_change_before_a_block_is_not_part_of_its_time(desk: Desk) -> None:
    content = blocks(timed(60, A), timed(60, B))
    assert desk.shape(content) == ["ready 10 A", "work 60 A", "ready 5 B", "work 60 B"]


@pytest.mark.parametrize("confirms", [1, 2])
def test_confirms_at_the_beginning_of_a_block_leave_the_change_outside(desk: Desk, confirms: int) -> None:
    content = blocks(timed(60, *['{ confirm = "Fine?" }'] * confirms, A))
    assert desk.shape(content) == [*["confirm 0 Fine?"] * confirms, "ready 10 A", "work 60 A"]


def test_a_step_that_shares_takes_no_dose_from_its_exercise_but_what_kind_of_time_it_is(desk: Desk) -> None:
    desk.exercise("held", 'name = "Held"\nhold = 90')
    desk.exercise("done", 'name = "Done"\nreps = 10')
    plan = desk.plan(blocks(timed(65, '{ exercise = "held" }', '{ exercise = "done" }')))
    work = [(i.name, i.seconds, i.dose, i.reps, i.self_paced) for i in plan.intervals if i.kind == "work"]
    assert work == [("Held", 30, "hold", None, False), ("Done", 30, "time", None, False)]


def test_a_block_whose_doses_take_its_time_exactly_is_fine(desk: Desk) -> None:
    content = blocks(timed(65, '{ name = "A", hold = 30 }', '{ name = "B", hold = 30 }'))
    assert block_seconds(desk.plan(content)) == 65


@pytest.mark.parametrize(
    ("content", "message", "cure"),
    [
        (
            timed(20, A, E),
            f"20 s less 10 s {FOR} leaves 10 s for 2 steps: 2.5 s a side, {LEAST}",
            "give the block more time, or fewer steps",
        ),
        (
            timed(50, A, "{ rest = 60 }"),
            f"50 s less 60 s {FOR} leaves -10 s for 1 step: -10 s a side, {LEAST}",
            "give the block more time, or fewer steps",
        ),
        (
            timed(30, A, more=", rounds = 4"),
            f"30 s less 15 s {FOR} leaves 15 s for 1 step, 4 times in all: 3.8 s a side, {LEAST}",
            "give the block more time, or fewer rounds or steps",
        ),
        (
            timed(90, '{ name = "A", hold = 30 }'),
            "the block is to take 1:30, but its steps take 30 s",
            ("leave the dose out of a step that may fill the rest, or take “time” out; for as many rounds as fit, "
            'write for = "1m30s" in its place'),
        ),
    ],
)  # fmt: skip
def test_a_block_that_cannot_take_its_time_is_told_the_sum(desk: Desk, content: str, message: str, cure: str) -> None:
    problem = desk.problem(blocks(content))
    assert (problem.code, problem.place) == ("block-time", ("blocks", 0, "time"))
    assert (problem.message, problem.help) == (message, cure)


@pytest.mark.parametrize(
    ("title", "more", "cure"),
    [
        ("As many rounds as possible", "", 'write for = "1m" in its place: as many rounds as fit'),
        ("AMRAP", "", 'write for = "1m" in its place: as many rounds as fit'),
        ("EMOM 3", ", rounds = 3", 'write every = "20s" in its place: what is left of a round is rest'),
        (
            "Every minute on the minute",
            ", rounds = 3",
            'write every = "20s" in its place: what is left of a round is rest',
        ),
    ],
)
def test_a_title_says_which_cure_is_meant(desk: Desk, title: str, more: str, cure: str) -> None:
    block = f'title = "{title}", time = 60{more}, steps = [{{ name = "A", hold = 10 }}]'
    assert desk.problem(blocks(block)).help == cure


def test_five_seconds_a_side_are_enough(desk: Desk) -> None:
    assert desk.shape(blocks(timed(30, A, E)))[3] == "work 5 E left"


def test_a_block_may_take_a_day_and_no_longer(desk: Desk) -> None:
    head = "defaults = { get_ready = 0 }"
    assert desk.plan(blocks(timed(86_400, A), head=head)).seconds == 86_400
    assert desk.problem(blocks(timed(86_401, A), head=head)).code == "out-of-range"


def test_five_thousand_intervals_are_a_plan_and_one_more_are_not(desk: Desk) -> None:
    step = '{ name = "A", hold = 1 }'
    assert len(desk.plan(routine(*[step] * 2_500)).intervals) == 5_000
    assert desk.problem(routine(*[step] * 2_500, '{ confirm = "?" }')).code == "plan-too-long"


def test_a_plan_of_a_day_is_a_plan_and_a_second_more_is_not(desk: Desk) -> None:
    steps = ['{ name = "A", hold = "4h" }'] * 6
    head = "defaults = {{ get_ready = {}, transition = 0 }}"
    assert desk.plan(routine(*steps, head=head.format(0))).seconds == 86_400
    assert desk.problem(routine(*steps, head=head.format(1))).code == "plan-too-long"


@pytest.mark.long
@pytest.mark.parametrize(
    "content",
    [
        blocks('title = "B", rounds = 20, steps = [' + ", ".join([SETS] * 500) + "]"),
        blocks(*[timed(86_400, *['{ name = "A", sets = 20, sides = "each" }'] * 50, more=", rounds = 20")] * 20),
        routine(*["{ rest = 1 }"] * 20_000),
    ],
    ids=["rounds of sets", "timed blocks", "rests"],
)
def test_a_file_that_multiplies_is_refused_soon(desk: Desk, content: str) -> None:
    began = thread_time()  # what else runs on the machine is no fault of ours
    assert desk.problem(content).code == "plan-too-long"
    assert thread_time() - began < 10
