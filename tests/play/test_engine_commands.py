"""What a person can do while a routine plays."""

from __future__ import annotations

import pytest

from hiproutine.plan.model import Plan
from hiproutine.play.interval_run import LONGEST
from hiproutine.play.view import Phase
from tests.play.rig import Rig, hold, plan_of_steps, words
from tests.tables import plan_of

EACH = plan_of_steps(hold("A", 30, sides="each"), hold("B", 30), get_ready=10, transition=5, switch=5)
"""0 ready A, 1 work left, 2 switch, 3 work right, 4 ready B, 5 work B."""


def at(index: int, seconds: float = 0, plan: Plan | None = None) -> Rig:
    """An engine that has played so many seconds of an interval."""
    rig = Rig(plan or plan_of_steps(hold("A"), hold("B")))
    rig.go_to(index)
    rig.wait(seconds)
    return rig


def test_starting_again_does_nothing() -> None:
    rig = at(1, 2)
    assert rig.do("start") == []


def test_in_a_pause_everything_stands_still_however_long_it_takes() -> None:
    rig = at(1, 7.5)
    assert rig.do("pause") == ["7.5 paused 0"]
    rig.clock.advance(3_600)
    assert rig.do("tick") == rig.do("pause") == rig.do("done") == []
    view = rig.engine.view()
    assert (view.phase, view.elapsed, view.left, view.second) == (Phase.PAUSED, 7.5, 22.5, 23)


def test_going_on_is_preceded_by_a_count_in_of_three_seconds() -> None:
    rig = at(1, 7.5)
    rig.do("pause")
    rig.clock.advance(100)
    assert rig.do("resume") == ["107.5 in 3"]
    assert rig.engine.view().count_in == 3
    assert rig.wait(2.9, 0.5) == ["108.5 in 2", "109.5 in 1"]
    assert rig.engine.view().count_in == 1
    assert rig.wait(0.6, 0.6) == ["110.5 resumed", "111 second 22"]
    assert rig.engine.view().count_in == 0


def test_a_pause_in_the_count_in_begins_it_anew() -> None:
    rig = at(1, 7)
    rig.do("pause")
    rig.do("resume")
    rig.wait(2)
    assert rig.do("pause") == ["9 paused 0"]
    assert rig.do("resume") == ["9 in 3"]
    assert rig.wait(3)[-1] == "12 resumed"
    assert rig.engine.view().elapsed == 7


def test_going_on_when_nothing_is_paused_does_nothing() -> None:
    assert at(1, 7).do("resume") == []


def test_next_skips_what_is_left_and_enters_what_follows_at_once() -> None:
    rig = at(1, 7)
    assert rig.do("next") == ["7 end 7 skipped", "7 start ready B"]
    assert rig.do("next") == ["7 end 0 skipped", "7 start work B"]
    assert rig.do("next") == ["7 end 0 skipped", "7 finished"]
    assert rig.do("next") == []


def test_next_in_a_pause_stays_paused() -> None:
    rig = at(1, 7)
    rig.do("pause")
    assert rig.do("next") == ["7 end 7 skipped", "7 start ready B"]
    rig.clock.advance(60)
    assert rig.do("tick") == []
    assert rig.engine.view().phase is Phase.PAUSED


def test_next_in_the_count_in_goes_on_counting() -> None:
    rig = at(0, 7)
    rig.do("pause")
    rig.do("resume")
    rig.wait(1)
    assert rig.do("next") == ["8 end 7 skipped", "8 start work A"]
    assert rig.wait(3) == ["9 in 1", "10 resumed", "11 second 29"]


@pytest.mark.parametrize(
    ("index", "back"),
    [(0, 0), (1, 0), (2, 0), (3, 0), (4, 2), (5, 2)],
)
def test_back_leads_to_where_one_gets_into_place_for_the_work_before(index: int, back: int) -> None:
    rig = at(index, 2, EACH)
    told = rig.do("back")
    assert told[0] == "2 end 2 left"
    assert told[1].startswith("2 start")
    assert (rig.engine.interval.index, rig.engine.phase) == (back, Phase.PLAYING)


def test_back_leads_over_a_rest_and_counts_in_what_has_no_change_before_it() -> None:
    plan = plan_of_steps(hold("A"), {"rest": 20}, hold("B"), {"rest": 20}, hold("C"))
    rig = at(5, 2, plan)
    assert rig.do("back") == ["2 end 2 left", "2 start work B", "2 in 3"]
    assert rig.wait(3)[-1] == "5 resumed"
    assert at(2, 2, plan).do("back")[1] == "2 start ready A"


