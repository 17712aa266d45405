"""Which signal an event calls for, and the outputs that give it."""

from __future__ import annotations

import pytest

from hiproutine.cues import Chorus, Counting, CueOutput, Signal, signal_of, signals_of
from hiproutine.cues.bell import Bell
from hiproutine.plan.model import Plan
from hiproutine.play.events import CountedOut, Event
from tests.play.rig import Rig, hold, plan_of_steps
from tests.tables import Table, plan_of

COUNT, ZERO, HALF, OPENING, BEAT, TICK, END = Signal


class Listener(CueOutput):
    """An output that writes down what it is given."""

    def __init__(self, name: str = "listener", fails_at: Signal | None = None) -> None:
        self.name = name
        self.fails_at = fails_at
        self.heard: list[Signal] = []
        self.closed = False

    def signal(self, signal: Signal) -> None:
        self.heard.append(signal)
        if signal is self.fails_at:
            raise OSError("no sound card")

    def close(self) -> None:
        self.closed = True


def played(plan: Plan, seconds: float, step: float = 0.5, *commands: str) -> list[Event]:
    """All that happens in so many seconds."""
    rig = Rig(plan)
    rig.do("start")
    for command in commands:
        rig.do(command)
    rig.wait(seconds, step)
    return rig.events


def heard(plan: Plan, seconds: float, step: float = 0.5, *commands: str) -> list[tuple[float, Signal]]:
    """The signals of so many seconds, each with its moment."""
    return [(event.at, signal) for event in played(plan, seconds, step, *commands) if (signal := signal_of(event))]


def test_the_last_three_seconds_are_low_and_zero_is_high() -> None:
    plan = plan_of_steps(hold("A", 10), hold("B", 5), get_ready=4, transition=5)
    assert heard(plan, 30) == [
        *[(1, COUNT), (2, COUNT), (3, COUNT), (4, ZERO)],
        *[(11, COUNT), (12, COUNT), (13, COUNT), (14, ZERO)],
        *[(16, COUNT), (17, COUNT), (18, COUNT), (19, ZERO)],
        *[(21, COUNT), (22, COUNT), (23, COUNT), (24, END)],
    ]


def rounds(seconds: int, *steps: Table, **more: object) -> Plan:
    block = {"title": "B", "for": seconds, "steps": [*steps], **more}
    return plan_of({"title": "T", "defaults": {"get_ready": 0}, "blocks": [block]})


def test_the_end_of_open_rounds_is_counted_in_a_step_that_is_done_at_ones_own_pace() -> None:
    squat = {"name": "Squat", "reps": 5}
    assert heard(rounds(20, squat), 30) == [(17, COUNT), (18, COUNT), (19, COUNT), (20, END)]
    finish = rounds(20, squat, last="finish")
    assert heard(finish, 25) == [(17, COUNT), (18, COUNT), (19, COUNT), (20, ZERO)]
    assert [signal_of(event, Counting(last=0)) for event in played(finish, 30)].count(COUNT) == 0


def test_in_a_hold_that_goes_on_it_is_counted_unless_that_ends_then() -> None:
    once = [
        *[(12, COUNT), (13, COUNT), (14, COUNT), (15, ZERO)],
        *[(17, COUNT), (18, COUNT), (19, COUNT), (20, OPENING)],
    ]
    assert heard(rounds(25, hold(seconds=15), last="finish"), 40) == [
        *once,
        *[(22, COUNT), (23, COUNT), (24, COUNT), (25, ZERO)],
        *[(32, COUNT), (33, COUNT), (34, COUNT), (35, END)],
    ]
    soon = heard(rounds(33, hold(seconds=15), last="finish"), 40)
    assert soon == [*once, (32, COUNT), (33, COUNT), (33, ZERO), (34, COUNT), (35, END)]


