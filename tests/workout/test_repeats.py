"""Repeats unroll to what was folded, in as few lines as can be."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hiproutine.workout.repeats import Repeat, folded, unrolled


@pytest.mark.parametrize(
    ("steps", "lines"),
    [
        ("", 0),
        ("a", 1),
        ("aa", 2),
        ("aaa", 2),
        ("wrw", 3),
        ("wrwrw", 4),
        ("gwrwrwxaybayb", 10),
        ("abababab", 3),
    ],
)
def test_lines_that_are_written(steps: str, lines: int) -> None:
    written = folded(steps)
    assert len(written) == lines
    assert "".join(unrolled(written)) == steps


def test_a_repeat_counts_from_what_is_written() -> None:
    assert folded("gwrwrwr") == ("g", "w", "r", Repeat(1, 3))
    assert folded("abababcdcdcd") == ("a", "b", Repeat(0, 3), "c", "d", Repeat(3, 3))


@given(st.text("abc", max_size=40))
def test_every_fold_unrolls(steps: str) -> None:
    written = folded(steps)
    assert "".join(unrolled(written)) == steps
    assert len(written) <= len(steps)
