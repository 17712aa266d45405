"""What holds for every routine that includes another: its plan stands there, to the second, less what is skipped."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import replace
from itertools import pairwise

import pytest
import tomli_w
from hypothesis import assume, given
from hypothesis import strategies as st

from hiproutine.errors import BadFile
from hiproutine.plan.model import Interval, Kind, Plan
from tests.coached import coached_routines
from tests.desk import Desk
from tests.tables import Table

OWN = {"name": "Own", "hold": 5}
"""What stands before and after it."""


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return Desk(tmp_path_factory.mktemp("shelf") / "desk")


def plan_in(shelf: Desk, table: Table, name: str) -> Plan:
    """The plan of a file with this table; an example whose sums do not come out is left out."""
    try:
        return shelf.load(tomli_w.dumps(table), f"{name}.toml").plan
    except BadFile as error:
        assume({problem.code for problem in error.problems} != {"block-time"})
        raise


def beginning(table: Table) -> Table:
    """What a routine says of its beginning, which is the outer one's to say."""
    said = {key: table["defaults"][key] for key in ("get_ready", "first_side") if key in table["defaults"]}
    return {"title": "T", "defaults": said}


def all_steps(table: Table) -> Iterator[Table]:
    yield from table.get("steps", [])
    for block in table.get("blocks", []):
        yield from all_steps(block)


def without(table: Table, names: set[str]) -> Table:
    """The table with some steps taken out by hand, and the blocks in which nothing is left."""
    table = deepcopy(table)
    if "steps" in table:
        table["steps"] = [step for step in table["steps"] if step.get("name") not in names]
    if "blocks" in table:
        left = [without(block, names) for block in table["blocks"]]
        table["blocks"] = [block for block in left if block.get("steps") or block.get("blocks")]
    return table


def loses_of_a_time(table: Table, names: set[str], *, timed: bool = False) -> bool:
    """Whether a step goes that has its length from the time of its block, or leaves some to others."""
    timed = timed or "time" in table
    own = timed and any(step.get("name") in names for step in table.get("steps", []))
    return own or any(loses_of_a_time(block, names, timed=timed) for block in table.get("blocks", []))


def untitled(plan: Plan) -> list[Interval]:
    return [replace(one, block_title=None) for one in plan.intervals]


def works(plan: Plan) -> list[tuple[object, ...]]:
    """What is done, in order, and for how long."""
    return [
        (one.name, one.side, one.set, one.dose, one.how_many, one.tempo, one.metres, round(one.seconds, 4))
        for one in plan.intervals
        if one.kind is Kind.WORK
    ]


def assert_adds_up(plan: Plan) -> None:
    assert sum(plan.step_seconds) == pytest.approx(plan.seconds)
    for before, after in pairwise(plan.intervals):
        section = plan.section_of(before.index)
        ends = before.start + before.seconds
        if section and before.index + 1 == section.end:
            ends = section.start + section.seconds
        assert after.start == pytest.approx(ends)


@given(table=coached_routines(), kind=st.sampled_from(["steps", "blocks"]))
def test_included_alone_it_has_its_own_plan(shelf: Desk, table: Table, kind: str) -> None:
    own = plan_in(shelf, table, "inner")
    found = plan_in(shelf, {**beginning(table), kind: [{"include": "inner"}]}, "outer")
    assert untitled(found) == untitled(own)
    assert found.seconds == own.seconds
    assert_adds_up(found)


@st.composite
def skipping(draw: st.DrawFn) -> tuple[Table, set[str]]:
    """A routine, and names of its steps, of which some are left."""
    table = draw(coached_routines())
    names = sorted({step["name"] for step in all_steps(table) if "name" in step})
    assume(names)
    chosen = draw(st.sets(st.sampled_from(names), min_size=1, max_size=2))
    assume(any(all_steps(without(table, chosen))))
    return table, chosen


@given(skips=skipping())
def test_with_skip_it_has_its_own_plan_without_those_steps(shelf: Desk, skips: tuple[Table, set[str]]) -> None:
    table, names = skips
    less = without(table, names)
    own = plan_in(shelf, table, "inner")
    skip = {"include": "inner", "skip": sorted(names)}
    found = plan_in(shelf, {**beginning(table), "steps": [skip]}, "outer")
    assert works(found) == [one for one in works(own) if one[0] not in names]
    assert_adds_up(found)
    if not loses_of_a_time(table, names):
        assert untitled(found) == untitled(plan_in(shelf, less, "less"))


@given(table=coached_routines(), rounds=st.integers(1, 3), transition=st.integers(0, 9))
def test_among_other_steps_and_in_rounds_it_takes_as_long_as_alone(
    shelf: Desk, table: Table, rounds: int, transition: int
) -> None:
    own = plan_in(shelf, table, "inner")
    head = {"title": "T", "defaults": {"transition": transition, **beginning(table)["defaults"]}}
    among = plan_in(shelf, {**head, "steps": [OWN, {"include": "inner"}, OWN]}, "outer")
    assert_adds_up(among)
    alone = ("Own", None, 1, "hold", "", None, None, 5)
    assert works(among) == [alone, *works(own), alone]
    block = {"title": "B", "include": "inner", "rounds": rounds, "round_rest": 7}
    again = plan_in(shelf, {**head, "blocks": [block]}, "outer")
    assert_adds_up(again)
    assert works(again) == works(own) * rounds
    assert len(again.sections) == len(own.sections) * rounds
