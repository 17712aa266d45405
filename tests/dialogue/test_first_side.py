"""The sorer side first: that of the last answer that names one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hiproutine.advice.pain.readings import Moment, Side
from hiproutine.dialogue.first_side import sorer_first
from hiproutine.journal.store import Journal
from tests.dialogue.talk import context, routine
from tests.journal.shelf import Wall


@pytest.mark.parametrize(
    ("sides", "right"),
    [([], False), ([Side.RIGHT], True), ([Side.RIGHT, Side.LEFT], False), ([Side.LEFT, Side.RIGHT, None], True),
     ([Side.RIGHT, Side.BOTH], False)],
)  # fmt: skip
def test_the_last_answer_that_names_a_side_says_it(
    journal: Journal, wall: Wall, sides: list[Side | None], right: bool
) -> None:
    found = context(journal, wall)
    loaded = routine("post-run-hip-stretch")
    assert loaded
    other = replace(loaded.plan, title="the right first")
    for side in sides:
        wall.advance(3600)
        found.keep(found.reading(Moment.BEFORE, 2, side=side))
    played = sorer_first(found, replace(loaded, right_first=other))
    assert played.plan is (other if right else loaded.plan)
    assert sorer_first(found, loaded) is loaded
