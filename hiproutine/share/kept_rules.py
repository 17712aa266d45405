"""The rules as a page gets them, out of the table that is kept ready: `rules.py` makes it, and is not needed here."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

from hiproutine.share.modules import source

Table = dict[str, Any]
FILE = "rules.json"


def rules_of(load: str, routine: str, titles: Mapping[str, str]) -> Table:
    """What the page of a routine of this load asks and may say; `titles` are those of routines by their ids."""
    return _kept() | {"load": load, "routine": routine, "titles": dict(titles)}


@cache
def _kept() -> Table:
    table: Table = json.loads(source(FILE))
    return table
