"""What the page proposes to use the next time against what the program does, and that it says the same."""

from __future__ import annotations

import json
from datetime import UTC
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.async_api import Browser
from py_mini_racer import MiniRacer

from hiproutine.advice.adding import may_add
from hiproutine.advice.assess import assess
from hiproutine.cues.measured import numbers_said
from hiproutine.journal.store import Journal
from hiproutine.journal.transfer import import_lines
from hiproutine.plan.loads import ANSWERS, BANDS, LoadUsed, next_band, next_weight, with_loads
from hiproutine.plan.model import Plan
from hiproutine.routine.library import Library
from hiproutine.share.data import plan_table
from hiproutine.share.kept_rules import rules_of
from hiproutine.share.modules import script
from hiproutine.share.writing import write_page
from tests.desk import Desk, routine
from tests.share.browsing import visit
from tests.share.test_rules import NOW, Answers, answers

STEPS = (
    '{ name = "Drop", reps = 5, sets = 2, set_rest = 20, weight = "10 kg", band = "green", effort = 7 }',
    '{ name = "Lift", hold = 20, sides = "each", weight = "22 lb" }',
    "{ rest = 30 }",
    '{ name = "Pull", hold = 20, band = "mini" }',
    '{ name = "Breathe", hold = 5 }',
)
WRITTEN = {"Drop": "10 kg, green band", "Lift": "22 lb", "Pull": "mini band"}
TABLE = rules_of("high", "mine-too", {}, asks_back=True)


@cache
def page() -> MiniRacer:
    """A JavaScript engine that has read what proposes."""
    engine = MiniRacer()
    engine.eval(script(("plan", "words", "findings", "trends", "judging", "proposed")))
    return engine


def asked(code: str, *given: Any) -> Any:
    """What a function of the page gives."""
    return json.loads(str(page().eval(f"JSON.stringify(({code})({', '.join(json.dumps(one) for one in given)}))")))


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> Plan:
    """One with weights and bands."""
    return (
        Desk(tmp_path_factory.mktemp("desk") / "desk").load(routine(*STEPS, head='load = "high"'), "mine-too.toml").plan
    )


def test_a_next_weight_or_band_is_the_same_on_both_sides() -> None:
    numbers = [*(half / 2 for half in range(1, 300)), 0.25, 1.125, 999.5, 7.3]
    weights = [f"{number:g} {unit}" for number in numbers for unit in ("kg", "lb")] + [""]
    thens = [*ANSWERS, ""]
    each = "{0}s.flatMap((one) => thens.map((then) => $proposed.next{1}(one, then, table)))"
    code = f"(weights, bands, thens, table) => [{each.format('weight', 'Weight')}, {each.format('band', 'Band')}]"
    bands = [*BANDS, "mini", ""]
    assert asked(code, weights, bands, thens, TABLE["weights"]) == [
        [next_weight(one, then) for one in weights for then in thens],
        [next_band(one, then) for one in bands for then in thens],
    ]


USED = st.builds(
    LoadUsed,
    name=st.just("Drop"),
    written=st.just(""),
    weight=st.sampled_from(["", "10 kg", "1 kg", "12.5 kg", "22 lb"]),
    band=st.sampled_from(["", "green", "gold", "mini"]),
    then=st.sampled_from([*ANSWERS, ""]),
).filter(lambda one: bool(one.weight or one.band))


def _shown(made: dict[str, Any]) -> list[Any]:
    texts = ("weight", "band", "beside")
    steps = [{text: made["abouts"][one["about"]].get(text, "") for text in texts} for one in made["intervals"]]
    return [steps, [one["line"] for one in made["words"]]]


def _kept(plan: Plan, loads: Any) -> dict[str, Any]:
    """What a page kept of one session, with what it used."""
    session = {
        "id": "s", "routine_id": plan.id, "title": "T", "load": "high", "ended_at": NOW.isoformat(), "loads": loads,
    }  # fmt: skip
    return {"sessions": [session], "readings": [], "flags": []}


