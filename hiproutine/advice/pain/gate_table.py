"""The table of the check before a session: score by load.

The bands come from the pain-monitoring model (trial protocol doi 10.1186/s40814-021-00792-5); 0 apart, the mark at 8,
and what each asks of a routine are ours.
"""

from __future__ import annotations

from dataclasses import dataclass

from hiproutine.advice.pain.advice import ICE, LIGHT, Level
from hiproutine.advice.pain.bands import Band
from hiproutine.advice.pain.sessions import Load


@dataclass(frozen=True, slots=True)
class Rule:
    """What is advised, and the routine that suits better."""

    level: Level
    sentence: str
    alternative: str | None = None


_NOTHING = "No pain noted. Start easy."
_MILD = "Mild. Go ahead, and stop if it grows."
_HIGH = "High today. Rest is the better choice; if it stays this high, consider a doctor or physiotherapist."
_VERY_HIGH = "Very high. Please consider medical advice today."

TABLE = {
    (0, Load.NONE): Rule(Level.GO, _NOTHING),
    (0, Load.LOW): Rule(Level.GO, _NOTHING),
    (0, Load.MODERATE): Rule(Level.GO, _NOTHING),
    (0, Load.HIGH): Rule(Level.GO, _NOTHING),
    (1, Load.NONE): Rule(Level.GO, _MILD),
    (1, Load.LOW): Rule(Level.GO, _MILD),
    (1, Load.MODERATE): Rule(Level.GO, _MILD),
    (1, Load.HIGH): Rule(Level.GO_WATCHING, "Mild. Go ahead, keep an eye on it, and stop if it grows."),
    (3, Load.NONE): Rule(Level.GO, "Noticeable. This one asks little of the hip; stop if it grows."),
    (3, Load.LOW): Rule(Level.EASIER, "Noticeable. Consider one set and half the range, and stop if it grows."),
    (3, Load.MODERATE): Rule(
        Level.CONFIRM, "Noticeable. The gentle routine may suit better; else one set, and a short range.", LIGHT
    ),
    (3, Load.HIGH): Rule(Level.REST_INSTEAD, "Noticeable. The gentle routine or an easy walk may suit better.", LIGHT),
    (6, Load.NONE): Rule(Level.GO_WATCHING, "High today. If it stays this high, consider a doctor or physiotherapist."),
    (6, Load.LOW): Rule(Level.CONFIRM, _HIGH, ICE),
    (6, Load.MODERATE): Rule(Level.REST_INSTEAD, _HIGH, ICE),
    (6, Load.HIGH): Rule(Level.REST_INSTEAD, _HIGH, ICE),
    (8, Load.NONE): Rule(Level.GO_WATCHING, _VERY_HIGH),
    (8, Load.LOW): Rule(Level.REST_INSTEAD, _VERY_HIGH),
    (8, Load.MODERATE): Rule(Level.REST_INSTEAD, _VERY_HIGH),
    (8, Load.HIGH): Rule(Level.REST_INSTEAD, _VERY_HIGH),
}
"""By the lowest score of a row and the load of a routine."""

ROWS = (0, 1, Band.MIDDLE, Band.HIGH, Band.VERY_HIGH)


def rule_for(score: int, load: Load) -> Rule:
    """The row a score falls in, for a load."""
    return TABLE[max(row for row in ROWS if row <= score), load]
