"""What no single key shows: doses, names and exercises that fit together, in tables that may be wrong elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from hiproutine.errors import Place, Problem
from hiproutine.routine.dose_checks import (
    beat_problems,
    one_dose,
    one_of,
    pace_problems,
    same_sets,
    sets_of_the_exercise,
    sided_problems,
    tempo_problems,
)
from hiproutine.routine.exercise import Exercise
from hiproutine.routine.model import DOSES
from hiproutine.routine.open_round_checks import open_rounds_problems
from hiproutine.routine.values import as_written, slug_of

Lookup = Callable[[str], Exercise | Problem]
"""The exercise of an id, or what is wrong with it (without a place)."""

Neighbour = Callable[[str], Problem | None]
"""What is wrong with naming an exercise of an id, if anything (without a place)."""

DEEPEST = 3
"""How deep blocks stand within blocks."""
_NOT_FOR_BREAKS = ("sides", "sets", "set_rest", "switch", "weight", "band")


def routine_problems(table: dict[str, Any], lookup: Lookup) -> list[Problem]:
    """Problems between the keys of a routine's tables."""
    problems = list(_either_steps_or_blocks(table))
    for place, block in _tables(table.get("blocks"), ("blocks",)):
        problems += block_problems(block, place, lookup, Inside())
    for place, step in _tables(table.get("steps"), ("steps",)):
        problems += _in_step(step, place, lookup, Inside())
    return problems


@dataclass(frozen=True, slots=True)
class Inside:
    """What holds inside a block, for the steps in it and in the blocks within it."""

    shares_time: bool = False
    """Whether a step without a dose gets a share of the block's time."""
    one_sided: bool = False
    """Whether all of it is done on one side, and then on the other."""
    on_time: bool = False
    """Whether its rounds begin at fixed times."""
    keeps_on: bool = False
    """Whether its rounds come again until a time is over."""
    depth: int = 1

    def within(self, block: dict[str, Any]) -> Inside:
        """What holds inside a block that stands here."""
        return Inside(
            shares_time=self.shares_time or "time" in block,
            one_sided=self.one_sided or block.get("sides") == "each",
            on_time=self.on_time or "every" in block,
            keeps_on=self.keeps_on or "for" in block,
            depth=self.depth + 1,
        )


def block_problems(block: dict[str, Any], place: Place, lookup: Lookup, around: Inside) -> list[Problem]:
    """Problems between the keys of a block, and of everything in it."""
    problems = []
    if "steps" in block and "blocks" in block:
        cure = "put those steps into a block too: [[blocks.blocks]] with a title, and [[blocks.blocks.steps]] below it"
        message = "a block has steps or blocks, not both"
        problems.append(
            Problem("steps-and-blocks", message, (*place, "blocks"), cure, "table", other=(*place, "steps"))
        )
    elif "include" in block and block.keys() & {"steps", "blocks"}:
        own = "steps" if "steps" in block else "blocks"
        cure = "write the one into a block of its own, above or below"
        message = f"a block has {own} or include, not both"
        problems.append(Problem("steps-and-blocks", message, (*place, "include"), cure, other=(*place, own)))
    elif "steps" not in block and "blocks" not in block and "include" not in block:
        header = ".".join(part for part in place if isinstance(part, str))
        cure = f"write [[{header}.steps]] below it, and the keys of a step"
        problems.append(
            Problem("missing-key", "“steps” is missing", place, cure, "table", keys=("steps", "blocks", "include"))
        )
    elif block.get("steps", block.get("blocks")) == []:
        cure = 'write a step into its list, such as { exercise = "plank" }'
        problems.append(Problem("no-steps", "the block has no steps", place, cure, "table"))
    if "title" not in block and "include" not in block:
        cure = "add title = …"
        problems.append(Problem("missing-key", "“title” is missing", place, cure, "table", keys=("title", "include")))
    problems += [*_skip_alone(block, place), *_every_problems(block, place, around)]
    problems += open_rounds_problems(block, place, timed=around.on_time or around.shares_time, keeps_on=around.keeps_on)
    if around.depth > DEEPEST:
        cure = "write its steps into the block that it stands in"
        return [Problem("out-of-range", f"blocks stand {DEEPEST} deep at most", place, cure, "table")]
    if "sides" in block and around.one_sided:
        message = "the block that this stands in is done one side after the other already"
        problems.append(Problem("unknown-value", message, (*place, "sides"), "take it out"))
    inside = around.within(block)
    for step_place, step in _tables(block.get("steps"), (*place, "steps")):
        problems += _in_step(step, step_place, lookup, inside)
    for inner_place, inner in _tables(block.get("blocks"), (*place, "blocks")):
        problems += block_problems(inner, inner_place, lookup, inside)
    return problems


