"""The figure of an exercise: what is wrong with its table, and the figure of an id."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from hiproutine.errors import Problem
from hiproutine.figures.written import BadFigures, figure_from

if TYPE_CHECKING:
    from hiproutine.figures.pose import Figure

_KEYS = {"unknown-key"}
"""Kinds of faults that are about a key and not about its value."""


def figure_problems(table: dict[str, Any]) -> list[Problem]:
    """Everything wrong with the `[figure]` of an exercise's table."""
    figure = table.get("figure")
    if not isinstance(figure, dict):
        return []  # said by the model, if it is there
    try:
        figure_from(figure)
    except BadFigures as error:
        return [
            Problem(
                fault.kind,
                fault.message,
                ("figure", *fault.path),
                fault.cure,
                "key" if fault.kind in _KEYS else "table" if fault.kind == "missing-key" else "value",
                keys=("poses",) if fault.kind == "missing-key" else (),
            )
            for fault in error.faults
        ]
    return []


class FigureTables(Protocol):
    """Where the `[figure]` tables of exercises are found: a catalogue, or anything like it."""

    def figure(self, name: str, /) -> dict[str, Any] | None:
        """The table of an exercise by its id; None where there is none."""


def figure_of(name: str, catalogue: FigureTables) -> Figure | None:
    """The figure of an exercise by its id; None where there is none, or none that can be drawn."""
    return drawn(catalogue.figure(name))


def drawn(table: dict[str, Any] | None) -> Figure | None:
    """The figure of a `[figure]` table; None where there is none, or none that can be drawn."""
    if table is None:
        return None
    try:
        return figure_from(table)
    except BadFigures:
        return None
