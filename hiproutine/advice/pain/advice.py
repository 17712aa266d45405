"""What a rule says, from which answers, and where the rule comes from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from hiproutine.advice.pain.readings import Reading

CLOSING = "General information, not medical advice."
"""Stands under every advice that is shown."""

LIGHT = "rest-day-light-stretch"
ICE = "ice-therapy"
COOL_DOWN = "cool-down"
_CAUTION = (COOL_DOWN, LIGHT, ICE, None)
"""Instead of a routine, from the mildest to rest alone."""


class Level(StrEnum):
    """What is advised, from the mildest to the most careful. Nothing is ever locked."""

    GO = "go"
    GO_WATCHING = "go_watching"
    EASIER = "easier"
    CONFIRM = "confirm"
    REST_INSTEAD = "rest_instead"
    STOP = "stop"
    SEE_SOMEONE = "see_someone"
    URGENT = "urgent"

    @property
    def rank(self) -> int:
        """0 the mildest."""
        return list(Level).index(self)

    @property
    def prefers_other(self) -> bool:
        """Whether the default is something else than going on."""
        return self.rank >= Level.CONFIRM.rank


class Kind(StrEnum):
    """Which rule spoke."""

    BAND = "band"
    FEEL = "feel"
    GROIN = "groin"
    RISE = "rise"
    SPACING = "spacing"
    AFTER_REACTION = "after_reaction"
    RED_FLAG = "red_flag"
    DURING = "during"
    AFTER = "after"
    SETTLING = "settling"
    MORNING = "morning"
    WEEKS = "weeks"
    EPISODE = "episode"
    REACTIONS = "reactions"
    DISTANCE = "distance"
    FREQUENCY = "frequency"
    REST_DAY = "rest_day"
    STAGE = "stage"
    LEVEL = "level"
    ICING = "icing"
    HEAT = "heat"


_ANYWAY = {
    Level.GO: "Start",
    Level.GO_WATCHING: "Start, and watch it",
    Level.EASIER: "Start, and take it easier",
    Level.CONFIRM: "Go on gently, one set and half the range",
    Level.REST_INSTEAD: "Go on with it anyway",
    Level.STOP: "Keep going anyway",
    Level.SEE_SOMEONE: "Go on anyway, it is my decision",
    Level.URGENT: "Go on anyway, it is my decision",
}


@dataclass(frozen=True, slots=True)
class Because:
    """What an advice rests on: ids of readings (or of sessions, or of red-flag answers), and their short text."""

    ids: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Advice:
    """One advice. It may suggest and ask to consider; it never says what causes pain."""

    kind: Kind
    level: Level
    sentence: str
    because: tuple[Because, ...]
    source: str
    alternative: str | None = None
    """The id of a routine that suits better; None is rest, or nothing else."""
    avoid: frozenset[str] = frozenset()
    """Areas whose steps are better left out, as in the `avoid_if` of exercises."""

    @property
    def anyway(self) -> str:
        """The words with which a person goes on regardless."""
        return _ANYWAY[self.level]

    @property
    def closing(self) -> str:
        """The line that stands under it."""
        return CLOSING

    @property
    def caution(self) -> tuple[int, int]:
        """To sort by: the more careful the higher, and of one level the one that leaves less to do."""
        return self.level.rank, more_careful_rank(self.alternative)


def more_careful_rank(alternative: str | None) -> int:
    """How careful a suggested routine is, 0 the mildest; rest alone is the most."""
    return _CAUTION.index(alternative)


def strictest_first(advices: Iterable[Advice | None]) -> tuple[Advice, ...]:
    """Those that have something to say; equals stay in their order."""
    return tuple(sorted((advice for advice in advices if advice), key=lambda advice: advice.caution, reverse=True))


def because(**scores: Reading | None) -> Because:
    """Readings by what they are called here, with their scores: `before 4, after 6`; None is left out."""
    given = {name.replace("_", " "): reading for name, reading in scores.items() if reading}
    ids = tuple(dict.fromkeys(reading.id for reading in given.values()))
    return Because(ids, ", ".join(f"{name} {reading.score}" for name, reading in given.items()))


def with_words(reason: Because, *words: str) -> Because:
    """The reason with more of what was answered after it."""
    return Because(reason.ids, ", ".join([reason.text, *words] if reason.text else words))
