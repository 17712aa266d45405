"""Blocks within blocks, and blocks that are done on one side and then on the other."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hiproutine.plan.cutting import cut
from hiproutine.plan.model import Interval, Kind, Plan
from tests.desk import Desk
from tests.tables import Table, plan_of

PRESS = """title = "T"
[[blocks]]
title = "Press and let go"
sides = "each"
rounds = 2
[[blocks.steps]]
name = "Press"
hold = 6
[[blocks.steps]]
name = "Let go"
hold = 10
"""
SUPERSETS = """title = "T"
[[blocks]]
title = "Strength"
rounds = 2
round_rest = 60
[[blocks.blocks]]
title = "A"
rounds = 3
[[blocks.blocks.steps]]
name = "Bridge"
hold = 5
[[blocks.blocks]]
title = "B"
time = 45
[[blocks.blocks.steps]]
name = "Bug"
sides = "each"
[[blocks]]
title = "Rest"
steps = [{ name = "Lie", time = 30 }]
"""


def heads(plan: Plan) -> list[str]:
    found: list[str] = []
    for one in plan.intervals:
        text = f"{one.block} {one.block_title} {one.round}/{one.rounds}"
        if not found or found[-1] != text:
            found.append(text)
    return found


def test_a_block_is_done_on_one_side_and_then_on_the_other(desk: Desk) -> None:
    plan = desk.plan(PRESS)
    assert heads(plan) == [
        "0 Press and let go, left side 1/2",
        "0 Press and let go, left side 2/2",
        "1 Press and let go, right side 1/2",
        "1 Press and let go, right side 2/2",
    ]
    assert [one.side for one in plan.intervals if one.kind is Kind.WORK] == ["left"] * 4 + ["right"] * 4
    (switch,) = [one for one in plan.intervals if one.kind is Kind.SWITCH]
    assert (switch.name, switch.side, switch.seconds) == ("Press", "right", 5)
    first = desk.plan(PRESS.replace("[[blocks]]", '[defaults]\nfirst_side = "right"\n[[blocks]]', 1))
    assert [one.side for one in first.intervals if one.kind is Kind.WORK] == ["right"] * 4 + ["left"] * 4


def test_what_is_done_on_both_at_once_has_no_side_there_and_tables_are_taken_side_by_side(desk: Desk) -> None:
    desk.exercise("bridge", 'name = "Bridge"\nsides = "both"\nreps = 5\n')
    more = '[[blocks.steps]]\nexercise = "bridge"\n[[blocks.steps]]\nname = "Own"\nsides = "both"\nhold = 5\n'
    sided = '[[blocks.steps]]\nname = "Weak"\nreps = { left = 8, right = 5 }\n'
    plan = desk.plan(PRESS.replace("rounds = 2\n", "") + more + sided)
    work = [one for one in plan.intervals if one.kind is Kind.WORK]
    assert {one.side for one in work if one.name in {"Bridge", "Own"}} == {None}
    assert [(one.side, one.reps) for one in work if one.name == "Weak"] == [("left", 8), ("right", 5)]


def test_blocks_within_a_block_are_repeated_with_it(desk: Desk) -> None:
    plan = desk.plan(SUPERSETS)
    assert heads(plan) == [
        "1 Strength, round 1 of 2: A 1/3",
        "1 Strength, round 1 of 2: A 2/3",
        "1 Strength, round 1 of 2: A 3/3",
        "2 Strength, round 1 of 2: B 1/1",
        "3 Strength, round 2 of 2: A 1/3",
        "3 Strength, round 2 of 2: A 2/3",
        "3 Strength, round 2 of 2: A 3/3",
        "4 Strength, round 2 of 2: B 1/1",
        "5 Rest 1/1",
    ]
    rests = [one for one in plan.intervals if one.kind is Kind.REST]
    assert [(one.seconds, one.block) for one in rests] == [(60, 2)]
    timed = [one for one in plan.intervals if one.block == 2 and one.kind in {Kind.WORK, Kind.SWITCH}]
    assert sum(one.seconds for one in timed) == 45


def test_made_easier_each_is_done_once(desk: Desk) -> None:
    found = cut(desk.plan(SUPERSETS), frozenset(), easier=True)
    assert found
    work = [one for one in found.plan.intervals if one.kind is Kind.WORK]
    assert [(one.name, one.block_title) for one in work] == [
        ("Bridge", "Strength: A"),
        ("Bug", "Strength: B"),
        ("Bug", "Strength: B"),
        ("Lie", "Rest"),
    ]


def test_a_time_is_shared_by_all_that_stands_in_the_block_however_deep(desk: Desk) -> None:
    text = """title = "T"
