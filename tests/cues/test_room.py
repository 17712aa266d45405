"""A voice that leaves room for the count, heard by somebody who only listens, in every routine of the program."""

from __future__ import annotations

import os

import pytest
from hypothesis import given

from hiproutine.cues.lengths import estimated
from hiproutine.cues.respelling import name_said, respelled
from hiproutine.cues.room import EARLIER, FREE, Lasts
from hiproutine.cues.speech import Speech, Voice
from hiproutine.cues.spoken import Script
from hiproutine.cues.utterance import Utterance
from hiproutine.plan.model import Kind, Plan
from hiproutine.play.events import CueDue
from tests.clocks import ManualClock
from tests.cues.listening import changes_of, real_lengths
from tests.cues.rig import BUNDLED, bundled_plan, play_through
from tests.play.rig import hold, plan_of_steps
from tests.tables import plans

REAL = real_lengths()
VOICES = [pytest.param(estimated, id="estimate")]
if REAL:
    VOICES.append(pytest.param(REAL, id="espeak-ng"))


@pytest.mark.long
@pytest.mark.parametrize("lasts", VOICES)
def test_three_two_one_is_heard_in_every_change_and_nothing_goes_on_over_the_start_of_work(lasts: Lasts) -> None:
    heard = {name: changes_of(bundled_plan(name), lasts) for name in BUNDLED}
    assert {name: found.late for name, found in heard.items() if found.late} == {}
    short = {name: found.missed for name, found in heard.items() if len(found.missed) > 0.05 * found.all}
    assert short == {}
    assert sum(found.all for found in heard.values()) > 150


@pytest.mark.parametrize("lasts", VOICES)
def test_work_ends_with_three_two_one_too_whatever_its_cues_say(lasts: Lasts) -> None:
    ends = [changes_of(bundled_plan(name), lasts, frozenset({Kind.WORK})) for name in BUNDLED]
    missed = [words for found in ends for words in found.missed]
    assert len(missed) <= 0.05 * sum(found.all for found in ends)
    assert sum(found.all for found in ends) > 150


@pytest.mark.parametrize("lasts", VOICES)
def test_cues_of_the_last_seconds_are_said_before_them_in_their_order(lasts: Lasts) -> None:
    cues = [{"at": "-3s", "say": "Nearly there"}, {"at": "-2s", "say": "And now let go"}]
    plan = plan_of_steps(hold("A", 30, cues=cues), hold("B", 30), get_ready=6, transition=5)
    (early, late) = sorted(Script(plan, lasts).moved(plan.intervals[1]), key=lambda one: -one.second)
    assert (early.cue, late.cue) == ("Nearly there", "And now let go")
    assert 9 >= early.second > late.second > 3
    found = changes_of(plan, lasts, frozenset({Kind.WORK, Kind.READY}))
    assert (found.counted, found.missed, found.late) == (4, [], [])


def test_a_cue_for_which_there_is_no_room_earlier_stays_where_it_was_written() -> None:
    plan = plan_of_steps(hold("A", 4, cues=[{"at": "-2s", "say": "And now let go of it"}]), get_ready=5)
    assert Script(plan).moved(plan.intervals[1]) == ()
    told: list[str] = []
    clock = ManualClock()

    class Ear(Voice):
        def say(self, utterance: Utterance) -> None:
            told.append(f"{clock.now:g} {utterance.text}")

    play_through(plan, [Speech(plan, Ear())], clock)
    assert "7 And now let go of it." in told


@given(plan=plans())
def test_a_moved_cue_is_said_once_earlier_and_never_into_the_count(plan: Plan) -> None:
    script = Script(plan)
    for interval in plan.intervals:
        written = {cue.say: cue.at for cue in interval.cues}
        for one in script.moved(interval):
            begins = interval.seconds - one.second
            assert written[one.cue] - EARLIER <= begins < interval.seconds - FREE - estimated(one.text)
            told = script.utterance((CueDue(0.0, interval, one.cue),))
            assert told is None


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
