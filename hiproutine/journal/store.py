"""The journal: what is written as it happens, and what is asked of it. Nothing is created before something is kept."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta

from hiproutine.advice.pain.readings import Moment, Reading, Side
from hiproutine.journal.file import PATIENCE, PLAYING_PATIENCE, JournalFile
from hiproutine.journal.plan_json import BadPlan, fingerprint, plan_from_text, plan_text
from hiproutine.journal.records import FlagRecord, IntervalRecord, Progress, SessionDetail, SessionRecord, State
from hiproutine.journal.resume import Resume, Standing, standing
from hiproutine.journal.rows import (
    Values,
    clean,
    flag_of,
    flag_values,
    interval_of,
    interval_values,
    moment_of,
    progress_values,
    reading_of,
    reading_values,
    resume_of,
    session_of,
    session_values,
    utc_text,
)
from hiproutine.journal.schema import JournalError
from hiproutine.plan.model import Plan

BELONGS_FOR = {Moment.DURING: 4, Moment.AFTER: 4, Moment.MORNING: 36}
"""Hours after its end for which a reading belongs to a session (FIELD.md 5a and CONTENT.md D.2)."""

__all__ = ["BELONGS_FOR", "PATIENCE", "PLAYING_PATIENCE", "Journal", "TakenOver"]


class TakenOver(JournalError):
    """Raised where another program goes on with this session."""


class Journal(JournalFile):
    """One journal: its questions and its answers."""

    # What is written

    def begin(self, session: SessionRecord, plan: Plan | None = None, *, writer: str = "") -> None:
        """Keeps that a session began, with its plan."""
        values: Values = {**session_values(session), "writer": writer, "plan": None}
        with self.writing() as db:
            if plan is not None:
                text = plan_text(plan).encode("utf-8", "replace").decode()
                values["plan"] = fingerprint(text)
                db.execute("INSERT INTO plan VALUES (?, ?) ON CONFLICT DO NOTHING", (values["plan"], text))
            _insert(db, "session", values)

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

    def add_reading(self, reading: Reading) -> None:
        """A reading; one that is kept already is replaced."""
        values = {**reading_values(reading), "updated_at": utc_text(self.now())}
        with self.writing() as db:
            _insert(db, "reading", values, replacing="id")

    def remove_reading(self, reading: str) -> None:
        """Takes a reading back, by its id; it is kept as taken back, so that no other machine brings it in again."""
        with self.writing() as db:
            db.execute("UPDATE reading SET removed = 1, updated_at = ? WHERE id = ?", (utc_text(self.now()), reading))

    def note_session(self, session: str, note: str) -> None:
        """Keeps another note with a session."""
        with self.writing() as db:
            values = (clean(note), utc_text(self.now()), session)
            db.execute("UPDATE session SET note = ?, updated_at = ? WHERE id = ?", values)

    def last_written_reading(self) -> Reading | None:
        """The reading that was written last, whenever it is about."""
        query = "SELECT * FROM reading WHERE removed = 0 ORDER BY updated_at DESC, at DESC LIMIT 1"
        return next(iter(self._all(reading_of, query)), None)

    def remove_session(self, session: str) -> None:
        """Takes a session back, by its id, with the readings that belong to it."""
        now = utc_text(self.now())
        with self.writing() as db:
            db.execute("UPDATE session SET removed = 1, updated_at = ? WHERE id = ?", (now, session))
            db.execute("UPDATE reading SET removed = 1, updated_at = ? WHERE session = ?", (now, session))

    def answer_flag(self, flag: FlagRecord) -> None:
        """An answer to a red-flag question; one that is kept already is replaced."""
        values = {**flag_values(flag), "updated_at": utc_text(self.now())}
        with self.writing() as db:
            _insert(db, "flag", values, replacing="id")

    def check_flag(self, flag: str, on: datetime | None = None) -> None:
        """A professional has checked a red flag, by the id of its answer."""
        self._settle_flag(flag, "checked_on", on)

    def take_back_flag(self, flag: str, on: datetime | None = None) -> None:
        """A red flag, by the id of its answer, was ticked by mistake."""
        self._settle_flag(flag, "taken_back_on", on)

    # What is asked

    def sessions(
        self,
        limit: int | None = 50,
        offset: int = 0,
        *,
        since: datetime | None = None,
        until: datetime | None = None,
        routine: str | None = None,
    ) -> list[SessionRecord]:
        """Sessions, newest first."""
        where, values = _kept(("started_at >= ?", since), ("started_at < ?", until), ("routine_id = ?", routine))
        query = f"SELECT * FROM session{where} ORDER BY started_at DESC, id DESC LIMIT ? OFFSET ?"  # noqa: S608
        return self._all(session_of, query, *values, -1 if limit is None else limit, offset)

    def count(self, *, since: datetime | None = None, routine: str | None = None) -> int:
        """How many sessions there are."""
        where, values = _kept(("started_at >= ?", since), ("routine_id = ?", routine))
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
        where, values = _where(("outcome = ?", "skipped"), ("at >= ?", since), ("at < ?", until))
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

    def readings(
        self,
        *,
        since: datetime | None = None,
        until: datetime | None = None,
        side: Side | None = None,
        limit: int | None = None,
    ) -> list[Reading]:
        """Readings, oldest first; `limit` keeps the newest. A side has those of both sides too."""
        sides = [side] if side in {None, Side.BOTH} else [side, Side.BOTH]
        found: list[Reading] = []
        for one in sides:
            where, values = _kept(("at >= ?", since), ("at < ?", until), ("side = ?", one))
            query = f"SELECT * FROM reading{where} ORDER BY at DESC, id DESC LIMIT ?"  # noqa: S608
            found += self._all(reading_of, query, *values, -1 if limit is None else limit)
        found.sort(key=lambda reading: (reading.at, reading.id))
        return found if limit is None else found[max(0, len(found) - limit) :]

    def readings_of(self, sessions: Iterable[str]) -> list[Reading]:
        """The readings that belong to sessions, oldest first."""
        found: list[Reading] = []
        for session in sessions:
            found += self._all(
                reading_of, "SELECT * FROM reading WHERE session = ? AND removed = 0 ORDER BY at, id", session
            )
        return found

    def session_for(self, moment: Moment, at: datetime) -> str | None:
        """The session that a reading of that moment belongs to."""
        hours = BELONGS_FOR.get(moment)
        newest = self.sessions(1, until=at)
        if hours is None or not newest:
            return None
        last = newest[0].ended_at or newest[0].updated_at
        return newest[0].id if at - last <= timedelta(hours=hours) else None

    def flags(self, *, open_only: bool = False, since: datetime | None = None) -> list[FlagRecord]:
        """Answers to red-flag questions, oldest first; `open_only` those that apply still."""
        where, values = _where(("at >= ?", since))
        found = self._all(flag_of, f"SELECT * FROM flag{where} ORDER BY at, id", *values)  # noqa: S608
        return [flag for flag in found if flag.stands] if open_only else found

    def _settle_flag(self, flag: str, column: str, on: datetime | None) -> None:
        now = self.now()
        with self.writing() as db:
            moments = (utc_text(on or now), utc_text(now), flag)
            db.execute(f"UPDATE flag SET {column} = ?, updated_at = ? WHERE id = ?", moments)  # noqa: S608

    def _progress(
        self, session: str, ended: Sequence[IntervalRecord], progress: Progress, writer: str, outcome: State
    ) -> None:
        now = self.now()
        ended_at = None if outcome is State.ACTIVE else utc_text(now)
        values = {**progress_values(progress), "outcome": outcome, "ended_at": ended_at, "updated_at": utc_text(now)}
        with self.writing() as db:
            self._update(db, session, writer, values)
            for record in ended:
                _insert(db, "interval", interval_values(replace(record, session=session)))

    def _update(self, db: sqlite3.Connection, session: str, writer: str, values: Values) -> None:
        changes = ", ".join(f"{name} = :{name}" for name in values)
        query = f"UPDATE session SET {changes} WHERE id = :id AND writer = :writer"  # noqa: S608
        if not db.execute(query, {**values, "id": session, "writer": writer}).rowcount:
            raise TakenOver("Another hiproutine goes on with this session, so this one no longer keeps it.")


def _insert(db: sqlite3.Connection, table: str, values: Values, *, replacing: str = "") -> None:
    names, marks = ", ".join(values), ", ".join(f":{name}" for name in values)
    query = f"INSERT INTO {table} ({names}) VALUES ({marks})"  # noqa: S608
    if replacing:
        query += f" ON CONFLICT ({replacing}) DO UPDATE SET " + ", ".join(f"{n} = excluded.{n}" for n in values)
    db.execute(query, values)


def _interrupt(db: sqlite3.Connection, session: str, seen_at: str | None = None) -> None:
    """`updated_at` stays: it is still what was seen last, and the true end of another machine is newer."""
    query = "UPDATE session SET outcome = 'interrupted', ended_at = updated_at WHERE id = ? AND outcome = 'active'"
    if seen_at is None:
        db.execute(query, (session,))
    else:
        db.execute(f"{query} AND updated_at = ?", (session, seen_at))


def _where(*parts: tuple[str, datetime | str | None]) -> tuple[str, list[str]]:
    """The conditions whose value is given, and the values."""
    given = [(condition, value) for condition, value in parts if value is not None]
    values = [utc_text(value) if isinstance(value, datetime) else str(value) for _, value in given]
    return (" WHERE " + " AND ".join(condition for condition, _ in given) if given else ""), values


def _kept(*parts: tuple[str, datetime | str | None]) -> tuple[str, list[str]]:
    """The same, of what was not taken back."""
    where, values = _where(*parts)
    return f"{where} AND removed = 0" if where else " WHERE removed = 0", values


def _plan(text: str | None) -> Plan | None:
    with suppress(BadPlan):
        return plan_from_text(text) if text else None
    return None
