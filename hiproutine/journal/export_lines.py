"""The lines of an export: which fields each kind of record has, and what each may hold.

Format 3 is JSON Lines in UTF-8. The first line is `{"kind": "hiproutine-journal", "format": 3, ...}` and says how many
records of each kind follow. Older formats are read as what they meant: format 1 had neither outings nor onsets, format
2 not what fields say that are `since` 3. Moments are ISO 8601 with an offset; lengths are seconds.
README.md beside this file describes every field.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from hiproutine.advice.pain.readings import Area, Feel, Moment, Side, Stiffness
from hiproutine.advice.recovery.facts import Sport, Surface
from hiproutine.journal import export_loads
from hiproutine.journal.export_fields import (
    LONGEST_NUMBER,
    BadLine,
    Check,
    boolean,
    choice,
    loaded,
    moment,
    non_empty_text,
    number,
    optional,
    plan,
    rounds_done,
    sha256,
    sha256_or_nothing,
    share,
    stored_boolean,
    text,
    uuid,
    whole_number,
)
from hiproutine.journal.plan_json import fingerprint
from hiproutine.journal.records import State
from hiproutine.journal.rows import Values, moment_of, offset_of
from hiproutine.plan.model import Kind
from hiproutine.plan.model import Side as BodySide
from hiproutine.play.events import Outcome

HEADER = "hiproutine-journal"
FORMAT = 3
WITH_SHARES = 3
"""The first format that says how much of a session was really done."""


@dataclass(frozen=True, slots=True)
class Field:
    """One field: how it is checked on the way in, and how a stored value is shown on the way out."""

    name: str
    check: Check
    shown: Callable[[Any], Any] = lambda value: value
    home: bool = False
    """Whether the row's offset from UTC belongs to it."""
    since: int = 1
    """The first format that has it by this name."""
    formerly: str = ""
    """Its name before that; none where it is new."""
    before: Any = None
    """What a file of a format without it means, as it would be written."""


