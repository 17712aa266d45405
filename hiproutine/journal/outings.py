"""What was done and noted between the routines: outings, and when a pain began."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from hiproutine.advice.facts import pain_of
from hiproutine.advice.pain.readings import Moment, Reading
from hiproutine.advice.recovery.facts import Onset, Outing, Sport, Surface
from hiproutine.journal.records import State
from hiproutine.journal.rows import Row, Values, clean, moment_of, offset_of, utc_text

if TYPE_CHECKING:
    from hiproutine.journal.store import Journal

ICE = "ice-therapy"
COLD_FROM = 0.25
"""The share of its time from which the cold counts as having been there: about five minutes. Ours."""


def add_outing(journal: Journal, outing: Outing) -> None:
    """Keeps an outing; one with the same id is replaced."""
    _put(journal, "outing", {**outing_values(outing), "removed": 0})


def remove_outing(journal: Journal, start: str) -> Outing | None:
    """Takes the outing back whose id begins so; None where none does, or several do."""
    found = [one for one in outings(journal) if one.id.startswith(start)]
    if len(found) != 1 or not start:
        return None
    _put(journal, "outing", {**outing_values(found[0]), "removed": 1})
    return found[0]


def outings(journal: Journal, since: datetime | None = None, *, limit: int = -1) -> tuple[Outing, ...]:
    """Every outing that was not taken back, oldest first; with a `limit` the first so many."""
    query = "SELECT * FROM outing WHERE removed = 0 AND at >= ? ORDER BY at, id LIMIT ?"
    with journal.reading() as db:
        return tuple(outing_of(row) for row in db.execute(query, [utc_text(since) if since else "", limit]))


def add_onset(journal: Journal, onset: Onset) -> None:
    """Keeps when a pain began; one with the same id is replaced."""
    values: Values = {
        "id": onset.id,
        "at": utc_text(onset.at),
        "utc_offset": offset_of(onset.at),
        "over": utc_text(onset.over) if onset.over else None,
        "removed": 0,
    }
    _put(journal, "onset", values)


def remove_onset(journal: Journal, onset: str) -> None:
    """Takes the noted beginning of a pain back, by its id."""
    with journal.writing() as db:
        moment = utc_text(journal.now())
        db.execute("UPDATE onset SET removed = 1, updated_at = ? WHERE id = ?", (moment, onset))


def last_onset(journal: Journal) -> Onset | None:
    """The newest that still counts."""
    with journal.reading() as db:
        row = db.execute(
            "SELECT * FROM onset WHERE over IS NULL AND removed = 0 ORDER BY at DESC, id DESC LIMIT 1"
        ).fetchone()
        return _onset(row) if row else None


def last_written_onset(journal: Journal) -> Onset | None:
    """The one that was written last, of those that count."""
    query = "SELECT * FROM onset WHERE over IS NULL AND removed = 0 ORDER BY updated_at DESC, id DESC LIMIT 1"
    with journal.reading() as db:
        row = db.execute(query).fetchone()
        return _onset(row) if row else None


def onsets(journal: Journal) -> tuple[Onset, ...]:
    """Every one that was noted, oldest first, with when it was said to be over."""
    with journal.reading() as db:
        rows = db.execute("SELECT * FROM onset WHERE removed = 0 ORDER BY at, id").fetchall()
        return tuple(map(_onset, rows))


def _onset(row: Row) -> Onset:
    return Onset(row["id"], moment_of(row["at"], row["utc_offset"]), moment_of(row["over"]) if row["over"] else None)


def end_onset(journal: Journal) -> Onset | None:
    """The newest counts no longer; which that was."""
    onset = last_onset(journal)
    if onset:
        add_onset(journal, replace(onset, over=journal.now()))
    return onset


def ices(journal: Journal, since: datetime) -> tuple[datetime, ...]:
    """When ice was taken off, oldest first: sessions that were ended early count, if the cold was there for a while."""
    found = journal.sessions(None, since=since - timedelta(days=1), routine=ICE)
    cold = (one for one in found if one.progress.share is None or one.progress.share >= COLD_FROM)
    ends = (one.ended_at or one.updated_at for one in cold if one.outcome is not State.ACTIVE)
    return tuple(sorted(end for end in ends if end >= since))


def reading_of(outing: Outing) -> Reading | None:
    """The pain of an outing as pictures show it: with the answers after something."""
    pain = pain_of(outing)
    return pain and replace(pain, moment=Moment.AFTER)


def _put(journal: Journal, table: str, values: Values) -> None:
    values = {**values, "updated_at": utc_text(journal.now())}
    names, marks = ", ".join(values), ", ".join(f":{name}" for name in values)
    changes = ", ".join(f"{name} = excluded.{name}" for name in values)
    with journal.writing() as db:
        db.execute(f"INSERT INTO {table} ({names}) VALUES ({marks}) ON CONFLICT (id) DO UPDATE SET {changes}", values)  # noqa: S608


def outing_values(outing: Outing) -> Values:
    """An outing as the columns of its row."""
    return {
        "id": outing.id,
        "at": utc_text(outing.at),
        "utc_offset": offset_of(outing.at),
        "sport": outing.sport.value,
        "metres": outing.metres,
        "seconds": outing.seconds,
        "surface": outing.surface.value if outing.surface else None,
        "pain": outing.pain,
        "note": clean(outing.note),
        "source": outing.source,
        "elapsed": outing.elapsed,
        "keys": clean(" ".join(outing.keys)),
        "remarks": " ".join(outing.remarks),
    }


def outing_of(row: Row) -> Outing:
    """The outing of a row."""
    return Outing(
        id=row["id"],
        at=moment_of(row["at"], row["utc_offset"]),
        sport=Sport(row["sport"]),
        metres=row["metres"],
        seconds=row["seconds"],
        surface=Surface(row["surface"]) if row["surface"] else None,
        pain=row["pain"],
        note=row["note"],
        source=row["source"],
        elapsed=row["elapsed"],
        keys=tuple(row["keys"].split()),
        remarks=tuple(row["remarks"].split()),
    )
