"""A routine file -> a routine and its plan, or everything that is wrong with it. The one way to load."""

from __future__ import annotations

from pathlib import Path

from pydantic import ValidationError

from hiproutine.errors import BadFile, Problem
from hiproutine.layout import lay_out
from hiproutine.plan import Kind, Plan
from hiproutine.routine.catalogue import Catalogue
from hiproutine.routine.checks import routine_problems
from hiproutine.routine.loaded import Card, Loaded
from hiproutine.routine.model import Routine
from hiproutine.routine.placing import in_file
from hiproutine.routine.reading import read_table
from hiproutine.routine.values import quoted
from hiproutine.routine.wrongs import problems_of

LONG_HOLD = 60
"""Seconds a side: static holds from here on cost strength before exercise (Behm 2016, doi:10.1139/apnm-2015-0235)."""


def load(path: Path, catalogue: Catalogue) -> Loaded:
    """One routine file with its plan.

    Raises:
        BadFile: with every problem, each with its file and place.
    """
    with in_file(path):
        table = read_table(path)
        if "format" in table and table["format"] != 1 and isinstance(table["format"], int):
            cure = "this program reads format 1; a newer one may read this file"
            message = f"{quoted(table['format'])} is not a format this program knows"
            raise BadFile([Problem("unsupported-format", message, ("format",), cure)])
        problems = routine_problems(table, catalogue.find)
        try:
            routine = Routine.model_validate(table)
        except ValidationError as error:
            raise BadFile([*problems_of(error, Routine), *problems]) from None
        if problems:
            raise BadFile(problems)
        plan = lay_out(routine, catalogue.get, path.stem)
    card = Card(**{name: getattr(routine, name) for name in Card.__slots__})
    return Loaded(path, card, plan, _warnings(path, routine, plan))


def _warnings(path: Path, routine: Routine, plan: Plan) -> tuple[Problem, ...]:
    if "pre-run" not in routine.when:
        return ()
    held: dict[tuple[int, str | None], float] = {}
    for interval in plan.intervals:
        if interval.kind is Kind.WORK and interval.dose == "hold":
            key = interval.step, interval.side
            held[key] = held.get(key, 0) + interval.seconds / (2 if interval.alternating else 1)
    longest: dict[int, float] = {}
    for (step, _), seconds in held.items():
        longest[step] = max(seconds, longest.get(step, 0))
    cure = "before a run, keep static holds under 60 s a side"
    return tuple(
        Problem("long-static-hold-before-run", f"step {step} is held {seconds:g} s a side", help=cure,
                severity="warning", path=str(path))
        for step, seconds in longest.items()
        if seconds >= LONG_HOLD
    )  # fmt: skip
