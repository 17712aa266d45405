"""Tables of a file as plain records, read by the types of their fields.

What is plainly right is read here, which takes a twentieth of what it takes to import pydantic. All else goes to
`pydantic_models`, which is made of the same types: it says what is wrong, and has the last word on what is not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, NoReturn, Self, TypeVar, Union, get_args, get_origin, get_type_hints

Read = Callable[[Any], Any]

MOST_KEPT = 1_000
"""Texts of a kind of value."""


class Table:
    """What a TOML table says: its keys are the annotated names of its class, and their values attributes.

    What it leaves unsaid is what the class has for it; a key for which that has nothing must be said. Frozen.
    """

    def __init__(self, **said: Any) -> None:
        """`said` are values as they are read."""
        self.__dict__.update(said)

    @property
    def said(self) -> frozenset[str]:
        """The keys that stand in the table, or were put there later."""
        return frozenset(self.__dict__)

    def changed(self, values: Mapping[str, Any] | None = None) -> Self:
        """The same as an object of its own, with other values for some keys."""
        return type(self)(**{**self.__dict__, **(values or {})})

    def __setattr__(self, name: str, value: object) -> NoReturn:
        """Tables are frozen."""
        raise AttributeError(f"{type(self).__name__} is frozen: {name} cannot be set")

    def __repr__(self) -> str:
        """What it says, for who debugs."""
        return f"{type(self).__name__}({', '.join(f'{key}={value!r}' for key, value in self.__dict__.items())})"


T = TypeVar("T", bound=Table)


class Parsed:
    """The mark of a type whose values a parser of ours reads."""

    def __init__(self, parse: Callable[..., Any], schema: dict[str, Any], **limits: int) -> None:
        """`schema` says to editors what it takes; `limits` are the parser's."""
        self.schema = schema
        self._parse = partial(parse, **limits)
        self._kept: dict[str, Any] = {}
        """What texts were read as: most of a file say the same again and again, and nothing that is read can change."""

    def read(self, value: object) -> Any:
        """What a value of a file means. Raises BadValue where it cannot be used."""
        text = value if type(value) is str else ""
        if text in self._kept:
            return self._kept[text]
        found = self._parse(value)
        if text and len(self._kept) < MOST_KEPT:
            self._kept[text] = found
        return found


class Limits:
    """The mark of a type whose values have limits: a number itself, a text by its letters, a list by its entries."""

    def __init__(
        self, least: int | None = None, most: int | None = None, *, filled: bool = False, counted: bool = False
    ) -> None:
        """A text that is `filled` is more than blanks; a list that is `counted` is so before its entries are judged."""
        self.least, self.most, self.filled, self.counted = least, most, filled, counted

    def allow(self, value: Any) -> bool:
        """Whether a value of the right type is within them."""
        size = value if type(value) is int else len(value)
        if (self.least is not None and size < self.least) or (self.most is not None and size > self.most):
            return False
        return not self.filled or not value.isspace()


class NotPlain(ValueError):
    """Raised for a table that is not plainly right."""


def plainly(kind: type[T], table: object) -> T:
    """The record of a table in which everything is plainly right.

    Raises:
        NotPlain, BadValue: it may not be. Both are ValueErrors.
    """
    if type(table) is not dict:
        raise NotPlain
    if kind not in _READERS:
        _READERS[kind] = _Readers(kind)
    readers = _READERS[kind]
    made = kind(**{key: readers[key](value) for key, value in table.items()})
    if not table.keys() >= readers.needed:
        raise NotPlain
    return made


def keys_of(kind: type[Table]) -> dict[str, Any]:
    """The keys of a table in their order, each with its type and the marks of it."""
    if kind not in _KEYS:
        _KEYS[kind] = get_type_hints(kind, include_extras=True)
    return _KEYS[kind]


def needed_in(kind: type[Table]) -> set[str]:
    """The keys that must be said: those for which the last class that names them has nothing."""
    last = {key: one for one in reversed(kind.__mro__) for key in getattr(one, "__annotations__", {})}
    return {key for key, one in last.items() if key not in vars(one)}


def values_of(table: Table) -> dict[str, Any]:
    """What holds for every key, in their order, whether it is said or not."""
    return {key: getattr(table, key) for key in keys_of(type(table))}


def words_of(kind: Any) -> list[str]:
    """The words that a type takes where they are fixed, through optional types and lists."""
    arguments = get_args(kind)
    texts = [argument for argument in arguments if isinstance(argument, str)]
    return texts or [text for argument in arguments for text in words_of(argument)]


class _Readers(dict[str, Read]):
    """What reads the values of a table, by their keys; each is made when its key is first met."""

    def __init__(self, kind: type[Table]) -> None:
        super().__init__()
        self._keys = keys_of(kind)
        self.needed = needed_in(kind)

    def __missing__(self, key: str) -> Read:
        if key not in self._keys:
            raise NotPlain
        self[key] = made = _reader(self._keys[key])
        return made


_KEYS: dict[type[Table], dict[str, Any]] = {}
_READERS: dict[type[Table], _Readers] = {}


def _reader(kind: Any) -> Read:
    """What reads a value of a type; it raises NotPlain or BadValue for any other."""
    origin, arguments = get_origin(kind), get_args(kind)
    if origin is Annotated:
        return _marked(*arguments)
    if origin in {Union, UnionType}:  # of a type and None, which no file can say
        return _reader(next(one for one in arguments if one is not NoneType))
    if origin is tuple:
        item = _reader(arguments[0])
        return lambda value: tuple(map(item, _exactly(list, value)))
    if origin is Literal:
        return partial(_one_of, arguments)
    if isinstance(kind, type) and issubclass(kind, Table):
        return partial(plainly, kind)
    return partial(_exactly, origin or kind)


def _marked(kind: Any, *marks: object) -> Read:
    for mark in marks:
        if isinstance(mark, Parsed):
            return mark.read
        if isinstance(mark, Limits):
            return partial(_limited, _reader(kind), mark.allow)
    return _reader(kind)


def _limited(read: Read, allow: Callable[[Any], bool], value: Any) -> Any:
    found = read(value)
    if not allow(found):
        raise NotPlain
    return found


def _exactly(kind: Any, value: Any) -> Any:
    if type(value) is not kind:
        raise NotPlain
    return value


def _one_of(choices: Iterable[object], value: object) -> object:
    for choice in choices:
        if value == choice and type(value) is type(choice):
            return choice
    raise NotPlain
