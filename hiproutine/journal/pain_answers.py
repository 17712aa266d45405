"""The journal's answers about the hip: readings of pain and answers to red-flag questions, kept and asked for."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from hiproutine.advice.pain.readings import Reading, Side
from hiproutine.journal.file import JournalFile
from hiproutine.journal.records import FlagRecord
from hiproutine.journal.rows import flag_of, flag_values, reading_of, reading_values, utc_text
from hiproutine.journal.sql import insert, kept_where, where_of


class PainAnswers(JournalFile):
    """What was answered about the hip, in one journal."""

    def add_reading(self, reading: Reading) -> None:
        """A reading; one that is kept already is replaced."""
        values = {**reading_values(reading), "updated_at": utc_text(self.now())}
        with self.writing() as db:
            insert(db, "reading", values, replacing="id")

    def remove_reading(self, reading: str) -> None:
        """Takes a reading back, by its id; it is kept as taken back, so that no other machine brings it in again."""
        with self.writing() as db:
            db.execute("UPDATE reading SET removed = 1, updated_at = ? WHERE id = ?", (utc_text(self.now()), reading))

    def last_written_reading(self) -> Reading | None:
        """The reading that was written last, whenever it is about."""
        query = "SELECT * FROM reading WHERE removed = 0 ORDER BY updated_at DESC, at DESC LIMIT 1"
        return next(iter(self._all(reading_of, query)), None)

    def answer_flag(self, flag: FlagRecord) -> None:
        """An answer to a red-flag question; one that is kept already is replaced."""
        values = {**flag_values(flag), "updated_at": utc_text(self.now())}
        with self.writing() as db:
            insert(db, "flag", values, replacing="id")

    def check_flag(self, flag: str, on: datetime | None = None) -> None:
        """A professional has checked a red flag, by the id of its answer."""
        self._settle_flag(flag, "checked_on", on)

    def take_back_flag(self, flag: str, on: datetime | None = None) -> None:
        """A red flag, by the id of its answer, was ticked by mistake."""
        self._settle_flag(flag, "taken_back_on", on)

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
            where, values = kept_where(("at >= ?", since), ("at < ?", until), ("side = ?", one))
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

    def flags(self, *, open_only: bool = False, since: datetime | None = None) -> list[FlagRecord]:
        """Answers to red-flag questions, oldest first; `open_only` those that apply still."""
        where, values = where_of(("at >= ?", since))
        found = self._all(flag_of, f"SELECT * FROM flag{where} ORDER BY at, id", *values)  # noqa: S608
        return [flag for flag in found if flag.stands] if open_only else found

    def _settle_flag(self, flag: str, column: str, on: datetime | None) -> None:
        now = self.now()
        with self.writing() as db:
            moments = (utc_text(on or now), utc_text(now), flag)
            db.execute(f"UPDATE flag SET {column} = ?, updated_at = ? WHERE id = ?", moments)  # noqa: S608
