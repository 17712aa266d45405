"""Whole files: everything wrong at once, exercises behind steps, and warnings."""

from __future__ import annotations

import pytest

from hiproutine.errors import place_text
from tests.desk import Desk, blocks, routine

EXAMPLE = """#:schema ./routine.schema.json
format = 1
title = "Post-run hip stretch"
summary = "Four holds for hips that have just run."
when = ["post-run", "rest-day"]
load = "low"
tags = ["stretch"]
equipment = ["mat"]

[defaults]
transition = "8s"

[[steps]]
exercise = "hip-flexor-stretch"     # name, set-up, cues and sides come from the exercise
hold = "30s"

[[steps]]
name = "Butterfly"                  # a step can also say everything itself
hold = "30s"
setup = "Sit tall, soles together."
cues = ["Let the knees fall", { at = "half", say = "Breathe out, sink a little" }]
"""

FLEXOR = """name = "Hip flexor stretch"
sides = "each"
setup = "Kneel on one knee."
cues = ["Tuck the tail"]
position = "kneeling"
equipment = ["mat"]
"""


def test_the_example_of_the_format_is_played_as_it_says(desk: Desk) -> None:
    desk.exercise("hip-flexor-stretch", FLEXOR)
    loaded = desk.load(EXAMPLE)
    assert desk.shape(EXAMPLE) == [
        "ready 10 Hip flexor stretch left",
        "work 30 Hip flexor stretch left",
        "switch 5 Hip flexor stretch right",
        "work 30 Hip flexor stretch right",
        "ready 8 Butterfly",
        "work 30 Butterfly",
    ]
    assert (loaded.plan.id, loaded.plan.title, loaded.plan.load) == ("mine", "Post-run hip stretch", "low")
    assert loaded.warnings == ()


def test_all_problems_of_a_file_are_reported_together_in_the_order_of_their_places(desk: Desk) -> None:
    content = routine(
        '{ name = "A", hold = "30 secs", sides = "bth" }',
        '{ exercise = "none-such", cues = ["{who}"] }',
        "{ reps = 8, time = 5, set = 2 }",
        head='lod = "low"\nwhen = ["never"]\ndefaults = { switch = -1 }',
    )
    assert [(problem.code, place_text(problem.place)) for problem in desk.problems(content)] == [
        ("unknown-key", "lod"),
        ("unknown-value", "when[1]"),
        ("out-of-range", "defaults.switch"),
        ("bad-duration", "steps[1].hold"),
        ("unknown-value", "steps[1].sides"),
        ("unknown-exercise", "steps[2].exercise"),
        ("bad-cue", "steps[2].cues[1]"),
        ("missing-key", "steps[3]"),
        ("two-doses", "steps[3].time"),
        ("unknown-key", "steps[3].set"),
    ]


def test_all_problems_of_the_layout_are_reported_together(desk: Desk) -> None:
    late = 'cues = [{ at = "1h", say = "A" }, { at = "-2h", say = "B" }]'
    content = blocks(
        f'title = "B", steps = [{{ name = "A", hold = 30, sets = 2, {late} }}]',
        'title = "C", time = 60, steps = [{ name = "A", hold = 30 }]',
    )
    assert [(problem.code, place_text(problem.place)) for problem in desk.problems(content)] == [
        ("bad-cue", "blocks[1].steps[1].cues[1].at"),
        ("bad-cue", "blocks[1].steps[1].cues[2].at"),
        ("block-time", "blocks[2].time"),
    ]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"title = ", "toml-syntax"),
        (b"title = '\xff'", "not-utf8"),
        (b" " * (1024 * 1024 + 1), "too-large"),
        (b"title = '\x1b[2J'", "control-character"),
    ],
)
def test_a_file_that_is_no_table_has_one_problem(desk: Desk, content: bytes, code: str) -> None:
    problem = desk.problem(content)
    assert (problem.code, problem.path) == (code, f"{desk.folder}/mine.toml")


def test_every_dose_counts_against_the_one_a_step_has(desk: Desk) -> None:
    problem = desk.problem(routine('{ name = "A", hold = 5, time = 5, rest = 5 }'))
    assert problem.message == "a step has one dose, and this has hold and time and rest"


