"""Rounds that ask for the same stand once in what is printed of a plan."""

from __future__ import annotations

from dataclasses import replace

from hiproutine.plan.equal_rounds import Again, passages
from hiproutine.plan.model import Kind, Plan
from hiproutine.routine.library import Entry
from hiproutine.tui.editor.plan_text import rows_of
from hiproutine.tui.library.text import preview
from tests.desk import Desk, blocks, routine

A, B = '{ name = "A", hold = 30 }', '{ name = "B", hold = 20 }'
Told = list[tuple[str, str, list[Again]]]


def told(plan: Plan) -> Told:
    found = passages(plan)
    return [
        (
            one.heading,
            " ".join(i.name for i in plan.intervals[one.first : one.end] if i.kind is Kind.WORK),
            list(one.again),
        )
        for one in found
    ]


def test_equal_rounds_are_one_passage_until_the_end_of_the_last(desk: Desk) -> None:
    plan = desk.plan(blocks(f'title = "X", rounds = 8, every = 60, steps = [{A}]', f'title = "Y", steps = [{B}]'))
    assert told(plan) == [("X, 8 rounds", "A", [Again(490.0, "")]), ("Y", "B", [])]
    plan = desk.plan(blocks(f'title = "X", rounds = 3, round_rest = 60, steps = [{A}, {B}]'))
    assert told(plan) == [("X, 3 rounds", "A B", [Again(plan.seconds, "")])]


def test_what_has_no_rounds_is_as_it_was(desk: Desk) -> None:
    assert told(desk.plan(routine(A, B))) == [("", "A B", [])]
    plan = desk.plan(blocks(f'title = "X", steps = [{A}]', f'title = "Y", for = "10m", steps = [{B}]'))
    assert told(plan) == [("X", "A", []), ("Y", "B", [])]


def test_rounds_within_rounds_are_folded_from_the_outermost(desk: Desk) -> None:
    inner = f'{{ title = "P", rounds = 3, steps = [{A}] }}, {{ title = "Q", steps = [{B}] }}'
    plan = desk.plan(blocks(f'title = "X", rounds = 2, blocks = [{inner}]'))
    assert told(plan) == [
        ("X, 2 rounds: P, 3 rounds", "A", [Again(110.0, "")]),
        ("X, 2 rounds: Q", "B", [Again(plan.seconds, "X")]),
    ]


def test_the_same_block_twice_is_not_more_rounds(desk: Desk) -> None:
    one = f'title = "X", rounds = 2, blocks = [{{ title = "P", steps = [{A}] }}]'
    plan = desk.plan(blocks(one, one))
    assert [heading for heading, _, _ in told(plan)] == ["X, 2 rounds: P"] * 2


def test_a_round_that_asks_for_something_else_stands_by_itself(desk: Desk) -> None:
    plan = desk.plan(blocks(f'title = "X", rounds = 4, steps = [{A}, {B}]'))
    longer = [replace(one, seconds=25.0) if one.round > 2 and one.name == "B" else one for one in plan.intervals]
    plan = replace(plan, intervals=tuple(longer))
    assert [heading for heading, _, _ in told(plan)] == ["X, rounds 1 to 2 of 4", "X, rounds 3 to 4 of 4"]


def test_the_editor_and_the_preview_list_them_once(desk: Desk) -> None:
    loaded = desk.load(
        blocks(
            f'title = "X", rounds = 8, every = 60, steps = [{A}]',
            'title = "Between", steps = [{ rest = 50 }]',
            f'title = "Y", for = 600, steps = [{B}]',
        )
    )
    assert [(row.name, row.amount) for row in rows_of(loaded)] == [
        ("X, 8 rounds, every 1 min", ""),
        ("A", "30 s"),
        ("Rest", "30 s"),
        ("Between", ""),
        ("Rest", "50 s"),
        ("Y, rounds for 10 min", ""),
        ("B", "20 s"),
    ]
    lines = preview(Entry("mine", loaded.path, own=True, loaded=loaded), 40).plain.splitlines()
    steps = [line.split("  ")[0] for line in lines[lines.index("X, 8 rounds, every 1 min") :] if line]
    assert steps == ["X, 8 rounds, every 1 min", "A", "Between", "Rest", "Y, rounds for 10 min", "B"]
