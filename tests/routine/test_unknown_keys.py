"""A key that nobody knows, in every table a file can have."""

from __future__ import annotations

import pytest

from hiproutine.errors import Problem, place_text
from hiproutine.routine.catalogue import Catalogue
from tests.desk import Desk, blocks, routine

GOOD = '{ name = "A", hold = 30 }'
STEP_KEYS = "A step has name, hold, time, reps, open, rest and more"


def told(problem: Problem) -> tuple[str, str, str]:
    return problem.code, place_text(problem.place), problem.sentence().partition(f"{problem.column}: ")[2]


@pytest.mark.parametrize(
    ("content", "place", "sentence"),
    [
        (
            routine(GOOD, head='titel = "A"'),
            "titel",
            "a routine has no key “titel”. “title” stands there already: take this out.",
        ),
        (routine(GOOD, head='lod = "low"'), "lod", "a routine has no key “lod”. Did you mean “load”."),
        (routine(GOOD, head='id = "a"'), "id", "a routine has no key “id”. Take it out: the id is the file's name."),
        (
            routine(GOOD, head="rounds = 2"),
            "rounds",
            "a routine has no key “rounds”. Put the steps in a block: [[blocks]] has rounds.",
        ),
        (
            routine(GOOD, head='hold = "5s"'),
            "hold",
            "a routine has no key “hold”. It belongs in the steps: write it in each of them.",
        ),
        (
            routine(GOOD, head="zzz = 1"),
            "zzz",
            "a routine has no key “zzz”. A routine has format, title, summary, when, load, tags and more.",
        ),
        (
            routine(GOOD, head="defaults = { get_redy = 5 }"),
            "defaults.get_redy",
            "[defaults] has no key “get_redy”. Did you mean “get_ready”.",
        ),
        (
            routine(GOOD, head="defaults = { hold = 5 }"),
            "defaults.hold",
            "[defaults] has no key “hold”. It belongs in the steps: write it in each of them.",
        ),
        (
            blocks(f'title = "B", round = 2, steps = [{GOOD}]'),
            "blocks[1].round",
            "a block has no key “round”. A block has rounds: write rounds.",
        ),
        (
            blocks(f'title = "B", defaults = {{}}, steps = [{GOOD}]'),
            "blocks[1].defaults",
            "a block has no key “defaults”. It belongs to the routine: move it to the top of the file.",
        ),
        (
            routine('{ name = "A", hold = 5, side = "left" }'),
            "steps[1].side",
            "a step has no key “side”. Did you mean “sides”.",
        ),
        (
            routine('{ name = "A", hold = 5, seconds = 30 }'),
            "steps[1].seconds",
            "a step has no key “seconds”. “hold” stands there already: take this out.",
        ),
        (
            blocks(f'title = "B", steps = [{GOOD}, {{ name = "A", hold = 5, rep = 3 }}]'),
            "blocks[1].steps[2].rep",
            "a step has no key “rep”. Did you mean “reps”.",
        ),
        (
            routine('{ name = "A", hold = 5, volume = 3 }'),
            "steps[1].volume",
            f"a step has no key “volume”. {STEP_KEYS}.",
        ),
        (
            routine('{ name = "A", hold = 5, aliases = ["B"] }'),
            "steps[1].aliases",
            "a step has no key “aliases”. It belongs in the exercise's own file: take it out here.",
        ),
        (
            routine('{ name = "A", hold = 5, cues = [{ at = "half", says = "B" }] }'),
            "steps[1].cues[1].says",
            "a cue has no key “says”. Did you mean “say”.",
        ),
    ],
)
def test_an_unknown_key_comes_with_what_was_meant(desk: Desk, content: str, place: str, sentence: str) -> None:
    problem = desk.problem(content)
    assert told(problem)[:2] == ("unknown-key", place)
    assert told(problem)[2] == f"{place}: {sentence}"
    assert problem.at == "key"


def test_an_unknown_key_of_an_exercise_comes_with_what_was_meant(desk: Desk) -> None:
    path = desk.exercise("a", 'name = "A"\nmuscle = ["glutes"]')
    found = Catalogue([path.parent]).find("a")
    assert isinstance(found, Problem)
    assert "muscle: an exercise has no key “muscle”. Did you mean “muscles”" in found.message


def test_a_key_with_characters_of_a_terminal_is_shown_as_text(desk: Desk) -> None:
    problem = desk.problem(routine(GOOD, head='"a b [red]" = 1'))
    assert problem.code == "unknown-key"
    assert "“a b [red]”" in problem.sentence()
