"""One fault a file: its code, its place, and the sentence that a person reads."""

from __future__ import annotations

import pytest

from hiproutine.errors import place_text
from tests.desk import Desk, blocks, routine

DURATION = 'Write it as "30s", "1m30s" or "1:30"'
LEAVE = "Leave the dose out of a step that may fill the rest, or take “time” out"
DOSE = 'Add one of hold, time, reps, open, distance, rest or confirm, such as hold = "30s"'
FORMAT = "is not a format this program knows. This program reads format 1; a newer one may read this file."
GOOD = '{ name = "A", hold = 30 }'

FAULTS = {
    # the routine's own table
    "unsupported-format": (
        routine(GOOD, head="format = 2"),
        "format",
        f"2 {FORMAT}",
    ),
    "unsupported-format in quotes": (
        routine(GOOD, head='format = "1"'),
        "format",
        '"1" is not a format this program knows. Write format = 1, without quotes.',
    ),
    "unsupported-format that is huge": (
        routine(GOOD, head="format = 0x" + "f" * 5000),
        "format",
        f"a huge number {FORMAT}",
    ),
    "missing-key": (f"steps = [{GOOD}]", "", "“title” is missing. Add title = …."),
    "out-of-range empty": (
        f'title = " "\nsteps = [{GOOD}]',
        "title",
        "the text is empty. Write what it is called.",
    ),
    "out-of-range long": (
        f'title = "{"x" * 81}"\nsteps = [{GOOD}]',
        "title",
        "the text has 81 characters, the most is 80. Shorten it.",
    ),
    "out-of-range summary": (
        routine(GOOD, head=f'summary = "{"x" * 301}"'),
        "summary",
        "the text has 301 characters, the most is 300. Shorten it.",
    ),
    "unknown-value": (
        routine(GOOD, head='load = "hgih"'),
        "load",
        '"hgih" is not known here. Did you mean “high”.',
    ),
    "unknown-value in a list": (
        routine(GOOD, head='when = ["post-run", "at noon"]'),
        "when[2]",
        '"at noon" is not known here. Write one of pre-run, post-run, rest-day, any-time.',
    ),
    "no-steps": ('title = "T"', "", "the routine has no steps. Add [[steps]]."),
    "no-steps listed": ('title = "T"\nsteps = []', "", "the routine has no steps. Write them into steps = [ ]."),
    "no-steps in a block": (
        blocks('title = "B", steps = []'),
        "blocks[1]",
        'the block has no steps. Write a step into its list, such as { exercise = "plank" }.',
    ),
    "missing-key steps of a block": (
        blocks('title = "B"'),
        "blocks[1]",
        "“steps” is missing. Write [[blocks.steps]] below it, and the keys of a step.",
    ),
    "steps-and-blocks": (
        routine(GOOD, head=f'blocks = [{{ title = "B", steps = [{GOOD}] }}]'),
        "blocks",
        (
            "a routine has steps or blocks, not both; steps begin in line 3. "
            "Put those steps into a block too: [[blocks]] with a title, and [[blocks.steps]] below it."
        ),
    ),
    # wrong types
    "wrong-type text": (
        routine(GOOD, head="why = 5"),
        "why",
        '5 stands where a text belongs. Write "5".',
    ),
    "wrong-type date": (
        routine(GOOD, head="source = 2016-11-01"),
        "source",
        '2016-11-01 is a date or a time, not a text. Write it in quotes: "2016-11-01".',
    ),
    "wrong-type list": (
        routine(GOOD, head='tags = "stretch"'),
        "tags",
        '"stretch" stands where a list belongs. Write ["stretch"].',
    ),
    "wrong-type table": (
        routine(GOOD, head='defaults = "none"'),
        "defaults",
        '"none" stands where a table belongs. Write [defaults] on a line alone, its keys below it.',
    ),
    "wrong-type one table of steps": (
        'title = "T"\n[steps]\nname = "A"\nhold = 30',
        "steps",
        "a table stands where a list belongs. Write [[steps]].",
    ),
    "wrong-type one table of a block's steps": (
        blocks(f'title = "B", steps = {GOOD}'),
        "blocks[1].steps",
        "a table stands where a list belongs. Write [[blocks.steps]].",
    ),
    "wrong-type step": (
        f'title = "T"\nsteps = [{GOOD}, "squats"]',
        "steps[2]",
        '"squats" stands where a table belongs. Write { exercise = "squats" }, or name in place of exercise.',
    ),
    "wrong-type number": (
        routine('{ name = "A", reps = "8" }'),
        "steps[1].reps",
        '"8" stands where a whole number belongs. Write 8 without quotes.',
    ),
    "wrong-type fraction": (
        routine('{ name = "A", reps = 8.5 }'),
        "steps[1].reps",
        "8.5 stands where a whole number belongs. Write 8 or 9.",
    ),
    "wrong-type truth": (
        routine('{ name = "A", reps = true }'),
        "steps[1].reps",
        "true or false stands where a whole number belongs. Write a number.",
    ),
    "wrong-type choice": (
        routine(GOOD, head="load = 3"),
        "load",
        "3 stands where a text belongs. Write one of none, low, moderate, high in quotes.",
    ),
    "wrong-type id": (
        routine("{ exercise = 4, hold = 30 }"),
        "steps[1].exercise",
        "4 is not a text. Write it in quotes.",
    ),
    # a step
    "bad-duration": (
        routine('{ name = "A", hold = "30 secs" }'),
        "steps[1].hold",
        '"30 secs" is not a duration. Write "30s".',
    ),
    "bad-duration of a default": (
        routine(GOOD, head='defaults = { switch = "soon" }'),
        "defaults.switch",
        f'"soon" is not a duration. {DURATION}.',
    ),
    "out-of-range zero": (
        routine('{ name = "A", hold = "0s" }'),
        "steps[1].hold",
        '"0s" is too short, the least is 1 s. Write "1s" or more; zero is only for pauses.',
    ),
    "out-of-range dose": (
        routine('{ name = "A", time = "4h1s" }'),
        "steps[1].time",
        '"4h1s" is too long, the most is 4 h. Write "4h" or less.',
    ),
    "out-of-range no reps": (
        routine('{ name = "A", reps = 0 }'),
        "steps[1].reps",
        "0 is too small, the least is 1. Write 1 or more.",
    ),
    "out-of-range reps": (
        routine('{ name = "A", reps = 201 }'),
        "steps[1].reps",
        "201 is too large, the most is 200. Write 200 or less.",
    ),
    "out-of-range huge reps": (
        routine('{ name = "A", reps = 0x' + "f" * 5000 + " }"),
        "steps[1].reps",
        "a huge number is too large, the most is 200. Write 200 or less.",
    ),
    "out-of-range sets": (
        routine('{ name = "A", hold = 5, sets = 21 }'),
        "steps[1].sets",
        "21 is too large, the most is 20. Write 20 or less.",
    ),
    "out-of-range rounds": (
        blocks(f'title = "B", rounds = 21, steps = [{GOOD}]'),
        "blocks[1].rounds",
        "21 is too large, the most is 20. Write 20 or less.",
    ),
    "out-of-range cues": (
        routine('{ name = "A", hold = 300, cues = [' + '"x", ' * 101 + "] }"),
        "steps[1].cues",
        "the list has more than 100 entries. Shorten it.",
    ),
    "bad-tempo": (
        routine('{ name = "A", reps = 8, tempo = "2/1/2" }'),
        "steps[1].tempo",
        '"2/1/2" is not a tempo. Write "2-1-2".',
    ),
    "bad-tempo without reps": (
        routine('{ name = "A", hold = 30, tempo = "2-1-2" }'),
        "steps[1].tempo",
        "a tempo goes with reps, and this step has hold. Write reps = 10 in place of hold, or take the tempo out.",
    ),
    "bad-cue": (
        routine('{ name = "A", hold = 30, cues = ["Fine", "{who}"] }'),
        "steps[1].cues[2]",
        "“{who}” is not a placeholder. Use {name}, {side}, {seconds}, {next}, or write {{ and }} for braces.",
    ),
    "bad-cue outside its step": (
        routine('{ name = "A", hold = 30, cues = [{ at = "30s", say = "Late" }] }'),
        "steps[1].cues[1].at",
        'the cue is outside its step, which takes 30 s. Use "half", or a moment inside the step.',
    ),
    "bad-id": (
        routine('{ exercise = "Hip/Bridge", hold = 30 }'),
        "steps[1].exercise",
        (
            '"Hip/Bridge" is not an id. Use a-z, 0-9 and - only; '
            "for one that is not in the catalogue, write name in place of exercise."
        ),
    ),
    "bad-id of a neighbour": (
        routine('{ name = "A", hold = 30, easier = ["B!"] }'),
        "steps[1].easier[1]",
        (
            '"B!" is not an id. Use a-z, 0-9 and - only; '
            "for one that is not in the catalogue, write name in place of exercise."
        ),
    ),
    "unknown-exercise": (
        routine('{ exercise = "hip-bridge", hold = 30 }'),
        "steps[1].exercise",
        (
            "there is no exercise “hip-bridge”. "
            'Write name = "hip-bridge" in its place for one that is not in the catalogue.'
        ),
    ),
    "unknown-exercise as a neighbour": (
        routine('{ name = "A", hold = 30, harder = ["b"] }'),
        "steps[1].harder[1]",
        "there is no exercise “b”. Name an exercise of the catalogue.",
    ),
    "no-dose": (routine('{ name = "A" }'), "steps[1]", f"the step has no dose. {DOSE}."),
    "two-doses": (
        routine('{ name = "A", time = 30, reps = 8, tempo = "2-1-2" }'),
        "steps[1].reps",
        "a step has one dose, and this has time and reps. Keep one of time, reps.",
    ),
    "missing-key name": (
        routine("{ hold = 30 }"),
        "steps[1]",
        'the step has no name. Add name = "…" or exercise = "…".',
    ),
    "unknown-key of a break": (
        routine("{ rest = 30, sets = 2 }"),
        "steps[1].sets",
        "a rest has no “sets”. Take it out.",
    ),
    "block-time": (
        blocks(f'title = "B", time = 60, steps = [{GOOD}]'),
        "blocks[1].time",
        (
            f"the block is to take 1 min, but its steps take 30 s. {LEAVE}; "
            'for as many rounds as fit, write for = "1m" in its place.'
        ),
    ),
    "plan-too-long": (
        blocks('title = "B", rounds = 20, steps = [{ name = "A", time = "4h" }]'),
        "",
        "the plan is longer than 5,000 intervals or 24 hours. Take out rounds, sets or steps.",
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_has_its_code_its_place_and_its_sentence(desk: Desk, fault: str) -> None:
    content, place, sentence = FAULTS[fault]
    problem = desk.problem(content)
    assert (problem.code, place_text(problem.place)) == (fault.split(maxsplit=1)[0], place)
    where = f"{desk.folder}/mine.toml:{problem.line}:{problem.column}: "
    assert problem.sentence() == where + (f"{place}: " if place else "") + sentence
    assert problem.severity == "error"


@pytest.mark.parametrize(
    ("fault", "at"),
    [("no-dose", "table"), ("no-steps", "table"), ("missing-key", "table"), ("missing-key name", "table"),
     ("unknown-key of a break", "key"), ("bad-duration", "value"), ("two-doses", "value")],
)  # fmt: skip
def test_a_problem_points_at_the_value_the_key_or_the_table(desk: Desk, fault: str, at: str) -> None:
    assert desk.problem(FAULTS[fault][0]).at == at
