"""The journal: sessions as they happen, and what is asked of them. Nothing is created before something is kept."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from hiproutine.advice.pain.readings import Moment
from hiproutine.journal.file import PATIENCE, PLAYING_PATIENCE
from hiproutine.journal.loads_kept import loads_text
from hiproutine.journal.pain_answers import PainAnswers
from hiproutine.journal.records import IntervalRecord, Progress, SessionDetail, SessionRecord, State
from hiproutine.journal.resume import Resume, Standing, standing
from hiproutine.journal.rows import (
    Values,
    clean,
    interval_of,
    interval_values,
    moment_of,
    progress_values,
    resume_of,
    session_of,
    session_values,
    utc_text,
)
from hiproutine.journal.schema import JournalError
from hiproutine.journal.sql import insert, kept_where, where_of

if TYPE_CHECKING:
    from hiproutine.plan.loads import LoadUsed
    from hiproutine.plan.model import Plan

BELONGS_FOR = {Moment.DURING: 4, Moment.AFTER: 4, Moment.MORNING: 36}
"""Hours after its end for which a reading belongs to a session (FIELD.md 5a and CONTENT.md D.2)."""

__all__ = ["BELONGS_FOR", "PATIENCE", "PLAYING_PATIENCE", "Journal", "TakenOver"]


class TakenOver(JournalError):
    """Raised where another program goes on with this session."""


class Journal(PainAnswers):
    """One journal: its questions and its answers."""

    # What is written

    def begin(self, session: SessionRecord, plan: Plan | None = None, *, writer: str = "") -> None:
        """Keeps that a session began, with its plan."""
        values: Values = {**session_values(session), "writer": writer, "plan": None}
        with self.writing() as db:
            if plan is not None:
                from hiproutine.journal.plan_json import fingerprint, plan_text

                text = plan_text(plan).encode("utf-8", "replace").decode()
                values["plan"] = fingerprint(text)
                db.execute("INSERT INTO plan VALUES (?, ?) ON CONFLICT DO NOTHING", (values["plan"], text))
            insert(db, "session", values)

    def take_over(self, session: str, writer: str) -> None:
        """From now on only `writer` writes this session."""
        with self.writing() as db:
            db.execute("UPDATE session SET writer = ? WHERE id = ?", (writer, session))
            self._update(db, session, writer, {"outcome": State.ACTIVE, "ended_at": None})

    def intervals_done(
        self, session: str, ended: Sequence[IntervalRecord], progress: Progress, *, writer: str = ""
    ) -> None:
        """Intervals ended, and this is how far it has come."""
        self._progress(session, ended, progress, writer, State.ACTIVE)

    def position(self, session: str, progress: Progress, *, writer: str = "") -> None:
        """How far it has come, paused and adjusted times included."""
        self._progress(session, (), progress, writer, State.ACTIVE)

    def end(
        self,
        session: str,
        outcome: State,
        progress: Progress,
        ended: Sequence[IntervalRecord] = (),
        *,
        writer: str = "",
    ) -> None:
        """Keeps how and when a session ended."""
        self._progress(session, ended, progress, writer, outcome)

    def interrupt(self, session: str) -> None:
        """Closes an unfinished session as it stands: it ended when it was last seen."""
        with self.writing() as db:
            _interrupt(db, session)

    def explain(self, session: str, number: int, reason: str) -> None:
        """Why an interval was skipped."""
        with self.writing() as db:
            db.execute("UPDATE interval SET reason = ? WHERE session = ? AND number = ?", (reason, session, number))
            db.execute("UPDATE session SET updated_at = ? WHERE id = ?", (utc_text(self.now()), session))

    def note_session(self, session: str, note: str) -> None:
        """Keeps another note with a session."""
        with self.writing() as db:
            values = (clean(note), utc_text(self.now()), session)
            db.execute("UPDATE session SET note = ?, updated_at = ? WHERE id = ?", values)

    def keep_loads(self, session: str, loads: Sequence[LoadUsed]) -> None:
        """Keeps what the steps of a session were done with, and what was said of that."""
        with self.writing() as db:
            values = (clean(loads_text(loads)), utc_text(self.now()), session)
            db.execute("UPDATE session SET loads = ?, updated_at = ? WHERE id = ?", values)

    def remove_session(self, session: str) -> None:
        """Takes a session back, by its id, with the readings that belong to it."""
        now = utc_text(self.now())
        with self.writing() as db:
            db.execute("UPDATE session SET removed = 1, updated_at = ? WHERE id = ?", (now, session))
            db.execute("UPDATE reading SET removed = 1, updated_at = ? WHERE session = ?", (now, session))

    # What is asked

    def sessions(
        self,
        limit: int | None = 50,
        offset: int = 0,
        *,
        since: datetime | None = None,
        until: datetime | None = None,
        routine: str | None = None,
        in_weeks: bool = False,
    ) -> list[SessionRecord]:
        """Sessions, newest first; with `in_weeks` those of plans over weeks alone."""
        weeks = ("week >= ?", "1" if in_weeks else None)
        where, values = kept_where(
            ("started_at >= ?", since), ("started_at < ?", until), ("routine_id = ?", routine), weeks
        )
        query = f"SELECT * FROM session{where} ORDER BY started_at DESC, id DESC LIMIT ? OFFSET ?"  # noqa: S608
        return self._all(session_of, query, *values, -1 if limit is None else limit, offset)

    def count(self, *, since: datetime | None = None, routine: str | None = None) -> int:
        """How many sessions there are."""
        where, values = kept_where(("started_at >= ?", since), ("routine_id = ?", routine))
        return self._all(lambda row: int(row[0]), f"SELECT count(*) FROM session{where}", *values)[0]  # noqa: S608

    def session(self, session: str) -> SessionDetail | None:
        """One session with all that belongs to it."""
        query = """
            SELECT session.*, plan.text AS plan_text FROM session LEFT JOIN plan ON sha256 = plan
            WHERE id = ? AND removed = 0
        """
        found = self._all(lambda row: (session_of(row), row["plan_text"]), query, session)
        if not found:
            return None
        record, text = found[0]
        intervals = self._all(interval_of, "SELECT * FROM interval WHERE session = ? ORDER BY number", session)
        return SessionDetail(record, tuple(intervals), tuple(self.readings_of([session])), _plan(text))

    def skipped(self, since: datetime, until: datetime | None = None) -> list[IntervalRecord]:
        """Intervals that were skipped, oldest first."""
        where, values = where_of(("outcome = ?", "skipped"), ("at >= ?", since), ("at < ?", until))
        literal = where.replace("outcome = ?", "outcome = 'skipped'")  # so that the index of skipped ones is used
        literal += " AND session IN (SELECT id FROM session WHERE removed = 0)"
        return self._all(interval_of, f"SELECT * FROM interval{literal} ORDER BY at", *values[1:])  # noqa: S608

    def active(self) -> Resume | None:
        """The unfinished session to go on with, if there is one. Closes those nobody went on with in time."""
        if not self.exists:
            return None
        now = self.now()
        query = """
            SELECT session.*, plan.text AS plan_text,
                (SELECT count(*) FROM interval WHERE interval.session = session.id) AS ends
            FROM session LEFT JOIN plan ON sha256 = plan
            WHERE outcome = 'active' AND removed = 0 ORDER BY updated_at DESC
        """
        offered: Resume | None = None
        for row in self._all(lambda row: row, query):
            seen = moment_of(row["updated_at"])
            stands = standing(seen, row["writer"], now)
            if stands is Standing.RUNNING or (stands is Standing.OFFERED and offered):
                continue
            plan = _plan(row["plan_text"]) if stands is Standing.OFFERED else None
            if plan and row["position_index"] < len(plan.intervals):
                offered = resume_of(row, plan, seen, now)
            else:
                with self.writing() as db:
                    _interrupt(db, row["id"], seen_at=row["updated_at"])
        return offered

    def last_done(self) -> dict[str, datetime]:
        """When each routine was last finished, by its id."""
        query = """
            SELECT routine_id, max(started_at) AS last, utc_offset FROM session
            WHERE outcome = 'finished' AND removed = 0 GROUP BY routine_id
        """
        return dict(self._all(lambda row: (row["routine_id"], moment_of(row["last"], row["utc_offset"])), query))

    def session_for(self, moment: Moment, at: datetime) -> str | None:
        """The session that a reading of that moment belongs to."""
        hours = BELONGS_FOR.get(moment)
        newest = self.sessions(1, until=at)
        if hours is None or not newest:
            return None
        last = newest[0].ended_at or newest[0].updated_at
        return newest[0].id if at - last <= timedelta(hours=hours) else None

    def _progress(
        self, session: str, ended: Sequence[IntervalRecord], progress: Progress, writer: str, outcome: State
    ) -> None:
        now = self.now()
        ended_at = None if outcome is State.ACTIVE else utc_text(now)
        values = {**progress_values(progress), "outcome": outcome, "ended_at": ended_at, "updated_at": utc_text(now)}
        with self.writing() as db:
            self._update(db, session, writer, values)
            for record in ended:
                insert(db, "interval", interval_values(replace(record, session=session)))

    def _update(self, db: sqlite3.Connection, session: str, writer: str, values: Values) -> None:
        changes = ", ".join(f"{name} = :{name}" for name in values)
        query = f"UPDATE session SET {changes} WHERE id = :id AND writer = :writer"  # noqa: S608
        if not db.execute(query, {**values, "id": session, "writer": writer}).rowcount:
            raise TakenOver("Another hiproutine goes on with this session, so this one no longer keeps it.")


def _interrupt(db: sqlite3.Connection, session: str, seen_at: str | None = None) -> None:
    """`updated_at` stays: it is still what was seen last, and the true end of another machine is newer."""
    query = "UPDATE session SET outcome = 'interrupted', ended_at = updated_at WHERE id = ? AND outcome = 'active'"
    if seen_at is None:
        db.execute(query, (session,))
    else:
        db.execute(f"{query} AND updated_at = ?", (session, seen_at))


def _plan(text: str | None) -> Plan | None:
    if not text:
        return None
    from hiproutine.journal.plan_json import BadPlan, plan_from_text

    with suppress(BadPlan):
        return plan_from_text(text)
    return None
