"""The page's judging against the program's: the same findings from the same answers, and never a laxer one."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from py_mini_racer import MiniRacer

from hiproutine.advice.asking import Ask
from hiproutine.advice.assess import Assessment, assess
from hiproutine.advice.facts import Facts
from hiproutine.advice.finding import Finding, Kind
from hiproutine.advice.gentle import COOL_DOWN, SUGGESTED
from hiproutine.advice.pain.days import day_of
from hiproutine.advice.pain.flags import FLAGS
from hiproutine.advice.pain.readings import Feel, Moment, Reading
from hiproutine.advice.pain.red_flags import Check, Screen, standing, when_to_ask
from hiproutine.advice.pain.sessions import Load, SessionPain
from hiproutine.share import rules
from hiproutine.share.kept_rules import FILE, rules_of
from hiproutine.share.modules import script
from hiproutine.share.sources import source

NOW = datetime(2026, 1, 5, 11, 30, tzinfo=UTC)
ROUTINES = {
    "my-own": "low",
    "mine-too": "high",
    "ice-therapy": "none",
    "hip-core-strength-2": "moderate",
    "return-to-run-2": "high",
}
SCORES = st.integers(0, 10)
AGO = st.one_of(st.integers(1, 60 * 30), st.integers(1, 60 * 24 * 60)).map(
    lambda minutes: NOW - timedelta(minutes=minutes)
)
KNOWN = frozenset(Kind) - {Kind.STAGE}
"""What the page cannot know of: where somebody is on the way back to running."""


@cache
def page() -> MiniRacer:
    """A JavaScript engine that has read how the page judges."""
    engine = MiniRacer()
    engine.eval(script(("plan", "words", "findings", "trends", "judging")))
    return engine


def _asked(name: str, *given: Any) -> Any:
    arguments = ", ".join(json.dumps(one) for one in given)
    return json.loads(str(page().eval(f"JSON.stringify($judging.{name}({arguments}) ?? null)")))


@dataclass
class Answers:
    """What somebody did and said, as the page keeps it and as the program does."""

    kept: dict[str, list[dict[str, Any]]]
    facts: Facts
    checks: tuple[Check, ...]


@st.composite
def answers(draw: st.DrawFn) -> Answers:
    """Sessions with answers before and after, checks that led to none, and warning signs."""
    readings: list[Reading] = []

    def reading(moment: Moment, at: datetime, session: str | None = None) -> Reading:
        worst, limp, masked = draw(st.none() | SCORES), draw(st.none() | st.booleans()), draw(st.none() | st.booleans())
        score = draw(SCORES)
        known = None if worst is None else max(worst, score)
        limp = limp if moment in {Moment.AFTER, Moment.DURING} else None
        feel = draw(st.none() | st.sampled_from(Feel)) if moment is Moment.DURING else None
        made = Reading(
            f"r{len(readings):02}", at, moment, score, known, limp=limp, feel=feel, masked=masked, session=session
        )
        readings.append(made)
        return made

    sessions = []
    for number, ended in enumerate(sorted(draw(st.lists(AGO, max_size=9, unique=True)))):
        routine = draw(st.sampled_from(sorted(ROUTINES)))
        name = f"s{number}"
        before = reading(Moment.BEFORE, ended - timedelta(minutes=20), name) if draw(st.booleans()) else None
        during = tuple(
            reading(Moment.DURING, ended - timedelta(minutes=9 - number), name)
            for number in range(draw(st.sampled_from([0, 0, 1, 2])))
        )
        after = reading(Moment.AFTER, ended + timedelta(seconds=20), name) if draw(st.booleans()) else None
        load, day = Load(ROUTINES[routine]), day_of(ended, UTC)
        sessions.append(
            SessionPain(name, routine, load, day, before, after, title=f"T {name}", during=during, ended=ended)
        )
    for at in draw(st.lists(AGO, max_size=6, unique=True)):
        reading(Moment.BEFORE, at + timedelta(seconds=7))
    screens, checks, flags = [], [], []
    for number, at in enumerate(draw(st.lists(AGO, max_size=2, unique=True))):
        chosen = draw(st.frozensets(st.sampled_from([flag.id for flag in FLAGS]), max_size=2))
        screens.append(Screen(f"c{number}", at, chosen))
        for flag in FLAGS:
            cleared = at + timedelta(minutes=1) if flag.id in chosen and draw(st.booleans()) else None
            if cleared:
                checks.append(Check(f"k{number}{flag.id}", cleared, flag.id, day_of(cleared, UTC)))
            flags.append({
                "id": flag.id, "at": at.isoformat(), "flag": flag.id, "answer": flag.id in chosen,
                "cleared_on": cleared.isoformat() if cleared else None,
            })  # fmt: skip
    kept = {
        "sessions": [_session(one) for one in sessions],
        "readings": [_row(one) for one in readings],
        "flags": flags,
    }
    facts = Facts(
        readings=tuple(readings),
        sessions=tuple(sessions),
        ices=tuple(one.ended for one in sessions if one.routine == "ice-therapy" and one.ended),
        signs=standing(screens, checks, UTC),
        screens=tuple(screens),
    )
    return Answers(kept, facts, tuple(checks))


def _session(one: SessionPain) -> dict[str, Any]:
    assert one.ended
    return {
        "id": one.id, "routine_id": one.routine, "title": one.title, "load": one.load.value,
        "ended_at": one.ended.isoformat(),
    }  # fmt: skip


def _row(one: Reading) -> dict[str, Any]:
    return {
        "id": one.id, "at": one.at.isoformat(), "moment": one.moment.value, "score": one.score, "worst": one.worst,
        "limp": one.limp, "masked": one.masked, "feel": one.feel and one.feel.value, "session": one.session,
    }  # fmt: skip


def _told(found: Finding) -> dict[str, Any]:
    timed = found.kind in {Kind.ICE, Kind.HEAT} and found.until is not None
    return {
        "kind": found.kind.value, "rank": found.level.rank, "sentence": "" if timed else found.sentence,
        "against": sorted(found.against), "avoid": sorted(found.avoid), "only": sorted(found.only),
        "instead": found.instead or "",
    }  # fmt: skip


def _known(judged: Assessment) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    found = [_told(one) for one in judged.findings if not one.sentence.startswith("Noth")]
    return found, [_told(one) for one in judged.timing if one.kind in KNOWN]


def _untimed(found: dict[str, Any], told: list[dict[str, Any]]) -> dict[str, Any]:
    known = {one["sentence"] for one in told if one["kind"] == found["kind"]}
    return found | {"sentence": ""} if "" in known and found["sentence"] not in known else found


def test_the_kept_table_is_what_the_rules_say() -> None:
    made = rules.written()
    if os.environ.get("HIPROUTINE_FRAMES") == "write":
        Path(rules.__file__).with_name("web").joinpath(FILE).write_text(made, encoding="utf-8")
    else:
        assert source(FILE) == made, "HIPROUTINE_FRAMES=write pytest tests/share/test_rules.py keeps the new ones"


@settings(max_examples=40)
@given(answers())
def test_both_find_the_same(known: Answers) -> None:
    judged = assess(known.facts, NOW, UTC)
    findings, timing = _known(judged)
    table = rules_of("high", "mine-too", {})
    found = _asked("assess", table, known.kept, NOW.isoformat())
    assert found["findings"] == findings
    assert [_untimed(one, timing) for one in found["timing"]] == timing
    assert (_asked("suits", table, found["findings"]) or None) == judged.suits
    suits = judged.allows(COOL_DOWN, Load.LOW) and not SUGGESTED[COOL_DOWN].areas & judged.avoid
    assert _asked("coolDownSuits", table, known.kept, NOW.isoformat()) is suits
    for routine, load in ROUTINES.items():
        speaks = _asked("against", rules_of(load, routine, {}), found)
        expected = [_told(one) for one in judged.before(routine, Load(load)) if one.kind in KNOWN]
        assert [_untimed(one, timing) for one in speaks] == expected


def test_no_gentle_routine_is_named_beside_a_word_against_those() -> None:
    readings = (
        Reading("a", NOW - timedelta(minutes=9), Moment.AFTER, 0, limp=True, masked=True),
        Reading("b", NOW - timedelta(minutes=8), Moment.BEFORE, 4),
    )
    kept = {"sessions": [], "readings": [_row(one) for one in readings], "flags": []}
    found = _asked("assess", rules_of("high", "mine-too", {}), kept, NOW.isoformat())["findings"]
    assert any(one["sentence"].startswith("Noticeable. Rest is the better choice today.") for one in found)
    assert found == _known(assess(Facts(readings=readings), NOW, UTC))[0]


@settings(max_examples=25)
@given(answers(), SCORES, st.none() | SCORES)
def test_both_ask_the_same(known: Answers, score: int, worst: int | None) -> None:
    told = None if worst is None else max(score, worst)
    reading = Reading("now", NOW - timedelta(seconds=1), Moment.BEFORE, score, told)
    facts = Facts(readings=(*known.facts.readings, reading), sessions=known.facts.sessions, screens=known.facts.screens)
    kept = known.kept | {"readings": [*known.kept["readings"], _row(reading)]}
    table = rules_of("high", "mine-too", {})
    judged = assess(facts, NOW, UTC)
    why = when_to_ask(facts.screens, known.checks, reading, known.facts.readings, now=NOW, zone=UTC)
    expected = str(why) if why else table["why"]["high"] if judged.asking(Ask.SIGNS) else ""
    assert _asked("whyAsk", kept, table, _row(reading), NOW.isoformat()) == expected
    assert _asked("asksReliever", kept, table, NOW.isoformat()) is (judged.asking(Ask.RELIEVER) is not None)


def test_pain_in_the_middle_is_answered_as_by_the_program_whatever_was_said() -> None:
    table = rules_of("high", "mine-too", {})
    cases = [
        (score, before, feel, limp)
        for score in range(11)
        for before in (None, *range(11))
        for feel in (None, *Feel)
        for limp in (None, False, True)
    ]
    rows = [{"score": score, "feel": feel and feel.value, "limp": limp} for score, _, feel, limp in cases]
    checks = [before if before is None else {"score": before} for _, before, _, _ in cases]
    page().eval(f"var table = {json.dumps(table)}, rows = {json.dumps(rows)}, checks = {json.dumps(checks)}")
    found = json.loads(
        str(page().eval("JSON.stringify(rows.map((one, at) => $judging.during(table, one, checks[at])))"))
    )
    for (score, before, feel, limp), told in zip(cases, found, strict=True):
        check = None if before is None else Reading("b", NOW, Moment.BEFORE, before)
        answer = Reading("d", NOW, Moment.DURING, score, feel=feel, limp=limp)
        playing = SessionPain("s", "mine-too", Load.HIGH, day_of(NOW, UTC), check, during=(answer,))
        expected = assess(Facts(playing=playing), NOW, UTC).found(Kind.DURING)
        assert told == (_told(expected) if expected else None)
