"""Pain on landing as it was answered beside a score: the same as the warning sign of that name, until it is settled."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime, tzinfo
from typing import TYPE_CHECKING

from hiproutine.advice.facts import CLOCK_SLIP
from hiproutine.advice.pain.flags import LANDING
from hiproutine.advice.pain.readings import Reading
from hiproutine.advice.pain.red_flags import Standing
from hiproutine.advice.sore_places import landing_sign
from hiproutine.journal.records import FlagRecord
from hiproutine.journal.rows import reading_of, utc_text
from hiproutine.journal.schema import JournalError

if TYPE_CHECKING:
    from hiproutine.journal.store import Journal

CHECKED, TAKEN_BACK = "landing-checked", "landing-taken-back"
"""Kept among the answers about warning signs: what became of an answer about landing that was given beside a score."""


def newest_landing(journal: Journal, before: datetime | None = None) -> Reading | None:
    """The last answer about landing, yes or no, of those before a moment; a yes holds until a no, however long ago."""
    query = "SELECT * FROM reading WHERE on_impact IS NOT NULL AND removed = 0 AND at < ? ORDER BY at DESC, id DESC"
    end = before or journal.now() + CLOCK_SLIP
    with journal.reading() as db:
        row = db.execute(f"{query} LIMIT 1", [utc_text(end)]).fetchone()
        return reading_of(row) if row else None


def readable_landing(journal: Journal) -> Reading | None:
    """The same, for those who show signs: what cannot be read hides none that was ticked."""
    with suppress(JournalError):
        return newest_landing(journal)
    return None


def landing_settled(answers: list[FlagRecord]) -> tuple[datetime, ...]:
    """When pain on landing was checked by a professional, as a sign or as an answer, or taken back as an answer."""
    notes = [one.at for one in answers if one.flag in {CHECKED, TAKEN_BACK}]
    checks = [max(one.checked_on, one.at) for one in answers if one.flag == LANDING and one.checked_on]
    return (*notes, *checks)


def standing_landing(journal: Journal, answers: list[FlagRecord], zone: tzinfo) -> Standing | None:
    """The sign that an answer about landing stands for, if it does."""
    newest = readable_landing(journal)
    return landing_sign([newest], landing_settled(answers), zone) if newest else None


def settle_landing(journal: Journal, what: str, at: datetime) -> None:
    """Keeps what became of the answer."""
    from uuid import uuid4

    journal.answer_flag(FlagRecord(str(uuid4()), at, what, answer=False))
