"""What people write and what they are told: meaning first, then spelling; and a cure that is followed holds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hiproutine.authoring.exercises import SIDES
from hiproutine.routine.durations import meant_seconds, parse_duration
from hiproutine.routine.meant_values import value_meant
from hiproutine.wording import WHEN_WORDS, brief, clock, minutes_said, spelt
from tests.desk import Desk

STEP = 'title = "T"\n[[steps]]\nname = "A"\n{line}\n'
BLOCK = 'title = "T"\n[[blocks]]\n{line}\n[[blocks.steps]]\nname = "A"\nhold = "20s"\n'
TOP = 'title = "T"\n{line}\n[[steps]]\nname = "A"\nhold = "20s"\n'


@pytest.mark.parametrize(
    ("text", "line", "cure"),
    [
        (STEP, 'duration = "30s"', "write hold or time"),
        (STEP, "secs = 30", "write hold or time"),
        (STEP, 'length = "30s"', "write hold or time"),
        (STEP, "repetitions = 10", "did you mean “reps”"),
        (STEP, "rep = 10", "did you mean “reps”"),
        (STEP, 'pause = "10s"', 'give it a step of its own, with rest = "10s"'),
        (STEP, 'rest_between_sets = "10s"', "did you mean “set_rest”"),
        (STEP, 'set-rest = "10s"', "did you mean “set_rest”"),
        (STEP, 'speak = "Breathe"', 'write cues = ["Breathe"]'),
        (STEP, 'image = "x.png"', "take it out: a step has none"),
        (STEP, 'title = "Slip"', "“name” stands there already: take this out"),
        (STEP, 'load = "low"', "it belongs to the routine: move it to the top of the file"),
        (BLOCK, "sets = 3", "a block has rounds: write rounds"),
        (BLOCK, 'side = "each"', "did you mean “sides”"),
        (TOP, 'transition = "5s"', "write it under [defaults]"),
        (TOP, 'name = "T"', "“title” stands there already: take this out"),
        (TOP, 'titel = "T"', "“title” stands there already: take this out"),
    ],
)
def test_a_key_is_understood_by_what_is_meant(desk: Desk, text: str, line: str, cure: str) -> None:
    problems = desk.problems(text.replace("{line}", line))
    assert [one.help for one in problems if one.code == "unknown-key"] == [cure]


@pytest.mark.parametrize(
    ("line", "code", "cure"),
    [
        ('sides = "links"\nhold = 5', "unknown-value", 'write "left"'),
        ('sides = ["left"]\nhold = 5', "wrong-type", 'write "left"'),
        ("reps = 10.0", "wrong-type", "write 10"),
        ('hold = 5\nstop_if = ["pain", "a pull"]', "wrong-type", 'write "pain; a pull"'),
    ],
)
def test_a_value_is_understood_by_what_is_meant(desk: Desk, line: str, code: str, cure: str) -> None:
    [problem] = desk.problems(STEP.replace("{line}", line))
    assert (problem.code, problem.help) == (code, cure)
    assert "['" not in problem.sentence()
    key = line.partition(" = ")[0] if "stop_if" not in line else "stop_if"
    wrong = next(one for one in line.splitlines() if one.startswith(key))
    mended = line.replace(wrong, f"{key} = {cure.removeprefix('write ')}")
    assert desk.load(STEP.replace("{line}", mended)).plan.steps == 1


def test_a_pause_after_an_exercise_stays_one_when_its_cure_is_followed(desk: Desk) -> None:
    desk.exercise("plank", 'name = "Plank"\nhold = "20s"\n')
    text = 'title = "T"\n[[steps]]\nexercise = "plank"\n'
    before = desk.load(text).plan
    problems = desk.problems(f'{text}pause = "10s"\n')
    assert [one.help for one in problems] == ['give it a step of its own, with rest = "10s"']
    after = desk.load(f'{text}[[steps]]\nrest = "10s"\n').plan
    assert [one.name for one in after.intervals if one.kind == "work"] == [
        one.name for one in before.intervals if one.kind == "work"
    ]
    assert after.seconds > before.seconds


def test_words_as_the_program_prints_them_are_understood() -> None:
    for key, words in {"sides": SIDES, "when": WHEN_WORDS}.items():
        for value, printed in words.items():
            assert value_meant(key, printed, list(words)) == f'"{value}"'
    for load in ("none", "low", "moderate", "high"):
        assert value_meant("load", f"{load} load", ["none", "low", "moderate", "high"]) == f'"{load}"'


@given(st.integers(1, 4 * 3600))
def test_lengths_as_the_program_prints_them_are_taken(seconds: int) -> None:
    assert parse_duration(clock(seconds)) == parse_duration(spelt(seconds)) == seconds
    assert parse_duration(brief(seconds)) == (seconds if seconds < 3600 else seconds // 60 * 60)
    if seconds % 60 == 0 or seconds < 60:
        assert meant_seconds(minutes_said(seconds)) == seconds
