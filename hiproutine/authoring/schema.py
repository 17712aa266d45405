"""The JSON Schema of routine and exercise files, for editors: draft-07, from the models, in the way TOML tools read it.

TOML has no null, so nothing may be null; a step is one table of optional keys, so that a tool names the key that is
wrong instead of every form a step could have had. What only several keys together show is said by `if` and `then`.
"""

from __future__ import annotations

import json
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from hiproutine.authoring.hints import HINTS
from hiproutine.routine.model import DOSES, Exercise, Routine

FILE_NAME = "routine.schema.json"
"""What the schema is called beside a person's routines."""
DRAFT = "http://json-schema.org/draft-07/schema#"

Table = dict[str, Any]

_DOSED = ("exercise", *DOSES)
"""What brings a dose to a step that stands in no block."""
_NOT_FOR_BREAKS = ("sides", "sets", "set_rest", "switch", "tempo")


def routine_schema() -> Table:
    """The schema of a routine file."""
    schema = _schema(Routine, "routine")
    tables = schema["definitions"]
    schema["anyOf"] = [{"required": [key]} for key in ("steps", "blocks")]
    schema["allOf"] = [{"if": {"required": ["steps"]}, "then": {"properties": {"blocks": False}}}]
    step = tables["Step"]
    step["anyOf"] = [{"required": [key]} for key in ("name", "exercise", "rest", "confirm")]
    step["allOf"] = [*_one_dose(), *_breaks(), _tempo()]
    tables["BlockStep"] = step
    tables["Step"] = {**step, "allOf": [*step["allOf"], {"anyOf": [{"required": [key]} for key in _DOSED]}]}
    tables["Block"]["properties"]["steps"]["items"] = {"$ref": "#/definitions/BlockStep"}
    for table, key in ((schema, "steps"), (schema, "blocks"), (tables["Block"], "steps")):
        table["properties"][key]["minItems"] = 1
    return schema


def exercise_schema() -> Table:
    """The schema of an exercise file."""
    schema = _schema(Exercise, "exercise")
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
        if default is None or isinstance(default, BaseModel) or default in ((), ""):
            return inner
        return {**inner, "default": list(default) if isinstance(default, tuple) else default}


def _schema(model: type[BaseModel], title: str) -> Table:
    raw = model.model_json_schema(schema_generator=_Generator, ref_template="#/definitions/{model}")
    schema: Table = {"$schema": DRAFT, **raw}
    schema["title"] = title
    schema["description"] = f"A{'n' if title[0] == 'e' else ''} {title} of hiproutine."
    schema["definitions"] = schema.pop("$defs", {})
    for name, table in [(model.__name__, schema), *schema["definitions"].items()]:
        if name != model.__name__:
            table["title"] = name.lower()
            table.pop("description", None)
        for key, value in table["properties"].items():
            table["properties"][key] = _described(name, key, value)
        if cues := table["properties"].get("cues"):
            parts = {key: _described("Cue", key, value) for key, value in cues["items"]["properties"].items()}
            cues["items"] = {**cues["items"], "title": "cue", "properties": parts}
    return schema


def _described(name: str, key: str, value: Table) -> Table:
    """A key with its description and examples; a reference stands alone in draft-07, and so in `allOf`."""
    hint = HINTS[name][key]
    value = {part: content for part, content in value.items() if part != "title"}
    if "$ref" in value:
        value = {"allOf": [{"$ref": value.pop("$ref")}], **value}
    return {**value, "description": hint.text, **({"examples": list(hint.examples)} if hint.examples else {})}


def _one_dose() -> list[Table]:
    """Where there is one dose, no later one may stand."""
    return [
        {"if": {"required": [dose]}, "then": {"properties": dict.fromkeys(DOSES[index + 1 :], False)}}
        for index, dose in enumerate(DOSES[:-1])
    ]


def _breaks() -> list[Table]:
    return [
        {"if": {"required": [dose]}, "then": {"properties": dict.fromkeys(_NOT_FOR_BREAKS, False)}}
        for dose in ("rest", "confirm")
    ]


def _tempo() -> Table:
    """A tempo goes with reps, its own or those of its exercise."""
    return {"if": {"required": ["tempo"]}, "then": {"anyOf": [{"required": ["reps"]}, {"required": ["exercise"]}]}}
