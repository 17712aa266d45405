"""A plan made easier: what is left is a plan like every other, and holds nothing that was to be left out."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hiproutine.journal.plan_json import plan_from_text, plan_text
from hiproutine.paths import bundled
from hiproutine.plan.cutting import Cut, cut
from hiproutine.plan.model import Interval, Kind, Plan
from tests.coached import coached_plans
from tests.dialogue.talk import routine
from tests.tables import Table, plan_of, plans

SORE = frozenset({"sore"})
ROUTINES = sorted(path.stem for path in bundled().glob("*.toml"))
AREAS = [frozenset[str](), frozenset({"front-hip", "groin"}), frozenset({"outer-hip"}), frozenset({"impact"})]


def sore(plan: Plan, steps: frozenset[int]) -> Plan:
    """The plan with some steps that load what is sore."""
    belongs = {Kind.READY, Kind.WORK, Kind.SWITCH}
    return replace(
        plan,
        intervals=tuple(
            replace(one, about=replace(one.about, avoid_if=("sore",)))
            if one.step in steps and one.kind in belongs
            else one
            for one in plan.intervals
        ),
    )


def works_of(intervals: Iterable[Interval]) -> list[tuple[str, str | None, float]]:
    """What is done, in order."""
    return [(one.name, one.side, one.seconds) for one in intervals if one.kind is Kind.WORK]


def works(plan: Plan) -> list[tuple[str, str | None, float]]:
    """What is done, in order."""
    return works_of(plan.intervals)


def assert_is_whole(found: Cut, before: Plan, avoid: frozenset[str], *, easier: bool) -> None:
    """Everything that holds for every cut plan."""
    plan = found.plan
    assert_adds_up(plan)
    assert plan.seconds <= before.seconds + 1e-6
    assert not any(avoid & set(one.about.avoid_if) for one in plan.intervals)
    for one, after in pairwise(plan.intervals):
        if one.kind in {Kind.READY, Kind.SWITCH}:
            assert (after.kind, after.name, after.side, after.step) == (Kind.WORK, one.name, one.side, one.step)
        assert {one.kind, after.kind} != {Kind.REST} or one.every
    if easier:
        assert {(one.set, one.sets, one.round, one.rounds) for one in plan.intervals} == {(1, 1, 1, 1)}
    assert plan_from_text(plan_text(plan)) == plan


def assert_adds_up(plan: Plan) -> None:
    starts = [0.0]
    for one in plan.intervals:
        rounds = plan.section_of(one.index)
        ends = rounds is not None and one.index == rounds.end - 1
        starts.append(rounds.start + rounds.seconds if rounds and ends else starts[-1] + one.seconds)
    assert [one.start for one in plan.intervals] == pytest.approx(starts[:-1])
    assert plan.seconds == pytest.approx(starts[-1])
    assert [one.index for one in plan.intervals] == list(range(len(plan.intervals)))
    steps = [one.step for one in plan.intervals if one.kind is Kind.WORK]
    assert sorted(set(steps)) == list(range(1, plan.steps + 1))
    assert steps == sorted(steps)


def once(interval: Interval) -> bool:
    """Whether it belongs to a first round, of its block and of those around it."""
    return interval.round == 1 and not re.search(r", round [23] of", interval.block_title or "")


def pairs(plan: Plan) -> list[tuple[str, tuple[str | None, ...]]]:
    """Each set of each step with the sides it was done on, in order."""
    found: dict[tuple[int, int, int], list[str | None]] = defaultdict(list)
    names = {}
    for one in plan.intervals:
        if one.kind is Kind.WORK:
            found[one.round, one.step, one.set].append(one.side)
            names[one.round, one.step, one.set] = one.name
    return [(names[key], tuple(sides)) for key, sides in found.items()]


@settings(max_examples=80)
@given(plans(), st.frozensets(st.integers(1, 12), max_size=6), st.booleans())
def test_a_cut_plan_is_a_plan_without_what_was_to_be_left_out(plan: Plan, steps: frozenset[int], easier: bool) -> None:
    before = sore(plan, steps)
    found = cut(before, SORE, easier=easier)
    doing = [one for one in before.intervals if one.kind is Kind.WORK]
    left = [one for one in doing if one.step not in steps and (not easier or (one.set == 1 and once(one)))]
    if found is None:
        assert not left or not (easier or any(one.step in steps for one in doing))
        return
    assert works(found.plan) == [(one.name, one.side, one.seconds) for one in left]
    assert_is_whole(found, before, SORE, easier=easier)
    every = pairs(before)
    assert all(one in every for one in pairs(found.plan))
    assert cut(found.plan, SORE, easier=False) is None
    assert [one.about.sentence for one in found.plan.intervals if one.kind is Kind.CONFIRM and one.round == 1] == [
        one.about.sentence
        for one in before.intervals
        if one.kind is Kind.CONFIRM and (once(one) if easier else one.round == 1)
    ]


@given(coached_plans(), st.data())
def test_rounds_of_which_steps_are_left_out_begin_with_what_is_left(before: Plan, data: st.DataObject) -> None:
    steps = frozenset(data.draw(st.sets(st.integers(1, max(1, before.steps)), min_size=1)))
    found = cut(sore(before, steps), SORE, easier=False)
    if found is None:
        return
    plan = found.plan
    assert works(plan) == works_of([one for one in before.intervals if one.step not in steps])
    assert_adds_up(plan)
    for section in plan.sections.values():
        assert plan.intervals[section.first].kind in {Kind.WORK, Kind.REST}
    starts = [one.index for one in plan.intervals if one.begins]
    assert all(one.begins or plan.intervals[one.index - 1].every for one in plan.intervals if one.every)
    for start in starts:
        lasting = plan.intervals[start : plan.next_round(start)]
        assert len({one.every for one in lasting}) == 1
        if lasting[-1].closes and not any(one.self_paced for one in lasting):
            taken = sum(one.seconds for one in lasting[:-1])
            assert lasting[-1].seconds == pytest.approx(max(1, (lasting[0].every or 0) - taken))


def test_the_change_before_rounds_for_a_time_comes_once_though_their_first_step_is_left_out() -> None:
    steps = [{"name": "A", "hold": 20}, {"name": "B", "hold": 15, "cues": ["Then {next}"]}, {"name": "C", "hold": 10}]
    plan = plan_of({"title": "T", "defaults": {"get_ready": 9}, "blocks": [{"title": "X", "for": 100, "steps": steps}]})
    found = cut(sore(plan, frozenset({1})), SORE, easier=False)
    assert found
    assert [(one.kind.value, one.seconds, one.name, bool(one.open_rounds)) for one in found.plan.intervals] == [
        ("ready", 9, "B", False), ("work", 15, "B", True), ("ready", 5, "C", True), ("work", 10, "C", True),
        ("ready", 5, "B", True),
    ]  # fmt: skip
    last = cut(sore(plan, frozenset({3})), SORE, easier=False)
    assert last
    assert [cue.say for one in last.plan.intervals for cue in one.cues][1:] == ["Then A"]


def within(inner: list[Table], **outer: int) -> Table:
    return {"title": "T", "blocks": [{"title": "X", **outer, "blocks": inner}]}


def test_a_minute_of_which_nothing_is_left_is_a_rest_of_the_one_before() -> None:
    inner = [{"title": name, "every": 60, "steps": [{"name": name, "hold": 20}]} for name in ("Odd", "Even")]
    twice = cut(sore(plan_of(within(inner, rounds=2)), frozenset({2, 4})), SORE, easier=False)
    assert twice
    assert [one.start for one in twice.plan.intervals if one.kind is Kind.WORK] == [10, 130]
    for gone in (1, 2):
        found = cut(sore(plan_of(within(inner, **{"for": 300})), frozenset({gone})), SORE, easier=False)
        assert found
        assert {one.every for one in found.plan.intervals if one.begins} == {120}
        rests = [one.seconds for one in found.plan.intervals if one.closes]
        assert rests == [100]


@pytest.mark.parametrize("name", ROUTINES)
def test_every_bundled_routine_can_be_cut_in_every_way(name: str) -> None:
    plan = routine(name).plan
    for areas in AREAS:
        for easier in (False, True):
            found = cut(plan, areas, easier=easier)
            if found:
                assert_is_whole(found, plan, areas, easier=easier)
                names = {one.name for one in found.plan.intervals if one.kind is Kind.WORK}
                assert names.isdisjoint(found.left_out)
                said = [cue.say for one in found.plan.intervals[1:] for cue in one.cues]
                assert not any(gone in text for gone in found.left_out for text in said)


def test_one_set_half_the_range_and_without_what_presses_on_a_sore_outer_hip() -> None:
    found = cut(routine("rest-day-light-stretch").plan, frozenset({"outer-hip"}), easier=True)
    assert found
    assert found.words == "one set and half the range, without Pigeon pose and Figure four stretch"
    assert found.left_out == ("Pigeon pose", "Figure four stretch")
    assert works(found.plan) == [
        ("Butterfly stretch", None, 30.0),
        ("Hip flexor stretch", "left", 30.0),
        ("Hip flexor stretch", "right", 30.0),
    ]
    first, work = found.plan.intervals[:2]
    assert [cue.say for cue in first.cues] == [f"Made easier: {found.words}."]
    assert first.about.setup.startswith("Half the range. Sit tall")
    assert work.cues[0].say == "Half the range. Let the knees fall open"
    assert found.plan.title == "Rest-day light stretch, easier"


def test_steps_alone_are_left_out_where_it_need_not_be_easier() -> None:
    found = cut(routine("rest-day-light-stretch").plan, frozenset({"groin"}), easier=False)
    assert found
    assert found.words == "without Butterfly stretch"
    assert len([one for one in works(found.plan) if one[0] == "Pigeon pose"]) == 4
    ready = found.plan.intervals[0]
    assert (ready.kind, ready.name, ready.seconds) == (Kind.READY, "Pigeon pose", 10.0)


def test_nothing_to_take_off_and_nothing_left_are_no_cut() -> None:
    plan = plan_of({"title": "T", "steps": [{"name": "A", "hold": "30s"}]})
    assert cut(plan, SORE, easier=False) is None
    assert cut(sore(plan, frozenset({1})), SORE, easier=True) is None
    found = cut(plan, SORE, easier=True)
    assert found
    assert found.words == "half the range"
