"""A table of a file -> its record, or everything that is wrong with its values. Pydantic comes only for the second."""

from __future__ import annotations

from typing import Any, TypeVar

from hiproutine.errors import Problem
from hiproutine.routine.tables import Table, plainly

T = TypeVar("T", bound=Table)


def judged(kind: type[T], table: dict[str, Any]) -> T:
    """The record of a table.

    Raises:
        BadFile: with everything that is wrong with its values, each with its place.
    """
    try:
        return plainly(kind, table)
    except ValueError:
        from hiproutine.routine.pydantic_problems import judged_by_pydantic

        return judged_by_pydantic(kind, table)


def without_echoes(problems: list[Problem]) -> list[Problem]:
    """Leaves out what is missing only because its key is misspelt, which is said already."""
    misspelt = {(one.place[:-1], key) for one in problems if one.code == "unknown-key" for key in one.keys}
    return [
        problem
        for problem in problems
        if problem.code == "unknown-key"
        or not (
            any((problem.place, key) in misspelt for key in problem.keys)
            or (problem.code == "wrong-type" and problem.place and (problem.place[:-1], problem.place[-1]) in misspelt)
        )
    ]
