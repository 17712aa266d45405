"""One thing that is found in what a person noted: what is said about it, what it rests on, and until when it holds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from hiproutine.advice.pain.because import Because
from hiproutine.advice.pain.sessions import Load, family
from hiproutine.advice.studies import Source

HEAVY = frozenset({Load.MODERATE, Load.HIGH})
"""Loads that ask much of the hip."""
LOADED = HEAVY | {Load.LOW}
"""Every load there is; routines of no load ask nothing of the hip."""
ALL = LOADED | {Load.NONE}


class Level(StrEnum):
    """What is advised, from the mildest to the gravest. Nothing is ever locked."""

    GO = "go"
    WATCH = "watch"
    EASIER = "easier"
    GENTLE = "gentle"
    """Gentle only: nothing that asks much of the hip."""
    REST = "rest"
    SEE_SOMEONE = "see someone"
    URGENT = "urgent"

    @property
    def rank(self) -> int:
        """0 the mildest."""
        return list(Level).index(self)


class Kind(StrEnum):
    """Which rule spoke."""

    UNREAD = "unread"
    AHEAD = "ahead"
    SIGN = "sign"
    LANDING = "landing"
    SCORE = "score"
    FEEL = "feel"
    LIMP = "limp"
    DURING = "during"
    RISE = "rise"
    REACTION = "reaction"
    AFTER = "after"
    MORNING = "morning"
    EPISODE = "episode"
    REACTIONS = "reactions"
    WEEKS = "weeks"
    PLACE = "place"
    LONGER_RUN = "longer run"
    WEEK_UP = "week up"
    REST_DAY = "rest day"
    SPACING = "spacing"
    STAGE = "stage"
    ICE = "ice"
    HEAT = "heat"


@dataclass(frozen=True, slots=True)
class Finding:
    """One rule's word. It may suggest and ask to consider; it never says what causes pain."""

    kind: Kind
    level: Level
    sentence: str
    because: tuple[Because, ...]
    """The answers, runs and sessions it rests on."""
    source: Source
    until: datetime | None = None
    """When it no longer holds; None where only another answer ends it."""
    ends: str = ""
    """What ends it, in words."""
    against: frozenset[Load] = frozenset()
    """Loads it advises against."""
    avoid: frozenset[str] = frozenset()
    """Areas whose steps are better left out, as in the `avoid_if` of exercises."""
    only: frozenset[str] = frozenset()
    """Families of routines it is about; empty is all of them."""
    instead: str | None = None
    """The id of a routine that suits better than one it is about."""

    @property
    def ids(self) -> tuple[str, ...]:
        """What it rests on, each once."""
        return tuple(dict.fromkeys(one for reason in self.because for one in reason.ids))

    @property
    def is_only_mild(self) -> bool:
        """Whether it is a word about starting with a little pain, said where nobody is about to start."""
        return self.kind is Kind.SCORE and self.level is Level.WATCH

    def speaks_against(self, routine: str, load: Load) -> bool:
        """Whether it advises against this routine now."""
        if self.only:
            return routine in self.only or family(routine) in self.only
        return load in self.against


def gravest_first(findings: list[Finding]) -> tuple[Finding, ...]:
    """By level; of one level what closes more first, and equals in the order of `Kind`."""
    kinds = list(Kind)
    return tuple(
        sorted(findings, key=lambda one: (-one.level.rank, -len(one.against), kinds.index(one.kind), one.sentence))
    )