def _every_problems(block: dict[str, Any], place: Place, around: Inside) -> Iterator[Problem]:
    """Rounds that begin at fixed times, and what cannot stand beside that."""
    at = (*place, "every")
    if "every" not in block:
        if "late" in block:
            cure = 'add every = "1m", or take it out'
            yield Problem("missing-key", "“late” goes with “every”", (*place, "late"), cure, keys=("every",))
        return
    if around.on_time or around.shares_time:
        message = "the block that this stands in says already how long it takes"
        yield Problem("block-time", message, at, "take one of them out")
    if "time" in block:
        yield Problem("block-time", "a block has time or every, not both", at, "take one of them out")
    if "round_rest" in block:
        cure = "take it out: what is left of a round is its rest"
        yield Problem("block-time", "with “every” the rest is what is left", (*place, "round_rest"), cure)


def _skip_alone(table: dict[str, Any], place: Place) -> Iterator[Problem]:
    if "skip" in table and "include" not in table:
        cure = "write include = … with the id of a routine, or take it out"
        yield Problem("missing-key", "“skip” goes with “include”", (*place, "skip"), cure, keys=("include",))


def exercise_problems(table: dict[str, Any], neighbour: Neighbour) -> list[Problem]:
    """Problems between the keys of an exercise's table."""
    problems = [*one_dose(table, (), "an exercise"), *same_sets(table, ())]
    return [*problems, *_neighbours(table, (), neighbour)]


def _in_step(step: dict[str, Any], place: Place, lookup: Lookup, inside: Inside) -> list[Problem]:
    """Problems of a step; of what it includes, they are told where the other routine is looked for."""
    return [] if "include" in step else step_problems(step, place, lookup, inside)


def step_problems(step: dict[str, Any], place: Place, lookup: Lookup, inside: Inside = Inside()) -> list[Problem]:
    """Problems between the keys of one step."""
    shares_time = inside.shares_time
    problems = [*_skip_alone(step, place), *one_dose(step, place, "a step"), *same_sets(step, place)]
    exercise: Exercise | None = None
    if isinstance(name := step.get("exercise"), str) and (slug := slug_of(name)):
        found = lookup(slug)
        if isinstance(found, Problem):
            cure = _other_name(name, slug, found.help)
            problems.append(Problem(found.code, found.message, (*place, "exercise"), cure))
        else:
            exercise = found
    known = "exercise" not in step or exercise is not None
    dose = "reps" if "reps" in step else next((key for key in DOSES if key in step), None)
    if dose is None and exercise and not shares_time:
        dose = exercise.dose()
    if known and dose is None and not shares_time:
        cure = 'add one of hold, time, reps, open, distance, rest or confirm, such as hold = "30s"'
        problems.append(
            Problem("no-dose", "the step has no dose", place, cure, "table", keys=("exercise", "include", *DOSES))
        )
    if "name" not in step and "exercise" not in step and dose not in {"rest", "confirm"}:
        cure, keys = 'add name = "…" or exercise = "…"', ("name", "exercise", "include", "rest", "confirm")
        problems.append(Problem("missing-key", "the step has no name", place, cure, "table", keys=keys))
    if known:
        problems += [
            *beat_problems(step, place, exercise),
            *tempo_problems(step, place, exercise, dose),
            *pace_problems(step, place, dose),
            *sided_problems(step, place, exercise, one_sided=inside.one_sided),
        ]
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


def _other_name(name: str, slug: str, close: str) -> str:
    """What to write for an exercise that is not known: the one that is meant, or a name of its own."""
    from difflib import SequenceMatcher

    own = f"write name = {as_written(name)} in its place for one that is not in the catalogue"
    if not close.startswith("did you mean "):
        return close or own
    best = close.removeprefix("did you mean ").partition(" ")[0]
    return close if SequenceMatcher(None, slug, best).ratio() > 0.75 else f"{close}; or {own}"


def _unknown(lookup: Lookup, name: str) -> Problem | None:
    found = lookup(name)
    return found if isinstance(found, Problem) else None


def _either_steps_or_blocks(table: dict[str, Any]) -> Iterator[Problem]:
    if "steps" in table and "blocks" in table:
        cure = "put those steps into a block too: [[blocks]] with a title, and [[blocks.steps]] below it"
        if any("steps" not in block and "blocks" not in block for _, block in _tables(table["blocks"], ())):
            cure = "write [[blocks.steps]] in place of [[steps]] for the steps of a block"
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
        for index, name in enumerate(value if isinstance(value, list) else []):
            if isinstance(name, str) and (slug := slug_of(name)) and (problem := neighbour(slug)):
                at = (*place, key, index)
                cure = problem.help or "name an exercise of the catalogue"
                problems.append(Problem(problem.code, problem.message, at, cure))
    return problems
