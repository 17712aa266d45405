"""What a field of an exported line may hold: each check gives the value as it is stored, or BadLine."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from math import isfinite
from typing import Any, TypeAlias
from uuid import UUID

from hiproutine.journal.counted_rounds import stored_rounds
from hiproutine.journal.plan_json import BadPlan, canonical, plan_from
from hiproutine.journal.rows import utc_text
from hiproutine.play.rounds_run import RoundsDone

Check: TypeAlias = Callable[[Any, datetime], Any]
"""What was read, and the time it is now, to what is stored."""
EARLIEST = datetime(2000, 1, 1, tzinfo=UTC)
LONGEST_TEXT = 10_000
LONGEST_NUMBER = 1e9
MOST_ROUNDS = 1_000
"""Blocks with rounds without a number in one session."""


class BadLine(ValueError):
    """Raised for a line of an export that cannot be used; says what is wrong, without its number."""


def optional(check: Check) -> Check:
    """A check that also takes null."""
    return lambda value, now: None if value is None else check(value, now)


def text(value: Any, _now: datetime) -> str:
    """A checked text."""
    if not isinstance(value, str) or len(value) > LONGEST_TEXT:
        raise BadLine(f"has to be a text of at most {LONGEST_TEXT:,} characters")
    try:
        value.encode()
    except UnicodeEncodeError:
        raise BadLine("holds half a character") from None
    return value


def non_empty_text(value: Any, now: datetime) -> str:
    """A checked text that is not empty."""
    if not text(value, now):
        raise BadLine("is empty")
    return str(value)


def uuid(value: Any, _now: datetime) -> str:
    """A checked UUID in its usual form."""
    try:
        if isinstance(value, str) and str(UUID(value)) == value:
            return value
    except ValueError:
        pass
    raise BadLine("is not a UUID")


def choice(kinds: Any) -> Check:
    """A check that takes the values of an enumeration."""
    allowed = [kind.value for kind in kinds]

    def check(value: Any, _now: datetime) -> Any:
        if not isinstance(value, str) or value not in allowed:
            raise BadLine(f"has to be one of {', '.join(allowed)}")
        return value

    return check


def whole_number(low: int, high: int) -> Check:
    """A checked whole number."""

    def check(value: Any, _now: datetime) -> Any:
        if type(value) is not int or not low <= value <= high:
            raise BadLine(f"has to be a whole number from {low} to {high}")
        return value

    return check


_count = whole_number(0, 10**9)


def number(low: float) -> Check:
    """A checked number of seconds."""

    def check(value: Any, _now: datetime) -> float:
        if type(value) not in {int, float} or not low <= value <= LONGEST_NUMBER or not isfinite(value):
            raise BadLine(f"has to be a number of seconds{' from 0' if low == 0 else ''}")
        return float(value)

    return check


def share(value: Any, _now: datetime) -> float:
    """A part of a whole."""
    if type(value) not in {int, float} or not 0 <= value <= 1:
        raise BadLine("has to be a number from 0 to 1")
    return float(value)


def boolean(value: Any, _now: datetime) -> bool:
    """A checked true or false."""
    if type(value) is not bool:
        raise BadLine("has to be true or false")
    return value


def moment(value: Any, now: datetime) -> str:
    """A date and time with its offset, from 2000 until a day from now."""
    try:
        found = datetime.fromisoformat(value)
    except (TypeError, ValueError):
        raise BadLine("is not a date and time") from None
    offset = found.utcoffset()
    if offset is None:
        raise BadLine("has no offset from UTC, such as +01:00")
    if offset.microseconds:
        raise BadLine("has an offset from UTC that is not whole seconds")
    if not EARLIEST.year <= found.year < 9999 or found < EARLIEST:
        raise BadLine("lies before the year 2000" if found.year < 9999 else "lies in the future")
    if found > now + timedelta(days=1):
        raise BadLine("lies in the future")
    return utc_text(found)


def sha256(value: Any, _now: datetime) -> str:
    """A SHA-256 in small hexadecimal digits."""
    if not isinstance(value, str) or len(value) != 64 or set(value) - set("0123456789abcdef"):
        raise BadLine("is not a SHA-256")
    return value


def sha256_or_nothing(value: Any, now: datetime) -> str:
    """The same, or an empty text."""
    return "" if value == "" else sha256(value, now)


def plan(value: Any, _now: datetime) -> str:
    """A plan, in the one form that its fingerprint stands for."""
    try:
        plan_from(value)
        one_form = canonical(value)
        one_form.encode()
    except BadPlan as error:
        raise BadLine(f"is not a plan: {error}") from error
    except (UnicodeEncodeError, RecursionError) as error:
        raise BadLine("is not a plan") from error
    return one_form


def rounds_done(value: Any, now: datetime) -> str:
    """What was done of rounds without a number, as the column has it."""
    if not isinstance(value, list | tuple) or len(value) > MOST_ROUNDS:
        raise BadLine("has to be a list")
    found = []
    for one in value:
        if not isinstance(one, dict) or set(one) != {"title", "rounds", "steps"}:
            raise BadLine("has to be a list of title, rounds and steps")
        found.append(RoundsDone(text(one["title"], now), *(_count(one[key], now) for key in ("rounds", "steps"))))
    return stored_rounds(found)


def loaded(stored: str) -> Any:
    """A stored plan, or list, as JSON has it."""
    return json.loads(stored)


def stored_boolean(value: Any) -> bool | None:
    """A stored 0, 1 or nothing as JSON has it."""
    return None if value is None else bool(value)
