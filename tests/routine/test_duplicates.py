"""What stands in a file a second time: called by its name, both places said, and nobody told to throw work away."""

from __future__ import annotations

from pathlib import Path

import pytest

from hiproutine.errors import BadFile
from hiproutine.routine.catalogue import Catalogue
from hiproutine.routine.loading import load_text

HEAD = 'title = "T"\n'
STEP = '[[steps]]\nname = "A"\nhold = 5\n'
BLOCK = '[[blocks]]\ntitle = "B"\n'
INSIDE = '[[blocks.steps]]\nname = "A"\nhold = 5\n'
INTO_LIST = "write it into that list as one more { … }, or turn each entry of the list into a "
STAYS = "keep the one that is meant"


@pytest.mark.parametrize(
    ("text", "line", "message", "cure"),
    [
        (f"{HEAD}{HEAD}{STEP}", 2, "“title” stands here a second time; the first is in line 1", STAYS),
        (
            HEAD + STEP.replace("[[", "[").replace("]]", "]") * 2,
            5,
            "“[steps]” stands here a second time; the first is in line 2",
            "write [[steps]] in both places: each is one of a list",
        ),
        (
            f"{HEAD}{INSIDE}{BLOCK}",
            5,
            "[[blocks.steps]] stands in line 2 already, above its [[blocks]]",
            "move [[blocks]] and its title above line 2",
        ),
        (
            f'{HEAD}steps = [{{ name = "A", hold = 5 }}]\n{STEP}',
            3,
            "“[[steps]]” cannot go on with the list steps = [ ] of line 2",
            f"{INTO_LIST}[[steps]]",
        ),
        (
            f'{HEAD}{BLOCK}steps = [{{ name = "A", hold = 5 }}]\n{INSIDE}',
            5,
            "“[[blocks.steps]]” cannot go on with the list steps = [ ] of line 4",
            f"{INTO_LIST}[[blocks.steps]]",
        ),
        (
            f"{HEAD}{STEP}{BLOCK}{INSIDE}",
            5,
            "a routine has steps or blocks, not both; steps begin in line 2",
            "put those steps into a block too: [[blocks]] with a title, and [[blocks.steps]] below it",
        ),
        (
            f"{HEAD}[defaults]\nswitch = 5\n[defaults]\nset_rest = 5\n{STEP}",
            4,
            "“[defaults]” stands here a second time; the first is in line 2",
            "put the lines of both under one [defaults]",
        ),
        (
            f'{HEAD}{STEP}cues = ["a"]\ncues = ["b"]\n',
            6,
            "“cues” stands here a second time; the first is in line 5",
            "write both lists as one, in [ ]",
        ),
        (
            f"{HEAD}{BLOCK}{INSIDE}{INSIDE}hold = 6 # seconds\n",
            10,
            "“hold” stands here a second time; the first is in line 9",
            f"{STAYS}, or write [[blocks.steps]] and the exercise or name of a step of its own above this one",
        ),
        (
            f'{HEAD}steps = [{{ name = "A", hold = 5, hold = 6 }}]\n',
            2,
            "“hold” stands here a second time; the first is in line 2",
            STAYS,
        ),
    ],
)
def test_both_places_are_said_and_both_can_stay(text: str, line: int, message: str, cure: str) -> None:
    with pytest.raises(BadFile) as caught:
        load_text(text, Path("twice.toml"), Catalogue([]))
    problem = caught.value.problems[0]
    assert (problem.line, problem.message, problem.help) == (line, message, cure)
