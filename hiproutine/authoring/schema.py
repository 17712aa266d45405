"""The JSON Schema of routine and exercise files, for editors: draft-07, from the models, in the way TOML tools read it.

TOML has no null, so nothing may be null; a step is one table of optional keys, so that a tool names the key that is
wrong instead of every form a step could have had. What only several keys together show is said by `if` and `then`.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from hiproutine.authoring.hints import HINTS
from hiproutine.paths import bundled
from hiproutine.routine import tables
from hiproutine.routine import values as names
from hiproutine.routine.catalogue import Catalogue
from hiproutine.routine.dose_checks import HELD_REPS
from hiproutine.routine.model import DOSES, Exercise, Routine
from hiproutine.routine.patterns import SLUG, USE
from hiproutine.routine.pydantic_models import model_of
from hiproutine.routine.routine_files import RoutineFiles

FILE_NAME = "routine.schema.json"
"""What the schema is called beside a person's routines."""
DRAFT = "http://json-schema.org/draft-07/schema#"

Table = dict[str, Any]

_INCLUDING = ("include", "skip")
_SKIP: Table = {"if": {"required": ["skip"]}, "then": {"required": ["include"]}}
_NOT_FOR_BREAKS = ("sides", "sets", "set_rest", "switch", "tempo", "weight", "band")


Known = dict[str, str | None]
"""Exercises by id, each with the key of its dose."""


def known_in(catalogue: Catalogue) -> Known:
    """The exercises of a catalogue that can be used."""
    return {entry.id: entry.exercise.dose() for entry in catalogue.entries() if entry.exercise}


def _bundled() -> Known:
    return known_in(Catalogue([bundled() / "exercises"]))


def routines_in(*folders: Path) -> list[str]:
    """The ids of the routines of some folders, sorted, whether or not they can be played."""
    return [name for name in RoutineFiles(folders).ids if names.SLUG.fullmatch(name)]


def routine_schema(known: Known | None = None, routines: Sequence[str] | None = None) -> Table:
    """The schema of a routine file; without `known` and `routines` it knows what comes with the program."""
    known = _bundled() if known is None else known
    schema = _schema(Routine, "routine", known, routines)
    tables = schema["definitions"]
    schema["anyOf"] = [{"required": [key]} for key in ("steps", "blocks")]
    schema["allOf"] = [{"if": {"required": ["steps"]}, "then": {"properties": {"blocks": False}}}]
    step = tables["Step"]
    step["anyOf"] = [{"required": [key]} for key in ("name", "exercise", "include", "rest", "confirm")]
    step["allOf"] = [*_one_dose(), *_breaks(), _no_lost_exercise(known), _tempo(known), *_including(step)]
    tables["BlockStep"] = step
    tables["Step"] = {**step, "allOf": [*step["allOf"], _dosed(known)]}
    block = tables["Block"]
    block["properties"]["steps"]["items"] = {"$ref": "#/definitions/BlockStep"}
    block["properties"]["blocks"]["items"] = {"$ref": "#/definitions/InnerBlock"}
    for table, key in ((schema, "steps"), (schema, "blocks"), (block, "steps"), (block, "blocks")):
        table["properties"][key]["minItems"] = 1
    block["anyOf"] = [{"required": [key]} for key in ("steps", "blocks", "include")]
    block["allOf"] = [*schema["allOf"], *_including_block(), *_until_over()]
    for table in (step, block, tables["Defaults"]):
        _with_vars(table)
    tables["InnerBlock"] = block
    tables["Block"] = {**block, "allOf": [*block["allOf"], _by_time(known)]}
    return schema


def _with_vars(table: Table) -> None:
    """Lets the name of a value of `[vars]` stand for every length, number and word of a table."""
    for key, value in table["properties"].items():
        if key not in {"steps", "blocks"}:
            table["properties"][key] = _or_use(value)


def _or_use(value: Table) -> Table:
    if "enum" in value or "const" in value:
        choices: Table = {part: value[part] for part in ("enum", "const") if part in value}
        about: Table = {part: value[part] for part in ("description", "examples", "default") if part in value}
        return {**about, "anyOf": [choices, {"type": "string", "pattern": f"^{USE}$"}]}
    kinds = value.get("type", [])
    kinds = kinds if isinstance(kinds, list) else [kinds]
    if "integer" not in kinds and not ("string" in kinds and "pattern" in value):
        return value
    pattern = f"({value['pattern']})|(^{USE}$)" if "pattern" in value else f"^{USE}$"
    if "not" in value:  # of a text without a digit above zero, which a name may be
        value = {**value, "not": {**value["not"], "pattern": "^[^1-9$]*$"}}
    if isinstance(value.get("items"), dict):
        value = {**value, "items": _or_use(value["items"])}
    if "properties" in value:
        value = {**value, "properties": {side: _or_use(one) for side, one in value["properties"].items()}}
    return {**value, "type": [*dict.fromkeys([*kinds, "string"])], "pattern": pattern}


def exercise_schema(known: Known | None = None) -> Table:
    """The schema of an exercise file; `known` as for `routine_schema`."""
    schema = _schema(Exercise, "exercise", _bundled() if known is None else known)
    schema["allOf"] = _one_dose()
    return schema


def schema_text(schema: Table) -> str:
    """A schema as it stands in a file."""
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


