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
    table = {**_common(), **_kept()["loads"][load], "routine": routine, "titles": dict(titles)}
    said = _numbers(table)
    return table | {"advices": [one if at in said else 0 for at, one in enumerate(table["advices"])]}


def _numbers(table: Table) -> set[int]:
    """The advices that this load can bring up."""
    letters = {letter for rows in (*table["before"], *table["after"]) for row in rows for letter in row}
    return {ord(letter) - ord("b") for letter in letters} | {table["reacted"], table["yesterday"], *table["signs"]}


@cache
def _kept() -> Table:
    table: Table = json.loads(source(FILE))
    return table


def _common() -> Table:
    return {name: value for name, value in _kept().items() if name != "loads"}
