"""Readings and sessions in few words."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import uuid4

from hypothesis import strategies as st

from hiproutine.advice.pain.readings import Area, Feel, Moment, Reading, Side, Stiffness
from hiproutine.advice.pain.sessions import Load, SessionPain

NOON = datetime(2026, 5, 20, 12, tzinfo=UTC)
TODAY = date(2026, 5, 20)
SCORES = st.integers(0, 10)
MAYBE = st.none() | SCORES


def said(score: int, moment: Moment = Moment.BEFORE, at: datetime = NOON, **more: Any) -> Reading:
    """One answer."""
    return Reading(id=str(uuid4()), at=at, moment=moment, score=score, **more)


def days_ago(score: int, days: int, moment: Moment = Moment.BEFORE) -> Reading:
    """One answer at noon, so many days before today."""
    return said(score, moment, NOON - timedelta(days=days))


def session(days: int = 1, routine: str = "cool-down", load: Load = Load.LOW, **more: Any) -> SessionPain:
    """One session, so many days before today."""
    return SessionPain(str(uuid4()), routine, load, TODAY - timedelta(days=days), **more)


def reacted(days: int, **more: Any) -> SessionPain:
    """One session after which pain was up by 2."""
    return session(days, before=days_ago(1, days), after=days_ago(3, days, Moment.AFTER), **more)


@st.composite
def readings(draw: st.DrawFn, moment: Moment = Moment.BEFORE) -> Reading:
    """Answers of every kind."""
    return said(
        draw(SCORES),
        moment,
        NOON + timedelta(minutes=draw(st.integers(0, 300))),
        worst=draw(MAYBE),
        side=draw(st.none() | st.sampled_from(Side)),
        area=draw(st.none() | st.sampled_from(Area)),
        feel=draw(st.none() | st.sampled_from(Feel)),
        limp=draw(st.none() | st.booleans()),
        stiffness=draw(st.none() | st.sampled_from(Stiffness)),
        masked=draw(st.none() | st.booleans()),
    )


@st.composite
def sessions(draw: st.DrawFn) -> SessionPain:
    """Sessions of the last weeks."""
    return session(
        draw(st.integers(0, 20)),
        draw(st.sampled_from(["return-to-run", "hip-core-strength", "cool-down"])),
        draw(st.sampled_from(Load)),
        before=draw(st.none() | readings()),
        after=draw(st.none() | readings(Moment.AFTER)),
        later=draw(st.none() | readings(Moment.OTHER)),
        morning=draw(st.none() | readings(Moment.MORNING)),
        during=tuple(draw(st.lists(readings(Moment.DURING), max_size=2))),
    )
