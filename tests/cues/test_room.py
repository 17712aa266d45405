"""A voice that leaves room for the count, heard by somebody who only listens, in every routine of the program."""

from __future__ import annotations

import os

import pytest

from hiproutine.cues.lengths import estimated
from hiproutine.cues.respelling import name_said, respelled
from hiproutine.cues.spoken import Script
from hiproutine.plan.model import Kind, Plan
from tests.cues.listening import Lasts, changes_of, real_lengths
from tests.cues.rig import BUNDLED, bundled_plan

REAL = real_lengths()
VOICES = [pytest.param(estimated, id="estimate")]
if REAL:
    VOICES.append(pytest.param(REAL, id="espeak-ng"))


@pytest.mark.parametrize("lasts", VOICES)
def test_three_two_one_is_heard_in_every_change_and_nothing_goes_on_over_the_start_of_work(lasts: Lasts) -> None:
    heard = {name: changes_of(bundled_plan(name), lasts) for name in BUNDLED}
    assert {name: found.late for name, found in heard.items() if found.late} == {}
    short = {name: found.missed for name, found in heard.items() if len(found.missed) > 0.05 * found.all}
    assert short == {}
    assert sum(found.all for found in heard.values()) > 150


@pytest.mark.skipif(REAL is None and os.environ.get("HIPROUTINE_TESTS") != "all", reason="espeak-ng is not installed")
def test_the_estimate_is_too_long_rather_than_too_short() -> None:
    assert REAL
    texts = {text for name in BUNDLED for text in said_of(bundled_plan(name))}
    shares = sorted(REAL(text) / estimated(text) for text in texts)
    assert shares[len(shares) * 9 // 10] < 1.03
    assert shares[len(shares) // 10] > 0.8


@pytest.mark.parametrize("lasts", VOICES)
def test_what_a_listener_needs_is_said_of_most_steps(lasts: Lasts) -> None:
    """The side always; the set-up of a first set in three of four changes, before the change or in it."""
    steps = setups = 0
    for plan in map(bundled_plan, BUNDLED):
        script = Script(plan, lasts)
        for change in plan.intervals:
            comes = plan.next_work(change.index)
            if change.kind is not Kind.READY or comes is None:
                continue
            ahead = script.ahead(plan.intervals[change.index - 1]) if change.index else None
            told = f"{ahead.text if ahead else ''} {script.opening(change).text}"
            assert name_said(comes.name) in told
            assert not comes.side or f"{comes.side} side" in told
            if comes.about.setup:
                steps += 1
                setups += respelled(comes.about.setup).rstrip(".") in told
    assert setups >= 0.75 * steps > 30


def said_of(plan: Plan) -> set[str]:
    """Every sentence about what comes."""
    script = Script(plan)
    aheads = [ahead.text for interval in plan.intervals if (ahead := script.ahead(interval))]
    return {*aheads, *(script.opening(interval).text for interval in plan.intervals)}