def test_back_leads_to_a_confirm() -> None:
    plan = plan_of_steps({"confirm": "Towel on?"}, hold("A"))
    rig = at(2, 2, plan)
    assert rig.do("back") == ["2 end 2 left", "2 start confirm Towel on?"]
    assert rig.engine.phase is Phase.PLAYING


def test_restart_begins_the_interval_again_and_counts_work_in() -> None:
    rig = at(1, 7)
    assert rig.do("restart") == ["7 end 7 left", "7 start work A", "7 in 3"]
    assert rig.wait(4) == ["8 in 2", "9 in 1", "10 resumed", "11 second 29"]


def test_restart_of_a_change_needs_no_count_in() -> None:
    rig = at(2, 3)
    assert rig.do("restart") == ["3 end 3 left", "3 start ready B"]
    assert rig.wait(1) == ["4 second 4"]


def test_restart_in_a_pause_stays_paused_at_the_beginning() -> None:
    rig = at(1, 7)
    rig.do("pause")
    assert rig.do("restart") == ["7 end 7 left", "7 start work A"]
    view = rig.engine.view()
    assert (view.phase, view.elapsed) == (Phase.PAUSED, 0)


def test_cues_are_told_again_when_their_interval_is_played_again() -> None:
    rig = at(1, 2, plan_of_steps(hold("A", cues=["go"])))
    rig.do("restart")
    assert "5 cue go" in rig.wait(3)


def test_ten_seconds_more_move_the_end_and_what_hangs_on_it() -> None:
    cues = [{"at": 5, "say": "five"}, {"at": "half", "say": "half"}, {"at": "-5s", "say": "soon"}]
    rig = at(0, 2, plan_of_steps(hold(cues=cues), get_ready=0))
    assert rig.do("adjust", 10) == ["2 adjusted 10"]
    view = rig.engine.view()
    assert (view.length, view.left, view.second, view.total_left) == (40, 38, 38, 38)
    told = [line for line in rig.wait(40) if "second" not in line]
    assert told == ["5 cue five", "20 cue half", "20 half", "35 cue soon", "40 end 40 done", "40 finished"]


def test_what_has_been_told_is_not_told_again_when_the_interval_grows() -> None:
    rig = at(0, 16, plan_of_steps(hold(cues=["go"]), get_ready=0))
    rig.do("adjust", 30)
    assert [line for line in rig.wait(50) if "second" not in line] == ["60 end 60 done", "60 finished"]


@pytest.mark.parametrize(("played", "length"), [(5, 20), (18, 21), (26, 29), (28, 30), (29.5, 30)])
def test_ten_seconds_less_leave_three_to_count_down(played: float, length: float) -> None:
    rig = at(0, played, plan_of_steps(hold(), get_ready=0))
    told = rig.do("adjust", -10)
    assert rig.engine.view().length == length
    assert told == ([f"{played:g} adjusted {length - 30:g}"] if length < 30 else [])
    assert f"{length:g} end {length:g} done" in rig.wait(30)


def test_a_break_and_a_change_can_be_made_longer_too() -> None:
    rig = at(0, 2)
    assert rig.do("adjust", 10) == ["2 adjusted 10"]
    assert "20 start work A" in rig.wait(20)


def test_making_longer_works_in_a_pause() -> None:
    rig = at(1, 2)
    rig.do("pause")
    assert rig.do("adjust", 10) == ["2 adjusted 10"]
    assert rig.engine.view().left == 38


@pytest.mark.parametrize(
    "step", [{"name": "A", "reps": 4, "tempo": "2-1-2"}, {"name": "A", "reps": 4}, {"name": "A", "open": 20}]
)
def test_a_tempo_and_what_the_person_paces_keep_their_length(step: dict[str, object]) -> None:
    rig = at(0, 2, plan_of_steps(step, get_ready=0))
    assert rig.do("adjust", 10) == rig.do("adjust", -10) == []
    assert rig.engine.view().length == rig.engine.interval.seconds


def test_an_interval_grows_to_four_hours_and_one_that_is_longer_stays_as_long() -> None:
    rig = at(0, 0, plan_of_steps(hold(seconds=14_395), get_ready=0))
    assert rig.do("adjust", 10) == ["0 adjusted 5"]
    assert rig.do("adjust", 10) == []
    assert rig.engine.view().length == LONGEST
    day = {"title": "B", "time": 30_000, "steps": [{"name": "A"}]}
    rig = at(0, 4, plan_of({"title": "T", "blocks": [day], "defaults": {"get_ready": 0}}))
    assert rig.do("adjust", 10) == []
    assert rig.do("adjust", -10) == ["4 adjusted -10"]


