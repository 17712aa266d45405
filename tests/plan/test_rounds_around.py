"""The open rounds of the block that an interval is in."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product
from time import thread_time
from types import SimpleNamespace
from typing import Any

from hiproutine.plan.open_rounds import OpenRounds, rounds_around

ONE, OTHER = OpenRounds(1, 60), OpenRounds(2, 90)


def nearest(intervals: Sequence[Any], index: int) -> OpenRounds | None:
    """As the rule is said: the first from here on, else the last before, in the same block."""
    same = [one for one in intervals if one.block == intervals[index].block]
    here = next(at for at, one in enumerate(same) if one is intervals[index])
    found = [one.open_rounds for one in (*same[here:], *reversed(same[:here])) if one.open_rounds]
    return found[0] if found else None


def test_they_are_the_next_ones_of_the_block_or_those_before() -> None:
    for blocks in ((1, 1, 1, 1, 1), (1, 1, 2, 2, 2), (1, 2, 2, 2, 3)):
        for rounds in product((None, ONE, OTHER), repeat=5):
            some: Any = [
                SimpleNamespace(block=block, open_rounds=one) for block, one in zip(blocks, rounds, strict=True)
            ]
            assert rounds_around(some) == tuple(nearest(some, index) for index in range(5))


def test_the_longest_block_is_looked_through_once() -> None:
    some: Any = [SimpleNamespace(block=1, open_rounds=None) for _ in range(20_000)]
    began = thread_time()
    assert rounds_around(some) == (None,) * 20_000
    assert thread_time() - began < 2
