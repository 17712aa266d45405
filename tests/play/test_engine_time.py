"""How time works: deadlines, gaps, seconds, cues and beats, each at its moment."""

from __future__ import annotations

from random import Random

import pytest

from hiproutine.plan.model import Kind
from hiproutine.play.events import Finished, IntervalStarted
from hiproutine.play.view import Phase
from tests.play.rig import Rig, hold, plan_of_steps
from tests.tables import plan_of

SHORT = plan_of_steps(hold("A", 3), hold("B", 2), get_ready=2, transition=1)
SHORT_TOLD = [
    "0 start ready A",
    "1 second 1",
    "2 end 2 done",
    "2 start work A",
    "3 second 2",
    "4 second 1",
    "5 end 3 done",
    "5 start ready B",
    "6 end 1 done",
    "6 start work B",
    "7 second 1",
    "8 end 2 done",
    "8 finished",
]


@pytest.mark.parametrize("step", [0.01, 0.1, 0.25, 0.7, 1.0, 1.3, 3.0, 5.0])
def test_what_is_told_and_when_does_not_depend_on_who_asks_how_often(step: float) -> None:
    rig = Rig(SHORT)
    assert rig.do("start") + rig.wait(10, step) == SHORT_TOLD
    assert rig.engine.phase is Phase.FINISHED


def test_an_interval_starts_at_the_deadline_of_the_one_before_and_not_when_somebody_looks() -> None:
    rig = Rig(SHORT, began=100)
    rig.do("start")
    assert rig.wait(4.9, 4.9)[-2:] == ["103 second 2", "104 second 1"]
    assert rig.wait(0.3)[:2] == ["105 end 3 done", "105 start ready B"]


def test_an_hour_of_ticks_at_random_does_not_drift() -> None:
    random = Random(3600)
    seconds = [random.randint(1, 90) for _ in range(80)]
    rig = Rig(plan_of_steps(*(hold(seconds=length) for length in seconds)), began=12_345.678)
    rig.do("start")
    while rig.engine.phase is Phase.PLAYING:
        rig.wait(random.uniform(0.001, 4.999), 5)
    finished = rig.events[-1]
    assert isinstance(finished, Finished)
    assert rig.engine.plan.seconds > 3600
    assert finished.at == pytest.approx(12_345.678 + rig.engine.plan.seconds, abs=1e-6)
    for event in rig.events:
        if isinstance(event, IntervalStarted):
            assert event.at == pytest.approx(12_345.678 + event.interval.start, abs=1e-6)


def test_a_share_that_is_a_fraction_shows_whole_seconds_before_its_end() -> None:
    thirds = {"title": "B", "time": 20, "steps": [{"name": name} for name in "ABC"]}
    plan = plan_of({"title": "T", "blocks": [thirds], "defaults": {"get_ready": 0, "transition": 0}})
    rig = Rig(plan)
    told = rig.do("start") + rig.wait(7, 0.1)
    assert told[:3] == ["0 start work A", "0.666667 second 6", "1.66667 second 5"]
    assert told[6:8] == ["5.66667 second 1", "6.66667 end 6.66667 done"]


def test_cues_half_and_beats_fall_at_their_moments() -> None:
    cues = ["first", "second", {"at": "-5s", "say": "soon"}, {"at": "half", "say": "halfway"}]
    rig = Rig(plan_of_steps(hold(seconds=20, cues=cues), get_ready=0))
    told = [line for line in rig.do("start") + rig.wait(20, 0.5) if "second " not in line or "cue" in line]
    assert told == [
        "0 start work A",
        "0 cue first",
        "10 cue second",
        "10 cue halfway",
        "10 half",
        "15 cue soon",
        "20 end 20 done",
        "20 finished",
    ]


@pytest.mark.parametrize(("seconds", "halves"), [(19, 0), (20, 1), (21, 1)])
def test_half_time_is_told_from_twenty_seconds_of_work_on(seconds: int, halves: int) -> None:
    rig = Rig(plan_of_steps(hold(seconds=seconds), get_ready=40))
    rig.do("start")
    assert sum(line.endswith("half") for line in rig.wait(80)) == halves


def test_a_tempo_beats_every_part_that_takes_time_and_counts_alternating_sides() -> None:
    step = {"name": "A", "reps": 1, "tempo": "2-0-1", "sides": "alternate"}
    rig = Rig(plan_of_steps(step, get_ready=0))
    told = [line for line in rig.do("start") + rig.wait(6, 0.4) if "second" not in line]
    assert told == [
        "0 start work A",
        "0 rep 1.0",
        "2 rep 1.2",
        "3 rep 2.0",
        "5 rep 2.2",
        "6 end 6 done",
        "6 finished",
    ]


def test_what_a_person_paces_counts_up_and_never_ends_by_itself() -> None:
    rig = Rig(plan_of_steps({"name": "A", "open": 3, "cues": ["go"]}, get_ready=0))
    assert rig.do("start") == ["0 start work A", "0 cue go"]
    assert rig.wait(6) == [f"{n} second {n}" for n in range(1, 7)]
    assert rig.engine.phase is Phase.PLAYING
    assert rig.wait(0.75) == []
    assert rig.engine.view().second == 6
    assert rig.do("done") == ["6.75 end 6.75 done", "6.75 finished"]


