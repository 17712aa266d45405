"""What a watch's step says of its set."""

from __future__ import annotations

import pytest

from hiproutine.workout.steps import Step, workout_of
from tests.desk import Desk, routine


@pytest.mark.parametrize(
    ("dose", "notes"),
    [
        ("reps = [10, 8, 1]", ["10 times. Set 1 of 3.", "8 times. Set 2 of 3.", "Once. Set 3 of 3."]),
        ("reps = 1, sets = 3", ["Once. 3 sets."] * 3),
        (
            'reps = { left = [10, 8], right = [8, 6] }, sides = "each"',
            [
                "Left side. 10 times. Set 1 of 2.", "Right side. 8 times. Set 1 of 2.",
                "Left side. 8 times. Set 2 of 2.", "Right side. 6 times. Set 2 of 2.",
            ],
        ),
    ],
)  # fmt: skip
def test_sets_that_differ_say_which_they_are(desk: Desk, dose: str, notes: list[str]) -> None:
    plan = desk.plan(routine(f'{{ name = "Bridge", {dose} }}'))
    steps = workout_of(plan, lambda _: None, unrolled=True).steps
    assert [step.notes for step in steps if isinstance(step, Step) and not step.rests] == notes
