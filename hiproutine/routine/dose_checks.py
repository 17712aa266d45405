"""What is wrong between the doses of one table: two of them, sets that do not agree, a tempo without repetitions."""

from __future__ import annotations

from typing import Any

from hiproutine.errors import Place, Problem
from hiproutine.routine.exercise import Exercise
from hiproutine.routine.model import DOSES
from hiproutine.routine.values import as_written
from hiproutine.wording import count, spelt

HELD_REPS = {"reps", "hold"}
"""The two doses that go together: repetitions, each of them held."""
_LISTED = ("reps", "time", "hold", "distance")
"""The doses of which a list says one for each set."""
HELD_PARTS = 3
"""Beats of a repetition that is held: out, hold and back."""
SIDES = ("left", "right")
_AS_MANY = "write one for each set in both, or one alone without [ ]"


def one_dose(table: dict[str, Any], place: Place, what: str) -> list[Problem]:
    """More doses than one, in a step or an exercise."""
    doses = [key for key in table if key in DOSES]
    if len(doses) < 2 or {*doses} == HELD_REPS:
        return []
    message = f"{what} has one dose, and this has {' and '.join(doses)}"
    return [Problem("two-doses", message, (*place, doses[1]), one_of(doses, table))]


def _lists_of(exercise: Exercise) -> dict[str, Any]:
    """The doses of an exercise that are lists, one for each set."""
    doses = {key: getattr(exercise, key) for key in _LISTED}
    return {key: list(dose) for key, dose in doses.items() if isinstance(dose, tuple)}


def same_sets(table: dict[str, Any], place: Place, *, lent: bool = False) -> list[Problem]:
    """Lists with one dose a set, and `sets`, that do not agree; of tables, side by side."""
    if not any(isinstance(table.get(key), (list, dict)) for key in _LISTED):
        return []
    sides = SIDES if any(isinstance(table.get(key), dict) for key in (*_LISTED, "sets")) else ("",)
    problems = [problem for side in sides for problem in _agree(table, place, side, lent=lent)]
    return [*dict.fromkeys(problems)]


def _agree(table: dict[str, Any], place: Place, side: str, *, lent: bool) -> list[Problem]:
    def of(key: str) -> tuple[Any, Place]:
        amount = table.get(key)
        return (amount.get(side), (*place, key, side)) if isinstance(amount, dict) else (amount, (*place, key))

    found = {key: of(key) for key in (*_LISTED, "sets")}
    lists = [(key, len(found[key][0])) for key in _LISTED if isinstance(found[key][0], list) and found[key][0]]
    if not lists:
        return []
    first, length = lists[0]
    problems = [
        Problem("out-of-range", f"{first} has {length} sets, and {key} has {other}", found[key][1], _AS_MANY)
        for key, other in lists[1:]
        if other != length
    ]
    sets = found["sets"][0]
    if isinstance(sets, int) and not isinstance(sets, bool) and sets != length:
        message = f"{first} has {count(length, 'set')}{' in the exercise' if lent else ''}, and here are {sets}"
        cure = f"write {length}, or take sets out" if not lent else f"write {length}, or {first} here"
        problems.append(Problem("out-of-range", message, found["sets"][1], cure))
    return problems


def sided_problems(step: dict[str, Any], place: Place, exercise: Exercise | None, *, one_sided: bool) -> list[Problem]:
    """Amounts that are other on each side, in a step that does not do one side after the other; and sides that a block
    has chosen already."""
    if one_sided and step.get("sides") in {"each", "left", "right", "alternate"}:
        message = "the block is done on one side and then on the other already"
        cure = 'take it out, or write "both" for what is done on both at once'
        return [Problem("unknown-value", message, (*place, "sides"), cure)]
    sides = step.get("sides", exercise.sides if exercise else None)
    if sides == "each" or (one_sided and sides != "both"):
        return []
    cure = 'write sides = "each"' if "sides" in step else 'add sides = "each", or write one amount alone'
    return [
        Problem("wrong-type", f"{key} says an amount for each side, and the sides are not done in turn", at, cure)
        for key in (*_LISTED, "sets")
        if isinstance(step.get(key), dict)
        for at in [(*place, "sides") if "sides" in step else (*place, key)]
    ][:1]


