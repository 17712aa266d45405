"""Recordings into the journal: each run once, and what was taken back stays away."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta, tzinfo
from enum import StrEnum
from typing import TYPE_CHECKING
from uuid import NAMESPACE_URL, uuid4, uuid5

from hiproutine.advice.recovery.facts import Outing, Sport
from hiproutine.journal.outings import add_outing, outing_values, outings
from hiproutine.journal.outings import outing_of as outing_of_row
from hiproutine.journal.rows import utc_text
from hiproutine.runs.matching import outing_of, recorded, same_run, together, told
from hiproutine.runs.recording import Recording, Refused, checked

if TYPE_CHECKING:
    from hiproutine.journal.store import Journal

DIGITS = 1
"""Of metres and seconds that are kept."""
A_DAY = timedelta(days=1)
BATCH = 200
"""Runs that are written at once."""


class Result(StrEnum):
    """What became of a recording."""

    NEW = "new"
    SAME = "same"
    FILLED = "filled"
    """It was there already, and now knows more."""
    REMOVED = "removed"
    """It was taken back before."""
    EARLIER = "earlier"
    """It lies before the day that was asked for."""
    OTHER_SPORT = "other-sport"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Kept:
    """What became of a recording, and as what it is kept."""

    result: Result
    outing: Outing | None = None
    why: Refused | None = None


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the person wants of all that is found."""

    since: date | None = None
    sport: Sport | None = None
    """Only this one; where a file does not say its sport, it is taken for this."""


def keep_typed(journal: Journal, typed: Outing) -> Outing:
    """Keeps what a person typed; of a run that a file told of before, what was said of it. Returns what is kept."""
    around = outings(journal, typed.at - A_DAY)
    one = next((one for one in reversed(around) if recorded(typed, one)), None)
    kept = told(typed, one) if one else typed
    add_outing(journal, kept)
    return kept


class RunKeeper:
    """Keeps recordings one after the other. Knows all that is kept; writes in batches, the last at `flush`."""

    def __init__(
        self, journal: Journal, wanted: Wanted | None = None, *, zone: tzinfo | None = None, dry: bool = False
    ) -> None:
        """`zone` is the person's; None that of the machine. `dry` writes nothing."""
        self._journal = journal
        self._wanted = wanted or Wanted()
        self._zone = zone
        self._dry = dry
        self._outings: dict[str, Outing] = {}
        self._removed: set[str] = set()
        self._by_key: dict[str, str] = {}
        self._by_day: defaultdict[date, set[str]] = defaultdict(set)
        self._changed: dict[str, Outing] = {}
        with journal.reading() as db:
            for row in db.execute("SELECT * FROM outing ORDER BY at, id"):
                self._know(outing_of_row(row))
                if row["removed"]:
                    self._removed.add(row["id"])

    def keep(self, recording: Recording) -> Kept:
        """What becomes of a recording. It is on the disk after the next `flush`."""
        try:
            found = self._as_kept(recording)
        except Refused as refused:
            return Kept(Result.REFUSED, why=refused.bare())
        if unwanted := self._unwanted(found):
            return Kept(unwanted, outing_of(found, ""))
        known = self._match(found)
        if known is None:
            return self._take(Result.NEW, outing_of(found, self._identity(found)))
        more = known if known.id in self._removed else together(known, found)
        if more == known:
            return Kept(Result.REMOVED if known.id in self._removed else Result.SAME, known)
        same = replace(more, keys=known.keys) == known
        return self._take(Result.SAME if same else Result.FILLED, more)

    def _as_kept(self, recording: Recording) -> Recording:
        if recording.sport is None and self._wanted.sport:
            recording = replace(recording, sport=self._wanted.sport)
        found = checked(recording, self._journal.now()).at_home(self._zone)
        return replace(
            found,
            metres=None if found.metres is None else round(found.metres, DIGITS),
            seconds=None if found.seconds is None else round(found.seconds, DIGITS),
        )

    def _unwanted(self, found: Recording) -> Result | None:
        if self._wanted.since and found.start.date() < self._wanted.since:
            return Result.EARLIER
        other = self._wanted.sport and (found.sport or Sport.RUN) is not self._wanted.sport
        return Result.OTHER_SPORT if other else None

    def hurt(self, outing: Outing, pain: int) -> Outing:
        """The same with the pain that the person tells of it."""
        told = replace(outing, pain=pain)
        self._take(Result.FILLED, told)
        return told

    def flush(self) -> None:
        """Writes what is not written yet, all of it or nothing."""
        if self._changed and not self._dry:
            now = utc_text(self._journal.now())
            with self._journal.writing() as db:
                for one in self._changed.values():
                    values = {**outing_values(one), "removed": 0, "updated_at": now}
                    names, marks = ", ".join(values), ", ".join(f":{name}" for name in values)
                    changes = ", ".join(f"{name} = excluded.{name}" for name in values)
                    query = f"INSERT INTO outing ({names}) VALUES ({marks}) ON CONFLICT (id) DO UPDATE SET {changes}"  # noqa: S608
                    db.execute(query, values)
        self._changed.clear()

    def _take(self, result: Result, outing: Outing) -> Kept:
        self._know(outing)
        self._changed[outing.id] = outing
        if len(self._changed) >= BATCH:
            self.flush()
        return Kept(result, outing)

    def _know(self, outing: Outing) -> None:
        if before := self._outings.get(outing.id):
            self._by_day[_day(before.start)].discard(before.id)
        self._outings[outing.id] = outing
        self._by_day[_day(outing.start)].add(outing.id)
        self._by_key.update(dict.fromkeys(outing.keys, outing.id))

    def _match(self, found: Recording) -> Outing | None:
        """The run that it is; of several that it may be, one that counts, and the nearest in time.

        What was typed and taken back says nothing about a recording.
        """
        for key in found.keys:
            known = self._outings.get(self._by_key.get(key, ""))
            if known and abs(known.start - found.start) < A_DAY:  # a watch without a clock calls all its files alike
                return known
        near = (self._outings[one] for days in (-1, 0, 1) for one in self._by_day[_day(found.start, days)])
        there = [one for one in near if (one.source or one.id not in self._removed) and same_run(found, one)]
        return min(there, key=lambda one: (one.id in self._removed, abs(one.start - found.start), one.id), default=None)

    def _identity(self, found: Recording) -> str:
        """The same on every machine that reads the same file, so that journals can be put together."""
        identity = str(uuid5(NAMESPACE_URL, f"hiproutine:{found.keys[0]}")) if found.keys else ""
        return identity if identity and identity not in self._outings else str(uuid4())


def _day(moment: datetime, days: int = 0) -> date:
    return (moment + timedelta(days=days)).date()
