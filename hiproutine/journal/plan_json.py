"""A plan as JSON and back, every value checked: what is stored or imported may be wrong."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import asdict, fields, is_dataclass
from enum import Enum
from functools import cache
from importlib import import_module
from math import isfinite
from types import NoneType, UnionType
from typing import Any, Literal, cast, get_args, get_origin, get_type_hints

from hiproutine.plan.model import About, Interval, Plan


class BadPlan(ValueError):
    """Raised for JSON that is no plan."""


def plan_text(plan: Plan) -> str:
    """The plan as JSON in the one form that its fingerprint stands for."""
    return canonical(_as_kept(plan))


def _as_kept(plan: Plan) -> dict[str, Any]:
    """The plan as plain values; what later versions added is left out where it says nothing, so that a plan of before
    keeps its fingerprint."""
    table = asdict(plan)
    parts: list[tuple[dict[str, Any], type]] = [(table, Plan)]
    for interval in table["intervals"]:
        parts += [(interval, Interval), (interval["about"], About)]
    for part, kind in parts:
        for name, nothing in _later(kind).items():
            if part[name] == nothing:
                del part[name]
    return table


@cache
def _later(kind: type) -> dict[str, Any]:
    """The fields that plans kept before do not have, and what they are where they say nothing."""
    return {field.name: field.default for field in fields(kind) if field.metadata.get("later")}


def canonical(value: Any) -> str:
    """JSON with sorted keys and no spaces."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def fingerprint(text: str) -> str:
    """The SHA-256 of a text."""
    return str(_sha256()(text.encode("utf-8", "surrogatepass")).hexdigest())


def _sha256() -> Any:
    """As `random` takes it: hashlib brings OpenSSL, which a process that plays for an hour needs for nothing else."""
    for name in ("_sha2", "_sha256"):
        with suppress(ImportError):
            return import_module(name).sha256
    return import_module("hashlib").sha256


def plan_from_text(text: str) -> Plan:
    """The plan, or BadPlan."""
    try:
        return plan_from(json.loads(text))
    except (ValueError, RecursionError) as error:
        raise BadPlan(str(error)) from error


def plan_from(value: object) -> Plan:
    """The plan of a decoded JSON object, or BadPlan."""
    plan: Plan = _built(Plan, value, "plan")
    if not plan.intervals:
        raise BadPlan("it has no intervals")
    if not 0 <= plan.week <= plan.weeks:
        raise BadPlan("it has no such week")
    for index, interval in enumerate(plan.intervals):
        if not _playable(interval, index):
            raise BadPlan(f"interval {index + 1} cannot be played")
    if not _ends(plan):
        raise BadPlan("its rounds never end")
    return plan


def _ends(plan: Plan) -> bool:
    """Whether rounds without a number stand together, have a time, and take some of it each time."""
    for section in plan.sections.values():
        inside = plan.intervals[section.first : section.end]
        alike = len({one.open_rounds for one in inside}) == 1
        if not alike or section.seconds < 1 or sum(one.seconds for one in inside) < 1:
            return False
    return True


def _playable(interval: Interval, index: int) -> bool:
    tempo = interval.tempo
    whole = interval.seconds >= 0 and interval.start >= 0 and interval.step >= 1 and interval.block >= 0
    paced = tempo is None or (len(tempo) > 0 and min(tempo) >= 0 and sum(tempo) > 0)
    counted = interval.reps is None or 1 <= (interval.reps_from or 1) <= interval.reps
    return interval.index == index and interval.lap == 1 and whole and paced and counted


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def _built(kind: Any, value: object, where: str) -> Any:
    """The value as the type asks for it."""
    if get_origin(kind) is UnionType:
        return _one_of(get_args(kind), value, where)
    if get_origin(kind) is tuple:
        return _tuple(get_args(kind)[0], value, where)
    if get_origin(kind) is Literal:
        if value in get_args(kind):
            return value
        raise BadPlan(f"{where} is not one of {get_args(kind)}")
    if is_dataclass(kind):
        return _record(cast("type", kind), value, where)
    return _scalar(kind, value, where)


def _one_of(kinds: tuple[Any, ...], value: object, where: str) -> Any:
    if value is None and NoneType in kinds:
        return None
    return _built(next(kind for kind in kinds if kind is not NoneType), value, where)


def _tuple(kind: Any, value: object, where: str) -> tuple[Any, ...]:
    if not isinstance(value, list):
        raise BadPlan(f"{where} is not a list")
    return tuple(_built(kind, item, f"{where}[{number}]") for number, item in enumerate(value))


def _record(kind: type, value: object, where: str) -> Any:
    names = {field.name for field in fields(kind)}
    if not isinstance(value, dict) or set(value) - names or names - set(value) - _later(kind).keys():
        raise BadPlan(f"{where} does not have the fields of a {kind.__name__}")
    return kind(**{name: _built(_hints(kind)[name], value[name], f"{where}.{name}") for name in value})


def _scalar(kind: Any, value: object, where: str) -> Any:
    if issubclass(kind, Enum):
        try:
            return kind(value)
        except ValueError as error:
            raise BadPlan(f"{where} is not a {kind.__name__}") from error
    number = isinstance(value, int | float) and not isinstance(value, bool)
    if kind is float and number and abs(cast("float", value)) < 1e9 and isfinite(cast("float", value)):
        return float(cast("float", value))
    if kind is int and number and isinstance(value, int) and abs(value) < 1e9:
        return value
    if kind in {str, bool} and type(value) is kind:
        return value
    raise BadPlan(f"{where} is not a {kind.__name__}")