def test_done_ends_what_waits_for_it_and_nothing_else() -> None:
    plan = plan_of_steps({"name": "A", "reps": 8}, hold("B"), get_ready=2)
    rig = at(0, 1, plan)
    assert rig.do("done") == []
    rig.wait(1)
    rig.wait(9)
    assert rig.do("done") == ["11 end 9 done", "11 start ready B"]


def test_what_the_person_paces_may_take_longer_than_the_estimate() -> None:
    rig = at(0, 0, plan_of_steps({"name": "A", "open": 10}, hold("B"), get_ready=0))
    rig.wait(45)
    view = rig.engine.view()
    assert (view.elapsed, view.length, view.left, view.total_left, view.position) == (45, 10, 0, 35, 10)
    assert rig.do("done")[0] == "45 end 45 done"


@pytest.mark.parametrize("phase", ["playing", "paused", "counting in"])
def test_a_session_can_be_ended_in_every_phase(phase: str) -> None:
    rig = at(1, 7)
    for command in {"playing": [], "paused": ["pause"], "counting in": ["pause", "resume"]}[phase]:
        rig.do(command)
    assert rig.do("stop") == ["7 end 7 left", "7 stopped"]
    assert rig.do("stop") == rig.do("tick") == rig.do("start") == []


def test_leaving_before_the_start_is_nothing() -> None:
    assert Rig(EACH).do("stop") == []


def test_a_command_first_tells_what_was_due() -> None:
    rig = at(1, 28)
    rig.clock.advance(3)
    assert rig.do("pause") == ["29 second 1", "30 end 30 done", "30 start ready B", "31 second 4", "31 paused 0"]


def test_the_cues_of_a_confirm_wait_until_a_pause_is_over() -> None:
    plan = plan_of_steps(hold("A"), {"confirm": "Fine?", "cues": ["Look"]}, hold("B"))
    rig = at(1, 5, plan)
    rig.do("pause")
    assert rig.do("next") == ["5 end 5 skipped", "5 start confirm Fine?"]
    rig.clock.advance(30)
    assert rig.do("resume") == ["35 resumed", "35 cue Look"]
    rig.clock.advance(30)
    assert rig.do("done") == ["65 end 0 done", "65 start ready B"]


def test_the_view_knows_where_in_the_whole_the_person_is() -> None:
    rig = at(1, 12, EACH)
    view = rig.engine.view()
    assert view.position == pytest.approx(22)
    assert view.total_left == pytest.approx(EACH.seconds - 22)
    rig.do("adjust", 30)
    assert rig.engine.view().position == pytest.approx(10 + 30 * 12 / 60)
    rig.do("stop")
    assert rig.engine.view().phase.over


@pytest.mark.parametrize(
    ("seconds", "rep"),
    [(0, (1, 0)), (1.9, (1, 0)), (2, (1, 1)), (3, (1, 2)), (4.9, (1, 2)), (5, (2, 0)), (19.9, (4, 2))],
)
def test_the_view_shows_the_repetition_and_its_part(seconds: float, rep: tuple[int, int]) -> None:
    rig = at(0, 0, plan_of_steps({"name": "A", "reps": 4, "tempo": "2-1-2"}, get_ready=0))
    rig.wait(seconds)
    assert rig.engine.view().rep == rep


def late(index: int, elapsed: float) -> tuple[Rig, list[str]]:
    """An engine that goes on where an earlier one was cut short."""
    rig = Rig(EACH)
    return rig, [words(event) for event in rig.engine.start((index, elapsed))]


def test_going_on_in_the_middle_is_counted_in_and_takes_what_was_left() -> None:
    rig, begun = late(1, 12.5)
    assert begun == ["0 start work A left", "0 in 3"]
    view = rig.engine.view()
    assert (view.phase, view.left, view.second) == (Phase.COUNTING_IN, 17.5, 18)
    assert view.total_left == 17.5 + 5 + 30 + 5 + 30
    rig.wait(3)
    assert rig.engine.phase is Phase.PLAYING
    rig.wait(17.5)
    assert rig.engine.interval.index == 2
    assert rig.engine.view().elapsed == pytest.approx(0)


def test_what_was_told_before_is_not_told_again() -> None:
    rig, _ = late(1, 20.0)
    told = rig.wait(8)
    assert not [word for word in told if word.endswith(("half", "second 11"))]
    assert [word for word in told if "second" in word][:2] == ["4 second 9", "5 second 8"]


def test_more_than_an_interval_takes_ends_it_after_the_count_in() -> None:
    rig, _ = late(1, 99.0)
    rig.wait(3.01)
    assert rig.engine.interval.index == 2