@dataclass(frozen=True, slots=True)
class Table:
    """One kind of record."""

    kind: str
    plural: str
    fields: tuple[Field, ...]
    order: str
    key: tuple[str, ...] = ("id",)
    merged: bool = True
    """Whether the newer `updated_at` wins."""
    since: int = 1
    """The first format that has it."""

    @property
    def home(self) -> str | None:
        """The field whose offset is stored beside it."""
        return next((field.name for field in self.fields if field.home), None)

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns of its rows."""
        names = tuple(field.name for field in self.fields)
        return (*names, "utc_offset") if self.home else names

    def line(self, row: Any) -> str:
        """A row as a line."""
        values: Values = {"kind": self.kind}
        for field in self.fields:
            value = row[field.name]
            if field.home:
                value = moment_of(value, row["utc_offset"]).isoformat(timespec="microseconds")
            values[_key(field)] = field.shown(value)
        return dumped(values)

    def row(self, values: Values, now: datetime, written: int = FORMAT) -> Values:
        """A decoded line of a format as a row, or BadLine."""
        new = [field for field in self.fields if field.since > written and field.name not in values]
        names = {field.formerly if field in new else _key(field): field for field in self.fields}
        names.pop("", None)  # fields that the format knows by no name
        if unknown := sorted(set(values) - set(names) - {"kind"}):
            raise BadLine(f"a {self.kind} has no field “{unknown[0]}”")
        if missing := [name for name in names if name not in values]:
            raise BadLine(f"“{missing[0]}” is missing")
        row: Values = {}
        for name, field in names.items():
            try:
                row[field.name] = field.check(values[name], now)
            except BadLine as error:
                raise BadLine(f"“{name}” {error}") from error
            if field.home:
                row["utc_offset"] = offset_of(datetime.fromisoformat(values[name]))
        return row | {field.name: field.check(field.before, now) for field in new if not field.formerly}


def _key(field: Field) -> str:
    """The name of a field in a line; `kind` is taken by the kind of the record."""
    return "interval" if field.name == "kind" else field.name


def dumped(values: Values) -> str:
    """One line, the same for the same values."""
    import json

    return json.dumps(values, ensure_ascii=False, separators=(",", ":"))


_COUNT = whole_number(0, 10**9)
_REMOVED = Field("removed", boolean, stored_boolean, since=3, before=False)
_SCORE = whole_number(0, 10)

PLANS = Table(
    "plan", "plans", (Field("sha256", sha256), Field("text", plan, loaded)), "sha256", ("sha256",), merged=False
)
SESSIONS = Table(
    "session",
    "sessions",
    (
        Field("id", uuid),
        Field("routine_id", text),
        Field("title", text),
        Field("load", text),
        Field("plan_seconds", number(0)),
        Field("steps", _COUNT),
        Field("started_at", moment, home=True),
        Field("ended_at", optional(moment)),
        Field("outcome", choice(State)),
        Field("position_index", _COUNT),
        Field("position_elapsed", number(0)),
        Field("active_seconds", number(0)),
        Field("pauses", _COUNT),
        Field("adjusted", number(-LONGEST_NUMBER)),
        Field("routine_sha256", sha256_or_nothing),
        Field("plan", optional(sha256)),
        Field("advice", text),
        Field("note", text),
        Field("cut", text, since=3, before=""),
        Field("share", optional(share), since=3),
        Field("position_lap", whole_number(1, 10**9), since=3, before=1),
        Field("rounds_done", rounds_done, loaded, since=3, before=()),
        Field("loads", export_loads.checked, export_loads.shown, since=3, before=()),
        Field("week", optional(whole_number(1, 104)), since=3),
        _REMOVED,
        Field("updated_at", moment),
    ),
    "started_at, id",
)
INTERVALS = Table(
    "interval",
    "intervals",
    (
        Field("session", uuid),
        Field("number", _COUNT),
        Field("plan_index", _COUNT),
        Field("name", text),
        Field("side", optional(choice(BodySide))),
        Field("step", _COUNT),
        Field("set_number", _COUNT),
        Field("round_number", _COUNT),
        Field("kind", choice(Kind)),
        Field("seconds", number(0)),
        Field("outcome", choice(Outcome)),
        Field("reason", text),
        Field("adjusted", number(-LONGEST_NUMBER)),
        Field("lap", whole_number(1, 10**9), since=3, before=1),
        Field("at", moment),
    ),
    "session, number",
    ("session", "number"),
    merged=False,
)
READINGS = Table(
    "reading",
    "readings",
    (
        Field("id", uuid),
        Field("at", moment, home=True),
        Field("moment", choice(Moment)),
        Field("score", _SCORE),
        Field("worst", optional(_SCORE)),
        Field("side", optional(choice(Side))),
        Field("area", optional(choice(Area))),
        Field("feel", optional(choice(Feel))),
        Field("limp", optional(boolean), stored_boolean),
        Field("stiffness", optional(choice(Stiffness))),
        Field("effort", optional(_SCORE)),
        Field("masked", optional(boolean), stored_boolean),
        Field("on_impact", optional(boolean), stored_boolean, since=3),
        Field("note", text),
        Field("session", optional(uuid)),
        _REMOVED,
        Field("updated_at", moment),
    ),
    "at, id",
)
FLAGS = Table(
    "flag",
    "flags",
    (
        Field("id", uuid),
        Field("at", moment, home=True),
        Field("flag", non_empty_text),
        Field("answer", boolean, stored_boolean),
        Field("checked_on", optional(moment), since=3, formerly="cleared_on"),
        Field("taken_back_on", optional(moment), since=3),
        Field("updated_at", moment),
    ),
    "at, id",
)
OUTINGS = Table(
    "outing",
    "outings",
    (
        Field("id", uuid),
        Field("at", moment, home=True),
        Field("sport", choice(Sport)),
        Field("metres", optional(number(0))),
        Field("seconds", optional(number(0))),
        Field("surface", optional(choice(Surface))),
        Field("pain", optional(_SCORE)),
        Field("note", text),
        Field("source", text, since=3, before=""),
        Field("elapsed", optional(number(0)), since=3),
        Field("keys", text, since=3, before=""),
        Field("remarks", text, since=3, before=""),
        Field("removed", boolean, stored_boolean),
        Field("updated_at", moment),
    ),
    "at, id",
    since=2,
)
ONSETS = Table(
    "onset",
    "onsets",
    (
        Field("id", uuid),
        Field("at", moment, home=True),
        Field("over", optional(moment)),
        _REMOVED,
        Field("updated_at", moment),
    ),
    "at, id",
    since=2,
)
TABLES = (PLANS, SESSIONS, INTERVALS, READINGS, FLAGS, OUTINGS, ONSETS)
"""In the order in which they are written: what is referred to comes first."""


def matches(row: Values) -> bool:
    """Whether a plan is the one its fingerprint names."""
    return bool(fingerprint(row["text"]) == row["sha256"])
