"""Which week of a plan over weeks is due, by all that the journal knows of its routine."""

from __future__ import annotations

from datetime import datetime

from hiproutine.advice.coming_back.weeks import Due, due
from hiproutine.journal.pain_facts import sessions_in_weeks
from hiproutine.journal.store import Journal


def week_due(journal: Journal, routine: str, of: int, now: datetime | None = None) -> Due:
    """The week of so many that is due now, or was at another moment."""
    at = now or journal.now()
    zone = journal.now().tzinfo
    assert zone  # noqa: S101
    return due(sessions_in_weeks(journal, zone, routine), routine, of, at, zone)