def test_the_voice_says_it(plan: Plan) -> None:
    use = LoadUsed("Drop", WRITTEN["Drop"], "10 kg", "green", "more")
    rows = [{name: getattr(use, name) for name in LoadUsed.__slots__}]
    kept = _kept(plan, rows)
    code = "(table, rules, kept, now) => $proposed.withLoads($plan.planOf(table), rules, kept, now).words"
    said = [one["said"][0] for one in asked(code, plan_table(plan), TABLE, kept, NOW.isoformat())]
    read = asked("(table) => $plan.planOf(table).words", plan_table(with_loads(plan, [use], lambda _: True)))
    assert [numbers_said(one) for one in said] == [one["said"][0] for one in read]
    assert "11 kilos, blue band" in said[0]


@settings(max_examples=15)
@given(known=answers(), data=st.data())
def test_both_propose_the_same(plan: Plan, known: Answers, data: st.DataObject) -> None:
    rows: list[tuple[LoadUsed, str]] = []
    for one in known.kept["sessions"]:
        if one["routine_id"] != plan.id:
            continue
        its = {name: data.draw(st.none() | USED) for name in WRITTEN}
        told = [LoadUsed(name, WRITTEN[name], use.weight, use.band, use.then) for name, use in its.items() if use]
        one["loads"] = [{name: getattr(row, name) for name in LoadUsed.__slots__} for row in told]
        rows += [(row, one["id"]) for row in told]
    judged, session_of = assess(known.facts, NOW, UTC), dict(rows)
    newest = [row for row, _ in reversed(rows)]
    expected = with_loads(plan, newest, lambda row: may_add(judged, session_of[row]))
    code = "(table, rules, kept, now) => $proposed.withLoads($plan.planOf(table), rules, kept, now)"
    made = asked(code, plan_table(plan), TABLE, known.kept, NOW.isoformat())
    read = asked("(table) => $plan.planOf(table)", plan_table(expected))
    assert _shown(made) == _shown(read)


def test_rows_that_were_edited_propose_nothing(plan: Plan) -> None:
    odd: list[Any] = [None, 5, [None], [{"name": "Drop"}], [{"name": 5}], "loads"]
    last = {"name": "Drop", "written": WRITTEN["Drop"], "weight": "heavy", "band": "", "then": "more"}
    odd.append([last])
    for loads in odd:
        kept = _kept(plan, loads)
        code = "(table, rules, kept, now) => $proposed.withLoads($plan.planOf(table), rules, kept, now).abouts.length"
        assert asked(code, plan_table(plan), TABLE, kept, NOW.isoformat())


@pytest.mark.asyncio(loop_scope="session")
async def test_it_is_proposed_said_kept_and_taken_along(running: Browser, library: Library, tmp_path: Path) -> None:
    loaded = Desk(tmp_path / "desk").load(routine(STEPS[0].replace("sets = 2, set_rest = 20, ", "")))
    path = write_page(library, loaded, tmp_path / "page.html")
    async with visit(running, path) as person:
        await person.does("world.listen()")
        for first in (True, False):
            await person.press(*(("Start", "I understand") if first else ("Once more",)), "0", "0")
            if first:
                await person.press("None of these")
            await person.does("world.pass(12)")
            shown = "10 kg, green band" if first else "11 kg, blue band (last time 10 kg, green band)"
            assert await person.text("#set") == f"{shown}, effort 7 of 10"
            await person.press("Done", "0", "0", "7", "More" if first else "Less")
        told = " ".join(line for _, line in await person.does("world.told"))
        assert "Drop, 5 times, 10 kilos, green band, effort 7 of 10." in told
        assert "Drop, 5 times, 11 kilos, blue band, effort 7 of 10." in told
        saved = await person.saves(tmp_path)
        assert not person.wrong
    with Journal(tmp_path / "journal.sqlite3") as journal:
        import_lines(journal, saved.read_bytes().splitlines(keepends=True), saved.name)
        used = [one.loads[0] for one in journal.sessions()]
    assert used == [
        LoadUsed("Drop", "10 kg, green band", "11 kg", "blue", "less"),
        LoadUsed("Drop", "10 kg, green band", "10 kg", "green", "more"),
    ]
