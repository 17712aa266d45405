"""What a page offers in place of the whole routine: what the program does, and played as its plan is."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from py_mini_racer import MiniRacer

from hiproutine.advice.assess import assess
from hiproutine.advice.finding import HEAVY, Level
from hiproutine.advice.pain.sessions import Load
from hiproutine.dialogue.easing import Eased, eased
from hiproutine.paths import find_paths
from hiproutine.plan.cutting import cut
from hiproutine.plan.model import Plan
from hiproutine.routine.library import Library
from hiproutine.routine.loaded import Loaded
from hiproutine.share.data import plan_table
from hiproutine.share.easings import cuts_of
from hiproutine.share.kept_rules import rules_of
from hiproutine.share.modules import script
from tests.share.test_page import IDS
from tests.share.test_rules import NOW, Answers, answers
from tests.tables import plans

MODULES = ("plan", "words", "findings", "trends", "judging", "easing")
CODE = """
function played(given, key) {
  const table = JSON.parse(given);
  const plan = key === "cool-down" ? $easing.coolDownOf(table) : $easing.easedOf(table, $plan.planOf(table), key);
  const intervals = plan.intervals.map(({ about, ...one }) => ({ ...one, about: plan.abouts[about] }));
  const { title, seconds, estimated, steps, begin, headings, sections, words, meant = null } = plan;
  const told = words.map((one) => Object.fromEntries(Object.entries(one).filter(([, found]) => found)));
  return JSON.stringify({ title, seconds, estimated, steps, begin, headings, sections, words: told, meant, intervals });
}
function offered(given, table, kept, now) {
  const [rules, plan] = [JSON.parse(table), $plan.planOf(JSON.parse(given))];
  const found = $judging.assess(rules, JSON.parse(kept), now);
  const against = $judging.against(rules, found);
  const first = against[0] || found.findings[0];
  if (!first) return "null";
  const gravest = found.findings[0] && found.findings[0].rank >= first.rank ? found.findings[0] : first;
  return JSON.stringify($easing.lessOf(plan, rules, found.findings, gravest, against.length > 0));
}
"""


@cache
def page() -> MiniRacer:
    """A JavaScript engine that has read how the page makes it easier."""
    engine = MiniRacer()
    engine.eval(script(MODULES) + CODE)
    return engine


@cache
def routine(name: str) -> Loaded:
    """One that came with the program."""
    return Library(find_paths()).open(name)[0]


def _played(table: dict[str, Any], key: str = "") -> dict[str, Any]:
    found: dict[str, Any] = json.loads(str(page().call("played", json.dumps(table), key)))
    return found


def _the_same(plan: Plan) -> int:
    cuts = cuts_of(plan)
    table = plan_table(plan, cuts=cuts)
    assert _played(table) == _played(plan_table(plan))
    for key, made in cuts.items():
        assert _played(table, key) == _played(plan_table(made.plan)), (plan.id, key)
    return len(cuts)


def test_what_is_cut_is_played_as_the_program_cuts_it() -> None:
    assert sum(_the_same(routine(name).plan) for name in IDS) > len(IDS)


def test_the_cool_down_that_may_follow_is_played_as_by_itself() -> None:
    follows = routine("cool-down").plan
    alone = _played(plan_table(follows))
    for name in ("hip-core-strength-2", "ten-minute-rounds", "runner-leg-strength"):
        plan = routine(name).plan
        table = plan_table(plan, cuts=cuts_of(plan), cool_down=follows)
        assert _played(table, "cool-down") == alone
        assert _played(table) == _played(plan_table(plan))
        assert (table["coolDown"]["id"], table["coolDown"]["load"]) == (follows.id, follows.load)


@settings(max_examples=15)
@given(plans(), plans())
def test_so_is_any_plan_that_may_follow_any(plan: Plan, follows: Plan) -> None:
    assert _played(plan_table(plan, cool_down=follows), "cool-down") == _played(plan_table(follows))


@settings(max_examples=15)
@given(plans(), st.sampled_from(["low", "moderate", "high"]))
def test_so_is_any_plan(plan: Plan, load: str) -> None:
    _the_same(replace(plan, load=load))


def _less(loaded: Loaded, known: Answers) -> Eased | None:
    judged, load = assess(known.facts, NOW, UTC), Load(loaded.plan.load)
    against = judged.before(loaded.plan.id, load)
    found = against[0] if against else judged.findings[0]
    gravest = judged.findings[0] if judged.findings[0].level.rank >= found.level.rank else found
    if gravest.level.rank > Level.GENTLE.rank and against:
        return None
    easier = load is Load.LOW and judged.against >= HEAVY and Load.LOW not in judged.against
    return eased(loaded, judged.avoid, easier=easier or bool(against))


@settings(max_examples=30)
@given(answers(), st.sampled_from(["cool-down", "hip-core-strength-2", "rest-day-light-stretch", "warm-up-quick"]))
def test_the_same_is_offered_as_by_the_program(known: Answers, name: str) -> None:
    loaded = routine(name)
    table = json.dumps(plan_table(loaded.plan, cuts=cuts_of(loaded.plan)))
    rules = json.dumps(rules_of(loaded.plan.load, name, {}))
    told = page().call("offered", table, rules, json.dumps(known.kept), NOW.isoformat())
    offered, expected = json.loads(str(told)), _less(loaded, known)
    if expected is None:
        assert offered is None
    else:
        words = (expected.option("").words, expected.note, expected.cut)
        assert (offered["way"], offered["note"], offered["cut"]) == words


@pytest.mark.parametrize("load", ["low", "moderate", "high"])
def test_every_area_that_may_be_left_alone_has_its_cut(load: str) -> None:
    plan = routine("rest-day-light-stretch").plan
    whole = Plan(plan.id, plan.title, load, plan.seconds, plan.estimated, plan.intervals)
    made = cut(whole, frozenset({"impact", "front-hip", "groin"}), easier=load != "high")
    assert made
    assert made.words in {one.words for one in cuts_of(whole).values()}
