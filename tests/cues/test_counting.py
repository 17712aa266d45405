"""Which seconds are told: a countdown of any length or none, a tick, and the time left by the voice."""

from __future__ import annotations

import pytest

from hiproutine.cues import Counting, Signal, signals_of
from hiproutine.cues.bell import Bell
from hiproutine.cues.spoken import Script
from hiproutine.play.events import IntervalStarted, SecondShown
from tests.kills import plan_of_holds

PLAN = plan_of_holds(2, 150.0)
WORK = next(one for one in PLAN.intervals if one.seconds == 150.0)


def signals(counting: Counting, *seconds: int) -> list[Signal]:
    """What is heard of each second, one after the other."""
    return [one for second in seconds for one in signals_of((SecondShown(0.0, WORK, second),), counting)]


@pytest.mark.parametrize(
    ("counting", "heard"),
    [
        (Counting(), [Signal.COUNT] * 3),
        (Counting(0), []),
        (Counting(5), [Signal.COUNT] * 5),
        (Counting(0, ticks=True), [Signal.TICK] * 6),
        (Counting(2, ticks=True), [Signal.TICK] * 4 + [Signal.COUNT] * 2),
    ],
)
def test_the_last_seconds_are_counted_and_the_others_tick_as_is_chosen(counting: Counting, heard: list[Signal]) -> None:
    assert signals(counting, 6, 5, 4, 3, 2, 1) == heard


def test_of_ticks_that_come_late_one_is_heard_and_none_beside_a_change() -> None:
    late = tuple(SecondShown(0.0, WORK, second) for second in (60, 59, 58))
    assert signals_of(late, Counting(ticks=True)) == [Signal.TICK]
    assert Signal.TICK not in signals_of((*late, IntervalStarted(0.0, WORK, "block")), Counting(ticks=True))


def test_a_bell_ticks_where_that_is_wanted() -> None:
    rings: list[int] = []
    Bell(lambda: rings.append(1)).signal(Signal.TICK)
    assert len(rings) == 1


@pytest.mark.parametrize(
    ("every", "said"), [(0, []), (60, ["Two minutes left.", "One minute left."]), (75, ["One minute fifteen left."])]
)
def test_the_voice_says_the_time_left_as_often_as_is_chosen(every: int, said: list[str]) -> None:
    script = Script(PLAN, counting=Counting(said_every=every))
    found = (script.utterance((SecondShown(0.0, WORK, second),)) for second in range(150, 3, -1))
    assert [one.text for one in found if one and one.text.endswith("left.")] == said


@pytest.mark.parametrize(("last", "said"), [(0, []), (2, ["Two.", "One."]), (4, ["Four.", "Three.", "Two.", "One."])])
def test_the_voice_counts_as_many_seconds_as_are_chosen(last: int, said: list[str]) -> None:
    script = Script(PLAN, counting=Counting(last))
    found = (script.utterance((SecondShown(0.0, WORK, second),)) for second in (4, 3, 2, 1))
    assert [one.text for one in found if one] == said
