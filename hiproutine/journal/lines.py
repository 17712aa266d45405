"""The lines of an export: which fields each kind of record has, and what each may hold.

Format 1 is JSON Lines in UTF-8. The first line is `{"kind": "hiproutine-journal", "format": 1, ...}` and says how many
plans, sessions, intervals, readings and flags follow. Moments are ISO 8601 with an offset; lengths are seconds.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from math import isfinite
from typing import Any
from uuid import UUID

from hiproutine.events import Outcome
from hiproutine.journal.plans import BadPlan, canonical, fingerprint, plan_from
from hiproutine.journal.records import State
from hiproutine.journal.rows import Values, moment_of, offset_of, utc_text
from hiproutine.pain.readings import Area, Feel, Moment, Side, Stiffness
from hiproutine.plan import Kind
from hiproutine.plan import Side as BodySide

HEADER = "hiproutine-journal"
FORMAT = 1
EARLIEST = datetime(2000, 1, 1, tzinfo=UTC)
LONGEST_TEXT = 10_000
LONGEST_NUMBER = 1e9


class BadLine(ValueError):
    """What is wrong with a line, without its number."""


@dataclass(frozen=True, slots=True)
class Field:
    """One field: how it is checked on the way in, and how a stored value is shown on the way out."""

    name: str
    check: Callable[[Any, datetime], Any]
    shown: Callable[[Any], Any] = lambda value: value
    home: bool = False
    """Whether the row's offset from UTC belongs to it."""


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

    def row(self, values: Values, now: datetime) -> Values:
        """A decoded line as a row, or BadLine."""
        names = {_key(field): field for field in self.fields}
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
        return row


def _key(field: Field) -> str:
    """The name of a field in a line; `kind` is taken by the kind of the record."""
    return "interval" if field.name == "kind" else field.name


def dumped(values: Values) -> str:
    """One line, the same for the same values."""
    import json

    return json.dumps(values, ensure_ascii=False, separators=(",", ":"))


def _optional(check: Callable[[Any, datetime], Any]) -> Callable[[Any, datetime], Any]:
    return lambda value, now: None if value is None else check(value, now)


def _text(value: Any, _now: datetime) -> str:
    if not isinstance(value, str) or len(value) > LONGEST_TEXT:
        raise BadLine(f"has to be a text of at most {LONGEST_TEXT:,} characters")
    try:
        value.encode()
    except UnicodeEncodeError:
        raise BadLine("holds half a character") from None
    return value


def _named(value: Any, now: datetime) -> str:
    if not _text(value, now):
        raise BadLine("is empty")
    return str(value)


def _uuid(value: Any, _now: datetime) -> str:
    try:
        if isinstance(value, str) and str(UUID(value)) == value:
            return value
    except ValueError:
        pass
    raise BadLine("is not a UUID")


def _choice(kinds: Any) -> Callable[[Any, datetime], Any]:
    allowed = [kind.value for kind in kinds]

    def check(value: Any, _now: datetime) -> Any:
        if not isinstance(value, str) or value not in allowed:
            raise BadLine(f"has to be one of {', '.join(allowed)}")
        return value

    return check


def _whole(low: int, high: int) -> Callable[[Any, datetime], Any]:
    def check(value: Any, _now: datetime) -> Any:
        if type(value) is not int or not low <= value <= high:
            raise BadLine(f"has to be a whole number from {low} to {high}")
        return value

    return check


def _number(low: float) -> Callable[[Any, datetime], Any]:
    def check(value: Any, _now: datetime) -> float:
        if type(value) not in {int, float} or not low <= value <= LONGEST_NUMBER or not isfinite(value):
            raise BadLine(f"has to be a number of seconds{' from 0' if low == 0 else ''}")
        return float(value)

    return check


def _yes(value: Any, _now: datetime) -> bool:
    if type(value) is not bool:
        raise BadLine("has to be true or false")
    return value


def _moment(value: Any, now: datetime) -> str:
    try:
        moment = datetime.fromisoformat(value)
    except (TypeError, ValueError):
        raise BadLine("is not a date and time") from None
    offset = moment.utcoffset()
    if offset is None:
        raise BadLine("has no offset from UTC, such as +01:00")
    if offset.microseconds:
        raise BadLine("has an offset from UTC that is not whole seconds")
    if not EARLIEST.year <= moment.year < 9999 or moment < EARLIEST:
        raise BadLine("lies before the year 2000" if moment.year < 9999 else "lies in the future")
    if moment > now + timedelta(days=1):
        raise BadLine("lies in the future")
    return utc_text(moment)


