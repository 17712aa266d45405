"""The rules of laying a plan out: changes, sides, sets, rounds and rests, with exact numbers."""

from __future__ import annotations

import pytest

from tests.desk import Desk, blocks, routine

A, B = '{ name = "A", hold = 30 }', '{ name = "B", time = 20 }'


def test_the_first_work_is_counted_in_and_every_later_step_is_preceded_by_its_change(desk: Desk) -> None:
    assert desk.shape(routine(A, B, A)) == [
        "ready 10 A",
        "work 30 A",
        "ready 5 B",
        "work 20 B",
        "ready 5 A",
        "work 30 A",
    ]


def test_the_defaults_replace_the_lengths_of_the_format(desk: Desk) -> None:
    each = '{ name = "E", hold = 10, sides = "each", sets = 2 }'
    head = 'defaults = { get_ready = 3, transition = 7, switch = 4, set_rest = 12, first_side = "right" }'
    assert desk.shape(routine(A, each, head=head)) == [
        "ready 3 A",
        "work 30 A",
        "ready 7 E right",
        "work 10 E right",
        "switch 4 E left",
        "work 10 E left",
        "rest 12 Rest",
        "work 10 E right",
        "switch 4 E left",
        "work 10 E left",
    ]


def test_a_step_overrides_the_defaults(desk: Desk) -> None:
    step = '{ name = "E", hold = 10, sides = "each", sets = 2, set_rest = 8, switch = 2, transition = 6 }'
    head = "defaults = { transition = 7, switch = 4, set_rest = 12 }"
    assert desk.shape(routine(A, step, head=head))[2:] == [
        "ready 6 E left",
        "work 10 E left",
        "switch 2 E right",
        "work 10 E right",
        "rest 8 Rest",
        "work 10 E left",
        "switch 2 E right",
        "work 10 E right",
    ]


@pytest.mark.parametrize(
    ("first", "second", "seconds"),
    [
        ("", "", 5),
        (', position = "supine"', ', position = "supine"', 5),
        (', position = "supine"', ', position = "standing"', 10),
        (', position = "supine"', "", 5),
        ("", ', position = "supine"', 5),
        (', equipment = ["mat"]', ', equipment = ["mat"]', 5),
        (', equipment = ["mat", "wall"]', ', equipment = ["wall", "mat"]', 5),
        (', equipment = ["mat"]', "", 10),
        ("", ', equipment = ["band"]', 10),
        (', position = "supine", equipment = ["mat"]', ', position = "prone", equipment = ["mat"]', 10),
    ],
)
def test_a_change_takes_ten_seconds_where_position_or_equipment_changes_and_five_elsewhere(
    desk: Desk, first: str, second: str, seconds: int
) -> None:
    steps = [f'{{ name = "{name}", hold = 30{more} }}' for name, more in (("A", first), ("B", second))]
    assert desk.shape(routine(*steps))[2] == f"ready {seconds} B"


def test_position_and_equipment_come_from_the_exercise_unless_the_step_says_otherwise(desk: Desk) -> None:
    desk.exercise("a", 'name = "A"\nposition = "supine"\nhold = 5')
    desk.exercise("b", 'name = "B"\nposition = "standing"\nhold = 5')
    assert desk.shape(routine('{ exercise = "a" }', '{ exercise = "b" }'))[2] == "ready 10 B"
    moved = '{ exercise = "b", position = "supine" }'
    assert desk.shape(routine('{ exercise = "a" }', moved))[2] == "ready 5 B"


def test_the_change_after_a_rest_or_a_confirm_looks_back_to_the_work_before(desk: Desk) -> None:
    lying, standing = (f'{{ name = "{p}", hold = 5, position = "{p}" }}' for p in ("supine", "standing"))
    assert desk.shape(routine(lying, '{ confirm = "Ready?" }', standing))[2:4] == [
        "confirm 0 Ready?",
        "ready 10 standing",
    ]


def test_a_rest_replaces_the_change_after_it_and_nothing_stands_before_it(desk: Desk) -> None:
    assert desk.shape(routine(A, '{ rest = "1m" }', B)) == [
        "ready 10 A",
        "work 30 A",
        "rest 60 Rest",
        "work 20 B",
    ]


def test_a_rest_at_the_beginning_replaces_the_count_in(desk: Desk) -> None:
    assert desk.shape(routine("{ rest = 20 }", A, B)) == [
        "rest 20 Rest",
        "work 30 A",
        "ready 5 B",
        "work 20 B",
    ]


