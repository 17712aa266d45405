"""What pydantic found wrong, in the words of this format: code, sentence, cure."""

from __future__ import annotations

import re
from datetime import date, time
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from hiproutine.errors import Place, Problem
from hiproutine.routine.model import Block, Defaults, Exercise, Routine, Step
from hiproutine.routine.values import quoted
from hiproutine.wording import nearest

_TYPES = {
    "string_type": "a text",
    "int_type": "a whole number",
    "tuple_type": "a list",
    "dict_type": "a table",
    "model_type": "a table",
    "model_attributes_type": "a table",
}
_INSIDE: dict[str, type[BaseModel]] = {"steps": Step, "blocks": Block, "defaults": Defaults}
_OLD_NAMES = {"id": "the id is the file's name", "seconds": "write hold or time", "duration": "write hold or time"}


def problems_of(error: ValidationError, top: type[BaseModel]) -> list[Problem]:
    """Every problem pydantic found in a document whose top table is `top`."""
    return [_problem(details, top) for details in error.errors(include_url=False)]


def _problem(details: ErrorDetails, top: type[BaseModel]) -> Problem:
    kind, place, value = details["type"], tuple(details["loc"]), details["input"]
    context: dict[str, Any] = details.get("ctx", {})
    if "text" in context:
        return Problem(kind, context["text"], (*place, *context["inside"]), context["cure"], _aims_at(kind))
    if kind == "missing":
        key = str(place[-1])
        return Problem("missing-key", f"“{key}” is missing", place[:-1], f"add {key} = …", "table")
    if kind == "extra_forbidden":
        return _unknown_key(place, top)
    if kind == "literal_error":
        return _unknown_value(place, value, top)
    if kind in _TYPES:
        return _wrong_type(place, value, _TYPES[kind])
    return Problem("out-of-range", _range_text(kind, context, value), place, _range_cure(kind))


def _aims_at(code: str) -> Any:
    return {"unknown-key": "key", "missing-key": "table"}.get(code, "value")


def _table_of(place: Place, top: type[BaseModel]) -> type[BaseModel]:
    """The model of the table a key stands in."""
    model = top
    for part in place[:-1]:
        model = _INSIDE.get(str(part), model)
    return model


def _unknown_key(place: Place, top: type[BaseModel]) -> Problem:
    table, key = _table_of(place, top), str(place[-1])
    fields = list(table.model_fields)
    close = nearest(key, fields, 1)
    if close:
        cure = f"did you mean “{close[0]}”"
    elif key in _OLD_NAMES:
        cure = _OLD_NAMES[key]
    else:
        home = next((m for m in (Routine, Block, Step, Defaults, Exercise) if key in m.model_fields), None)
        cure = f"it belongs in {_called(home)}" if home else f"{_called(table)} has {', '.join(fields[:6])} and more"
    return Problem("unknown-key", f"{_called(table)} has no key “{key}”", place, cure, "key")


def _called(table: type[BaseModel]) -> str:
    name = table.__name__.lower()
    return "[defaults]" if table is Defaults else f"{'an' if name[0] in 'aeiou' else 'a'} {name}"


def _unknown_value(place: Place, value: object, top: type[BaseModel]) -> Problem:
    key = next((str(part) for part in reversed(place) if isinstance(part, str)), "")
    choices = _choices(_table_of(place if place[-1] == key else place[:-1], top), key)
    if key == "format":
        cure = "this program reads format 1; a newer one may read this file"
        return Problem("unsupported-format", f"{quoted(value)} is not a format this program knows", place, cure)
    listed = ", ".join(str(choice) for choice in choices)
    if not isinstance(value, str):
        return Problem("wrong-type", f"{quoted(value)} is not a text", place, f"write one of {listed} in quotes")
    close = nearest(value, [str(choice) for choice in choices], 1)
    cure = f"did you mean “{close[0]}”" if close else f"write one of {listed}"
    return Problem("unknown-value", f"{quoted(value)} is not known here", place, cure)


def _choices(table: type[BaseModel], key: str) -> list[str]:
    """The values a field takes, through optional and tuple types."""

    def literals(annotation: Any) -> list[str]:
        arguments = get_args(annotation)
        texts = [argument for argument in arguments if isinstance(argument, str)]
        return texts or [text for argument in arguments for text in literals(argument)]

    field = table.model_fields.get(key)
    return literals(field.annotation) if field else []


def _wrong_type(place: Place, value: object, wanted: str) -> Problem:
    if isinstance(value, (date, time)):
        return Problem("wrong-type", f"{quoted(value)} is a date or a time, not {wanted}", place, "write it in quotes")
    cure = ""
    if wanted == "a list" and isinstance(value, str):
        cure = f"write [{quoted(value)}]"
    elif wanted == "a list" and place[-1] in {"steps", "blocks"}:
        cure = f"write [[{'.'.join(part for part in place if isinstance(part, str))}]]"
    elif wanted == "a text" and not isinstance(value, (dict, list)):
        cure = "write it in quotes"
    elif wanted == "a whole number" and isinstance(value, str) and re.fullmatch(r"\d{1,4}", value):
        cure = f"write {value} without quotes"
    found = {dict: "a table", list: "a list", bool: "true or false"}.get(type(value), quoted(value))
    return Problem("wrong-type", f"{found} stands where {wanted} belongs", place, cure)


def _range_text(kind: str, context: dict[str, Any], value: object) -> str:
    if kind in {"string_too_short", "string_pattern_mismatch"}:
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


def _range_cure(kind: str) -> str:
    if kind in {"string_too_short", "string_pattern_mismatch"}:
        return "write at least one character"
    return "shorten it" if kind in {"string_too_long", "too_long"} else ""