[defaults]
transition = 0
[[blocks]]
title = "All"
time = 100
[[blocks.blocks]]
title = "A"
rounds = 3
steps = [{ name = "a" }]
[[blocks.blocks]]
title = "B"
steps = [{ name = "b" }, { name = "c", hold = 20 }]
"""
    work = [one for one in desk.plan(text).intervals if one.kind is Kind.WORK]
    assert [one.seconds for one in work] == [20, 20, 20, 20, 20]


BLOCK = '[[blocks]]\ntitle = "A"\n'
STEP = '[[blocks.steps]]\nname = "x"\nhold = 4\n'


@pytest.mark.parametrize(
    ("text", "code", "place", "said"),
    [
        (BLOCK + 'sides = "left"\n' + STEP, "unknown-value", "blocks[1].sides", 'Write "each"'),
        (BLOCK + 'sides = "each"\n' + STEP + 'sides = "left"\n', "unknown-value", "blocks[1].steps[1].sides", '"both"'),
        (
            BLOCK + 'sides = "each"\n[[blocks.blocks]]\ntitle = "B"\nsides = "each"\n'
            + STEP.replace("blocks.", "blocks.blocks."),
            "unknown-value", "blocks[1].blocks[1].sides", "Take it out",
        ),
        (BLOCK, "missing-key", "blocks[1]", "steps"),
        (BLOCK + "blocks = []\n", "no-steps", "blocks[1]", "Write a step"),
        (BLOCK + STEP + '[[blocks.blocks]]\ntitle = "B"\nsteps = [{ rest = 5 }]\n', "steps-and-blocks",
         "blocks[1].blocks", "[[blocks.blocks.steps]]"),
        (
            BLOCK + "".join(f'[[{"blocks." * deep}blocks]]\ntitle = "B"\n' for deep in (1, 2, 3))
            + "steps = [{ rest = 5 }]\n", "out-of-range", "blocks[1].blocks[1].blocks[1].blocks[1]", "3 deep at most",
        ),
        (BLOCK + '[[blocks.blocks]]\ntitle = "B"\nsteps = [{ name = "x" }]\n', "no-dose",
         "blocks[1].blocks[1].steps[1]", "Add one of hold"),
    ],
)  # fmt: skip
def test_what_is_wrong_in_a_block_is_said_at_its_place(desk: Desk, text: str, code: str, place: str, said: str) -> None:
    problem = desk.problem(f'title = "T"\n{text}')
    assert problem.code == code
    assert f": {place}: " in problem.sentence()
    assert said in problem.sentence()


def _nested(depth: int) -> st.SearchStrategy[Table]:
    step = st.fixed_dictionaries({"name": st.just("A"), "hold": st.integers(1, 60)})
    inside: dict[str, st.SearchStrategy[object]] = {"steps": st.lists(step, min_size=1, max_size=2)}
    if depth < 3:
        blocks = st.lists(_nested(depth + 1), min_size=1, max_size=2)
        inside = {"blocks": blocks} if depth == 1 else inside
    more = {"rounds": st.integers(1, 3), "round_rest": st.integers(1, 40)}
    return st.fixed_dictionaries({"title": st.just("B"), **inside, **more})


def seconds_of(block: Table) -> int:
    """What the holds and rests of a block take in all."""
    once = sum(step["hold"] for step in block.get("steps", [])) + sum(map(seconds_of, block.get("blocks", [])))
    return int(once * block["rounds"] + block["round_rest"] * (block["rounds"] - 1))


@given(_nested(1))
@settings(max_examples=30)
def test_rounds_within_rounds_add_up(block: Table) -> None:
    plan = plan_of({"title": "T", "defaults": {"transition": 0, "get_ready": 0}, "blocks": [block]})
    assert plan.seconds == seconds_of(block)
    heads_of = {(one.block, one.round): one.block_title for one in plan.intervals}
    assert all(title == one.block_title for one, title in _with_titles(plan.intervals, heads_of))


def _with_titles(
    intervals: tuple[Interval, ...], titles: dict[tuple[int, int], str | None]
) -> list[tuple[Interval, str | None]]:
    return [(one, titles[one.block, one.round]) for one in intervals]
