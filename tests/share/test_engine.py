"""The page's engine against the program's: the same events at the same times, the same words, whatever is done."""

from __future__ import annotations

import json

from hypothesis import given, settings
from hypothesis import strategies as st
from py_mini_racer import MiniRacer

from hiproutine.plan.model import Plan
from hiproutine.share.data import plan_table
from hiproutine.share.modules import script
from tests.coached import coached_plans
from tests.share.both import Commands, in_page, in_python, page_engine
from tests.tables import counted_plans, plans, with_ice

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


@settings(max_examples=45)
@given(st.one_of(plans(), counted_plans(), coached_plans()), COMMANDS, MOMENTS)
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


def test_what_comes_next_is_known_ahead_and_asking_changes_nothing() -> None:
    plan = with_ice(
        {"title": "T", "steps": [{"name": "A", "hold": 21, "sides": "each", "cues": ["Breathe"], "sets": 2}]}
    )
    drive = """
    function known(text) {
      const plan = $plan.planOf(JSON.parse(text));
      let now = 0;
      const engine = new $engine.Engine(plan, () => now);
      engine.start();
      let asked = 0;
      while (!engine.over) {
        const next = engine.ahead();
        if (JSON.stringify(engine.ahead()) !== JSON.stringify(next)) throw new Error("asking changed something");
        now = engine.due();
        const events = engine.tick();
        if (JSON.stringify(next) !== JSON.stringify(events)) throw new Error(JSON.stringify([next, events]));
        asked += 1;
      }
      return asked;
    }
    """
    page_engine().eval(drive)
    assert int(str(page_engine().call("known", json.dumps(plan_table(plan))))) > 90


SOUND = """
function heard() {
  const told = [];
  const param = { setValueAtTime() {}, linearRampToValueAtTime() {}, exponentialRampToValueAtTime() {} };
  const audio = {
    currentTime: 5, state: "running", destination: {},
    createGain: () => ({ gain: param, connect: (to) => to, disconnect: () => told.push("dropped") }),
    createOscillator: () => ({ frequency: {}, connect: (to) => to, start: (at) => told.push(at), stop() {} }),
  };
  const cues = new $cues.Cues({ tones: true, voice: false, vibration: false, light: false });
  cues.audio = audio;
  const steps = [
    () => cues.soon(["count"], 0.4), () => cues.give(["count"], null, false), () => cues.soon(["zero"], 1),
    () => cues.give([], null, false), () => cues.give(["count"], null, false),
    () => { cues.choices.tones = false; cues.soon(["count"], 1); },
  ];
  return JSON.stringify(steps.map((step) => { step(); return told.splice(0); }));
}
"""


def test_a_tone_is_put_on_the_sounds_clock_and_dropped_where_something_else_happens() -> None:
    engine = MiniRacer()
    engine.eval("const navigator = {};" + script(("cues",)) + SOUND)
    assert json.loads(str(engine.call("heard"))) == [[5.4] * 3, [], [6] * 3, ["dropped"], [5] * 3, []]
