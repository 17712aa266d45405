"""The tables of a file as pydantic models, made of the same types: for what is wrong with them, and for the schema."""

from __future__ import annotations

import os
from types import UnionType
from typing import Annotated, Any, ClassVar, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema, create_model
from pydantic_core import PydanticCustomError, PydanticKnownError

from hiproutine.routine.repetitions import FOR_BOTH, says_sides
from hiproutine.routine.tables import Limits, Parsed, Table, keys_of, needed_in
from hiproutine.routine.values import BadValue

os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
# None is used here, and looking for them reads what every installed package says of itself: 25 ms.

T = TypeVar("T", bound=Table)


class _Closed(BaseModel):
    """Strict, and closed to unknown keys."""

    model_config = ConfigDict(extra="forbid", strict=True, defer_build=True)
    table: ClassVar[type[Table]]


_MODELS: dict[type[Table], type[_Closed]] = {}


def model_of(table: type[Table]) -> type[BaseModel]:
    """The model of a table and of those within it."""
    if found := _MODELS.get(table):
        return found
    needed = needed_in(table)
    fields: dict[str, Any] = {
        key: (_typed(kind, table), ... if key in needed else getattr(table, key))
        for key, kind in keys_of(table).items()
    }
    made = _MODELS[table] = create_model(table.__name__, __base__=_Closed, __doc__=table.__doc__, **fields)
    made.table = table
    return made


def record_of(kind: type[T], table: dict[str, Any]) -> T:
    """The record of a table, as pydantic reads it.

    Raises:
        ValidationError: something is wrong with it.
    """
    record: T = _record(model_of(kind).model_validate(table))
    return record


def _record(found: Any) -> Any:
    if isinstance(found, _Closed):
        return found.table(**{key: _record(getattr(found, key)) for key in found.model_fields_set})
    return tuple(map(_record, found)) if type(found) is tuple else found


def _typed(kind: Any, within: type[Table]) -> Any:
    """A type as pydantic is told it; `within` is the table that it stands in, known to itself by its name."""
    origin, arguments = get_origin(kind), get_args(kind)
    if origin is Annotated:
        typed, *marks = arguments
        made = _typed(typed, within)
        for mark in marks:
            made = _told(mark, made, typed)
        return made
    if origin in {Union, UnionType}:
        return Union[tuple(_typed(one, within) for one in arguments)]  # noqa: UP007 - of a tuple
    if origin is tuple:
        item: Any = _typed(arguments[0], within)
        return Annotated[tuple[item, ...], Field(strict=False)]
    if isinstance(kind, type) and issubclass(kind, Table):
        return kind.__name__ if kind is within else model_of(kind)
    return kind


def _told(mark: object, made: Any, kind: Any) -> Any:
    """A type of pydantic with a mark of a `kind`."""
    if isinstance(mark, Parsed):
        return Annotated[made, _by(mark), WithJsonSchema(mark.schema)]
    if not isinstance(mark, Limits):
        return Annotated[made, mark]
    if kind is int:
        return Annotated[made, Field(ge=mark.least, le=mark.most)]
    pattern = r"\S" if mark.filled else None
    made = Annotated[made, Field(min_length=mark.least, max_length=mark.most, pattern=pattern)]
    return Annotated[made, _counted(mark.most)] if mark.counted else made


def _counted(most: int | None) -> BeforeValidator:
    """A validator that counts entries before each is looked at."""

    def validate(value: object) -> object:
        if isinstance(value, list) and most is not None and len(value) > most:
            context = {"field_type": "Tuple", "max_length": most, "actual_length": len(value)}
            raise PydanticKnownError("too_long", context)
        return value

    return BeforeValidator(validate)


def _by(parsed: Parsed) -> BeforeValidator:
    """A validator that turns the parser's `BadValue` into pydantic's own kind of error."""

    def validate(value: object) -> Any:
        try:
            return parsed.read(value)
        except BadValue as bad:
            cure = FOR_BOTH if not bad.inside and says_sides(value) and "sides" not in bad.cure else bad.cure
            context: dict[str, Any] = {"text": bad.message, "cure": cure, "inside": bad.inside, "also": bad.also}
            raise PydanticCustomError(bad.code, "{text}", context) from None

    return BeforeValidator(validate)
