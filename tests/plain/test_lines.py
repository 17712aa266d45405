"""Events as lines: of every bundled routine, and of any routine however often it is asked."""

from __future__ import annotations

import re
from collections import Counter
from math import ceil

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hiproutine.cues import Chorus
from hiproutine.cues.words import sentence
from hiproutine.plain.lines import Teller, duration_words
from hiproutine.plan.model import Kind, Plan
from hiproutine.play.player import Player
from tests.clocks import ManualClock
from tests.cues.rig import BUNDLED, at, bundled_plan, ends_of
from tests.play.rig import hold, plan_of_steps
from tests.tables import plans


def told(plan: Plan, teller: Teller, steps: list[float] | None = None) -> list[tuple[float, str]]:
    """Every line with its moment, asked when something is due, or after `steps`; what waits takes its estimate."""
    clock, heard = ManualClock(), list[tuple[float, str]]()
    player = Player(plan, Chorus([]), clock)
    events, turns = player.start(), 0
    heard += [(0.0, line) for line in teller.tell(events, player.view())]
    while not player.phase.over:
        interval = player.view().interval
        due = player.seconds_to_due()
        done = ends_of(plan)[interval.index]
        step = steps[turns % len(steps)] if steps else due
        turns += 1
        if interval.waits and (step is None or due is None or clock.now + step >= done - 1e-6):
            clock.now = max(clock.now, done)
            events = player.space()
        else:
            clock.advance(step or 0.0)
            events = player.tick()
        heard += [(at(clock.now), line) for line in teller.tell(events, player.view())]
    return heard


def called_for(plan: Plan) -> list[tuple[float, str]]:
    """Every line that a plan calls for with its moment, by arithmetic; of an announcement, the words that matter."""
    due: list[tuple[float, int, str]] = []
    for interval in plan.intervals:
        start, length = interval.start, interval.seconds
        due.append((start, 0, heading(plan, interval.index)))
        due += [(start + cue.at, 1, sentence(cue.say)) for cue in interval.cues]
        if interval.waits:
            continue
        if interval.kind is Kind.WORK and length >= 20:
            due.append((start + length / 2, 2, "Half time."))
        due += [(start + length - n, 3, str(n)) for n in (3, 2, 1) if n < ceil(length)]
    due.append((plan.seconds, 4, "That was the last step."))
    return [(at(moment), text) for moment, _, text in due]


def heading(plan: Plan, index: int) -> str:
    """How the announcement of an interval begins."""
    interval, before = plan.intervals[index], plan.intervals[index - 1] if index else None
    comes = plan.next_work(index)
    match interval.kind:
        case Kind.CONFIRM:
            return "Check: "
        case Kind.REST:
            return interval.name if interval.closes else f"{interval.name}, {duration_words(interval.seconds)}"
        case Kind.SWITCH:
            assert comes
            return f"Switch sides: {comes.side} side"
        case Kind.READY:
            assert comes
            return f"{'Next' if index else 'Get ready'}: {comes.name}"
    return "Begin." if before and before.kind in {Kind.READY, Kind.SWITCH, Kind.REST} else interval.name


@pytest.mark.parametrize("name", BUNDLED)
def test_every_line_that_a_plan_calls_for_comes_once_at_its_moment(name: str) -> None:
    plan = bundled_plan(name)
    heard = told(plan, Teller(plan, every=None))
    titles = {i.block_title for i in plan.intervals if i.block_title}
    found = [
        (moment, line)
        for moment, line in heard
        if not (line.endswith(" left.") or line.startswith("Number ") or line.split(", round")[0].rstrip(".") in titles)
    ]
    due = called_for(plan)
    for moment, text in due:
        fits = [one for one in found if one[0] == moment and one[1].startswith(text)]
        assert fits, (moment, text)
        found.remove(fits[0])
    assert found == []
    assert [moment for moment, _ in heard] == sorted(moment for moment, _ in heard)


@pytest.mark.parametrize("name", BUNDLED[::4])
def test_no_line_needs_a_symbol_or_is_empty(name: str) -> None:
    plan = bundled_plan(name)
    lines = [line for _, line in told(plan, Teller(plan, every=10))]
    assert all(line.strip() == line and line.isprintable() for line in lines)
    assert all(line.isdigit() or re.search(r"[a-zA-Z]{2}", line) for line in lines)


