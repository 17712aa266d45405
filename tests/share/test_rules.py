"""The page's judging against the program's: the same advice for the same answers, and never a laxer one."""

from __future__ import annotations

import json
import os
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from py_mini_racer import MiniRacer

from hiproutine.advice.pain.flags import FLAGS
from hiproutine.advice.pain.sessions import Load
from hiproutine.share import rules
from hiproutine.share.kept_rules import FILE, rules_of
from hiproutine.share.modules import source

LOADS = [load.value for load in Load]
ROUTINES = ["my-own", "ice-therapy", "runner-leg-strength-2"]
SCORES = st.integers(0, 10)


@cache
def page() -> MiniRacer:
    """A JavaScript engine that has read how the page judges."""
    from hiproutine.share.modules import script

    engine = MiniRacer()
    engine.eval(script(("judging",)))
    return engine


def _asked(name: str, *given: Any) -> Any:
    arguments = ", ".join(json.dumps(one) for one in given)
    return json.loads(str(page().eval(f"JSON.stringify($judging.{name}({arguments}) ?? null)")))


def _row(moment: str, score: int, worst: int | None, limp: bool | None = None) -> dict[str, Any]:
    return {"id": moment, "moment": moment, "score": score, "worst": worst, "limp": limp, "session": "s"}


def test_the_kept_table_is_what_the_rules_say() -> None:
    made = rules.written()
    if os.environ.get("HIPROUTINE_FRAMES") == "write":
        Path(rules.__file__).with_name("web").joinpath(FILE).write_text(made, encoding="utf-8")
    else:
        assert source(FILE) == made, "HIPROUTINE_FRAMES=write pytest tests/share/test_rules.py keeps the new ones"


@settings(max_examples=25)
@given(st.sampled_from(LOADS), st.sampled_from(ROUTINES), SCORES, st.none() | SCORES, st.none() | SCORES)
def test_before_a_session_both_say_the_same(
    load: str, routine: str, now: int, worst: int | None, last: int | None
) -> None:
    table = rules_of(load, routine, {})
    readings = [] if last is None else [{**_row("before", last, None), "id": "earlier"}]
    kept = {"flags": [], "sessions": [], "readings": readings}
    found = _asked("adviceBefore", table, kept, _row("before", now, worst), "2024-05-15T12:00:00+00:00")
    expected = rules._gate(Load(load), now, max(worst or 0, now), last)
    assert expected
    assert (found["rank"], found["sentence"]) == (expected.rank, expected.sentence)


@settings(max_examples=60)
@given(st.none() | SCORES, SCORES, st.none() | SCORES, st.none() | st.booleans())
def test_after_a_session_both_say_the_same(before: int | None, now: int, worst: int | None, limp: bool | None) -> None:
    table = rules_of("low", "my-own", {})
    start = None if before is None else _row("before", before, None)
    found = _asked("adviceAfter", table, start, _row("after", now, worst, limp))
    expected = rules.told_after(rules._session_judged(before, now, max(worst or 0, now), limp=bool(limp)))
    assert (found["rank"], found["sentence"]) == (expected.rank, expected.sentence)


def test_a_warning_sign_weighs_as_much_as_in_the_program() -> None:
    for load, flag in product(LOADS, FLAGS):
        table = rules_of(load, "my-own", {})
        answer = {"flag": flag.id, "answer": True, "cleared_on": None, "at": "2024-05-15T12:00:00+00:00"}
        kept = {"flags": [answer], "sessions": [], "readings": []}
        found = _asked("adviceBefore", table, kept, None, "2024-05-15T12:00:00+00:00")
        expected = rules.told_before(rules._judged(signs=(rules._stands(flag),)), Load(load))
        assert (found and found["sentence"]) == (expected.sentence if expected else None)


def test_what_reacted_or_was_done_yesterday_is_remembered() -> None:
    routine = "runner-leg-strength-2"
    table = rules_of("high", routine, {})
    session = {"id": "s", "routine_id": "hip-core-strength", "ended_at": "2024-05-14T12:00:00+00:00"}
    kept = {"flags": [], "sessions": [session], "readings": []}
    found = _asked("adviceBefore", table, kept, None, "2024-05-15T12:00:00+00:00")
    assert found["sentence"].startswith("You did this kind of work yesterday.")
    later = _asked("adviceBefore", table, kept, None, "2024-05-16T12:00:00+00:00")
    assert later is None
    kept["readings"] = [_row("before", 2, 2), _row("after", 5, 6)]
    reacted = _asked("adviceBefore", table, kept, None, "2024-05-19T12:00:00+00:00")
    expected = rules._later(Load.HIGH, reacted=True)
    assert expected
    assert (reacted["rank"], reacted["sentence"]) == (expected.rank, expected.sentence)
    assert reacted["sentence"].startswith("Your hip reacted to “your last session”.")


def test_warning_signs_are_asked_at_first_when_it_hurts_and_after_a_week() -> None:
    table = rules_of("low", "my-own", {})

    def why(days: int | None, score: int) -> str:
        answer = {"flag": "fall-or-pop", "answer": False, "cleared_on": None, "at": "2024-05-01T12:00:00+00:00"}
        kept = {"flags": [] if days is None else [answer], "sessions": [], "readings": []}
        now = f"2024-05-{1 + (days or 0):02}T12:00:00+00:00"
        return str(_asked("whyAsk", kept, table, _row("before", score, None), now))

    assert [why(None, 0), why(0, 9), why(1, 0), why(6, 5), why(1, 6), why(7, 0)] == [
        "These questions come once before you begin.", "", "", "",
        "Pain was at 6 or more, so these questions come again.", "A week has passed since these questions.",
    ]  # fmt: skip
