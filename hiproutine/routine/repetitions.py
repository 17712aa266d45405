"""How often, and doses that are other in each set, as authors write them: `10`, `"8-12"`, `[10, 8, 6]`. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeVar

from hiproutine.plan.effort import EFFORTS
from hiproutine.plan.reps import Range, Reps, Sided
from hiproutine.routine.durations import parse_duration
from hiproutine.routine.meant_values import wrong_type
from hiproutine.routine.values import BadValue, quoted, shortened

T = TypeVar("T")

MOST_REPS = 200
MOST_SETS = 20
MOST_EFFORT = 10

_SIDES = ("left", "right")
_RANGE = re.compile(r"([0-9]{1,3})-([0-9]{1,3})")
_LOOSE_RANGE = re.compile(r"([0-9]{1,3})\s*(?:-|–|—|to|or|bis|\.\.\.?)\s*([0-9]{1,3})")


def parse_reps(value: object) -> Reps | tuple[Reps, ...]:
    """Repetitions: a number, a range such as `"8-12"`, or a list with one of these for each set.

    Raises:
        BadValue: `wrong-type` or `out-of-range`, with the place inside a list.
    """
    return each_set(value, _reps) if isinstance(value, list) else _reps(value)


def parse_sets(value: object) -> int:
    """How many sets.

    Raises:
        BadValue: `wrong-type` or `out-of-range`.
    """
    if isinstance(value, int) and not isinstance(value, bool):
        if 1 <= value <= MOST_SETS:
            return value
        raise _outside(value, MOST_SETS)
    problem = wrong_type(("sets",), value, "a whole number")
    raise BadValue("wrong-type", problem.message, problem.help)


def parse_effort(value: object) -> int:
    """How hard it is meant to be: 0 to 10, or a word such as `easy`.

    Raises:
        BadValue: `wrong-type`, `out-of-range` or `unknown-value`.
    """
    if isinstance(value, str):
        if (known := EFFORTS.get(value.strip().casefold())) is not None:
            return known
        if value.strip().isdecimal():
            raise BadValue("wrong-type", f"{quoted(value)} stands where a number belongs", f"write {value.strip()[:4]}")
        cure = f"write a number from 0 to 10, or one of {', '.join(EFFORTS)}"
        raise BadValue("unknown-value", f"{quoted(value)} is not known here", cure)
    if not isinstance(value, int) or isinstance(value, bool):
        cure = f'write a number from 0 to 10, or a word such as "{next(iter(EFFORTS))}"'
        raise BadValue("wrong-type", f"{quoted(value)} is no effort", cure)
    if not 0 <= value <= MOST_EFFORT:
        cure = "write 0 or more" if value < 0 else "write 10 or less"
        raise BadValue("out-of-range", f"{quoted(value)} is not from 0 to 10", cure)
    return value


FOR_BOTH = 'write one for both sides, or two steps: one with sides = "left", and one with sides = "right"'


def says_sides(value: object) -> bool:
    """Whether a value is a table that says something for each side, and for nothing else."""
    return isinstance(value, dict) and value.keys() == {*_SIDES}


def on_each_side(parse: Callable[[object], T]) -> Callable[[object], T | Sided]:
    """A parser that takes what `parse` does, and a table that says it for each side."""

    def parsed(value: object) -> T | Sided:
        return _sided(value, parse) if isinstance(value, dict) else parse(value)

    return parsed


def _sided(table: dict[str, object], parse: Callable[[object], T]) -> Sided:
    """One amount a side; everything that is wrong with either of them."""
    found: dict[str, T] = {}
    wrong = [
        BadValue("unknown-key", f"the table has no key “{shortened(str(key))}”", "write left and right", (key,))
        for key in table
        if key not in _SIDES
    ]
    for side in _SIDES:
        try:
            if side not in table:
                cure = f"add {side} = …, or write one amount alone for both sides"
                raise BadValue("missing-key", f"“{side}” is missing", cure)
            found[side] = parse(table[side])
        except BadValue as bad:
            bad.inside = (side, *bad.inside) if side in table else ()
            bad.also = tuple(_inside(side, one) for one in bad.also)
            wrong += [bad, *bad.also]
    if wrong:
        wrong[0].also = tuple(wrong[1:])
        raise wrong[0]
    return Sided(found["left"], found["right"])


def _inside(side: str, bad: BadValue) -> BadValue:
    bad.inside = (side, *bad.inside)
    return bad


def parse_dose(value: object) -> int | tuple[int, ...]:
    """Seconds as `parse_duration` reads them, or a list with one length for each set.

    Raises:
        BadValue: as `parse_duration`, with the place inside a list; `out-of-range` for a list of none or too many.
    """
    return each_set(value, parse_duration) if isinstance(value, list) else parse_duration(value)


def each_set(values: list[object], parse: Callable[[object], T]) -> tuple[T, ...]:
    """One for each set; everything that is wrong with any of them."""
    if not values:
        raise BadValue("out-of-range", "the list is empty", "write one for each set, or one alone without [ ]")
    if len(values) > MOST_SETS:
        raise BadValue("out-of-range", f"the list has more than {MOST_SETS} entries", "shorten it: it has one a set")
    found, wrong = [], []
    for number, value in enumerate(values):
        try:
            found.append(parse(value))
        except BadValue as bad:
            bad.inside = (number, *bad.inside)
            wrong.append(bad)
    if wrong:
        wrong[0].also = tuple(wrong[1:])
        raise wrong[0]
    return tuple(found)


def _reps(value: object) -> Reps:
    if isinstance(value, int) and not isinstance(value, bool):
        if 1 <= value <= MOST_REPS:
            return value
        raise _outside(value)
    if isinstance(value, str) and (match := _RANGE.fullmatch(value)):
        return _range(value, int(match[1]), int(match[2]))
    problem = wrong_type(("reps",), value, "a whole number")
    cure = problem.help
    if isinstance(value, str) and (match := _LOOSE_RANGE.fullmatch(value.strip().casefold())):
        cure = f'write "{match[1]}-{match[2]}"'
    elif isinstance(value, list):
        cure = "write one number or range for each set"
    raise BadValue("wrong-type", problem.message, cure)


def _range(written: str, least: int, most: int) -> Reps:
    for number in (least, most):
        if not 1 <= number <= MOST_REPS:
            raise _outside(number)
    if least > most:
        raise BadValue("out-of-range", f"{quoted(written)} goes down", f'write "{most}-{least}"')
    if least == most:
        raise BadValue("out-of-range", f"{quoted(written)} is no range", f"write {most}")
    return Range(f"{least}-{most}")


def _outside(number: int, most: int = MOST_REPS) -> BadValue:
    if number < 1:
        return BadValue("out-of-range", f"{quoted(number)} is too small, the least is 1", "write 1 or more")
    return BadValue("out-of-range", f"{quoted(number)} is too large, the most is {most}", f"write {most} or less")