def test_a_gap_of_five_seconds_is_nothing() -> None:
    rig = Rig(plan_of_steps(hold(), get_ready=0))
    rig.do("start")
    assert rig.wait(5, 5)[-1] == "5 second 25"
    assert rig.engine.phase is Phase.PLAYING


@pytest.mark.parametrize("gap", [5.01, 60.0, 86_400.0])
def test_a_longer_gap_pauses_at_the_last_seen_moment_and_skips_nothing(gap: float) -> None:
    rig = Rig(plan_of_steps(hold(cues=[{"at": 6, "say": "six"}]), get_ready=0))
    rig.do("start")
    rig.wait(4)
    rig.clock.advance(gap)
    assert rig.do("tick") == [f"4 paused {gap:g}"]
    view = rig.engine.view()
    assert (view.phase, view.elapsed) == (Phase.PAUSED, 4)
    assert view.away == pytest.approx(gap)
    rig.do("resume")
    assert rig.engine.view().away == 0
    began = rig.clock.now + 3 - 4
    assert f"{began + 6:g} cue six" in rig.wait(6)


@pytest.mark.parametrize("command", ["next", "back", "restart", "pause", "done"])
def test_a_key_after_an_absence_only_tells_that_the_person_was_away(command: str) -> None:
    rig = Rig(plan_of_steps(hold(), hold("B"), get_ready=0))
    rig.go_to(2)
    rig.wait(2)
    rig.clock.advance(60)
    assert rig.do(command) == ["2 paused 60"]
    assert rig.engine.interval.index == 2


def test_leaving_after_an_absence_ends_at_the_last_seen_moment() -> None:
    rig = Rig(plan_of_steps(hold(), get_ready=0))
    rig.do("start")
    rig.wait(2)
    rig.clock.advance(60)
    assert rig.do("stop") == ["2 paused 60", "62 end 2 left", "62 stopped"]


def test_an_absence_in_the_count_in_pauses_too() -> None:
    rig = Rig(plan_of_steps(hold(), get_ready=0))
    rig.do("start")
    rig.wait(2)
    rig.do("pause")
    rig.do("resume")
    rig.wait(1)
    rig.clock.advance(9)
    assert rig.do("tick") == ["3 paused 9"]
    assert rig.engine.view().elapsed == 2


def test_a_confirm_waits_however_long_it_takes() -> None:
    rig = Rig(plan_of_steps({"confirm": "Towel on?"}, hold(), get_ready=2))
    assert rig.do("start") == ["0 start confirm Towel on?"]
    rig.clock.advance(3_600)
    assert rig.do("tick") == []
    assert rig.do("done") == ["3600 end 0 done", "3600 start ready A"]
    assert rig.wait(1) == ["3601 second 1"]


def test_an_absence_while_the_person_sets_the_pace_pauses() -> None:
    rig = Rig(plan_of_steps({"name": "A", "open": 60}, get_ready=0))
    rig.do("start")
    rig.wait(3)
    rig.clock.advance(30)
    assert rig.do("tick") == ["3 paused 30"]


def test_a_clock_that_steps_back_changes_nothing() -> None:
    rig = Rig(plan_of_steps(hold(), get_ready=0), began=50)
    rig.do("start")
    rig.wait(3)
    rig.clock.advance(-2)
    assert rig.do("tick") == []
    assert rig.engine.view().elapsed == 3
    rig.clock.advance(3)
    assert rig.do("tick") == ["54 second 26"]


def test_a_new_block_and_a_new_round_are_opened_by_their_first_work() -> None:
    one, two = (
        {"title": "One", "rounds": 2, "steps": [hold("A", 1)]},
        {"title": "Two", "steps": [hold("B", 1)]},
    )
    plan = plan_of({"title": "T", "blocks": [one, two]})
    rig = Rig(plan)
    rig.do("start")
    rig.wait(40)
    started = [event for event in rig.events if isinstance(event, IntervalStarted)]
    opened = [(event.interval.name, event.interval.kind, event.opens) for event in started if event.opens]
    assert opened == [("A", Kind.WORK, "round"), ("B", Kind.WORK, "block")]


@pytest.mark.parametrize(("passed", "due"), [(0, 1), (0.25, 1), (5.5, 6), (12, 12.5), (12.5, 13), (24, 25), (24.5, 25)])
def test_what_is_due_next_is_known_so_that_nobody_need_ask_before(passed: float, due: float) -> None:
    cues = [{"at": "half", "say": "x"}, {"at": 6, "say": "y"}]
    rig = Rig(plan_of_steps(hold(cues=cues, seconds=25), get_ready=0), began=100)
    rig.do("start")
    rig.wait(passed)
    assert rig.engine.due() == 100 + due


def test_nothing_is_due_before_the_start_in_a_pause_in_a_confirm_or_after_the_end() -> None:
    rig = Rig(plan_of_steps({"confirm": "?"}, hold(), get_ready=0))
    assert rig.engine.due() is None
    rig.do("start")
    assert rig.engine.due() is None
    rig.do("done")
    rig.wait(2.5)
    rig.do("pause")
    assert rig.engine.due() is None
    rig.do("resume")
    assert rig.engine.due() == 3.5
    rig.do("stop")
    assert rig.engine.due() is None