def test_a_minute_that_waits_for_nobody_is_counted_out() -> None:
    block = {"title": "B", "every": 20, "rounds": 2, "late": "skip", "steps": [{"name": "Squat", "reps": 5}]}
    plan = plan_of({"title": "T", "defaults": {"get_ready": 0}, "blocks": [block]})
    assert heard(plan, 19.9) == [(17, COUNT), (18, COUNT), (19, COUNT)]
    waits = plan_of({"title": "T", "defaults": {"get_ready": 0}, "blocks": [{**block, "late": "wait"}]})
    assert heard(waits, 25) == []


def test_after_a_pause_only_what_is_still_to_come_is_counted() -> None:
    rig = Rig(rounds(20, {"name": "Squat", "reps": 5}))
    rig.do("start")
    rig.wait(18.5, 0.5)
    rig.do("pause")
    rig.wait(60, 1)
    rig.do("resume")
    before = len(rig.events)
    rig.wait(10, 0.5)
    assert [event.second for event in rig.events[before:] if isinstance(event, CountedOut)] == [1]


def test_the_very_beginning_is_silent() -> None:
    assert heard(plan_of_steps(hold("A", 30), get_ready=0), 5) == []


def test_half_time_is_double_in_work_of_twenty_seconds_and_more() -> None:
    plan = plan_of_steps(hold("A", 20), {"rest": 40}, hold("B", 19), get_ready=0)
    assert [moment for moment, signal in heard(plan, 90) if signal is HALF] == [10]


def test_a_new_block_and_a_new_round_open_with_three() -> None:
    blocks = [{"title": "One", "rounds": 2, "steps": [hold("A", 2)]}, {"title": "Two", "steps": [hold("B", 2)]}]
    plan = plan_of({"title": "T", "blocks": blocks, "defaults": {"get_ready": 2, "transition": 2}})
    opened = [(moment, signal) for moment, signal in heard(plan, 20) if signal in {OPENING, ZERO, END}]
    assert opened == [(2, ZERO), (4, ZERO), (6, OPENING), (8, ZERO), (10, OPENING), (12, END)]


def test_going_on_after_a_pause_is_counted_in_like_a_start() -> None:
    told = heard(plan_of_steps(hold("A", 30), get_ready=0), 4, 0.5, "pause", "resume")
    assert told == [(0, COUNT), (1, COUNT), (2, COUNT), (3, ZERO)]


def test_every_repetition_but_the_first_has_a_beat() -> None:
    plan = plan_of_steps({"name": "A", "reps": 3, "tempo": "2-1-2"}, get_ready=0)
    assert [moment for moment, signal in heard(plan, 15) if signal is BEAT] == [5, 10]


def test_what_waits_for_the_person_counts_nothing_down() -> None:
    assert heard(plan_of_steps({"name": "A", "open": 5}, get_ready=0), 10) == []


def test_a_pause_a_cue_and_leaving_are_no_signals() -> None:
    rig = Rig(plan_of_steps(hold("A", 30, cues=["go"]), get_ready=0))
    for command in ("start", "pause", "stop"):
        rig.do(command)
    assert len(rig.events) == 5
    assert [signal_of(event) for event in rig.events] == [None] * 5


def test_a_countdown_that_comes_late_is_not_beeped_in_a_burst() -> None:
    rig = Rig(plan_of_steps(hold("A", 10), hold("B", 10), get_ready=0))
    rig.do("start")
    rig.clock.advance(5)
    rig.do("tick")
    rig.clock.advance(4.5)
    late = rig.engine.tick()
    assert [signal_of(event) for event in late if signal_of(event)] == [COUNT, COUNT, COUNT]
    assert signals_of(late) == [COUNT]
    rig.clock.advance(1)
    late = rig.engine.tick()
    assert signals_of(late) == [ZERO]


def test_no_events_are_no_signals() -> None:
    assert signals_of(()) == []


