"""What holds for the plan of every valid routine."""

from __future__ import annotations

import json
from itertools import groupby, pairwise

import pytest
from hypothesis import given

from hiproutine.cli.printing import plan_values
from hiproutine.plan.model import Interval, Kind, Plan
from tests.tables import Table, plan_of, plans, routines


@given(plans())
def test_every_interval_starts_where_the_one_before_ends_and_the_last_ends_with_the_plan(plan: Plan) -> None:
    for before, after in pairwise(plan.intervals):
        assert after.start == pytest.approx(before.start + before.seconds, abs=1e-9)
    last = plan.intervals[-1]
    assert plan.intervals[0].start == 0
    assert plan.seconds == pytest.approx(last.start + last.seconds, abs=1e-9)
    assert [interval.index for interval in plan.intervals] == list(range(len(plan.intervals)))


@given(plans())
def test_the_lengths_of_intervals_and_of_steps_add_up_to_the_whole(plan: Plan) -> None:
    assert sum(interval.seconds for interval in plan.intervals) == pytest.approx(plan.seconds, abs=1e-9)
    assert sum(plan.step_seconds) == pytest.approx(plan.seconds, abs=1e-9)
    for interval in plan.intervals:
        behind = interval.start + interval.seconds
        assert plan.after(interval.index) == pytest.approx(plan.seconds - behind, abs=1e-9)


@given(routines())
def test_a_timed_block_takes_its_time_exactly_without_the_change_before_it(table: Table) -> None:
    plan = plan_of(table)
    if any("blocks" in block or "sides" in block for block in table.get("blocks", [])):
        return  # blocks have other numbers there
    for number, block in enumerate(table.get("blocks", [])):
        inside = [i for i in plan.intervals if i.block == number]
        first = next((i for i in inside if i.kind is not Kind.CONFIRM), None)
        before = first.seconds if first and first.kind is Kind.READY else 0
        if "time" in block:
            assert sum(i.seconds for i in inside) - before == pytest.approx(block["time"], abs=1e-9)


@given(plans())
def test_both_sides_of_a_step_get_the_same(plan: Plan) -> None:
    work = [i for i in plan.intervals if i.kind is Kind.WORK and i.sides == "each"]
    for _, of_a_set in groupby(work, key=lambda i: (i.step, i.set)):
        first, second = of_a_set
        assert first.seconds == second.seconds
        assert first.side
        assert second.side is first.side.other
        assert len(first.cues) == len(second.cues)


def following(plan: Plan, kind: Kind) -> set[Kind]:
    return {after.kind for before, after in pairwise(plan.intervals) if before.kind is kind}


@given(plans())
def test_no_change_follows_a_rest_and_nothing_but_work_follows_a_change(plan: Plan) -> None:
    assert following(plan, Kind.REST) <= {Kind.WORK, Kind.REST, Kind.CONFIRM}
    assert following(plan, Kind.READY) <= {Kind.WORK}
    assert following(plan, Kind.SWITCH) <= {Kind.WORK}
    assert plan.intervals[-1].kind not in {Kind.READY, Kind.SWITCH}


@given(plans())
def test_only_a_confirm_takes_no_time(plan: Plan) -> None:
    assert all((interval.seconds == 0) == (interval.kind is Kind.CONFIRM) for interval in plan.intervals)


@given(plans())
def test_steps_are_numbered_from_one_without_a_gap(plan: Plan) -> None:
    numbers = [interval.step for interval in plan.intervals]
    assert numbers[0] == 1
    assert all(after - before in {0, 1} for before, after in pairwise(numbers))
    assert numbers[-1] == plan.steps
    work = {interval.step for interval in plan.intervals if interval.kind is Kind.WORK}
    assert work in (set(range(1, plan.steps + 1)), set())


@given(plans())
def test_every_cue_falls_inside_its_interval_and_in_order(plan: Plan) -> None:
    for interval in plan.intervals:
        moments = [cue.at for cue in interval.cues]
        assert moments == sorted(moments)
        assert all(0 <= at < interval.seconds or at == interval.seconds == 0 for at in moments)
        assert not any(brace in cue.say.replace("{so}", "") for cue in interval.cues for brace in "{}")


@given(plans())
def test_the_plan_finds_the_interval_of_every_moment(plan: Plan) -> None:
    for interval in plan.intervals:
        if interval.seconds:
            assert plan.at(interval.start + interval.seconds / 2) is interval
    assert plan.at(-1) is plan.intervals[0]
    assert plan.at(plan.seconds + 1) is plan.intervals[-1]


@given(plans())
def test_a_plan_is_estimated_where_a_person_sets_the_pace(plan: Plan) -> None:
    assert plan.estimated == any(interval.self_paced for interval in plan.intervals)
    assert all(interval.waits for interval in plan.intervals if interval.kind is Kind.CONFIRM)


def as_told(interval: Interval) -> Table:
    keys = (
        *("index", "kind", "start", "seconds", "block", "block_title", "name", "side", "set", "sets"),
        *("round", "rounds", "dose", "reps", "self_paced"),
    )
    cues = [{"at": cue.at, "say": cue.say} for cue in interval.cues]
    return {key: getattr(interval, key) for key in keys} | {"cues": cues}


@given(plans())
def test_a_plan_comes_back_from_json_as_it_went(plan: Plan) -> None:
    table = json.loads(json.dumps(plan_values(plan)))
    for told, interval in zip(table.pop("intervals"), plan.intervals, strict=True):
        assert told.items() >= as_told(interval).items()
    assert table == {key: getattr(plan, key) for key in ("id", "title", "load", "seconds", "estimated")}
