"""Sets that differ, ranges, and repetitions that are held: what is laid out, and how it is told everywhere."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from hiproutine.cli.printing import plan_lines, plan_values
from hiproutine.cues.spoken import Script
from hiproutine.journal.plan_json import plan_from_text, plan_text
from hiproutine.plain.lines import Teller
from hiproutine.plan.model import Interval, Kind, Plan
from hiproutine.play.events import IntervalStarted
from hiproutine.play.view import Phase, View
from hiproutine.share.sheet import dose_text
from hiproutine.tui.library.text import dose
from hiproutine.tui.player.scene import scene_of
from tests.desk import Desk, routine

PYRAMID = '{ name = "Bridge", reps = [10, 8, 6], set_rest = 30 }'
LADDER = '{ name = "Side plank", hold = [20, "30s", "0:40"], sides = "each" }'
RANGE = '{ name = "Step-down", reps = "8-12", sets = 3 }'
MCGILL = '{ name = "Curl-up", reps = [6, 4, 2], hold = "10s" }'
PRESS = '{ name = "Press", reps = 10, hold = 5, sides = "each" }'


def work(plan: Plan) -> list[Interval]:
    return [one for one in plan.intervals if one.kind is Kind.WORK]


def view_of(interval: Interval, elapsed: float = 0.0) -> View:
    return View(Phase.PLAYING, interval, elapsed, interval.seconds, 0, 0.0, interval.seconds, interval.start)


def lines_of(plan: Plan) -> list[str]:
    teller = Teller(plan)
    return [line for one in plan.intervals for line in teller.tell((IntervalStarted(0.0, one),), view_of(one))]


def test_a_list_has_one_dose_a_set_and_says_how_many_sets_there_are(desk: Desk) -> None:
    found = work(desk.plan(routine(PYRAMID)))
    assert [(one.set, one.sets, one.reps, one.seconds) for one in found] == [
        (1, 3, 10, 40),
        (2, 3, 8, 32),
        (3, 3, 6, 24),
    ]
    assert desk.shape(routine(LADDER))[1:8] == [
        "work 20 Side plank left",
        "switch 5 Side plank right",
        "work 20 Side plank right",
        "rest 30 Rest",
        "work 30 Side plank left",
        "switch 5 Side plank right",
        "work 30 Side plank right",
    ]


def test_a_range_is_estimated_by_its_middle_and_a_tempo_goes_to_its_upper_end(desk: Desk) -> None:
    found = work(desk.plan(routine(RANGE)))
    assert [(one.reps_from, one.reps, one.seconds, one.self_paced) for one in found] == [(8, 12, 40, True)] * 3
    (beaten,) = work(desk.plan(routine('{ name = "A", reps = "8-12", tempo = "2-1-2" }')))
    assert (beaten.seconds, beaten.self_paced, beaten.all_reps) == (60, False, 12)
    (both,) = work(desk.plan(routine('{ name = "A", reps = "8-12", sides = "alternate" }')))
    assert (both.seconds, both.all_least, both.all_reps) == (80, 16, 24)


def test_repetitions_that_are_held_have_a_tempo_of_their_own_and_go_on_by_themselves(desk: Desk) -> None:
    found = work(desk.plan(routine(MCGILL)))
    assert [(one.reps, one.held, one.tempo, one.seconds) for one in found] == [
        (6, 10, (1, 10, 1), 72),
        (4, 10, (1, 10, 1), 48),
        (2, 10, (1, 10, 1), 24),
    ]
    assert not any(one.self_paced for one in found)
    assert [(one.dose, one.side) for one in work(desk.plan(routine(PRESS)))] == [("reps", "left"), ("reps", "right")]


def test_an_exercise_lends_its_list_and_a_step_of_its_own_dose_takes_nothing_of_it(desk: Desk) -> None:
    desk.exercise("curl-up", 'name = "Curl-up"\nreps = [6, 4, 2]\nhold = "10s"\n')
    assert [one.reps for one in work(desk.plan(routine('{ exercise = "curl-up" }')))] == [6, 4, 2]
    (alone,) = work(desk.plan(routine('{ exercise = "curl-up", reps = 5 }')))
    assert (alone.reps, alone.held, alone.self_paced) == (5, None, True)


@pytest.mark.parametrize(
    ("step", "place", "code", "said"),
    [
        ('name = "A", reps = [10, 8], sets = 3', "sets", "out-of-range", "Write 2, or take sets out"),
        ('name = "A", reps = [10, 8], hold = [5, 6, 7]', "hold", "out-of-range", "one alone without [ ]"),
        ('name = "A", reps = []', "reps", "out-of-range", "Write one for each set"),
        ('name = "A", reps = "12-8"', "reps", "out-of-range", 'Write "8-12"'),
        ('name = "A", reps = "8-8"', "reps", "out-of-range", "Write 8"),
        ('name = "A", reps = "8-900"', "reps", "out-of-range", "Write 200 or less"),
        ('name = "A", reps = "8 to 12"', "reps", "wrong-type", 'Write "8-12"'),
        ('name = "A", reps = "8–12"', "reps", "wrong-type", 'Write "8-12"'),
        ('name = "A", reps = [10, [8]]', "reps[2]", "wrong-type", "one number or range for each set"),
        ('name = "A", hold = ["20s", "x"]', "hold[2]", "bad-duration", '"30s"'),
        ('name = "A", reps = 5, hold = 5, tempo = "1-1-1"', "tempo", "bad-tempo", "Take the hold out, or the tempo"),
        ('exercise = "e", sets = 2', "sets", "out-of-range", "Write 3, or reps here"),
        ('exercise = "e", tempo = "1-1-1"', "tempo", "bad-tempo", "Take the tempo out"),
    ],
)
def test_what_does_not_agree_is_said_at_its_place_with_its_cure(
    desk: Desk, step: str, place: str, code: str, said: str
) -> None:
    desk.exercise("e", 'name = "E"\nreps = [6, 4, 2]\nhold = 5\n')
    problem = desk.problem(routine(f"{{ {step} }}"))
    sentence = problem.sentence()
    assert problem.code == code
    assert f": steps[1].{place}: " in sentence
    assert said in sentence


def test_it_is_told_in_figures_everywhere(desk: Desk) -> None:
    for step, shown, sheet, line in (
        (PYRAMID, "10, 8, 6 times", "10, 8, 6 times", "Bridge, 8 times, set 2 of 3"),
        (LADDER, "20 s, 30 s, 40 s a side", "20 s, 30 s, 40 s a side", "Side plank, right side, set 3 of 3"),
        (RANGE, "3 × 8 to 12 times", "3 × 8 to 12 times", "Step-down, 8 to 12 times, set 1 of 3"),
        (MCGILL, "6, 4, 2 times, held 10 s", "6, 4, 2 times, held 10 s", "Curl-up, 2 times, held 10 s, set 3 of 3"),
        (PRESS, "10 times a side, held 5 s", "10 times a side, held 5 s", "Press, left side, 10 times, held 5 s"),
    ):
        loaded = desk.load(routine(step))
        first = work(loaded.plan)[0]
        assert dose(first, loaded.plan) == shown
        assert dose_text(first, loaded.plan) == sheet
        assert any(one.text.endswith(line) for one in plan_lines(loaded)), line


def test_it_is_told_in_words(desk: Desk) -> None:
    plan = desk.plan(routine(RANGE, PYRAMID, MCGILL))
    script, said = Script(plan), lines_of(plan)
    spoken = " ".join(script.opening(one).text for one in plan.intervals)
    assert "Get ready: Step-down, set one of three, eight to twelve times." in spoken
    assert "Rest, thirty seconds. Next: set two of three." in spoken
    assert "Rest, thirty seconds. Next: set two of three, eight times." in spoken
    assert "Rest, thirty seconds. Next: set two of three, four times, held ten seconds." in spoken
    assert "Get ready: Step-down, set 1 of 3, 8 to 12 times. Step 1 of 3." in said
    assert "Rest, 30 seconds. Next: set 2 of 3." in said
    assert "Rest, 30 seconds. Next: set 3 of 3, 2 times, held 10 seconds." in said


def test_it_stands_on_the_player(desk: Desk) -> None:
    def scene(step: str, elapsed: float = 0.0) -> Any:
        plan = desk.plan(routine(step))
        return scene_of(view_of(work(plan)[0], elapsed), plan, "", datetime(2026, 11, 30, 7, tzinfo=UTC))

    assert (scene(RANGE).digits, scene(RANGE).detail) == ("8-12", "set 1 of 3 · 8 to 12 times")
    held = scene(PRESS, 8.5)
    assert (held.digits.strip(), held.detail, held.under) == ("2", "10 times a side, held 5 s", "of 10 · hold")


WEAK = '{ name = "Raise", sides = "each", reps = { left = 12, right = 8 }, sets = { left = 3, right = 2 } }'


def test_a_weak_side_has_more_and_what_the_other_has_not_is_left_out(desk: Desk) -> None:
    assert [(one.side, one.set, one.sets, one.reps, one.seconds) for one in work(desk.plan(routine(WEAK)))] == [
        ("left", 1, 3, 12, 48),
        ("right", 1, 2, 8, 32),
        ("left", 2, 3, 12, 48),
        ("right", 2, 2, 8, 32),
        ("left", 3, 3, 12, 48),
    ]
    plan = desk.plan(routine(WEAK))
    assert [one.kind for one in plan.intervals if one.kind is Kind.SWITCH] == [Kind.SWITCH] * 2
    assert dose(work(plan)[0], plan) == "left 3 × 12 times, right 2 × 8 times"
    assert dose_text(work(plan)[0], plan) == "left 3 × 12 times, right 2 × 8 times"
    listed = '{ name = "A", sides = "each", hold = { left = [20, 30], right = "10s" } }'
    assert [one.seconds for one in work(desk.plan(routine(listed)))] == [20, 10, 30]
    amounts = 'distance = { left = "60m", right = ["20m", "30m"] }, sets = { left = 1, right = 2 }'
    far = f'{{ name = "Hop", sides = "each", {amounts} }}'
    plan = desk.plan(routine(far))
    assert [(one.side, one.metres) for one in work(plan)] == [("left", 60), ("right", 20), ("right", 30)]
    assert dose(work(plan)[0], plan) == "left 60 m, right 20 m, 30 m"


@pytest.mark.parametrize(
    ("step", "place", "code", "said"),
    [
        ("reps = { left = 12, right = 8 }", "reps", "wrong-type", 'Add sides = "each", or write one amount alone'),
        ('reps = 5, sets = { left = 3, right = 2 }, sides = "left"', "sides", "wrong-type", 'Write sides = "each"'),
        ('reps = { left = 12 }, sides = "each"', "reps", "missing-key", "Add right = …"),
        ('reps = { left = 12, right = 0 }, sides = "each"', "reps.right", "out-of-range", "Write 1 or more"),
        ('reps = { left = 1, right = 2, up = 3 }, sides = "each"', "reps.up", "unknown-key", "Write left and right"),
        ('hold = { left = "x", right = 2 }, sides = "each"', "hold.left", "bad-duration", '"30s"'),
        ('distance = { left = "9m", right = "8" }, sides = "each"', "distance.right", "unknown-value", '"400m"'),
        ('distance = { left = "9m", right = "8m" }', "distance", "wrong-type", 'Add sides = "each"'),
        (
            'reps = 5, weight = { left = "10 kg", right = "8 kg" }',
            "weight",
            "wrong-type",
            "Write one for both sides, or two",
        ),
        ('open = { left = "10s", right = "8s" }', "open", "bad-duration", "Write one for both sides, or two steps"),
        (
            'reps = { left = [5, 4], right = 2 }, sets = { left = 3, right = 1 }, sides = "each"',
            "sets.left",
            "out-of-range",
            "Write 2, or take sets out",
        ),
    ],
)
def test_what_is_wrong_on_one_side_is_said_there(desk: Desk, step: str, place: str, code: str, said: str) -> None:
    problem = desk.problem(routine(f'{{ name = "A", {step} }}'))
    assert problem.code == code
    assert f": steps[1].{place}: " in problem.sentence()
    assert said in problem.sentence()


def test_a_routine_can_begin_with_the_sorer_side(desk: Desk) -> None:
    loaded = desk.load(routine('{ name = "A", hold = 5, sides = "each" }', head='defaults = { first_side = "sorer" }'))
    assert [one.side for one in work(loaded.plan)] == ["left", "right"]
    assert loaded.right_first
    assert [one.side for one in work(loaded.right_first)] == ["right", "left"]
    assert desk.load(routine(WEAK)).right_first is None


def test_json_has_it_where_it_is_said_and_a_kept_plan_comes_back(desk: Desk) -> None:
    plan = desk.plan(routine(RANGE, MCGILL, '{ name = "A", hold = 5 }'))
    shown = [one for one in plan_values(plan)["intervals"] if one["kind"] == "work"]
    assert (shown[0]["reps_from"], shown[0]["reps"], shown[3]["held"]) == (8, 12, 10)
    assert not {"reps_from", "held"} & shown[-1].keys()
    kept = plan_text(plan)
    assert plan_from_text(kept) == plan
    assert "reps_from" not in json.loads(kept)["intervals"][-1]


@pytest.mark.parametrize(
    ("step", "said"),
    [
        ("reps = 1", "once"),
        ("reps = 1, hold = 10", "once, held 10 s"),
        ("reps = 1, hold = 10, sets = 3", "3 × 1, held 10 s"),
        ("reps = 1, sets = 2", "2 × 1"),
        ("reps = 1, hold = [10, 20]", "2 × 1, held 10 s, 20 s"),
    ],
)
def test_one_repetition_is_once(desk: Desk, step: str, said: str) -> None:
    loaded = desk.load(f'title = "T"\nsteps = [{{ name = "A", {step} }}]\n')
    first = work(loaded.plan)[0]
    assert (dose_text(first, loaded.plan), dose(first, loaded.plan)) == (said, said)
