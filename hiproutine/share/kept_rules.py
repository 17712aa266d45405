"""The rules as a page gets them, out of the table that is kept ready: `rules.py` makes it, and is not needed here."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import chain
from typing import Any

from hiproutine.share.sources import source

Table = dict[str, Any]
FILE = "rules.json"
RANK, AGAINST, AVOID, INSTEAD = 1, 3, 4, 6
"""Places in a finding; it begins with its kind, and its sentence is third."""

ASKED_BACK = frozenset({"efforts", "loads", "weights"})
"""What only pages need in which something is asked back."""


def rules_of(load: str, routine: str, titles: Mapping[str, str], *, asks_back: bool = False) -> Table:
    """What the page of a routine of this load asks and may say; `titles` are those of routines by their ids."""
    kept = {key: value for key, value in _kept().items() if asks_back or key not in ASKED_BACK}
    return kept | {"load": load, "routine": routine, "titles": dict(titles)}


@cache
def named() -> tuple[str, ...]:
    """The routines that an advice may name, by their ids."""
    table = _kept()
    instead = (one[INSTEAD] for one in findings(table) if len(one) > INSTEAD)
    return tuple(dict.fromkeys([*(name for name, _ in table["gentle"]), *instead]))


def cool_down() -> str:
    """The id of the routine that may follow where pain stops another."""
    return str(_kept()["painKey"]["coolDown"][0])


def findings(value: Any) -> Iterator[list[Any]]:
    """The findings in a table, wherever they stand."""
    if isinstance(value, dict):
        yield from chain.from_iterable(map(findings, value.values()))
    elif isinstance(value, list):
        if len(value) > RANK + 1 and [type(one) for one in value[: RANK + 2]] == [str, int, str]:
            yield value
        else:
            yield from chain.from_iterable(map(findings, value))


@cache
def _kept() -> Table:
    table: Table = json.loads(source(FILE))
    return table
