"""What is read of one run in a file, and what is said about it. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta, tzinfo
from enum import StrEnum

from hiproutine.advice.recovery.facts import Sport, Surface
from hiproutine.errors import HiproutineError

LONGEST = 24 * 3600.0
"""Seconds of moving time; more is a watch that was never stopped."""


FARTHEST = 1_000_000.0
"""Metres; as for what is typed."""
FASTEST = dict.fromkeys((Sport.RUN, Sport.WALK, Sport.HIKE, Sport.SWIM), 12.0)
"""Metres a second on the whole way, above which a distance is a slip; nobody ran 100 m as fast."""
RIDDEN = 60.0
"""The same for everything else."""


class Source(StrEnum):
    """Where a recording came from."""

    FIT = "fit"
    TCX = "tcx"
    APPLE = "apple"
    STRAVA = "strava"
    GARMIN = "garmin"
    GPX = "gpx"
    CSV = "csv"


TRUST = {
    Source.FIT: 7,
    Source.TCX: 6,
    Source.APPLE: 5,
    Source.STRAVA: 4,
    Source.GARMIN: 4,
    Source.GPX: 3,
    Source.CSV: 2,
}
"""How good their numbers are beside each other."""


class Remark(StrEnum):
    """Something a person should know about a recording."""

    EARLY = "early"
    CHECKSUM = "checksum"
    NO_TOTALS = "no-totals"
    COMPUTED = "computed"
    UNIT = "unit"
    NO_ZONE = "no-zone"
    NO_DISTANCE = "no-distance"
    WRONG_DISTANCE = "wrong-distance"
    NO_TIME = "no-time"
    NO_SPORT = "no-sport"
    DAY_ONLY = "day-only"


REMARK_WORDS = {
    Remark.EARLY: "the file ends early; what it still has is kept",
    Remark.CHECKSUM: "the checksum is wrong, but all of it could be read",
    Remark.NO_TOTALS: "the watch wrote no totals; they come from its records",
    Remark.COMPUTED: "the distance comes from positions, so it is about right",
    Remark.UNIT: "the file names no unit; distances go by your settings",
    Remark.NO_ZONE: "the file does not say the time zone; this machine's is taken",
    Remark.NO_DISTANCE: "the distance is not known",
    Remark.WRONG_DISTANCE: "the distance cannot be right, so it is left out",
    Remark.NO_TIME: "the time is not known",
    Remark.NO_SPORT: "the file does not say the sport; it counts as a run, --sport says another",
    Remark.DAY_ONLY: "the time of day is not known; noon is taken",
}


class Refusal(StrEnum):
    """Why a file, or a part of it, is not taken."""

    EMPTY = "empty"
    UNKNOWN = "unknown"
    NOT_XML = "not-xml"
    ENTITIES = "entities"
    DEEP = "deep"
    NO_ACTIVITY = "no-activity"
    NO_DATE = "no-date"
    FUTURE = "future"
    OLD = "old"
    TOO_LONG = "too-long"
    NOTHING_KNOWN = "nothing-known"
    TOO_LARGE = "too-large"
    BOMB = "bomb"
    OUTSIDE = "outside"
    LOCKED = "locked"
    DAMAGED = "damaged"
    UNREADABLE = "unreadable"


REFUSAL_WORDS = {
    Refusal.EMPTY: "it is empty",
    Refusal.UNKNOWN: "it is none of FIT, GPX, TCX, Apple Health, or a table of runs",
    Refusal.NOT_XML: "it is not well-formed XML",
    Refusal.ENTITIES: "it declares XML entities, which no recording needs",
    Refusal.DEEP: "its XML is nested too deeply for a recording",
    Refusal.NO_ACTIVITY: "there is no activity in it",
    Refusal.NO_DATE: "it has no date; --date says when it was",
    Refusal.FUTURE: "it lies in the future",
    Refusal.OLD: "it lies before the year 2000",
    Refusal.TOO_LONG: "it lasts more than 24 hours",
    Refusal.NOTHING_KNOWN: "neither its distance nor its time is known",
    Refusal.TOO_LARGE: "it is too large for one recording",
    Refusal.BOMB: "it would unpack to far more than a recording can be",
    Refusal.OUTSIDE: "a name in it leads outside of it",
    Refusal.LOCKED: "it is locked with a password",
    Refusal.DAMAGED: "it is damaged and cannot be unpacked",
    Refusal.UNREADABLE: "it cannot be read",
}


class Refused(HiproutineError):
    """A file or a part of it cannot be taken; `why` is the reason, `detail` may say more."""

    def __init__(self, why: Refusal, detail: str = "") -> None:
        self.why = why
        self.detail = detail
        super().__init__(why, detail)

    def bare(self) -> Refused:
        """The same without the way it came, which would hold on to the file's bytes."""
        return Refused(self.why, self.detail)

    def __reduce__(self) -> tuple[type[Refused], tuple[Refusal, str]]:
        """How it comes from another process."""
        return Refused, (self.why, self.detail)

    def __str__(self) -> str:
        """The reason in words."""
        return f"{REFUSAL_WORDS[self.why]}{f' ({self.detail})' if self.detail else ''}"


