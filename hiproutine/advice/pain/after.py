"""How a session went down: right after it, and an hour later."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from hiproutine.advice.pain import sources
from hiproutine.advice.pain.advice import LIGHT, Advice, Because, Kind, Level, because, with_words
from hiproutine.advice.pain.bands import Band
from hiproutine.advice.pain.changes import CLEAR
from hiproutine.advice.pain.days import elapsed
from hiproutine.advice.pain.readings import Reading
from hiproutine.advice.pain.sessions import SessionPain

SETTLED_WITHIN = timedelta(minutes=60)
"""Pain is back to its level before by then (rule for runners, trial protocol PMC4702381)."""
WELL_WORST = 2
"""Points at most during a session that settled well (the same rule)."""

_REACTED = "It reacted. Consider doing less next time, and a rest day tomorrow."


def after(before: Reading | None, now: Reading, during: Sequence[Reading] = ()) -> Advice:
    """Settled well (GO), something between (GO_WATCHING), or reacted (REST_INSTEAD).

    Reacted: 2 points or more above before (smallest detectable change 1.77, doi 10.1055/a-1304-3677), a worst of 6 or
    more (pain-monitoring model), or a limp (Vincent and Vincent 2017). Without a level before, only the last two count.
    """
    worst = _worst(now, during)
    reason = _reason(before, now, worst, during)
    if _reacts(before, now, worst):
        return _advice(Level.REST_INSTEAD, _REACTED, reason, LIGHT)
    if worst <= WELL_WORST and now.score <= (before.score if before else 0) + 1:
        return _advice(Level.GO, "Settled well.", reason)
    return _advice(Level.GO_WATCHING, "Some pain today. See how the morning feels before you add anything.", reason)


def settling(before: Reading | None, now: Reading, later: Reading | None) -> Advice | None:
    """An hour or more later: back to the level before (GO) or still up, which counts as a reaction. None: not known."""
    if before is None or later is None or elapsed(now.at, later.at) < SETTLED_WITHIN:
        return None
    reason = because(before=before, after=now, later=later)
    if later.score <= before.score:
        return Advice(Kind.SETTLING, Level.GO, "Back to where it was.", (reason,), sources.SETTLING)
    sentence = "Still up after an hour. Consider doing less next time, and a rest day tomorrow."
    return Advice(Kind.SETTLING, Level.REST_INSTEAD, sentence, (reason,), sources.SETTLING, LIGHT)


def reaction(session: SessionPain) -> Advice | None:
    """The advice of a session that reacted, right after it or by not settling; None when it did not, or nobody said."""
    if session.after is None:
        return None
    first = after(session.before, session.after, session.during)
    found = (first, settling(session.before, session.after, session.later))
    return next((advice for advice in found if advice and advice.level is Level.REST_INSTEAD), None)


def _reacts(before: Reading | None, now: Reading, worst: int) -> bool:
    risen = before is not None and now.score >= before.score + CLEAR
    return risen or worst >= Band.HIGH or bool(now.limp)


def _worst(now: Reading, during: Sequence[Reading]) -> int:
    return max([now.score, now.worst or 0, *(reading.score for reading in during)])


def _reason(before: Reading | None, now: Reading, worst: int, during: Sequence[Reading]) -> Because:
    known = because(before=before, after=now)
    words = ([f"worst {worst}"] if worst > now.score else []) + (["a limp"] if now.limp else [])
    more = tuple(reading.id for reading in during)
    return with_words(Because(known.ids + more, known.text), *words)


def _advice(level: Level, sentence: str, reason: Because, alternative: str | None = None) -> Advice:
    return Advice(Kind.AFTER, level, sentence, (reason,), sources.SETTLING, alternative)
