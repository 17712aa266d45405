"""The rules as a page gets them, out of the table that is kept ready: `rules.py` makes it, and is not needed here."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

from hiproutine.share.modules import source

Table = dict[str, Any]
FILE = "rules.json"


ASKED_BACK = frozenset({"efforts", "loads"})
"""What only pages need in which something is asked back."""


def rules_of(load: str, routine: str, titles: Mapping[str, str], *, asks_back: bool = False) -> Table:
    """What the page of a routine of this load asks and may say; `titles` are those of routines by their ids."""
    kept = {key: value for key, value in _kept().items() if asks_back or key not in ASKED_BACK}
    return kept | {"load": load, "routine": routine, "titles": dict(titles)}


@cache
def _kept() -> Table:
    table: Table = json.loads(source(FILE))
    return table