def test_a_rest_may_have_a_name_and_may_end_the_routine(desk: Desk) -> None:
    assert desk.shape(routine(A, '{ name = "Stroll", rest = 60 }')) == [
        "ready 10 A",
        "work 30 A",
        "rest 60 Stroll",
    ]


def test_a_confirm_takes_no_time_and_has_no_change_before_it(desk: Desk) -> None:
    plan = desk.plan(routine(A, '{ confirm = "Towel on?" }', B))
    assert desk.shape(routine(A, '{ confirm = "Towel on?" }', B)) == [
        "ready 10 A",
        "work 30 A",
        "confirm 0 Towel on?",
        "ready 5 B",
        "work 20 B",
    ]
    assert plan.intervals[2].about.sentence == "Towel on?"
    assert (plan.seconds, plan.intervals[2].waits, plan.estimated) == (65, True, False)


def test_the_count_in_comes_after_a_confirm_at_the_beginning(desk: Desk) -> None:
    assert desk.shape(routine('{ confirm = "Towel on?" }', A)) == [
        "confirm 0 Towel on?",
        "ready 10 A",
        "work 30 A",
    ]


def test_a_confirm_may_stand_between_a_rest_and_work(desk: Desk) -> None:
    assert desk.shape(routine(A, "{ rest = 20 }", '{ confirm = "Fine?" }', B))[2:] == [
        "rest 20 Rest",
        "confirm 0 Fine?",
        "ready 5 B",
        "work 20 B",
    ]


def test_each_is_the_full_dose_a_side_with_a_switch_between(desk: Desk) -> None:
    plan = desk.plan(routine('{ name = "A", hold = 30, sides = "each" }'))
    assert [(i.kind, i.seconds, i.side) for i in plan.intervals] == [
        ("ready", 10, "left"),
        ("work", 30, "left"),
        ("switch", 5, "right"),
        ("work", 30, "right"),
    ]
    assert plan.seconds == 75


@pytest.mark.parametrize("side", ["left", "right"])
def test_one_side_alone_is_one_interval(desk: Desk, side: str) -> None:
    head = 'defaults = { first_side = "right" }'
    step = f'{{ name = "A", hold = 30, sides = "{side}" }}'
    assert desk.shape(routine(step, head=head)) == [f"ready 10 A {side}", f"work 30 A {side}"]


def test_a_hold_that_alternates_is_held_once_a_side_with_a_switch(desk: Desk) -> None:
    held = desk.shape(routine('{ name = "A", hold = 20, sides = "alternate", switch = 3 }'))
    assert held == desk.shape(routine('{ name = "A", hold = 20, sides = "each", switch = 3 }'))
    desk.exercise("pose", 'name = "Pose"\nhold = 30\nsides = "alternate"\n')
    shared = desk.shape(blocks('title = "B", time = 45, steps = [{ exercise = "pose" }]'))
    assert shared == ["ready 10 Pose left", "work 20 Pose left", "switch 5 Pose right", "work 20 Pose right"]


def test_a_rest_needs_no_name_wherever_it_stands(desk: Desk) -> None:
    steps = '{ name = "A", hold = 20 }, { rest = "30s" }'
    assert desk.shape(routine(steps))[-1] == "rest 30 Rest"
    assert desk.shape(blocks(f'title = "B", time = 50, steps = [{steps}]'))[-1] == "rest 30 Rest"


@pytest.mark.parametrize(
    ("step", "exact"),
    [("reps = 8", False), ("open = 30", False), ('reps = 8, tempo = "1-0-1"', True), ("time = 30", True)],
)
def test_a_block_that_cannot_take_exactly_its_time_is_said(desk: Desk, step: str, exact: bool) -> None:
    block = f'title = "B", time = 90, steps = [{{ name = "A", {step} }}, {{ name = "Rest of it" }}]'
    warnings = desk.load(blocks(block)).warnings
    assert [(one.code, one.place) for one in warnings] == ([] if exact else [("block-time", ("blocks", 0, "time"))])


def test_alternate_is_one_interval_of_twice_the_dose(desk: Desk) -> None:
    reps = '{ name = "A", reps = 8, tempo = "2-1-2", sides = "alternate" }'
    plan = desk.plan(routine(reps, '{ name = "B", time = 20, sides = "alternate" }'))
    work = [i for i in plan.intervals if i.kind == "work"]
    assert [(i.seconds, i.side, i.alternating, i.reps, i.all_reps) for i in work] == [
        (80, None, True, 8, 16),
        (40, None, True, None, None),
    ]