def test_a_chorus_gives_every_signal_to_every_output() -> None:
    one, two = Listener("one"), Listener("two")
    chorus = Chorus([one, two])
    rig = Rig(plan_of_steps(hold("A", 2), get_ready=2))
    chorus.play(rig.engine.start())
    for _ in range(8):
        rig.clock.advance(0.5)
        chorus.play(rig.engine.tick())
    assert one.heard == two.heard == [COUNT, ZERO, COUNT, END]
    chorus.close()
    assert one.closed
    assert two.closed


def test_an_output_that_fails_is_said_once_and_left_out() -> None:
    complaints: list[str] = []
    broken, whole = Listener("speaker", fails_at=COUNT), Listener()
    chorus = Chorus([broken, whole], complaints.append)
    rig = Rig(plan_of_steps(hold("A", 10), get_ready=0))
    chorus.play(rig.engine.start())
    for _ in range(10):
        rig.clock.advance(1)
        chorus.play(rig.engine.tick())
    assert complaints == ["The speaker does not work and is left out: no sound card"]
    assert broken.heard == [COUNT]
    assert broken.closed
    assert whole.heard == [COUNT, COUNT, COUNT, END]


def test_without_anybody_to_complain_to_a_failing_output_is_left_out_all_the_same() -> None:
    chorus = Chorus([Listener(fails_at=END)])
    rig = Rig(plan_of_steps(hold("A", 2), get_ready=0))
    rig.do("start")
    chorus.play(rig.engine.next())
    assert rig.engine.phase.over


def test_an_output_that_fails_to_close_keeps_no_other_from_closing() -> None:
    class Stuck(Listener):
        def close(self) -> None:
            raise OSError("busy")

    whole, complaints = Listener(), list[str]()
    Chorus([Stuck("stuck"), whole], complaints.append).close()
    assert whole.closed
    assert complaints == ["The stuck does not work and is left out: busy"]


def test_a_muted_chorus_is_silent_until_it_is_not() -> None:
    listener = Listener()
    chorus = Chorus([listener])
    rig = Rig(plan_of_steps(hold("A", 2), hold("B", 2), get_ready=0))
    rig.do("start")
    chorus.muted = True
    chorus.play(rig.engine.next())
    assert listener.heard == []
    chorus.muted = False
    chorus.play(rig.engine.next())
    assert listener.heard == [ZERO]


@pytest.mark.parametrize(("signal", "rings"), [(COUNT, 1), (ZERO, 1), (HALF, 2), (OPENING, 3), (END, 4), (BEAT, 0)])
def test_a_bell_tells_the_signals_apart_by_number(signal: Signal, rings: int) -> None:
    rung: list[int] = []
    bell = Bell(lambda: rung.append(1))
    bell.signal(signal)
    bell.close()
    assert len(rung) == rings


class Eye(Listener):
    """An output that is seen, and writes down how often it was hushed."""

    audible = False
    hushed = 0

    def hush(self) -> None:
        self.hushed += 1


def test_muting_hushes_what_is_heard_and_leaves_what_is_seen() -> None:
    ear, eye = Eye("ear"), Eye("eye")
    ear.audible = True
    chorus = Chorus([ear, eye])
    rig = Rig(plan_of_steps(hold("A", 2), hold("B", 2), get_ready=0))
    rig.do("start")
    chorus.muted = True
    assert (ear.hushed, eye.hushed) == (1, 0)
    chorus.play(rig.engine.next())
    assert (ear.heard, eye.heard) == ([], [ZERO])


def test_a_pause_hushes_and_what_came_before_it_is_not_heard_any_more() -> None:
    listener = Eye()
    chorus = Chorus([listener])
    rig = Rig(plan_of_steps(hold("A", 4), hold("B", 4), get_ready=0, transition=4))
    chorus.play(rig.engine.start())
    rig.clock.advance(4)
    chorus.play(rig.engine.pause())
    assert (listener.heard, listener.hushed) == ([], 1)
