"""How a session of a stage or of a level went, as far as it decides what comes next."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum

from hiproutine.advice.exertions import Exertion, of_session
from hiproutine.advice.finding import Level
from hiproutine.advice.pain.because import Because
from hiproutine.advice.pain.sessions import SessionPain
from hiproutine.advice.reactions import morning_level, morning_reason, reaction, settled_well

_ALWAYS = datetime.min.replace(tzinfo=UTC)


class Outcome(StrEnum):
    """How it went."""

    GOOD = "good"
    """Played to its end, settled well (reactions: at most 2 of 10, at most 1 above before), a good morning."""
    UNSURE = "unsure"
    """Played to its end, with some pain, a poorer morning, or an answer missing."""
    REACTED = "reacted"
    """A reaction, a limp on the way, or a morning that asks for a rest day; played to its end or not."""
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
    one = of_session(_told(session))
    if why := reaction(one):
        return Judged(session, Outcome.REACTED, why)
    morning = morning_level(one)
    if morning is Level.GENTLE:
        return Judged(session, Outcome.REACTED, _of_morning(one))
    if not session.finished:
        return Judged(session, Outcome.UNFINISHED, _words(one, "left early"))
    unsure = _unsure(session, one)
    if unsure:
        return Judged(session, Outcome.UNSURE, _words(one, unsure))
    return Judged(session, Outcome.GOOD if morning is Level.GO else Outcome.UNSURE, _of_morning(one))


def _unsure(session: SessionPain, one: Exertion) -> str:
    """Why nobody can say that it went well, before the morning is looked at; or nothing."""
    if session.after is None:
        return "no answer after it"
    if not settled_well(one):
        return f"some pain, {one.worst} at most"
    return "" if one.morning else "no answer from the morning after"


def played_order(session: SessionPain) -> tuple[object, ...]:
    """To sort by: its day, of one day what was answered first, and the id where nobody answered."""
    readings = [session.before, *session.during, session.after]
    return session.day, min((one.at for one in readings if one), default=_ALWAYS), session.id


def _told(session: SessionPain) -> SessionPain:
    last = session.after or max(session.during, key=lambda one: one.at, default=None)
    return replace(session, after=last)


def _of_morning(one: Exertion) -> Because:
    found = morning_reason(one)
    return Because((one.id, *found.ids), f"{one.day}: {found.text}")


def _words(one: Exertion, words: str) -> Because:
    readings = [one.before, *one.during, one.after]
    return Because((one.id, *(reading.id for reading in readings if reading)), f"{one.day}: {words}")
