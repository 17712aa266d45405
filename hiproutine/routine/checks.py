"""What no single key shows: doses, names and exercises that fit together, in tables that may be wrong elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from hiproutine.errors import Place, Problem
from hiproutine.routine.dose_checks import (
    one_dose,
    one_of,
    same_sets,
    sets_of_the_exercise,
    sided_problems,
    tempo_problems,
)
from hiproutine.routine.model import DOSES, Exercise
from hiproutine.routine.values import as_written, slug_of

Lookup = Callable[[str], Exercise | Problem]
"""The exercise of an id, or what is wrong with it (without a place)."""

Neighbour = Callable[[str], Problem | None]
"""What is wrong with naming an exercise of an id, if anything (without a place)."""

_NOT_FOR_BREAKS = ("sides", "sets", "set_rest", "switch")


def routine_problems(table: dict[str, Any], lookup: Lookup) -> list[Problem]:
    """Problems between the keys of a routine's tables."""
    problems = list(_either_steps_or_blocks(table))
    for place, block in _tables(table.get("blocks"), ("blocks",)):
        if block.get("steps") == []:
            cure = 'write a step into its list, such as { exercise = "plank" }'
            problems.append(Problem("no-steps", "the block has no steps", place, cure, "table"))
        for step_place, step in _tables(block.get("steps"), (*place, "steps")):
            problems += step_problems(step, step_place, lookup, shares_time="time" in block)
    for place, step in _tables(table.get("steps"), ("steps",)):
        problems += step_problems(step, place, lookup)
    return problems


def exercise_problems(table: dict[str, Any], neighbour: Neighbour) -> list[Problem]:
    """Problems between the keys of an exercise's table."""
    problems = [*one_dose(table, (), "an exercise"), *same_sets(table, ())]
    return [*problems, *_neighbours(table, (), neighbour)]


def step_problems(step: dict[str, Any], place: Place, lookup: Lookup, *, shares_time: bool = False) -> list[Problem]:
    """Problems between the keys of one step."""
    problems = [*one_dose(step, place, "a step"), *same_sets(step, place)]
    exercise: Exercise | None = None
    if isinstance(name := step.get("exercise"), str) and (slug := slug_of(name)):
        found = lookup(slug)
        if isinstance(found, Problem):
            cure = found.help or f"write name = {as_written(name)} in its place for one that is not in the catalogue"
            problems.append(Problem(found.code, found.message, (*place, "exercise"), cure))
        else:
            exercise = found
    known = "exercise" not in step or exercise is not None
    dose = "reps" if "reps" in step else next((key for key in DOSES if key in step), None)
    if dose is None and exercise and not shares_time:
        dose = exercise.dose()
    if known and dose is None and not shares_time:
        cure = 'add one of hold, time, reps, open, rest or confirm, such as hold = "30s"'
        problems.append(Problem("no-dose", "the step has no dose", place, cure, "table", keys=("exercise", *DOSES)))
    if "name" not in step and "exercise" not in step and dose not in {"rest", "confirm"}:
        cure, keys = 'add name = "…" or exercise = "…"', ("name", "exercise", "rest", "confirm")
        problems.append(Problem("missing-key", "the step has no name", place, cure, "table", keys=keys))
    if known:
        problems += [*tempo_problems(step, place, exercise, dose), *sided_problems(step, place, exercise)]
    if exercise and "sets" in step and not shares_time:
        problems += sets_of_the_exercise(step, place, exercise)
    if exercise and "rest" in step and exercise.dose() != "rest" and len([key for key in step if key in DOSES]) == 1:
        message = f"the rest takes the exercise's place: “{exercise.name}” would not be done"
        problems.append(Problem("two-doses", message, (*place, "rest"), one_of(["rest"], step)))
        return [*problems, *_neighbours(step, place, lambda name: _unknown(lookup, name))]
    if dose in {"rest", "confirm"}:
        problems += [
            Problem("unknown-key", f"a {dose} has no “{key}”", (*place, key), "take it out", "key")
            for key in _NOT_FOR_BREAKS
            if key in step
        ]

    return [*problems, *_neighbours(step, place, lambda name: _unknown(lookup, name))]


def _unknown(lookup: Lookup, name: str) -> Problem | None:
    found = lookup(name)
    return found if isinstance(found, Problem) else None


def _either_steps_or_blocks(table: dict[str, Any]) -> Iterator[Problem]:
    if "steps" in table and "blocks" in table:
        cure = "put those steps into a block too: [[blocks]] with a title, and [[blocks.steps]] below it"
        message, blocks = "a routine has steps or blocks, not both", ("blocks",)
        yield Problem("steps-and-blocks", message, blocks, cure, "table", other=("steps",))
    elif not table.get("steps") and not table.get("blocks") and not _wrong_shape(table):
        keys = ("steps", "blocks")
        listed = next((key for key in keys if key in table), None)
        cure = f"write them into {listed} = [ ]" if listed else "add [[steps]]"
        yield Problem("no-steps", "the routine has no steps", (), cure, "table", keys=keys)


def _wrong_shape(table: dict[str, Any]) -> bool:
    return any(key in table and not isinstance(table[key], list) for key in ("steps", "blocks"))


def _tables(value: object, place: Place) -> Iterator[tuple[Place, dict[str, Any]]]:
    if isinstance(value, list):
        for index, item in enumerate(value):
            if isinstance(item, dict):
                yield (*place, index), item


def _neighbours(table: dict[str, Any], place: Place, neighbour: Neighbour) -> list[Problem]:
    problems = []
    for key in ("easier", "harder"):
        value = table.get(key)
        for index, name in enumerate(value if isinstance(value, list) else [value]):
            if isinstance(name, str) and (slug := slug_of(name)) and (problem := neighbour(slug)):
                at = (*place, key, index) if isinstance(value, list) else (*place, key)
                cure = problem.help or "name an exercise of the catalogue"
                problems.append(Problem(problem.code, problem.message, at, cure))
    return problems
