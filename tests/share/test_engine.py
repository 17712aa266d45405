"""The page's engine against the program's: the same events at the same times, the same words, whatever is done."""

from __future__ import annotations

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from hiproutine.plan.model import Plan
from hiproutine.share.modules import script
from tests.share.both import Commands, in_page, in_python, page_engine
from tests.tables import plans, with_ice

NAMES = ["tick"] * 4 + [
    "pause",
    "resume",
    "resume",
    "next",
    "next",
    "back",
    "restart",
    "longer",
    "shorter",
    "done",
    "stop",
]
WAITS = st.one_of(st.floats(0, 4.99), st.sampled_from([0.0, 0.5, 1.0, 3.0, 4.5]), st.floats(5.1, 9_999))
COMMANDS = st.lists(st.tuples(st.sampled_from(NAMES), WAITS), max_size=40)
MOMENTS = st.sampled_from([0.0, 1234.5, 1_790_000_000.25])


@settings(max_examples=40)
@given(plans(), COMMANDS, MOMENTS)
def test_both_engines_tell_the_same_at_the_same_times(plan: Plan, commands: Commands, began: float) -> None:
    given: Commands = [("start", 0.0), *commands]
    assert in_page(plan, given, began) == in_python(plan, given, began)


ICE = with_ice({"title": "T", "steps": [{"name": "Ice", "time": "15m"}, {"name": "Walk", "time": "1m"}]})


@settings(max_examples=15)
@given(st.lists(st.tuples(st.sampled_from([*NAMES, "longer", "longer"]), st.floats(0, 4.99)), max_size=60))
def test_both_end_ice_at_the_same_moment(commands: Commands) -> None:
    given: Commands = [("start", 0.0), *commands, *[("longer", 0.0)] * 40, *[("tick", 4.9)] * 300]
    assert in_page(ICE, given) == in_python(ICE, given)


@settings(max_examples=8)
@given(plans(), st.lists(st.floats(0.01, 4.99), min_size=1, max_size=4))
def test_both_play_to_the_end(plan: Plan, gaps: list[float]) -> None:
    given: Commands = [("start", 0.0)]
    passed, most = 0.0, min(plan.seconds, 1800.0) + 60
    while passed < most:
        gap = gaps[len(given) % len(gaps)] if len(gaps) > 1 else 4.5
        given += [("tick", max(gap, 0.5)), ("done", 0.0)]
        passed += max(gap, 0.5)
    assert in_page(plan, given) == in_python(plan, given)


def test_the_pages_clock_loses_nothing_between_two_readings() -> None:
    page = page_engine()
    page.eval(script(("clock",)))
    code = """(() => {
        let [now, wall] = [0, 0];
        const clock = $clock.steadyClock(() => (now += 0.25), () => (wall += 0.25));  // reading takes time, too
        for (let at = 0; at < 1000; at += 1) clock();
        const awake = [clock(), now / 1000];
        wall += 60_000;
        return JSON.stringify([...awake, clock() - awake[0]]);
    })()"""
    told, passed, slept = json.loads(str(page.eval(code)))
    assert abs(told - passed) < 0.001
    assert 60 <= slept < 60.01
