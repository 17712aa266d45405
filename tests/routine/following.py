"""A person who does what the cures of `check` say and asks again, until nothing is wrong."""

from __future__ import annotations

import re
from pathlib import Path

from hiproutine.errors import BadFile, Problem
from hiproutine.paths import bundled
from hiproutine.plan.model import Plan
from hiproutine.routine.catalogue import Catalogue
from hiproutine.routine.loading import load_text
from tests.routine.cures import applied

ROUNDS = 3
CATALOGUE = Catalogue([bundled() / "exercises"])
PYTHON = re.compile(r"\['|\{'|None|datetime\.|True|False|<class|\(\d+,")
"""What only Python writes."""


def followed(text: str) -> str:
    """The text with every cure followed that can be, at most so many rounds."""
    for _ in range(ROUNDS):
        for problem in reversed(problems := problems_in(text)):
            assert PYTHON.search(text) or not PYTHON.search(problem.sentence()), problem.sentence()
            assert problem.help, problem.sentence()
            text = applied(text, problem) or text
        if not problems:
            break
    return text


def problems_in(text: str) -> tuple[Problem, ...]:
    """What is wrong with a text as a routine."""
    try:
        load_text(text, Path("slip.toml"), CATALOGUE)
    except BadFile as error:
        return error.problems
    return ()


def planned(text: str) -> Plan:
    """The plan of a text without mistakes."""
    return load_text(text, Path("slip.toml"), CATALOGUE).plan
