"""What pydantic found wrong, in the words of this format: code, sentence, cure."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from hiproutine.errors import BadFile, Place, Problem
from hiproutine.routine.durations import meant_seconds, spelt
from hiproutine.routine.meanings import Cure, Found, meant_by, once, unknown_here
from hiproutine.routine.meant_values import REST_OF_A_ROUND, as_found, value_meant, wrong_type
from hiproutine.routine.model import Block, Defaults, Step
from hiproutine.routine.pydantic_models import record_of
from hiproutine.routine.tables import Table, keys_of, words_of
from hiproutine.routine.values import quoted, shortened
from hiproutine.wording import nearest

_TYPES = {
    "string_type": "a text",
    "int_type": "a whole number",
    "tuple_type": "a list",
    "dict_type": "a table",
    "model_type": "a table",
    "model_attributes_type": "a table",
}
_EMPTY = frozenset({"string_too_short", "string_pattern_mismatch"})
_INSIDE: dict[str, type[Table]] = {"steps": Step, "blocks": Block, "defaults": Defaults}
T = TypeVar("T", bound=Table)

MOST_COMPARED = 1_000
"""Problems of a file for which the nearest word is looked for: nobody mends more at once."""
MOST_LETTERS = 100
"""Of a word that is compared with what is known: more are no slip of the pen, and take long."""


def judged_by_pydantic(kind: type[T], document: dict[str, Any]) -> T:
    """The record of a document whose top table is of a `kind`, as pydantic reads it.

    Raises:
        BadFile: with every problem that it found.
    """
    try:
        return record_of(kind, document)
    except ValidationError as error:
        read = _Read(kind, document)
        found = enumerate(error.errors(include_url=False))
        raise BadFile(
            [problem for number, details in found for problem in read.problems(details, compare=number < MOST_COMPARED)]
        ) from None


class _Read:
    """A document in which something is wrong."""

    def __init__(self, top: type[Table], document: dict[str, Any]) -> None:
        self._top = top
        self._document = document

    def problems(self, details: ErrorDetails, *, compare: bool) -> list[Problem]:
        """One, or all that our own parser found in one value."""
        context: dict[str, Any] = details.get("ctx", {})
        if "text" not in context:
            return [self._problem(details, compare=compare)]
        place, kind = tuple(details["loc"]), details["type"]
        cure = self._rest_cure(place, details["input"]) or context["cure"]
        first = Problem(kind, context["text"], (*place, *context["inside"]), cure, _aims_at(kind))
        others = [
            Problem(bad.code, bad.message, (*place, *bad.inside), bad.cure, _aims_at(bad.code))
            for bad in context["also"]
        ]
        return [first, *others]

    def _problem(self, details: ErrorDetails, *, compare: bool) -> Problem:
        kind, place, value = details["type"], tuple(details["loc"]), details["input"]
        context: dict[str, Any] = details.get("ctx", {})
        if kind == "missing":
            key = str(place[-1])
            return Problem("missing-key", f"“{key}” is missing", place[:-1], f"add {key} = …", "table", keys=(key,))
        if kind == "extra_forbidden":
            return self._unknown_key(place, value, compare=compare)
        if kind == "literal_error":
            return _unknown_value(place, value, self._table_of(place), compare=compare)
        if kind in _TYPES:
            return wrong_type(place, value, _TYPES[kind])
        cure = self._empty_cure(place) if kind in _EMPTY else _range_cure(kind, context)
        return Problem("out-of-range", _range_text(kind, context, value), place, cure)

    def _table_of(self, place: Place) -> type[Table]:
        """The model of the table a key stands in."""
        model = self._top
        for part in place[:-1]:
            model = _INSIDE.get(str(part), model)
        return model

    def _around(self, place: Place) -> dict[str, Any]:
        """The table a key stands in, as it is written."""
        around: Any = self._document
        for part in place[:-1]:
            around = around[part]
        return around if isinstance(around, dict) else {}

    def _rest_cure(self, place: Place, value: object) -> str:
        """What to write for a rest that is what is left of a round."""
        if place[-1] != "rest" or not isinstance(value, str) or value.strip().casefold() not in REST_OF_A_ROUND:
            return ""
        block = self._around(place[:-2])
        time, rounds = meant_seconds(str(block.get("time", ""))), block.get("rounds", 1)
        fits = time and type(rounds) is int and rounds > 0 and not time % rounds
        every = spelt(time // rounds) if time and fits else "1m"
        instead = " in place of time" if "time" in block else ""
        return f'take this step out, and write every = "{every}" in its block{instead}: what is left of a round is rest'

    def _empty_cure(self, place: Place) -> str:
        """What to do about a text in which nothing stands."""
        if not isinstance(place[-1], str):
            return "write something into it, or take it out"
        if place[-1] == "name" and "exercise" in self._around(place):
            return "take the name out: the step is called as its exercise is"
        called = {"title": "what it is called", "name": "what it is called", "confirm": "what is to be agreed to"}
        return f"write {called.get(place[-1], 'at least one character')}"

    def _unknown_key(self, place: Place, value: object, *, compare: bool) -> Problem:
        table, key = self._table_of(place), str(place[-1])
        found = Found(key, table, value, frozenset(map(str, self._around(place))), titled="title" in self._document)
        cure = meant_by(found)
        if cure is None:
            fields = tuple(keys_of(table))
            meant = _nearest(key, fields) if compare else ()
            listed = unknown_here(found) or Cure(f"{_called(table)} has {', '.join(fields[:6])} and more")
            cure = once(Cure(f"did you mean “{meant[0]}”", meant), found) if meant else listed
        message = f"{_called(table)} has no key “{shortened(key)}”"
        return Problem("unknown-key", message, place, cure.text, "key", keys=cure.keys)


def _aims_at(code: str) -> Any:
    return {"unknown-key": "key", "missing-key": "table"}.get(code, "value")


@lru_cache(maxsize=1024)
def _nearest(word: str, words: tuple[str, ...]) -> tuple[str, ...]:
    """The word that looks most like this one: a slip that runs through a file is looked up once."""
    folded = sorted(word.casefold())
    turned = tuple(one for one in words if len(one) == len(word) and sorted(one) == folded)
    return turned[:1] or nearest(word[:MOST_LETTERS], words, 1)


def _called(table: type[Table]) -> str:
    name = table.__name__.lower()
    return "[defaults]" if table is Defaults else f"{'an' if name[0] in 'aeiou' else 'a'} {name}"


def _unknown_value(place: Place, value: object, table: type[Table], *, compare: bool) -> Problem:
    key = next((str(part) for part in reversed(place) if isinstance(part, str)), "")
    choices = words_of(keys_of(table).get(key))
    if key == "format":
        cure = "this program reads format 1; a newer one may read this file"
        if str(value) == "1":
            cure = "write format = 1, without quotes"
        return Problem("unsupported-format", f"{quoted(value)} is not a format this program knows", place, cure)
    listed = ", ".join(choices)
    if (table, key) == (Block, "sides"):
        cure = 'write "each" for one side after the other, or write sides in each of the block\'s steps'
        return Problem("unknown-value", f"{quoted(value)} is not known here", place, cure)
    if not isinstance(value, str):
        alone = value[0] if isinstance(value, list) and len(value) == 1 else None
        cure = f'write "{alone}"' if alone in choices else f"write one of {listed} in quotes"
        if key == "sides" and (value == 2 or (isinstance(value, list) and {*map(str, value)} == {"left", "right"})):
            cure = 'write "each" for one side after the other, "both" for both at once'
        return Problem("wrong-type", f"{as_found(value)} stands where a text belongs", place, cure)
    message = f"{quoted(value)} is not known here"
    if known := value_meant(key, value, choices):
        return Problem("unknown-value", message, place, f"write {known}")
    close = _nearest(value, tuple(choices)) if compare else ()
    cure = f"did you mean “{close[0]}”" if close else f"write one of {listed}"
    return Problem("unknown-value", message, place, cure)


def _range_text(kind: str, context: dict[str, Any], value: object) -> str:
    if kind in _EMPTY:
        return "the text is empty"
    if kind == "string_too_long":
        return f"the text has {len(str(value))} characters, the most is {context['max_length']}"
    if kind == "too_long":
        return f"the list has more than {context['max_length']} entries"
    if "ge" in context:
        return f"{quoted(value)} is too small, the least is {context['ge']}"
    if "le" in context:
        return f"{quoted(value)} is too large, the most is {context['le']}"
    return f"{quoted(value)} cannot be used here"


def _range_cure(kind: str, context: dict[str, Any]) -> str:
    if kind in {"string_too_long", "too_long"}:
        return "shorten it"
    return (
        f"write {context['ge']} or more"
        if "ge" in context
        else f"write {context['le']} or less"
        if "le" in context
        else ""
    )
