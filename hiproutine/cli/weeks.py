"""The week of a plan over weeks that a command is about: the one that is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from hiproutine.routine.loaded import Loaded

week_option = click.option(
    "--week", type=click.IntRange(1), metavar="N", help="Of a plan over weeks the week N, instead of the one due."
)


def in_week_asked(loaded: Loaded, week: int | None) -> Loaded:
    """The routine in that week, or a usage error where it has none such."""
    if week is None:
        return loaded
    if trouble := lacks_week(loaded, week):
        raise click.UsageError(trouble)
    return loaded.in_week(week)


def lacks_week(loaded: Loaded, week: int) -> str:
    """Why a routine has no such week, in a sentence; empty where it has."""
    from hiproutine.errors import printable

    title = printable(loaded.card.title)
    if not loaded.weeks:
        return f"“{title}” is no plan over weeks: it is the same every week."
    if week > len(loaded.weeks):
        return f"“{title}” has {len(loaded.weeks)} weeks, and the last one goes on: --week {len(loaded.weeks)}."
    return ""
