"""What steps were done with, in the line of a session: a list, checked."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from hiproutine.journal.export_fields import BadLine, text
from hiproutine.journal.loads_kept import KEYS, loads_text, shown
from hiproutine.plan.loads import ANSWERS, LoadUsed

MOST = 500
"""Of one session."""


def checked(value: Any, now: datetime) -> str:
    """What an export says, as it is kept, or BadLine."""
    if not isinstance(value, list | tuple) or len(value) > MOST:
        raise BadLine(f"has to be a list of at most {MOST} loads")
    for one in value:
        if not isinstance(one, dict) or {*one} != {*KEYS}:
            raise BadLine(f"has a load without exactly {', '.join(KEYS)}")
        for key in KEYS:
            text(one[key], now)
        if one["then"] not in {"", *ANSWERS}:
            raise BadLine(f"has a load whose “then” is none of {', '.join(ANSWERS)}")
        if one["weight"] and not _is_weight(one["weight"]):
            raise BadLine("has a load whose “weight” is none")
    return loads_text(LoadUsed(**one) for one in value)


def _is_weight(weight: str) -> bool:
    number, _, unit = weight.partition(" ")
    return unit in {"kg", "lb"} and number.replace(".", "", 1).isdecimal() and number.isascii() and len(number) < 8


__all__ = ["checked", "shown"]
