"""The week in which a plan over weeks is played: the one that is due, or the one that was asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hiproutine.dialogue.context import Context

if TYPE_CHECKING:
    from hiproutine.advice.coming_back.weeks import Due
    from hiproutine.routine.loaded import Loaded


def in_its_week(context: Context, loaded: Loaded) -> tuple[Loaded, str]:
    """The routine as it is played today, and which week that is and why; nothing where there are no weeks."""
    if not loaded.weeks:
        return loaded, ""
    found = due_now(context, loaded)
    week = context.week or (found.week if found else 1)
    now = loaded.in_week(week)
    if found is None:
        return now, f"Week {now.plan.week} of {now.plan.weeks}."
    from hiproutine.advice.coming_back.weeks import as_chosen

    return now, as_chosen(found, now.plan.week)


def due_now(context: Context, loaded: Loaded) -> Due | None:
    """The week that is due by the journal; None without one, and without weeks."""
    if not loaded.weeks or context.journal is None:
        return None
    from hiproutine.journal.week_due import week_due

    return context.read(lambda journal: week_due(journal, loaded.plan.id, len(loaded.weeks)), None)