def _sha256(value: Any, _now: datetime) -> str:
    if not isinstance(value, str) or len(value) != 64 or set(value) - set("0123456789abcdef"):
        raise BadLine("is not a SHA-256")
    return value


def _sha256_or_nothing(value: Any, now: datetime) -> str:
    return "" if value == "" else _sha256(value, now)


def _plan(value: Any, _now: datetime) -> str:
    try:
        plan_from(value)
        text = canonical(value)
        text.encode()
    except BadPlan as error:
        raise BadLine(f"is not a plan: {error}") from error
    except (UnicodeEncodeError, RecursionError) as error:
        raise BadLine("is not a plan") from error
    return text


def _loaded(text: str) -> Any:
    import json

    return json.loads(text)


def _truth(value: Any) -> bool | None:
    return None if value is None else bool(value)


_COUNT = _whole(0, 10**9)
_SCORE = _whole(0, 10)

PLANS = Table(
    "plan", "plans", (Field("sha256", _sha256), Field("text", _plan, _loaded)), "sha256", ("sha256",), merged=False
)
SESSIONS = Table(
    "session",
    "sessions",
    (
        Field("id", _uuid),
        Field("routine_id", _text),
        Field("title", _text),
        Field("load", _text),
        Field("plan_seconds", _number(0)),
        Field("steps", _COUNT),
        Field("started_at", _moment, home=True),
        Field("ended_at", _optional(_moment)),
        Field("outcome", _choice(State)),
        Field("position_index", _COUNT),
        Field("position_elapsed", _number(0)),
        Field("active_seconds", _number(0)),
        Field("pauses", _COUNT),
        Field("adjusted", _number(-LONGEST_NUMBER)),
        Field("routine_sha256", _sha256_or_nothing),
        Field("plan", _optional(_sha256)),
        Field("advice", _text),
        Field("note", _text),
        Field("updated_at", _moment),
    ),
    "started_at, id",
)
INTERVALS = Table(
    "interval",
    "intervals",
    (
        Field("session", _uuid),
        Field("number", _COUNT),
        Field("plan_index", _COUNT),
        Field("name", _text),
        Field("side", _optional(_choice(BodySide))),
        Field("step", _COUNT),
        Field("set_number", _COUNT),
        Field("round_number", _COUNT),
        Field("kind", _choice(Kind)),
        Field("seconds", _number(0)),
        Field("outcome", _choice(Outcome)),
        Field("reason", _text),
        Field("adjusted", _number(-LONGEST_NUMBER)),
        Field("at", _moment),
    ),
    "session, number",
    ("session", "number"),
    merged=False,
)
READINGS = Table(
    "reading",
    "readings",
    (
        Field("id", _uuid),
        Field("at", _moment, home=True),
        Field("moment", _choice(Moment)),
        Field("score", _SCORE),
        Field("worst", _optional(_SCORE)),
        Field("side", _optional(_choice(Side))),
        Field("area", _optional(_choice(Area))),
        Field("feel", _optional(_choice(Feel))),
        Field("limp", _optional(_yes), _truth),
        Field("stiffness", _optional(_choice(Stiffness))),
        Field("effort", _optional(_SCORE)),
        Field("masked", _optional(_yes), _truth),
        Field("note", _text),
        Field("session", _optional(_uuid)),
        Field("updated_at", _moment),
    ),
    "at, id",
)
FLAGS = Table(
    "flag",
    "flags",
    (
        Field("id", _uuid),
        Field("at", _moment, home=True),
        Field("flag", _named),
        Field("answer", _yes, _truth),
        Field("cleared_on", _optional(_moment)),
        Field("updated_at", _moment),
    ),
    "at, id",
)
TABLES = (PLANS, SESSIONS, INTERVALS, READINGS, FLAGS)
"""In the order in which they are written: what is referred to comes first."""


def matches(row: Values) -> bool:
    """Whether a plan is the one its fingerprint names."""
    return bool(fingerprint(row["text"]) == row["sha256"])
