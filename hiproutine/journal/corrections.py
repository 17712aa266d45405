"""What was kept, put right: a session's day, length and outcome, and an entry found by the beginning of its id."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Protocol, TypeVar

from hiproutine.journal.records import SessionRecord, State
from hiproutine.journal.rows import moment_of, offset_of, utc_text
from hiproutine.play.work_done import ENOUGH

if TYPE_CHECKING:
    from hiproutine.journal.store import Journal


class HasId(Protocol):
    """Anything that has an id."""

    @property
    def id(self) -> str:
        """A UUID."""


One = TypeVar("One", bound=HasId)


def named(start: str, those: Iterable[One]) -> One | None:
    """The one whose id begins so; None where none does, or several do."""
    found = [one for one in those if one.id.startswith(start)]
    return found[0] if len(found) == 1 and start else None


def on_day(at: datetime, day: date, now: datetime) -> datetime:
    """The same time of another day; not later than now.

    Raises:
        ValueError: that day is still to come.
    """
    if day > now.date():
        raise ValueError("that day is still to come")
    return min(at.replace(year=day.year, month=day.month, day=day.day), now)


def move_session(journal: Journal, session: str, day: date) -> datetime | None:
    """Moves a session to another day, with its steps and what was said around it; when it began, as is kept now.

    None where there is no such session, or it is not over yet.

    Raises:
        ValueError: that day is still to come.
    """
    found = journal.session(session)
    if found is None or found.record.outcome is State.ACTIVE:
        return None
    record, now = found.record, journal.now()
    lasted = (record.ended_at or record.started_at) - record.started_at
    begins = on_day(record.started_at, day, now - lasted if day == now.date() else now)
    by = begins - record.started_at
    with journal.writing() as db:
        values = (utc_text(begins), offset_of(begins), _moved(record.ended_at, by), utc_text(now), session)
        db.execute(
            "UPDATE session SET started_at = ?, utc_offset = ?, ended_at = ?, updated_at = ? WHERE id = ?", values
        )
        for number, at in db.execute("SELECT number, at FROM interval WHERE session = ?", (session,)).fetchall():
            db.execute(
                "UPDATE interval SET at = ? WHERE session = ? AND number = ?",
                (_moved(moment_of(at), by), session, number),
            )
        for reading, at in db.execute("SELECT id, at FROM reading WHERE session = ?", (session,)).fetchall():
            moved = utc_text(min(moment_of(at) + by, now))
            db.execute("UPDATE reading SET at = ?, updated_at = ? WHERE id = ?", (moved, utc_text(now), reading))
    return begins


def amend_session(
    journal: Journal, session: str, *, seconds: float | None = None, share: float | None = None
) -> SessionRecord | None:
    """Keeps another length of a session, how much of it was done from 0 to 1, or both; the session as it is kept now.

    From 80 % on it counts as finished. None where there is no such session, or it is not over yet.

    Raises:
        ValueError: it would last until a moment that is still to come.
    """
    found = journal.session(session)
    if found is None or found.record.outcome is State.ACTIVE:
        return None
    record, now = found.record, journal.now()
    progress, outcome, ended = record.progress, record.outcome, record.ended_at or record.started_at
    if seconds is not None:
        paused = max(timedelta(), ended - record.started_at - timedelta(seconds=progress.active_seconds))
        if record.started_at + timedelta(seconds=seconds) > now:
            raise ValueError("so long it cannot have lasted until now")
        ended = min(now, record.started_at + paused + timedelta(seconds=seconds))
        progress = replace(progress, active_seconds=seconds)
    if share is not None:
        progress = replace(progress, share=share)
        outcome = State.FINISHED if share >= ENOUGH else State.ENDED_EARLY
    with journal.writing() as db:
        db.execute(
            "UPDATE session SET ended_at = ?, outcome = ?, active_seconds = ?, share = ?, updated_at = ? WHERE id = ?",
            (utc_text(ended), outcome.value, progress.active_seconds, progress.share, utc_text(now), session),
        )
    return replace(record, ended_at=ended, outcome=outcome, progress=progress, updated_at=now)


def _moved(at: datetime | None, by: timedelta) -> str | None:
    return None if at is None else utc_text(at + by)