@dataclass(frozen=True, slots=True)
class Recording:
    """One activity as its file has it. None is what is not known."""

    start: datetime
    """With an offset where the person's clock is known. In UTC with `NO_ZONE` where only the moment is known; naive
    where only the clock is."""
    source: Source
    sport: Sport | None = None
    metres: float | None = None
    seconds: float | None = None
    """Moving time: pauses are out of it."""
    elapsed: float | None = None
    """Seconds from start to end, pauses included."""
    surface: Surface | None = None
    keys: tuple[str, ...] = ()
    """What it is called at its source, strongest first: two recordings that share one are the same run."""
    remarks: tuple[Remark, ...] = ()

    @property
    def end(self) -> datetime:
        """When it was over. Who forgot to stop the watch was over when the moving time was."""
        elapsed = self.elapsed if self.elapsed is not None and self.elapsed <= LONGEST else None
        return self.start + timedelta(seconds=max(elapsed or 0, self.seconds or 0))

    @property
    def trust(self) -> int:
        """How good its numbers are."""
        return trust(self.source, self.remarks)

    def with_remark(self, *remarks: Remark) -> Recording:
        """The same with more to say, each once."""
        return replace(self, remarks=tuple(dict.fromkeys((*self.remarks, *remarks))))

    def at_home(self, zone: tzinfo | None) -> Recording:
        """The same by the person's own clock; None is the zone of this machine at that moment."""
        if self.start.tzinfo is None:
            start = self.start.replace(tzinfo=zone) if zone else self.start.astimezone()
            return replace(self, start=start).with_remark(Remark.NO_ZONE)
        if Remark.NO_ZONE in self.remarks:
            return replace(self, start=self.start.astimezone(zone))
        return self


def trust(source: Source, remarks: Iterable[str]) -> int:
    """How good the numbers of a source are; a table's row is better than a file that was cut off."""
    return 1 if {Remark.EARLY, Remark.NO_TOTALS} & set(remarks) else TRUST[source]


def checked(found: Recording, now: datetime) -> Recording:
    """A recording that can be kept, with what is not known about it said.

    Raises:
        Refused: nothing of it is known, or it cannot have been so.
    """
    seconds = found.seconds if found.seconds and found.seconds > 0 else None
    metres = found.metres if found.metres and found.metres > 0 else None
    if metres and (metres > FARTHEST or (seconds and metres / seconds > FASTEST.get(found.sport or Sport.RUN, RIDDEN))):
        metres, found = None, found.with_remark(Remark.WRONG_DISTANCE)
    found = replace(found, metres=metres, seconds=seconds)
    moment = found.start if found.start.tzinfo else found.start.replace(tzinfo=UTC)
    if moment > now + timedelta(days=1):
        raise Refused(Refusal.FUTURE)
    if moment.year < 2000:
        raise Refused(Refusal.OLD)
    if seconds and seconds > LONGEST:
        raise Refused(Refusal.TOO_LONG)
    if metres is None and seconds is None:
        raise Refused(Refusal.NOTHING_KNOWN)
    if metres is None and Remark.WRONG_DISTANCE not in found.remarks:
        found = found.with_remark(Remark.NO_DISTANCE)
    if seconds is None:
        found = found.with_remark(Remark.NO_TIME)
    return found if found.sport else found.with_remark(Remark.NO_SPORT)