def pace_problems(step: dict[str, Any], place: Place, dose: str | None) -> list[Problem]:
    """A pace where there is no distance that it could say how long takes."""
    if "pace" not in step or dose == "distance":
        return []
    cure = 'add distance = "400m", or take it out'
    if dose in step:
        cure = f'write distance = "400m" in place of {dose}, or take it out'
    return [Problem("missing-key", "“pace” goes with “distance”", (*place, "pace"), cure, keys=("distance",))]


def one_of(doses: list[str], table: dict[str, Any]) -> str:
    """What is meant by two doses: a rest after the first, or one of them."""
    keep = f"keep one of {', '.join(doses)}"
    if len(doses) > 2:
        return keep
    if "rest" in doses:
        own = f"give the rest a step of its own, with rest = {as_written(table['rest'])}"
        return f"{own}; between sets it is set_rest" if "sets" in table else own
    return keep


def sets_of_the_exercise(step: dict[str, Any], place: Place, exercise: Exercise) -> list[Problem]:
    """`sets` of a step that do not agree with the list of doses that its exercise lends it."""
    if step.keys() & {*DOSES}:
        return []
    return same_sets({**_lists_of(exercise), "sets": step["sets"]}, place, lent=True)


def _tempo_alone(step: dict[str, Any], place: Place, dose: str | None, exercise: Exercise | None) -> Problem:
    """A tempo without the reps it beats."""
    place, message = (*place, "tempo"), "a tempo goes with reps"
    if dose is None:
        return Problem("bad-tempo", message, place, "add reps = 10 to the step, or take the tempo out")
    if dose in step:
        cure = f"write reps = 10 in place of {dose}, or take the tempo out"
        return Problem("bad-tempo", f"{message}, and this step has {dose}", place, cure)
    of_exercise = getattr(exercise, dose)
    length = f'{dose} = "{spelt(of_exercise)}"' if isinstance(of_exercise, int) else dose
    named = exercise.name if exercise else ""
    message = f"{message}, and this step has {length}, which comes from the exercise “{named}” of the catalogue"
    cure = f"add reps = 10 to the step, which takes the place of {dose}, or take the tempo out"
    return Problem("bad-tempo", message, place, cure)


def beat_problems(step: dict[str, Any], place: Place, exercise: Exercise | None) -> list[Problem]:
    """Words for the beats of a tempo that is not there, or has more or fewer of them."""
    beats, tempo = step.get("beats"), step.get("tempo")
    if not isinstance(beats, list):
        return []
    own = step.keys() & {*DOSES}
    parts = tempo.count("-") + 1 if isinstance(tempo, str) else 0
    if own >= HELD_REPS or (not own and exercise and exercise.dose() == "reps" and exercise.hold):
        parts = HELD_PARTS
    place = (*place, "beats")
    if not parts and "tempo" not in step:
        return [Problem("bad-tempo", "beats go with a tempo", place, 'add tempo = "4-4-4-4", or take beats out')]
    if parts and len(beats) != parts:
        message = f"there {'is' if len(beats) == 1 else 'are'} {count(len(beats), 'word')} for {count(parts, 'beat')}"
        return [Problem("bad-tempo", message, place, "write one word for each number of the tempo")]
    return []


def tempo_problems(step: dict[str, Any], place: Place, exercise: Exercise | None, dose: str | None) -> list[Problem]:
    """A tempo where nothing is counted, or where a hold in every repetition is one already."""
    if "tempo" not in step:
        return []
    if "reps" not in step and dose != "reps":
        return [_tempo_alone(step, place, dose, exercise)]
    own = step.keys() & {*DOSES}
    if own >= HELD_REPS:
        message, cure = "the hold in every repetition is a tempo already", "take the hold out, or the tempo"
        return [Problem("bad-tempo", message, (*place, "tempo"), cure)]
    if not own and exercise and exercise.hold:
        message = f"“{exercise.name}” has a hold in every repetition, a tempo already"
        return [Problem("bad-tempo", message, (*place, "tempo"), "take the tempo out")]
    return []
