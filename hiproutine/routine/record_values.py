"""Frozen records and named tuples as plain values that JSON can hold, and back, by the types of their fields."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from operator import attrgetter
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

Read = Callable[[Any], Any]
_AS_THEY_ARE = frozenset({str, int, float, bool, NoneType})


def plain(value: Any) -> Any:
    """A record as the list of its values, in the order of its fields; tuples as lists, marks as what they stand for."""
    kind: Any = type(value)
    if kind in _AS_THEY_ARE:
        return value
    if isinstance(value, tuple | list):
        return [plain(one) for one in value]
    if isinstance(value, Enum):
        return value.value
    return [plain(one) for one in values_of(value)] if is_dataclass(kind) else value


def values_of(record: Any) -> list[Any]:
    """The values of a record, in the order of its fields."""
    kind: Any = type(record)
    return list(_values(kind)(record))


@cache
def _values(kind: type) -> Callable[[Any], tuple[Any, ...]]:
    names = _names(kind)
    return attrgetter(*names) if len(names) > 1 else lambda record: (getattr(record, names[0]),)


@cache
def _names(kind: type) -> tuple[str, ...]:
    named: tuple[str, ...] | None = getattr(kind, "_fields", None)
    return named or tuple(field.name for field in fields(kind))


def reader(kind: Any, made: frozenset[str] | set[str] = frozenset()) -> Read | None:
    """What makes a value of a type out of what `plain` made of it; None where it is the same.

    Fields that are `made` already are left as they are. What it makes raises ValueError, TypeError or KeyError for what
    `plain` never makes.
    """
    return _reader(kind, frozenset(made))


@cache
def _reader(kind: Any, made: frozenset[str] = frozenset()) -> Read | None:
    origin = get_origin(kind)
    if origin in {UnionType, Union}:
        inner = next((read for one in get_args(kind) if (read := _reader(one))), None)
        return (lambda value: None if value is None else inner(value)) if inner else None
    if origin is tuple:
        item = _reader(get_args(kind)[0])
        return (lambda values: tuple(map(item, values))) if item else tuple
    if isinstance(kind, type) and (is_dataclass(kind) or hasattr(kind, "_fields")):
        return _record(kind, made)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind._value2member_map_.__getitem__
    return None


def _record(kind: type, made: frozenset[str]) -> Read:
    hints, names = get_type_hints(kind), _names(kind)
    reads = [(at, read) for at, name in enumerate(names) if name not in made and (read := _reader(hints[name]))]

    def read_all(values: Any) -> Any:
        if len(values) != len(names):
            raise ValueError(f"{len(values)} values of a {kind.__name__}")
        for at, read in reads:
            values[at] = read(values[at])
        return kind(*values)

    return read_all
