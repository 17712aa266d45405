"""One answer to "how does the hip feel", as it is kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Moment(StrEnum):
    """When it was asked."""

    BEFORE = "before"
    DURING = "during"
    AFTER = "after"
    MORNING = "morning"
    OTHER = "other"


class Side(StrEnum):
    """Where, across the body."""

    LEFT = "left"
    RIGHT = "right"
    BOTH = "both"


class Area(StrEnum):
    """Where, about the hip."""

    FRONT = "front"
    OUTER = "outer"
    BUTTOCK = "buttock"
    UNSURE = "unsure"


class Feel(StrEnum):
    """What it is like."""

    ACHE = "ache"
    STIFF = "stiff"
    SHARP = "sharp"
    CATCHING = "catching"
    TINGLING = "tingling"


class Stiffness(StrEnum):
    """How stiff, against other mornings."""

    LESS = "less"
    USUAL = "usual"
    MORE = "more"


@dataclass(frozen=True, slots=True)
class Reading:
    """One answer. Only the score is always there; None is a question that was skipped."""

    id: str
    """A UUID."""
    at: datetime
    """When, with its offset from UTC."""
    moment: Moment
    score: int
    """Pain now, 0 none to 10 the worst imaginable (numeric rating scale; Farrar 2001, Pain 94:149-158)."""
    worst: int | None = None
    """The worst of the last 24 hours before a session, or during one after it."""
    side: Side | None = None
    area: Area | None = None
    feel: Feel | None = None
    limp: bool | None = None
    stiffness: Stiffness | None = None
    effort: int | None = None
    """How hard the session was, 0 to 10 (CR-10)."""
    masked: bool | None = None
    """Whether a pain reliever was taken in the last 8 hours."""
    note: str = ""
    session: str | None = None
    """The UUID of the session it belongs to."""
    on_impact: bool | None = None
    """Whether it comes with landing or with every step; asked where the front or groin hurts."""
