"""Ice and heat of the length that was chosen, with a look at the skin every five minutes."""

from __future__ import annotations

from itertools import accumulate

import pytest

from hiproutine.plan.model import Plan
from hiproutine.plan.therapy import LENGTHS, lasting, lengths
from tests.dialogue.talk import routine
from tests.tables import with_ice

BOTH = pytest.mark.parametrize("name", ["ice-therapy", "heat-therapy"])


def ice(**step: object) -> Plan:
    """A plan with ice and a walk after it."""
    return with_ice({"title": "T", "steps": [{"name": "Ice", "time": "15m", **step}, {"name": "Walk", "time": "2m"}]})


@BOTH
def test_twenty_minutes_have_a_look_at_the_skin_more(name: str) -> None:
    plan = lasting(routine(name).plan, 20 * 60)
    work = plan.intervals[-1]
    assert work.seconds == 20 * 60
    said = [(cue.at, cue.say) for cue in work.cues][1:]
    end = "Pack off, check the skin" if name == "ice-therapy" else "Pad off, check the skin"
    minutes = [(60.0 * count, f"{count} minutes: check the skin") for count in (5, 10, 15)]
    assert said == [*minutes, (20 * 60 - 10.0, end)]
    assert plan.seconds == routine(name).plan.seconds + 5 * 60


@BOTH
def test_fifteen_minutes_are_the_plan_as_it_is_written(name: str) -> None:
    assert lasting(routine(name).plan, 15 * 60) == routine(name).plan


def test_what_follows_comes_later() -> None:
    plan = lasting(ice(), 20 * 60)
    starts = list(accumulate((one.seconds for one in plan.intervals), initial=0.0))
    assert [one.start for one in plan.intervals] == starts[:-1]
    assert plan.seconds == starts[-1]


def test_a_length_is_chosen_where_the_author_did_not_choose_another() -> None:
    assert lengths(ice()) == LENGTHS
    assert lengths(ice(time="10m")) == lengths(ice(sides="each")) == lengths(routine("cool-down").plan) == ()