class _Generator(GenerateJsonSchema):
    """Without null, and with what our own parsers take."""

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        inner = self.generate_inner(schema["schema"])
        default = schema.get("default")
        if default is None or isinstance(default, tables.Table) or default in ((), ""):
            return inner
        return {**inner, "default": list(default) if isinstance(default, tuple) else default}


def _schema(model: type[tables.Table], title: str, known: Known, routines: Sequence[str] | None = None) -> Table:
    included = routines_in(bundled()) if routines is None else routines
    raw = model_of(model).model_json_schema(schema_generator=_Generator, ref_template="#/definitions/{model}")
    schema: Table = {"$schema": DRAFT, **raw}
    schema["title"] = title
    schema["description"] = f"A{'n' if title[0] == 'e' else ''} {title} of hiproutine."
    schema["definitions"] = schema.pop("$defs", {})
    for name, table in [(model.__name__, schema), *schema["definitions"].items()]:
        if name != model.__name__:
            table["title"] = name.lower()
            table.pop("description", None)
        for key, value in table["properties"].items():
            table["properties"][key] = _described(name, key, _with_ids(key, value, known, included))
        if cues := table["properties"].get("cues"):
            parts = {key: _described("Cue", key, value) for key, value in cues["items"]["properties"].items()}
            cues["items"] = {**cues["items"], "title": "cue", "properties": parts}
    return schema


def _with_ids(key: str, value: Table, known: Known, routines: Sequence[str]) -> Table:
    """A key that names exercises or routines, with the ids that are known beside any other."""
    ids: list[Table] = [{"enum": [*known]}, SLUG] if known else [SLUG]
    if key == "exercise":
        return {"anyOf": ids}
    if key == "include":
        return {"anyOf": [{"enum": [*routines]}, SLUG]}
    if key in {"easier", "harder"}:
        return {"type": "array", "items": {"anyOf": ids}}
    return value


def _described(name: str, key: str, value: Table) -> Table:
    """A key with its description and examples; a reference stands alone in draft-07, and so in `allOf`."""
    hint = HINTS[name][key]
    value = {part: content for part, content in value.items() if part != "title"}
    if "$ref" in value:
        value = {"allOf": [{"$ref": value.pop("$ref")}], **value}
    return {**value, "description": hint.text, **({"examples": list(hint.examples)} if hint.examples else {})}


def _one_dose() -> list[Table]:
    """Where there is one dose, no later one may stand; but repetitions may be held."""
    return [
        {
            "if": {"required": [dose]},
            "then": {"properties": {other: False for other in DOSES[index + 1 :] if {dose, other} != HELD_REPS}},
        }
        for index, dose in enumerate(DOSES[:-1])
    ]


def _breaks() -> list[Table]:
    return [
        {"if": {"required": [dose]}, "then": {"properties": dict.fromkeys(_NOT_FOR_BREAKS, False)}}
        for dose in ("rest", "confirm")
    ]


def _no_lost_exercise(known: Known) -> Table:
    """A rest would take the place of an exercise that is something to do."""
    done = [name for name, dose in known.items() if dose != "rest"]
    return {"not": {"required": ["rest", "exercise"], "properties": {"exercise": {"enum": done}}}} if done else {}


def _tempo(known: Known) -> Table:
    """A tempo goes with reps, the step's own or those of its exercise."""
    others = [dose for dose in DOSES if dose != "reps"]
    without = [name for name, dose in known.items() if dose != "reps"]
    lent: Table = {"required": ["exercise"], "properties": dict.fromkeys(others, False)}
    if without:
        lent["properties"] = {**lent["properties"], "exercise": {"not": {"enum": without}}}
    own = {"required": ["reps"], "properties": {"hold": False}}
    return {"if": {"required": ["tempo"]}, "then": {"anyOf": [own, lent]}}


def _dosed(known: Known) -> Table:
    """A step has a dose, its own or that of its exercise."""
    without = [name for name, dose in known.items() if dose is None]
    lent: Table = {"required": ["exercise"]}
    if without:
        lent["properties"] = {"exercise": {"not": {"enum": without}}}
    return {"anyOf": [lent, *({"required": [key]} for key in ("include", *DOSES))]}


def _including(step: Table) -> list[Table]:
    """A routine that is included has nothing beside it but what is left out of it."""
    others = {key: False for key in step["properties"] if key not in _INCLUDING}
    return [{"if": {"required": ["include"]}, "then": {"properties": others}}, _SKIP]


def _including_block() -> list[Table]:
    """Steps, blocks or a routine that is included, which has a title already."""
    own = {"properties": {"steps": False, "blocks": False}}
    return [{"if": {"required": ["include"]}, "then": own, "else": {"required": ["title"]}}, _SKIP]


def _until_over() -> list[Table]:
    """Rounds until a time is over have no number, and no other time."""
    return [
        {"if": {"required": ["for"]}, "then": {"properties": dict.fromkeys(("rounds", "time"), False)}},
        {"if": {"required": ["last"]}, "then": {"required": ["for"]}},
    ]


def _by_time(known: Known) -> Table:
    """In a block with a time, an exercise lends no dose, and so a tempo no reps; in one without, nothing is shared."""
    own_reps = {"if": {"required": ["tempo"]}, "then": {"required": ["reps"]}}
    return {
        "if": {"required": ["time"]},
        "then": {"properties": {"steps": {"items": own_reps}}},
        "else": {"properties": {"steps": {"items": _dosed(known)}}},
    }
