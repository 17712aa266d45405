"""Where the cues of a step fall, and what their braces become."""

from __future__ import annotations

import pytest

from hiproutine.plan.model import PlannedCue
from tests.desk import Desk, blocks, cues_of, routine


def step(cues: str, dose: str = "hold = 30") -> str:
    return f'{{ name = "A", {dose}, cues = [{cues}] }}'


@pytest.mark.parametrize(
    ("cues", "planned"),
    [
        ('"a"', [(0, "a")]),
        ('"a", "b", "c"', [(0, "a"), (10, "b"), (20, "c")]),
        ('"a", "b", "c", "d"', [(0, "a"), (7.5, "b"), (15, "c"), (22.5, "d")]),
        ('{ at = "10s", say = "a" }', [(10, "a")]),
        ('{ at = "0s", say = "a" }', [(0, "a")]),
        ('{ at = "29s", say = "a" }', [(29, "a")]),
        ('{ at = "-10s", say = "a" }', [(20, "a")]),
        ('{ at = "-30s", say = "a" }', [(0, "a")]),
        ('{ at = "half", say = "a" }', [(15, "a")]),
        (
            '{ at = "-1s", say = "z" }, "a", { at = 5, say = "m" }, "b"',
            [(0, "a"), (5, "m"), (15, "b"), (29, "z")],
        ),
    ],
)
def test_a_cue_falls_where_it_says_and_plain_texts_are_spread_evenly(
    desk: Desk, cues: str, planned: list[tuple[float, str]]
) -> None:
    assert cues_of(desk.plan(routine(step(cues)))) == planned


def test_cues_of_one_moment_keep_their_order(desk: Desk) -> None:
    cues = '{ at = "half", say = "b" }, { at = 15, say = "a" }, { at = -15, say = "c" }'
    assert cues_of(desk.plan(routine(step(cues)))) == [(15, "b"), (15, "a"), (15, "c")]


@pytest.mark.parametrize("at", ["30s", "-31s", "1h", "-0s"])
def test_a_cue_outside_its_step_is_wrong_where_it_says_when(desk: Desk, at: str) -> None:
    problem = desk.problem(routine(step(f'"a", {{ at = "{at}", say = "b" }}')))
    assert (problem.code, problem.place) == ("bad-cue", ("steps", 0, "cues", 1, "at"))
    assert problem.message == "the cue is outside its step, which takes 30 s"


@pytest.mark.parametrize("at", ["10s", "-5s"])
def test_a_confirm_takes_no_time_in_which_a_cue_could_fall(desk: Desk, at: str) -> None:
    problem = desk.problem(routine(f'{{ confirm = "?", cues = [{{ at = "{at}", say = "b" }}] }}'))
    assert (problem.code, problem.message) == ("bad-cue", "the cue is outside its step, which takes 0 s")


def test_a_confirm_may_say_something_at_its_start(desk: Desk) -> None:
    content = routine('{ confirm = "?", cues = ["a", { at = "0s", say = "b" }, { at = "half", say = "c" }] }')
    assert cues_of(desk.plan(content)) == [(0, "a"), (0, "b"), (0, "c")]


def test_a_cue_of_an_exercise_that_does_not_fit_the_step_is_left_out(desk: Desk) -> None:
    cues = 'cues = ["a", { at = "20s", say = "late" }]'
    desk.exercise("e", f'name = "E"\nhold = 30\n{cues}')
    assert cues_of(desk.plan(routine('{ exercise = "e" }'))) == [(0, "a"), (20, "late")]
    assert cues_of(desk.plan(routine('{ exercise = "e", hold = 15 }'))) == [(0, "a")]


def test_the_cues_of_a_step_replace_those_of_its_exercise(desk: Desk) -> None:
    desk.exercise("e", 'name = "E"\nhold = 30\ncues = ["theirs"]')
    assert cues_of(desk.plan(routine('{ exercise = "e", cues = ["mine"] }'))) == [(0, "mine")]
    assert cues_of(desk.plan(routine('{ exercise = "e", cues = [] }'))) == []


def test_every_side_set_and_round_has_the_cues(desk: Desk) -> None:
    one = '{ name = "A", hold = 10, sides = "each", sets = 2, cues = ["{side}"] }'
    plan = desk.plan(blocks(f'title = "B", rounds = 2, steps = [{one}]'))
    assert cues_of(plan) == [(0, "left"), (0, "right")] * 4
    assert all(i.kind == "work" for i in plan.intervals if i.cues)


def test_a_rest_and_a_confirm_have_their_own_cues_and_changes_have_none(desk: Desk) -> None:
    content = routine(
        step('"work"'),
        '{ rest = 20, cues = ["rest", { at = "half", say = "half" }] }',
        '{ confirm = "?", cues = ["ask"] }',
    )
    planned = [(i.kind.value, [cue.say for cue in i.cues]) for i in desk.plan(content).intervals]
    assert planned == [("ready", []), ("work", ["work"]), ("rest", ["rest", "half"]), ("confirm", ["ask"])]


def test_cues_are_spread_over_the_share_of_a_block_and_over_the_estimate(desk: Desk) -> None:
    assert cues_of(desk.plan(blocks('title = "B", time = 45, steps = [{ name = "A", cues = ["a", "b"] }]'))) == [
        (0, "a"),
        (22.5, "b"),
    ]
    assert cues_of(desk.plan(routine(step('"a", "b"', "reps = 5")))) == [(0, "a"), (10, "b")]


def test_placeholders_are_filled_in(desk: Desk) -> None:
    said = '"{name}, {side}, {seconds} s, then {next}"'
    content = routine(
        f'{{ name = "A", hold = 30, sides = "each", cues = [{said}] }}',
        f'{{ name = "B", time = 20, sides = "alternate", cues = [{said}] }}',
        "{ rest = 5 }",
        f'{{ name = "C", hold = 10, cues = [{said}] }}',
    )
    assert [say for _, say in cues_of(desk.plan(content))] == [
        "A, left, 30 s, then A, right side",
        "A, right, 30 s, then B",
        "B, each, 40 s, then C",
        "C, both, 10 s, then the end",
    ]


def test_seconds_that_are_a_fraction_are_said_rounded_up(desk: Desk) -> None:
    steps = '{ name = "A", cues = ["{seconds}"] }, { name = "B" }, { name = "C" }'
    assert cues_of(desk.plan(blocks(f'title = "T", time = 50, steps = [{steps}]'))) == [(0, "14")]


def test_doubled_braces_are_braces_and_names_are_not_filled_in_twice(desk: Desk) -> None:
    content = routine('{ name = "{next}", hold = 5, cues = ["{{name}} {name} }}"] }')
    assert cues_of(desk.plan(content)) == [(0, "{name} {next} }")]


@pytest.mark.parametrize(
    ("cue", "moment"),
    [
        (PlannedCue(10, "a"), 10),
        (PlannedCue(20, "a", "end"), 30),
        (PlannedCue(15, "a", "half"), 20),
    ],
)
def test_a_cue_keeps_its_distance_from_what_it_was_placed_by(cue: PlannedCue, moment: float) -> None:
    assert cue.moment(30, 40) == moment
    assert cue.moment(30, 30) == cue.at
