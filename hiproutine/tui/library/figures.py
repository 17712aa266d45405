"""The figures of the exercises that are there: by their id, and as text beside a routine. Read when first asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.content import Content

    from hiproutine.figures.pose import Figure
    from hiproutine.routine.library import Entry
    from hiproutine.routine.loaded import Loaded

MOST_COLUMNS, ROWS = 44, 12
"""Cells of a figure beside a routine."""


def figure_called(exercise: str) -> Figure | None:
    """How an exercise is drawn, by its id."""
    from hiproutine.paths import find_paths
    from hiproutine.routine.exercise_figure import figure_of
    from hiproutine.routine.library import Library

    return figure_of(exercise, Library(find_paths()).catalogue)


def figures_in(loaded: Loaded) -> Callable[[str], Figure | None]:
    """How the exercises of a routine are drawn, by their ids; those that did not come with it are read."""

    def find(exercise: str) -> Figure | None:
        if exercise not in loaded.figures:
            return figure_called(exercise)
        from hiproutine.routine.exercise_figure import drawn

        return drawn(loaded.figures[exercise])

    return find


def first_figure(entry: Entry, columns: int) -> Content | None:
    """How the first exercise of a routine is done that somebody drew."""
    from hiproutine.plan.model import Kind
    from hiproutine.tui.widgets.figure_text import figure_content

    if entry.loaded is None:
        return None
    works = (one for one in entry.loaded.plan.intervals if one.kind is Kind.WORK and one.about.exercise)
    first = next(works, None)
    figure = figures_in(entry.loaded)(first.about.exercise) if first else None
    if figure is None or first is None:
        return None
    return figure_content(figure.for_side(first.side) if first.side else figure, min(columns, MOST_COLUMNS), ROWS)
