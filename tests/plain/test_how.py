"""How and why, as lines."""

from __future__ import annotations

from hiproutine.plain.how import how
from tests.desk import Desk, routine


def test_a_step_of_which_nothing_more_is_written_says_so(desk: Desk) -> None:
    loaded = desk.load(routine('{ name = "A", hold = 30 }'))
    assert how(loaded.card, loaded.plan.intervals[1]) == ["A.", "Nothing more is written about this step."]
    told = desk.load(routine('{ name = "A", hold = 30, setup = "Sit." }'))
    assert how(told.card, told.plan.intervals[1]) == ["A.", "Set-up: Sit."]