@pytest.mark.long
@settings(max_examples=12)
@given(plan=plans(), steps=st.lists(st.floats(0.05, 4.5), min_size=1, max_size=9))
def test_however_late_it_is_asked_every_announcement_and_cue_comes_once_and_in_order(
    plan: Plan, steps: list[float]
) -> None:
    often = [line for _, line in told(plan, Teller(plan, every=None))]
    seldom = [line for _, line in told(plan, Teller(plan, every=None), steps)]
    lasting_lines = [line for line in often if not timely(line)]
    assert [line for line in seldom if not timely(line)] == lasting_lines
    assert not Counter(filter(timely, seldom)) - Counter(filter(timely, often))


def timely(line: str) -> bool:
    """Whether a line may be left out when it is too late for it."""
    return line.isdigit() or line.endswith(" left.")


def test_the_time_left_is_said_as_often_as_it_is_asked_for() -> None:
    plan = plan_of_steps(hold("Bridge", 40), get_ready=0)
    lines = [line for _, line in told(plan, Teller(plan, every=10))]
    assert lines == [
        "Bridge, 40 seconds. Step 1 of 1.",
        "30 seconds left.",
        "Half time.",
        "20 seconds left.",
        "10 seconds left.",
        "3",
        "2",
        "1",
        "That was the last step.",
    ]


def test_by_itself_a_line_a_minute_says_that_it_still_runs() -> None:
    plan = plan_of_steps(hold("Ice", 150), get_ready=0)
    lines = [line for _, line in told(plan, Teller(plan))]
    assert lines[1:4] == ["2 minutes left.", "Half time.", "1 minute left."]


def test_sides_sets_and_rests_are_said_in_few_words() -> None:
    step = hold("Lunge", 10, sides="each", sets=2, set_rest=15, switch=3)
    plan = plan_of_steps(step, {"name": "Bridge", "reps": 5}, get_ready=4, transition=4)
    lines = [line for _, line in told(plan, Teller(plan, every=None)) if not line.isdigit()]
    assert lines == [
        "Get ready: Lunge, left side, set 1 of 2, 10 seconds. Step 1 of 2.",
        "Begin.",
        "Switch sides: right side, 10 seconds.",
        "Begin.",
        "Rest, 15 seconds. Next: Lunge, left side, set 2 of 2, 10 seconds. Step 1 of 2.",
        "Begin.",
        "Switch sides: right side, 10 seconds.",
        "Begin.",
        "Next: Bridge, 5 times. Step 2 of 2.",
        "Begin. Press space when you are done.",
        "That was the last step.",
    ]


def test_where_nobody_is_an_estimate_is_said_and_no_key() -> None:
    plan = plan_of_steps({"confirm": "Dry floor?"}, {"name": "Bridge", "reps": 5}, get_ready=0)
    lines = [line for _, line in told(plan, Teller(plan, attended=False)) if not line.isdigit()]
    assert lines[0] == "Check: Dry floor?"
    assert f"Bridge, 5 times, about {duration_words(plan.seconds)}" in lines[1]
    assert not any("space" in line.casefold() for line in lines)


def test_where_it_stands_is_said_at_a_key() -> None:
    plan = plan_of_steps(hold("Bridge", 40), hold("Lunge", 20), get_ready=5, transition=5)
    clock = ManualClock()
    player, teller = Player(plan, Chorus([]), clock), Teller(plan)
    player.start()
    assert teller.where(player.view()).startswith("Bridge. 5 seconds left of the change. Step 1 of 2, 1 minute 10")
    clock.advance(4)
    player.tick()
    clock.advance(4)
    player.tick()
    player.pause()
    assert teller.where(player.view()) == (
        "Paused. Bridge. 37 seconds left of it. Step 1 of 2, 1 minute 2 seconds left in all."
    )


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0, "0 seconds"), (1, "1 second"), (30, "30 seconds"), (90, "1 minute 30 seconds"), (3600, "1 hour"),
     (3661, "1 hour 1 minute 1 second"), (120.0000001, "2 minutes"), (29.2, "30 seconds")],
)  # fmt: skip
def test_a_length_is_said_to_the_second(seconds: float, words: str) -> None:
    assert duration_words(seconds) == words
