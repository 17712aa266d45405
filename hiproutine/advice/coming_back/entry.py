"""What is known today, and what is asked for before the first stage of coming back to running."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from hiproutine.advice.coming_back import sources
from hiproutine.advice.exertions import Exertion
from hiproutine.advice.pain.bands import Band
from hiproutine.advice.pain.because import Because
from hiproutine.advice.reactions import calm_morning
from hiproutine.advice.recovery.facts import Outing, Sport
from hiproutine.advice.sore_places import SIGNS_END
from hiproutine.advice.studies import SIGNS

WALK_SECONDS, WALK_DAYS = 1800, 14
"""A walk of 30 minutes (drblakeshealingsole.com, sports-injury-physio.com), in so many days that end today (ours)."""
NO_WALK = Because((), f"no walk of 30 minutes is noted in the last {WALK_DAYS} days")
SORE_ENDS = "with 24 hours at 2 or less, or a morning of that after it"


@dataclass(frozen=True, slots=True)
class Entry:
    """What is known today."""

    signs: tuple[Because, ...] = ()
    """The warning signs that stand."""
    signs_end: str = SIGNS_END
    """What ends them."""
    now: int | None = None
    """Pain, 0 to 10; None where nobody said."""
    worst24: int | None = None
    sore: Because | None = None
    """The answer with the highest of these."""
    walk: Because | None = None
    """The walk that counts; None without one."""
    no_walk: Because = NO_WALK
    """Why no walk counts, where none does."""

    @property
    def pain(self) -> int:
        """The highest that is known."""
        return max(self.now or 0, self.worst24 or 0)

    @property
    def soreness(self) -> tuple[Because, ...]:
        """The answer with the highest, or its score."""
        return (self.sore or Because((), f"pain {self.pain} in the last 24 hours"),)


@dataclass(frozen=True, slots=True)
class Missing:
    """What stands against running."""

    words: str
    because: tuple[Because, ...]
    ends: str
    source: str = sources.ENTRY


def missing(entry: Entry, *, started: bool) -> Missing | None:
    """What stands against running, or nothing. Once under way, only warning signs do; a sore day is a day of rest."""
    if entry.signs:
        words = "something in your answers is worth having looked at before you run"
        return Missing(words, entry.signs, entry.signs_end, str(SIGNS))
    if started:
        return None
    if entry.now is None:
        silent = Because((), "nothing was noted in the last 24 hours")
        return Missing("note how the hip feels today first", (silent,), "with an answer of today")
    if entry.pain >= Band.MIDDLE:
        words = f"pain was at {entry.pain} in the last 24 hours, and 2 or less is a kinder start"
        return Missing(words, entry.soreness, SORE_ENDS)
    if entry.walk is None:
        words = "consider a brisk walk of 30 minutes first, note it with its pain, and answer the morning after it"
        return Missing(words, (entry.no_walk,), "with such a walk at 2 or less, and its morning as usual")
    return None


def brisk_walk(done: Iterable[Exertion], outings: Iterable[Outing], today: date) -> Because | None:
    """The last walk of 30 minutes at 2 or less of the 14 days that end today whose morning after was as usual.

    A walk about whose pain nothing was said does not count, and neither does one without an answered morning.
    """
    found = [one for one in _walks(done, outings, today) if not _lacks(one)]
    return _reason(found[-1], f"pain {found[-1].worst}, its morning as usual") if found else None


def why_no_walk(done: Iterable[Exertion], outings: Iterable[Outing], today: date) -> Because:
    """What the last walk of 30 minutes lacks; that there was none."""
    found = _walks(done, outings, today)
    return _reason(found[-1], _lacks(found[-1])) if found else NO_WALK


def _walks(done: Iterable[Exertion], outings: Iterable[Outing], today: date) -> list[Exertion]:
    long = {one.id for one in outings if one.sport is Sport.WALK and (one.seconds or 0) >= WALK_SECONDS}
    return [one for one in done if one.id in long and 0 <= (today - one.day).days < WALK_DAYS]


def _lacks(walk: Exertion) -> str:
    """What keeps a walk from counting, or nothing."""
    if not walk.during:
        return "how it hurt was not said"
    if walk.worst >= Band.MIDDLE:
        return f"pain {walk.worst}"
    if walk.morning is None:
        return "its morning is not answered"
    return "" if calm_morning(walk) else "its morning was poorer"


def _reason(walk: Exertion, words: str) -> Because:
    ids = (walk.id, *(one.id for one in (walk.morning,) if one))
    return Because(ids, f"the walk on {walk.day}, {words}")
