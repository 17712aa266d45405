"""How hard something is meant to be: shown, said, and asked back afterwards."""

from __future__ import annotations

import pytest

from hiproutine.cli.printing import plan_lines, plan_values
from hiproutine.cues.spoken import Script
from hiproutine.plan.effort import meant
from hiproutine.share.sheet import dose_text
from hiproutine.tui.library.text import dose
from tests.desk import Desk, routine

HARD = '{ name = "Squat", reps = 8, effort = 7 }'


def test_it_is_shown_and_said(desk: Desk) -> None:
    loaded = desk.load(routine(HARD, '{ name = "Walk", time = 60, effort = "easy" }'))
    plan = loaded.plan
    ready, squat, *_ = plan.intervals
    assert any(one.text.endswith("Squat, 8 times, effort 7 of 10") for one in plan_lines(loaded))
    assert Script(plan).opening(ready).text.startswith("Get ready: Squat, eight times, effort seven.")
    assert (dose(squat, plan), dose_text(squat, plan)) == ("8 times, effort 7 of 10",) * 2
    assert [one.get("effort") for one in plan_values(plan)["intervals"] if one["kind"] == "work"] == [7, 2]
    assert meant(plan) == "2 to 7 of 10"
    assert meant(desk.plan(routine(HARD))) == "7 of 10"
    assert meant(desk.plan(routine('{ name = "A", hold = 5 }'))) == ""


@pytest.mark.parametrize(
    ("value", "code", "said"),
    [
        ("11", "out-of-range", "Write 10 or less"),
        ("-1", "out-of-range", "Write 0 or more"),
        ('"medium"', "unknown-value", "one of very easy, easy"),
        ('"7"', "wrong-type", "Write 7"),
        ("7.5", "wrong-type", "0 to 10"),
    ],
)
def test_what_is_no_effort_is_said_with_its_cure(desk: Desk, value: str, code: str, said: str) -> None:
    problem = desk.problem(routine(f'{{ name = "A", hold = 5, effort = {value} }}'))
    assert (problem.code, problem.place) == (code, ("steps", 0, "effort"))
    assert said in problem.sentence()
