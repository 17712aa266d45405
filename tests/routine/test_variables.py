"""`[vars]`: a value is written once and named elsewhere; what is wrong with it is said where it can be mended."""

from __future__ import annotations

import pytest

from hiproutine.plan.model import Kind
from tests.desk import Desk

STEPS = """[[steps]]
name = "A"
hold = "$hold"
[[steps]]
name = "B"
reps = "$times"
tempo = "$beat"
sides = "$sides"
[[steps]]
name = "$$5"
hold = ["$hold", "$long"]
transition = "$none"
"""
VARS = """title = "T"
[vars]
hold = "30s"
long = "$longer"
longer = 45
times = { left = 5, right = 4 }
beat = "1-1-1"
sides = "each"
none = 0
"""


def test_a_name_stands_for_its_value_whatever_it_is(desk: Desk) -> None:
    plan = desk.plan(VARS + STEPS)
    work = [one for one in plan.intervals if one.kind is Kind.WORK]
    assert [(one.name, one.seconds, one.reps) for one in work] == [
        ("A", 30, None), ("B", 15, 5), ("B", 12, 4), ("$5", 30, None), ("$5", 45, None),
    ]  # fmt: skip


def test_without_vars_a_text_is_a_text(desk: Desk) -> None:
    plan = desk.plan('title = "$t"\nsteps = [{ name = "$name", hold = 5 }, { name = "$$x", hold = 5 }]\n')
    assert [one.name for one in plan.intervals if one.kind is Kind.WORK] == ["$name", "$$x"]
    problem = desk.problem('title = "T"\nsteps = [{ name = "A", hold = "$hold" }]\n')
    assert (problem.code, problem.help) == ("bad-duration", 'add [vars] with hold = "30s"')


STEP = '[[steps]]\nname = "A"\nhold = "$hold"\n[[steps]]\nname = "B"\nhold = "$hold"\n'


@pytest.mark.parametrize(
    ("values", "code", "line", "said"),
    [
        ('hold = "30 secs"', "bad-duration", 3, 'Write "30s"'),
        ("hold = 0", "out-of-range", 3, "zero is only for pauses"),
        ('hold = "$hold"', "unknown-value", 3, "leads back to itself"),
        ('hold = "$more"', "unknown-value", 3, "is not in [vars]. Add more = … to [vars]"),
        ('hold = [5, "x"]', "bad-duration", 3, "steps"),
        ("hold = 5\n9 = 4", "bad-id", 4, "Begin it with a letter"),
    ],
)
def test_what_is_wrong_with_a_value_is_said_once_and_there(
    desk: Desk, values: str, code: str, line: int, said: str
) -> None:
    problems = desk.problems(f'title = "T"\n[vars]\n{values}\n{STEP}')
    assert {(one.code, one.line) for one in problems} == {(code, line)}
    assert said in problems[0].sentence() or said == "steps"


def test_a_name_that_is_unknown_is_said_where_it_is_used_with_the_nearest(desk: Desk) -> None:
    problems = desk.problems('title = "T"\n[vars]\nholds = 5\n' + STEP)
    assert [(one.code, one.line, one.help) for one in problems] == [
        ("unknown-value", 6, 'did you mean "$holds"'),
        ("unknown-value", 9, 'did you mean "$holds"'),
    ]
    round_about = desk.problems('title = "T"\n[vars]\nhold = "$b"\nb = "$hold"\n' + STEP)
    assert [one.message for one in round_about] == ["“$b” leads back to itself"]
