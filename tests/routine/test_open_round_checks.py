"""`for` in a block: what cannot stand beside it, with its place and its cure, and what people write who mean it."""

from __future__ import annotations

import pytest

from hiproutine.routine.judging import judged
from hiproutine.routine.model import Block
from hiproutine.routine.tables import keys_of
from tests.desk import Desk


def block(keys: str, steps: str = '{ name = "A", hold = 10 }') -> str:
    return f'title = "T"\nblocks = [{{ title = "B", {keys}, steps = [{steps}] }}]\n'


def nested(outer: str, inner: str) -> str:
    steps = 'steps = [{ name = "A", hold = 10 }]'
    return f'title = "T"\nblocks = [{{ title = "B", {outer}, blocks = [{{ title = "C", {inner}, {steps} }}] }}]\n'


@pytest.mark.parametrize(
    ("text", "code", "place", "said"),
    [
        (block('for = "-5m"'), "bad-duration", "blocks[1].for", "write it as"),
        (block("for = 0"), "out-of-range", "blocks[1].for", 'write "1s" or more'),
        (block('for = "25h"'), "out-of-range", "blocks[1].for", 'write "24h" or less'),
        (block('for = "ten minutes"'), "bad-duration", "blocks[1].for", 'write "10m"'),
        (block('for = "10m", rounds = 3'), "block-time", "blocks[1].rounds", "rounds or for, not both"),
        (block('for = "10m", time = "10m"'), "block-time", "blocks[1].time", "take time out"),
        (block('for = "10m", last = "cut"'), "unknown-value", "blocks[1].last", "stop, finish"),
        (block('last = "finish"'), "missing-key", "blocks[1].last", 'add for = "10m"'),
        (block('for = "5s"'), "block-time", "blocks[1].for", "a round takes 10 s, changes included, and for is 5 s"),
        (block('for = "1m"', '{ confirm = "Ready?" }'), "block-time", "blocks[1].for", "add a step with a dose"),
        (nested('for = "10m"', 'for = "2m"'), "block-time", "blocks[1].blocks[1].for", "write rounds here"),
        (nested('every = "5m"', 'for = "2m"'), "block-time", "blocks[1].blocks[1].for", "take one of them out"),
        (nested('time = "5m"', 'for = "2m"'), "block-time", "blocks[1].blocks[1].for", "take one of them out"),
        (block('amrap = "10m"'), "unknown-key", "blocks[1].amrap", "did you mean “for”"),
        (block('rounds = "max", time = "10m"'), "wrong-type", "blocks[1].rounds", 'write for = "10m" in place of'),
    ],
)
def test_what_does_not_go_together_is_said_with_its_cure(
    desk: Desk, text: str, code: str, place: str, said: str
) -> None:
    problem = desk.problem(text)
    assert problem.code == code
    assert f": {place}: " in problem.sentence()
    assert said.casefold() in problem.sentence().casefold()


def test_who_writes_the_rounds_of_a_workout_otherwise_is_told_the_key(desk: Desk) -> None:
    reps = '{ name = "Push-up", reps = 5 }'
    assert 'for = "10m"' in desk.problem(block('time = "10m"', reps)).sentence()
    assert 'every = "1m"' in desk.problem(block('rounds = 10, time = "10m"', reps)).sentence()
    rest = desk.problem(block('rounds = 10, time = "10m"', f'{reps}, {{ rest = "rest" }}'))
    assert 'take this step out, and write every = "1m"' in rest.sentence().casefold()


def test_rounds_may_be_within_rounds_and_take_a_whole_day(desk: Desk) -> None:
    plan = desk.plan(nested("rounds = 3, round_rest = 30", 'for = "2m"'))
    assert [section.seconds for section in plan.sections.values()] == [120] * 3
    assert plan.seconds == 10 + 3 * 120 + 2 * 30
    assert plan.intervals[-1].block_title == "B, round 3 of 3: C"
    assert desk.plan(block('for = "23h"')).seconds == 23 * 3600 + 10
    assert desk.problem(block('for = "24h"')).code == "plan-too-long"


def test_a_block_on_both_sides_has_its_time_on_each(desk: Desk) -> None:
    plan = desk.plan(block('for = "2m", sides = "each"'))
    assert [(one.name, one.side) for one in plan.intervals if one.kind == "work"] == [("A", "left"), ("A", "right")]
    assert plan.seconds == 10 + 120 + 5 + 120


def test_of_a_round_that_is_longer_by_its_estimates_only_a_word_is_said(desk: Desk) -> None:
    (warning,) = desk.load(block('for = "1m"', '{ name = "A", reps = 10 }, { name = "C", reps = 10 }')).warnings
    assert (warning.code, warning.severity, warning.place) == ("block-time", "warning", ("blocks", 0, "for"))
    assert "about 1:25" in warning.message
    assert not desk.load(block('for = "85s"', '{ name = "A", reps = 10 }, { name = "C", reps = 10 }')).warnings


def test_the_key_stands_among_the_others_and_rounds_are_one_where_nothing_is_said() -> None:
    keys = [*keys_of(Block)]
    assert keys[:2] == ["title", "steps"]
    assert keys.index("for") == keys.index("rounds") + 1
    assert judged(Block, {"title": "B", "steps": [], "for": "10m"}).keeps_on == 600
