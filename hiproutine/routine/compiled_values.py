"""Values of the file format as JSON can hold them, and back: told apart by what they are, not by where they stand."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import Any

from hiproutine.plan.distances import Distance
from hiproutine.plan.reps import Range, Sided
from hiproutine.routine.values import Cue

_KINDS: dict[str, type[Any]] = {kind.__name__: kind for kind in (Cue, Distance, Range, Sided)}
"""What a value of a file may be beside numbers, texts and lists of them. What is missing here is not kept compiled."""


def written(value: Any) -> Any:
    """A value with nothing but what JSON has.

    Raises:
        TypeError: it is of a kind that nobody makes again.
    """
    if value is None or type(value) in {bool, int, float, str}:
        return value
    if isinstance(value, tuple):
        return [written(one) for one in value]
    name = type(value).__name__
    if _KINDS.get(name) is not type(value):
        raise TypeError(name)
    if is_dataclass(value):
        return {name: [written(getattr(value, field.name)) for field in fields(value)]}
    return {name: [str(value)]}


def made_of(value: Any) -> Any:
    """The value that was written so.

    Raises:
        TypeError, ValueError, LookupError: it was not written by `written`.
    """
    if isinstance(value, list):
        return tuple(map(made_of, value))
    if isinstance(value, dict):
        ((name, parts),) = value.items()
        return _KINDS[name](*map(made_of, parts))
    return value
