"""What a person did and noted between the routines, as it is kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum


class Sport(StrEnum):
    """What was done. All of them count as activity; only runs count as running distance."""

    RUN = "run"
    WALK = "walk"
    HIKE = "hike"
    CYCLE = "cycle"
    SWIM = "swim"
    YOGA = "yoga"
    STRENGTH = "strength"
    """With weights or without; of a moderate load, where nobody says more."""
    MASSAGE = "massage"
    """By someone who learned it; it asks nothing of the hip."""
    OTHER = "other"


class Surface(StrEnum):
    """What was under the feet, most of the way."""

    ROAD = "road"
    TRAIL = "trail"
    TRACK = "track"
    GRASS = "grass"
    SAND = "sand"
    TREADMILL = "treadmill"


@dataclass(frozen=True, slots=True)
class Outing:
    """A run, or another activity outside the program. None is what was not said."""

    id: str
    """A UUID; the reading about its pain has the same."""
    at: datetime
    """When it ended, with its offset from UTC."""
    sport: Sport = Sport.RUN
    metres: float | None = None
    seconds: float | None = None
    surface: Surface | None = None
    pain: int | None = None
    """The worst of it, 0 to 10."""
    note: str = ""
    source: str = ""
    """Where it was brought in from: `fit`, `strava` ...; empty for what a person typed."""
    elapsed: float | None = None
    """Seconds from its start to its end, pauses included; `seconds` are without them."""
    keys: tuple[str, ...] = ()
    """What its sources call it, so that it is known again."""
    remarks: tuple[str, ...] = ()
    """What is not certain about it: `computed`, `early`, `no-zone` ..."""

    @property
    def start(self) -> datetime:
        """When it began, as far as its length is known."""
        return self.at - timedelta(seconds=self.elapsed or self.seconds or 0)


@dataclass(frozen=True, slots=True)
class Onset:
    """When a pain began, as the person noted it."""

    id: str
    """A UUID."""
    at: datetime
    over: datetime | None = None
    """When the person said that it no longer counts."""
