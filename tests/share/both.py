"""One plan and the same commands for Python's engine and the page's, and what each of them tells."""

from __future__ import annotations

import json
from dataclasses import fields
from enum import Enum
from functools import cache
from typing import Any

from py_mini_racer import MiniRacer

from hiproutine.cues import signals_of
from hiproutine.cues.spoken import Script
from hiproutine.plain.lines import Teller
from hiproutine.plan.model import Interval, Plan
from hiproutine.play.engine import Engine
from hiproutine.play.events import Event, Events, IntervalEnded, IntervalStarted
from hiproutine.play.view import View
from hiproutine.share.data import TOUCH, plan_table
from hiproutine.share.modules import script
from tests.clocks import ManualClock

Commands = list[tuple[str, float]]
"""What is done, and how many seconds pass before it."""
DRIVE = """
const { planOf } = $plan, { Engine } = $engine, { Teller, spoken, signals } = $words;
function drive(text, commands, at) {
  const plan = planOf(JSON.parse(text));
  let now = at;
  const engine = new Engine(plan, () => now);
  const teller = new Teller(plan);
  const told = [];
  for (const [name, seconds] of JSON.parse(commands)) {
    now += seconds;
    const still = !["playing", "counting in"].includes(engine.phase);
    const [due, next] = [engine.due(), JSON.stringify(engine.ahead())];
    const amount = { longer: 10, shorter: -10 }[name];
    const events = amount ? engine.adjust(amount) : engine[name]();
    const foretold = next === "[]" || next === JSON.stringify(events);
    if (name === "tick" && now === due && !foretold) throw new Error(`ahead told ${next}`);
    const view = engine.view();
    told.push({
      events, phase: engine.phase, due: engine.due(), elapsed: view.elapsed, left: view.totalLeft, second: view.second,
      countIn: view.countIn, position: view.position, roundsLeft: view.roundsLeft, lines: teller.tell(events, view),
      said: spoken(events, plan, still && engine.phase === "paused"), signals: signals(events, plan),
    });
  }
  return JSON.stringify(told);
}
"""


@cache
def page_engine() -> MiniRacer:
    """A JavaScript engine that has read the page's modules which draw nothing."""
    engine = MiniRacer()
    engine.eval(script(("plan", "rounds", "open_rounds", "interval_run", "engine", "words")) + DRIVE)
    return engine


def in_page(plan: Plan, commands: Commands, began: float = 0.0) -> list[dict[str, Any]]:
    """What the page tells after each command."""
    table, given = json.dumps(plan_table(plan)), json.dumps(commands)
    answer = page_engine().call("drive", table, given, began)
    told: list[dict[str, Any]] = json.loads(str(answer))
    return told


def in_python(plan: Plan, commands: Commands, began: float = 0.0) -> list[dict[str, Any]]:
    """The same from the program."""
    clock = ManualClock(began)
    engine, teller, script = Engine(plan, clock), Teller(plan, keys=TOUCH), Script(plan, space="Done")
    told = []
    for name, seconds in commands:
        clock.now += seconds
        still = engine.phase.value not in {"playing", "counting in"}
        events = _done(engine, name)
        view = engine.view()
        still = still and engine.phase.value == "paused"
        told.append(_told(events, view, engine, teller, script, still=still))
    return told


def _done(engine: Engine, name: str) -> Events:
    if name in {"longer", "shorter"}:
        return engine.adjust(10.0 if name == "longer" else -10.0)
    events: Events = getattr(engine, name)()
    return events


def _told(events: Events, view: View, engine: Engine, teller: Teller, script: Script, *, still: bool) -> dict[str, Any]:
    spoken = script.utterance(events, still=still)
    return {
        "events": [_plain(event) for event in events],
        "phase": view.phase.value,
        "due": engine.due(),
        "elapsed": view.elapsed,
        "left": view.total_left,
        "second": view.second,
        "countIn": view.count_in,
        "position": view.position,
        "roundsLeft": view.rounds_left,
        "lines": teller.tell(events, view),
        "said": [spoken.text, int(spoken.weight)] if spoken else None,
        "signals": [signal.value for signal in signals_of(events)],
    }


def _plain(event: Event) -> dict[str, Any]:
    found: dict[str, Any] = {"type": type(event).__name__}
    for field in fields(event):
        value = getattr(event, field.name)
        if isinstance(value, Interval):
            found["index"] = value.index
            if value.lap > 1 and isinstance(event, IntervalStarted | IntervalEnded):
                found["lap"] = value.lap
        else:
            found[field.name] = value.value if isinstance(value, Enum) else value
    return found
