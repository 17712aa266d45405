"""What steps were done with, as a session keeps it: JSON in its row."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hiproutine.plan.loads import LoadUsed

KEYS = ("name", "written", "weight", "band", "then")


def loads_text(loads: Iterable[LoadUsed]) -> str:
    """As it stands in a row; nothing of none."""
    found = [{key: getattr(one, key) for key in KEYS} for one in loads]
    return json.dumps(found, ensure_ascii=False, separators=(",", ":")) if found else ""


def loads_of(kept: str) -> tuple[LoadUsed, ...]:
    """What stands in a row."""
    if not kept:
        return ()
    from hiproutine.plan.loads import LoadUsed

    return tuple(LoadUsed(**{key: one[key] for key in KEYS}) for one in shown(kept))


def shown(kept: str) -> list[dict[str, str]]:
    """The same as JSON has it."""
    return list(json.loads(kept)) if kept else []
