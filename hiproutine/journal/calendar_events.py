"""Which events the last calendar file held: only what was written once can be cancelled."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hiproutine.journal.store import Journal


@dataclass(frozen=True, slots=True)
class CalendarEvent:
    """One event as it was written."""

    uid: str
    starts: datetime | date
    """A moment with its offset, or a day."""
    cancelled: bool = False


def written_events(journal: Journal) -> tuple[CalendarEvent, ...]:
    """What the last file held, by UID; nothing where none was written."""
    with journal.reading() as db:
        rows = db.execute("SELECT uid, starts, cancelled FROM calendar_event ORDER BY uid").fetchall()
    return tuple(CalendarEvent(row["uid"], _moment(row["starts"]), bool(row["cancelled"])) for row in rows)


def remember_events(journal: Journal, events: Iterable[CalendarEvent]) -> None:
    """Keeps what the file that was just written holds, instead of what the one before held."""
    rows = [(one.uid, one.starts.isoformat(), one.cancelled) for one in events]
    if not rows and not journal.exists:
        return
    with journal.writing() as db:
        db.execute("DELETE FROM calendar_event")
        db.executemany("INSERT INTO calendar_event (uid, starts, cancelled) VALUES (?, ?, ?)", rows)


def _moment(text: str) -> datetime | date:
    return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)