def test_sets_of_both_sides_have_the_rest_between_the_sets_only(desk: Desk) -> None:
    step = '{ name = "A", hold = 10, sides = "each", sets = 3 }'
    plan = desk.plan(routine(step))
    assert desk.shape(routine(step)) == [
        "ready 10 A left",
        *["work 10 A left", "switch 5 A right", "work 10 A right", "rest 30 Rest"] * 2,
        *["work 10 A left", "switch 5 A right", "work 10 A right"],
    ]
    assert [(i.set, i.sets) for i in plan.intervals if i.kind == "work"] == [
        (1, 3),
        (1, 3),
        (2, 3),
        (2, 3),
        (3, 3),
        (3, 3),
    ]
    assert [i.set for i in plan.intervals if i.kind == "rest"] == [1, 2]


def test_the_rest_of_a_round_stands_between_rounds_and_replaces_the_change(desk: Desk) -> None:
    content = blocks(f'title = "B", rounds = 3, round_rest = 60, steps = [{A}, {B}]')
    one = ["work 30 A", "ready 5 B", "work 20 B"]
    assert desk.shape(content) == ["ready 10 A", *one, "rest 60 Rest", *one, "rest 60 Rest", *one]
    rounds = [(i.kind, i.round, i.rounds) for i in desk.plan(content).intervals if i.kind in {"rest", "work"}]
    assert rounds == [
        *[("work", 1, 3), ("work", 1, 3), ("rest", 1, 3)],
        *[("work", 2, 3), ("work", 2, 3), ("rest", 2, 3)],
        *[("work", 3, 3), ("work", 3, 3)],
    ]


@pytest.mark.parametrize("rest", ["", ", round_rest = 0"])
def test_rounds_without_a_rest_have_the_change_between_them(desk: Desk, rest: str) -> None:
    content = blocks(f'title = "B", rounds = 2{rest}, steps = [{A}]')
    assert desk.shape(content) == ["ready 10 A", "work 30 A", "ready 5 A", "work 30 A"]


def test_blocks_follow_each_other_with_a_change(desk: Desk) -> None:
    content = blocks(f'title = "One", steps = [{A}]', f'title = "Two", steps = [{B}]')
    plan = desk.plan(content)
    assert desk.shape(content) == ["ready 10 A", "work 30 A", "ready 5 B", "work 20 B"]
    assert [(i.block, i.block_title) for i in plan.intervals] == [
        (0, "One"),
        (0, "One"),
        (1, "Two"),
        (1, "Two"),
    ]


def test_changes_of_no_length_are_left_out(desk: Desk) -> None:
    step = '{ name = "E", hold = 10, sides = "each", sets = 2 }'
    head = "defaults = { get_ready = 0, transition = 0, switch = 0, set_rest = 0 }"
    assert desk.shape(routine(A, step, head=head)) == [
        "work 30 A",
        *["work 10 E left", "work 10 E right"] * 2,
    ]


def test_every_interval_starts_where_the_one_before_it_ends(desk: Desk) -> None:
    plan = desk.plan(routine(A, '{ confirm = "?" }', '{ name = "E", hold = 10, sides = "each" }', "{ rest = 7 }", B))
    assert [i.start for i in plan.intervals] == [0, 10, 40, 40, 45, 55, 60, 70, 77]
    assert [i.index for i in plan.intervals] == list(range(9))
    assert plan.seconds == 97


def test_steps_are_counted_without_rests_and_confirms_and_each_round_anew(desk: Desk) -> None:
    content = blocks(
        f'title = "One", rounds = 2, round_rest = 9, steps = [{A}, {{ rest = 7 }}, {B}]',
        'title = "Two", steps = [{ confirm = "?" }, { name = "E", hold = 1, sides = "each" }, { rest = 5 }]',
    )
    plan = desk.plan(content)
    assert plan.steps == 5
    assert [(i.name, i.step) for i in plan.intervals if i.kind == "work"] == [
        *[("A", 1), ("B", 2), ("A", 3), ("B", 4)],
        *[("E", 5)] * 2,
    ]
    assert [i.step for i in plan.intervals if i.kind == "confirm"] == [5]
    assert [(i.seconds, i.step) for i in plan.intervals if i.kind == "rest"] == [
        (7, 2),
        (9, 3),
        (7, 4),
        (5, 5),
    ]
    assert sum(plan.step_seconds) == plan.seconds


def test_a_routine_of_breaks_alone_has_one_step_to_show(desk: Desk) -> None:
    plan = desk.plan(routine("{ rest = 20 }", '{ confirm = "?" }'))
    assert (plan.steps, [i.step for i in plan.intervals]) == (1, [1, 1])
