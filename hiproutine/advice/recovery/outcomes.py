"""How a session of a stage or of a level went, as far as it decides what comes next."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum

from hiproutine.advice.pain.advice import Advice, Because, Level
from hiproutine.advice.pain.after import after, reaction
from hiproutine.advice.pain.morning import good_morning, next_morning
from hiproutine.advice.pain.sessions import SessionPain

_ALWAYS = datetime.min.replace(tzinfo=UTC)


class Outcome(StrEnum):
    """How it went."""

    GOOD = "good"
    """Played to its end, settled well (pain.after: at most 2 of 10, at most 1 above before), a good morning."""
    UNSURE = "unsure"
    """Played to its end, with some pain, a poorer morning, or an answer missing."""
    REACTED = "reacted"
    """A reaction (pain.after), a limp on the way, or a morning that asks for a rest day; played to its end or not."""
    UNFINISHED = "unfinished"
    """Left early and nothing bad noted: it says nothing."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A session, how it went, and what that rests on."""

    session: SessionPain
    outcome: Outcome
    because: Because


def judged(session: SessionPain) -> Judged:
    """How it went. Where nobody answered after it, the last answer on the way stands for the one after it."""
    told = _told(session)
    bad = reaction(told) or _morning(session, Level.REST_INSTEAD)
    if bad:
        return Judged(session, Outcome.REACTED, _of(session, bad))
    if not session.finished:
        return Judged(session, Outcome.UNFINISHED, _words(session, "left early"))
    if session.after is None:
        return Judged(session, Outcome.UNSURE, _words(session, "no answer after it"))
    how = after(session.before, session.after, session.during)
    unsure = (how if how.level is not Level.GO else None) or _morning(session, Level.GO_WATCHING)
    if unsure:
        return Judged(session, Outcome.UNSURE, _of(session, unsure))
    if not good_morning(session):
        return Judged(session, Outcome.UNSURE, _words(session, "no answer from the morning after"))
    return Judged(session, Outcome.GOOD, _of(session, how))


def played_order(session: SessionPain) -> tuple[object, ...]:
    """To sort by: its day, of one day what was answered first, and the id where nobody answered."""
    readings = [session.before, *session.during, session.after]
    return session.day, min((one.at for one in readings if one), default=_ALWAYS), session.id


def _told(session: SessionPain) -> SessionPain:
    last = session.after or max(session.during, key=lambda one: one.at, default=None)
    if last and any(one.limp for one in session.during):
        last = replace(last, limp=True)
    return replace(session, after=last)


def _morning(session: SessionPain, level: Level) -> Advice | None:
    if session.morning is None:
        return None
    advice = next_morning(session.before, session.morning)
    return advice if advice.level is level else None


def _of(session: SessionPain, advice: Advice) -> Because:
    ids = tuple(reading for reason in advice.because for reading in reason.ids)
    return Because((session.id, *ids), f"{session.day}: {', '.join(reason.text for reason in advice.because)}")


def _words(session: SessionPain, words: str) -> Because:
    return Because((session.id,), f"{session.day}: {words}")
