"""A sample of the slips of the pen in bundled routines; `python -m tests.routine.made_slips` tries them all."""

from __future__ import annotations

import random
from collections import defaultdict

import pytest

from tests.routine.made_slips import Slip, slips, went_wrong

KINDS: dict[str, list[Slip]] = defaultdict(list)
for one in slips():
    KINDS[one.kind].append(one)


@pytest.mark.parametrize("kind", KINDS)
def test_whoever_follows_the_cures_comes_back_to_what_is_played(kind: str) -> None:
    for slip in random.Random(kind).sample(KINDS[kind], min(4, len(KINDS[kind]))):
        assert went_wrong(slip) == "", slip.text
