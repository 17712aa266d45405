"""What a person did and noted between the routines, as it is kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Sport(StrEnum):
    """What was done. All of them count as activity; only runs count as running distance."""

    RUN = "run"
    WALK = "walk"
    HIKE = "hike"
    CYCLE = "cycle"
    SWIM = "swim"
    YOGA = "yoga"
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


@dataclass(frozen=True, slots=True)
class Onset:
    """When a pain began, as the person noted it."""

    id: str
    """A UUID."""
    at: datetime
    over: datetime | None = None
    """When the person said that it no longer counts."""
