"""Amounts that grow, or get less, until they are where they end: numbers, ranges, lists, sides, distances. Pure."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from hiproutine.plan.distances import METRES, Distance, number_of
from hiproutine.plan.reps import Range, Sided, on_side
from hiproutine.routine.loads import parse_weight

_KILOGRAMS = {"kg": Fraction(1), "lb": Fraction("0.45359237")}
"""The pound is the international one of 1959."""


class Weight(str):
    """A weight as it is written, in one form: `10 kg`."""

    __slots__ = ()

    @property
    def unit(self) -> str:
        """kg or lb."""
        return self.split(" ")[1]

    @property
    def kilograms(self) -> Fraction:
        """How much, exactly."""
        return Fraction(self.split(" ")[0]) * _KILOGRAMS[self.unit]


def heavy(value: object) -> Weight:
    """A weight, as `parse_weight` reads it."""
    return Weight(parse_weight(value))


def grown(value: Any, until: Any, by: Any) -> Any:
    """The value, so much nearer to where it ends, and never past it."""
    if isinstance(value, Sided):
        return Sided(*(grown(on_side(value, side), on_side(until, side), by) for side in ("left", "right")))
    if isinstance(value, tuple):
        ends = until if isinstance(until, tuple) else (until,) * len(value)
        return tuple(grown(one, end, by) for one, end in zip(value, ends, strict=True))
    if isinstance(value, Range):
        least, most = value.least, value.most
        if isinstance(until, Range):
            least, most = _toward(least, until.least, by), _toward(most, until.most, by)
        else:
            outer = most if by > 0 else least
            moved = _toward(outer, until, by) - outer
            least, most = least + moved, most + moved
        return Range(f"{least}-{most}") if least < most else most
    if isinstance(value, Distance | Weight):
        exact = _toward(_exact(value), _exact(until), by)
        return until if exact == _exact(until) else _in_unit(exact, value)
    return _toward(value, _end(until, by), by)


def _exact(value: Distance | Weight) -> Fraction:
    """Metres, or kilograms."""
    return value.metres if isinstance(value, Distance) else value.kilograms


def _in_unit(exact: Fraction, value: Distance | Weight) -> Distance | Weight:
    """So much as it is written in the unit of a value; metres and yards are whole."""
    unit = value.unit
    if isinstance(value, Weight):
        return Weight(f"{number_of(round(exact / _KILOGRAMS[unit], 2))} {unit}")
    number = exact / METRES[unit]
    return Distance(f"{round(number) if unit in {'m', 'yd'} else number_of(number)} {unit}")


def _toward(value: Any, until: Any, by: Any) -> Any:
    """The value, so much nearer to where it ends, and never past it."""
    return min(value + by, max(value, until)) if by > 0 else max(value + by, min(value, until))


def _end(until: Any, by: int) -> int:
    """One number that a number ends at: of a range the end that lies ahead."""
    if isinstance(until, Range):
        return until.most if by > 0 else until.least
    return int(until)


def distances(value: Any, until: Any, sign: int) -> list[int | Fraction]:
    """How far each of its amounts is from where it ends, upwards or, with a `sign` of -1, downwards."""
    if isinstance(value, Sided):
        return [
            one for side in ("left", "right") for one in distances(on_side(value, side), on_side(until, side), sign)
        ]
    if isinstance(value, tuple):
        ends = until if isinstance(until, tuple) else (until,) * len(value)
        return [one for part, end in zip(value, ends, strict=False) for one in distances(part, end, sign)]
    if isinstance(value, Range) and isinstance(until, Range):
        return [sign * (until.least - value.least), sign * (until.most - value.most)]
    if isinstance(value, Range):
        return [sign * (_end(until, sign) - (value.most if sign > 0 else value.least))]
    if isinstance(value, Distance | Weight):
        return [sign * (_exact(until) - _exact(value))]
    return [sign * (_end(until, sign) - value)]


def fits(value: Any, until: Any) -> bool:
    """Whether where it ends is written in a way that a value can get there: one for all, or one for each."""
    if isinstance(until, Sided) and not isinstance(value, Sided):
        return False
    if isinstance(value, Sided):
        return all(fits(on_side(value, side), on_side(until, side)) for side in ("left", "right"))
    if isinstance(until, tuple):
        return isinstance(value, tuple) and len(value) == len(until)
    return True


def as_in_a_file(value: Any) -> Any:
    """A value as TOML has it, so that what reads the key reads it again."""
    if isinstance(value, Sided):
        return {"left": as_in_a_file(value.left), "right": as_in_a_file(value.right)}
    if isinstance(value, tuple):
        return [as_in_a_file(one) for one in value]
    return str(value) if isinstance(value, str) else value
