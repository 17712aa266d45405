"""The week of a plan over weeks that a command is about: the one that is asked for, or the one that is due."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from hiproutine.advice.coming_back.weeks import Due
    from hiproutine.routine.library import Entry
    from hiproutine.routine.loaded import Loaded

week_option = click.option(
    "--week", type=click.IntRange(1), metavar="N", help="Of a plan over weeks the week N, instead of the one due."
)


def in_week_asked(loaded: Loaded, week: int | None, place: Path | None = None) -> tuple[Loaded, str]:
    """The routine in the week that is asked for, or in the one that is due, and then why; a usage error where it has
    none such. `place` is another journal than the usual one."""
    if week is None:
        found = week_due_now(loaded, place)
        return (loaded.in_week(found.week), found.sentence) if found else (loaded, "")
    if trouble := loaded.lacks_week(week):
        raise click.UsageError(trouble)
    return loaded.in_week(week), ""


def this_week(loaded: Loaded) -> Loaded:
    """The routine in the week that is due."""
    return in_week_asked(loaded, None)[0] if loaded.weeks and _is_begun(_journal(), loaded) else loaded


def in_its_week(entry: Entry) -> Entry:
    """One of the library in the week that is due."""

    loaded = entry.loaded
    return entry._replace(loaded=this_week(loaded)) if loaded and loaded.plan.weeks else entry


def week_due_now(loaded: Loaded, place: Path | None = None) -> Due | None:
    """The week that is due, with why; None where there are no weeks, and no journal that can be read."""
    if not loaded.weeks:
        return None
    place = place or _journal()
    return _due_in(place, loaded) if _is_begun(place, loaded) else _first(loaded)


def _journal() -> Path:
    from hiproutine.paths import find_paths

    named = os.environ.get("HIPROUTINE_JOURNAL")
    return Path(named) if named else find_paths().journal


def _is_begun(place: Path, loaded: Loaded) -> bool:
    if not place.exists():
        return False
    from hiproutine.journal.begun_weeks import begun

    return begun(place, loaded.plan.id)


def _due_in(place: Path, loaded: Loaded) -> Due | None:
    from hiproutine.journal.schema import JournalError
    from hiproutine.journal.store import Journal
    from hiproutine.journal.week_due import week_due

    try:
        with Journal(place) as journal:
            return week_due(journal, loaded.plan.id, len(loaded.weeks))
    except JournalError:
        return None


def _first(loaded: Loaded) -> Due:
    """Where nothing was played yet."""
    from datetime import datetime

    from hiproutine.advice.coming_back.weeks import due

    now = datetime.now().astimezone()
    assert now.tzinfo  # noqa: S101
    return due((), loaded.plan.id, len(loaded.weeks), now, now.tzinfo)
