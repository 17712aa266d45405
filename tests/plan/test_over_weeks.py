"""What grows over the weeks is said in a line for each amount."""

from __future__ import annotations

import pytest

from hiproutine.plan.over_weeks import week_by_week
from tests.desk import Desk

HEAD = 'title = "T"\n'
FIRST = '[[steps]]\nname = "A"\nhold = "5s"\n'


def said(desk: Desk, text: str) -> list[str]:
    return week_by_week([one.plan for one in desk.load(HEAD + text).weeks])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("weeks = [{ x = 3 }, { x = 4 }]\n" + "".join(
            f'[[steps]]\nname = "{name}"\nreps = "$x"\nsides = "alternate"\n' for name in "AB"
        ), ["A, B: 3, 4 times a side"]),
        ('weeks = [{ s = 2, r = 6 }, { s = 3 }, { r = 8 }]\n[[steps]]\nname = "A"\nsets = "$s"\nreps = "$r"\n',
         ["A: 2 × 6, 3 × 6, 3 × 8 times"]),
        (FIRST + 'progress = { hold = "+30s a week", until = "65s" }\n', ["A: 5 s, 35 s, 1:05"]),
        (FIRST + '[[steps]]\nname = "B"\nreps = [6, 4]\nprogress = { reps = "+1 a week", until = 7 }\n',
         ["B: 6, 4; 7, 5; 7, 6; 2 × 7 times"]),
        (FIRST + '[[steps]]\nrest = "10s"\nprogress = { rest = "+10s a week", until = "20s" }\n' + FIRST,
         ["Rest: 10, 20 s"]),
        ('[[blocks]]\ntitle = "C"\nrounds = 2\nprogress = { rounds = "+1 a week", until = 4 }\n' + FIRST.replace(
            "steps", "blocks.steps"), ["C: 2, 3, 4 rounds"]),
        ('[[steps]]\nname = "A"\nreps = 1\nprogress = { reps = "+1 a week", until = 20 }\n',
         ["A: once, 2 times, 3 times, 4 times, …, 20 times"]),
        (FIRST, []),
    ],
)  # fmt: skip
def test_what_grows_is_said_for_every_week(desk: Desk, text: str, expected: list[str]) -> None:
    assert said(desk, text) == expected