def test_a_break_has_neither_sides_nor_sets_nor_tempo(desk: Desk) -> None:
    content = routine('{ rest = 30, sides = "each", sets = 2, set_rest = 5, switch = 5, tempo = "2-1-2" }')
    assert {place_text(problem.place) for problem in desk.problems(content)} == {
        f"steps[1].{key}" for key in ("sides", "sets", "set_rest", "switch", "tempo")
    }


def test_a_tempo_does_not_go_with_a_share_of_the_time_of_a_block(desk: Desk) -> None:
    desk.exercise("bridge", 'name = "Bridge"\nreps = 10')
    problem = desk.problem(blocks('title = "B", time = 60, steps = [{ exercise = "bridge", tempo = "2-1-2" }]'))
    assert (problem.code, problem.place) == ("bad-tempo", ("blocks", 0, "steps", 0, "tempo"))


def test_a_block_without_time_to_share_says_nothing_of_the_cues_that_do_not_fit(desk: Desk) -> None:
    step = '{ name = "A", cues = [{ at = "5s", say = "Now" }] }'
    problem = desk.problem(blocks(f'title = "B", time = 3, steps = [{step}]'))
    assert (problem.code, place_text(problem.place)) == ("block-time", "blocks[1].time")


def test_a_broken_exercise_is_said_where_a_step_asks_for_it(desk: Desk) -> None:
    desk.exercise("bridge", 'name = "Bridge"\nhold = "long"')
    problem = desk.problem(routine('{ exercise = "bridge" }'))
    assert (problem.code, problem.place) == ("unknown-exercise", ("steps", 0, "exercise"))
    assert 'bridge.toml:2:8: hold: "long" is not a duration' in problem.message


def test_a_name_near_to_an_exercise_is_offered(desk: Desk) -> None:
    desk.exercise("hip-bridge")
    desk.exercise("hip-hinge")
    assert desk.problem(routine('{ exercise = "hip-brigde", hold = 5 }')).help == "did you mean hip-bridge or hip-hinge"


def test_whatever_is_wrong_is_wrong_with_the_file_that_was_asked_for(desk: Desk) -> None:
    problem = desk.problem(routine('{ name = "A" }'))
    assert problem.path == str(desk.folder / "mine.toml")


def test_markup_in_a_title_is_a_title(desk: Desk) -> None:
    loaded = desk.load('title = "[bold]T[/bold] [@click=quit]"\nsteps = [{ name = "{name}", hold = 5 }]')
    assert loaded.plan.title == "[bold]T[/bold] [@click=quit]"
    assert loaded.plan.intervals[1].name == "{name}"


@pytest.mark.parametrize(
    ("step", "seconds"),
    [
        ('{ name = "A", hold = 60 }', "60"),
        ('{ name = "A", hold = 30, sets = 2 }', "60"),
        ('{ name = "A", hold = 75, sides = "each" }', "75"),
        ('{ name = "A", hold = 90, sides = "alternate" }', "90"),
    ],
)
def test_a_long_static_hold_before_a_run_is_warned_of_once(desk: Desk, step: str, seconds: str) -> None:
    (warning,) = desk.load(routine(step, head='when = ["pre-run"]')).warnings
    assert (warning.code, warning.severity) == ("long-static-hold-before-run", "warning")
    assert warning.place == ("steps", 0, "hold")
    assert warning.sentence() == (
        f"{desk.folder}/mine.toml: steps[1].hold: its holds add up to {seconds} s a side, and the routine is for "
        "before a run. Before a run, keep static holds under 60 s a side."
    )


@pytest.mark.parametrize(
    ("step", "when"),
    [
        ('{ name = "A", hold = 59 }', "pre-run"),
        ('{ name = "A", hold = 55, sides = "each" }', "pre-run"),
        ('{ name = "A", hold = 55, sides = "alternate" }', "pre-run"),
        ('{ name = "A", time = 90 }', "pre-run"),
        ('{ name = "A", hold = 90 }', "post-run"),
        ('{ name = "A", hold = 90 }', "any-time"),
    ],
)
def test_other_holds_are_not_warned_of(desk: Desk, step: str, when: str) -> None:
    assert desk.load(routine(step, head=f'when = ["{when}"]')).warnings == ()
