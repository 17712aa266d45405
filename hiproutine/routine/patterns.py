"""Single values as a JSON Schema says them. Each takes what its parser takes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from hiproutine.plan.effort import EFFORTS

Table = dict[str, Any]

_MINUTES, _SECONDS = r"[0-9]{1,6} ?m(in)?", r"[0-9]{1,6} ?s"
_UNITS = rf"[0-9]{{1,6}} ?h( ?{_MINUTES})?( ?{_SECONDS})?|{_MINUTES}( ?{_SECONDS})?|{_SECONDS}|[0-9]{{1,6}}"
_COLONS = r"[0-9]{1,4}:[0-5][0-9]|[0-9]{1,4}:0{0,2}[0-5]?[0-9]:[0-5][0-9]"
DURATION = rf"^({_UNITS}|{_COLONS})$"
MOMENT = rf"^(half|-?({_UNITS}|{_COLONS}))$"
CUE_TEXT = r"^([^{}]|\{\{|\}\}|\{(name|side|seconds|next)\})+$"

USE = r"\$[A-Za-z][A-Za-z0-9_-]{0,39}"
"""The name of a value of `[vars]`."""

SLUG: Table = {"type": "string", "pattern": "^[A-Za-z0-9][A-Za-z0-9 _-]{0,99}$"}
"""An id, or the name that stands for it."""
TEMPO: Table = {"type": "string", "pattern": "^[0-9]{1,2}(-[0-9]{1,2}){2,3}$", "not": {"pattern": "^[^1-9]*$"}}
CUE: Table = {
    "type": ["string", "object"],
    "pattern": CUE_TEXT,
    "properties": {
        "at": {"type": ["string", "integer"], "pattern": MOMENT},
        "say": {"type": "string", "pattern": CUE_TEXT},
    },
    "required": ["at", "say"],
    "additionalProperties": False,
}
"""A text, or a table: what is said of texts does not concern tables, and the other way round."""


REPS: Table = {
    "type": ["integer", "string", "array"],
    "minimum": 1,
    "maximum": 200,
    "pattern": r"^([1-9][0-9]?|1[0-9]{2}|200)-([1-9][0-9]?|1[0-9]{2}|200)$",
    "items": {
        "type": ["integer", "string"],
        "minimum": 1,
        "maximum": 200,
        "pattern": r"^([1-9][0-9]?|1[0-9]{2}|200)-([1-9][0-9]?|1[0-9]{2}|200)$",
    },
    "minItems": 1,
    "maxItems": 20,
}
"""So many, from so many to so many, or a list with one of these for each set."""


def dose(least: int, most: int) -> Table:
    """A length, or a list with one for each set."""
    one = duration(least, most)
    return {**one, "type": ["string", "integer", "array"], "items": one, "minItems": 1, "maxItems": 20}


_DISTANCE = r"^(0{0,5}[1-9][0-9]{0,4} ?(m|yd)|([0-9]{1,2}(\.[0-9]{1,3})?|100) ?(km|mi))$"
_ONE_DISTANCE: Table = {"type": "string", "pattern": _DISTANCE, "not": {"pattern": "^[^1-9]*$"}}
DISTANCE: Table = {**_ONE_DISTANCE, "type": ["string", "array"], "items": _ONE_DISTANCE, "minItems": 1, "maxItems": 20}
"""How far, or a list with one distance for each set."""
PACE: Table = {"type": "string", "pattern": "^(0?[2-9]|[1-5][0-9]):[0-5][0-9] ?/ ?(km|mi)$|^60:00 ?/ ?(km|mi)$"}
WEIGHT: Table = {
    "type": "string",
    "pattern": r"^([0-9]{1,2}(\.[0-9]{1,2})?|[1-4][0-9]{2}(\.[0-9]{1,2})?|500) ?(kg|lb)$",
    "not": {"pattern": "^[^1-9]*$"},
}
BAND: Table = {"type": "string", "minLength": 1, "maxLength": 60, "pattern": r"\S"}
EFFORT: Table = {
    "type": ["integer", "string"],
    "minimum": 0,
    "maximum": 10,
    "pattern": f"^({'|'.join(EFFORTS)})$",
}
SETS: Table = {"type": "integer", "minimum": 1, "maximum": 20}


def on_each_side(one: Table) -> Table:
    """What one says, or a table that says it for each side."""
    table: Table = {"properties": {"left": one, "right": one}, "required": ["left", "right"]}
    kinds = one["type"] if isinstance(one["type"], list) else [one["type"]]
    return {**one, "type": [*kinds, "object"], **table, "additionalProperties": False}


def duration(least: int, most: int) -> Table:
    """A text such as `1m30s`, or whole seconds. A text of nothing but zeros is no dose."""
    table: Table = {"type": ["string", "integer"], "pattern": DURATION, "minimum": least, "maximum": most}
    return {**table, "not": {"type": "string", "pattern": "^[^1-9]*$"}} if least else table


_GROWS = r"^[+-] ?[0-9][0-9a-z:. ]*( (a|per|each|every) week| every [0-9]{1,2} weeks)?$"


def progress(keys: Iterable[str]) -> Table:
    """One amount that grows with where it ends, or a list of these; `until` is what its own key reads."""
    table: Table = {
        "type": "object",
        "properties": {
            **{key: {"type": "string", "pattern": _GROWS, "not": {"pattern": "^[^1-9]*$"}} for key in keys},
            "until": {"type": ["integer", "string", "array", "object"]},
        },
        "required": ["until"],
        "minProperties": 2,
        "maxProperties": 2,
        "additionalProperties": False,
    }
    return {**table, "type": ["object", "array"], "items": table, "minItems": 1, "maxItems": 8}
