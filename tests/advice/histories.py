"""Made-up histories: answers, runs, sessions, signs, onsets, gaps, doubled and future moments, time zones."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta, timezone, tzinfo

from hypothesis import strategies as st

from hiproutine.advice.facts import Facts
from hiproutine.advice.pain.days import day_of
from hiproutine.advice.pain.flags import FLAGS
from hiproutine.advice.pain.readings import Area, Feel, Moment, Reading, Side, Stiffness
from hiproutine.advice.pain.red_flags import Screen, Standing
from hiproutine.advice.pain.sessions import SessionPain
from hiproutine.advice.recovery.facts import Onset, Outing, Sport
from tests.advice.routines import LOADS

NOW = datetime(2026, 5, 20, 12, tzinfo=UTC)
HOURS = st.integers(0, 24 * 100) | st.integers(0, 24 * 4) | st.integers(0, 30)
"""Before now: long ago, lately and just now."""
AHEAD = st.sampled_from([-60, -20, -1])
MAYBE = st.none() | st.booleans()
ZONES = st.sampled_from([UTC, timezone(timedelta(hours=12)), timezone(timedelta(hours=-9))])


@dataclass(frozen=True)
class History:
    """What is known, by the clock of a zone."""

    facts: Facts
    zone: tzinfo


def moments() -> st.SearchStrategy[datetime]:
    """Mostly past; now and then from a clock that was ahead."""
    hours = st.one_of(HOURS, HOURS, HOURS, AHEAD)
    return st.builds(lambda h, m: NOW - timedelta(hours=h, minutes=m), hours, st.sampled_from([0, 7, 30, 59]))


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    """Answers of every moment but those that belong to a session."""
    return Reading(
        f"r{draw(st.uuids())}",
        draw(moments()),
        draw(st.sampled_from(Moment)),
        draw(st.integers(0, 10) | st.integers(0, 3)),
        draw(st.none() | st.integers(0, 10)),
        draw(st.none() | st.sampled_from(Side)),
        draw(st.none() | st.sampled_from(Area)),
        draw(st.none() | st.none() | st.sampled_from(Feel)),
        draw(st.none() | MAYBE),
        draw(st.none() | st.sampled_from(Stiffness)),
        masked=draw(st.none() | MAYBE),
        on_impact=draw(st.none() | MAYBE),
    )


@st.composite
def sessions(draw: st.DrawFn, zone: tzinfo) -> SessionPain:
    """A session of one of the program's routines, with some answers about it."""
    name = f"s{draw(st.uuids())}"
    routine = draw(st.sampled_from(sorted(LOADS)))
    end = draw(moments())

    def told(moment: Moment, minutes: int) -> Reading | None:
        score = draw(st.none() | st.integers(0, 10) | st.integers(0, 2))
        at = end + timedelta(minutes=minutes)
        limp = draw(st.none() | MAYBE) if moment is not Moment.BEFORE else None
        return None if score is None else Reading(f"{name}{moment}", at, moment, score, session=name, limp=limp)

    on_the_way = told(Moment.DURING, -5)
    return SessionPain(
        name, routine, LOADS[routine], day_of(end, zone), told(Moment.BEFORE, -20), told(Moment.AFTER, 1),
        during=(on_the_way,) if on_the_way else (), finished=draw(st.booleans()), title=routine.title(), ended=end,
        share=draw(st.sampled_from([1.0, 0.1])),
    )  # fmt: skip


def outings() -> st.SearchStrategy[Outing]:
    """Runs and other activities, with and without distance and pain; none of 400 km is unheard of."""
    kilometres = st.none() | st.sampled_from([0.0, 3000.0, 5000.0, 5500.0, 7000.0, 11_000.0, 400_000.0])
    pain = st.none() | st.integers(0, 10) | st.integers(0, 2)
    sport = st.one_of(st.just(Sport.RUN), st.just(Sport.WALK), st.sampled_from(Sport))
    name = st.uuids().map(lambda one: f"o{one}")
    seconds = st.none() | st.sampled_from([600.0, 1800.0, 3600.0])
    return st.builds(Outing, name, moments(), sport, kilometres, seconds, st.none(), pain)


@st.composite
def onsets(draw: st.DrawFn) -> Onset:
    """When a pain began; now and then over before it began."""
    at = draw(moments())
    over = draw(st.none() | st.sampled_from([at + timedelta(days=3), at - timedelta(days=1)]))
    return Onset(f"b{draw(st.uuids())}", at, over)


@st.composite
def histories(draw: st.DrawFn) -> History:
    """Everything that may be in a journal."""
    zone = draw(ZONES)
    done = draw(st.lists(sessions(zone), max_size=6))
    told = draw(st.lists(readings(), max_size=10))
    if draw(st.booleans()):
        told += [replace(one, id=f"{one.id}again") for one in told[:3]]
    of_sessions = [one for s in done for one in (s.before, *s.during, s.after) if one]
    signs = draw(st.none() | st.none() | st.lists(st.sampled_from(FLAGS), min_size=1, max_size=2, unique=True))
    asked = draw(st.none() | moments())
    return History(
        Facts(
            readings=tuple(sorted([*told, *of_sessions], key=lambda one: (one.at, one.id))),
            sessions=tuple(done),
            outings=tuple(draw(st.lists(outings(), max_size=10))),
            onsets=tuple(draw(st.lists(onsets(), max_size=2))),
            ices=tuple(draw(st.lists(moments(), max_size=2))),
            signs=tuple(Standing(flag, "screen", day_of(NOW, zone)) for flag in signs or ()),
            screens=(Screen("screen", asked),) if asked else (),
            landing_settled=tuple(draw(st.lists(moments(), max_size=1))),
            unread=draw(st.sampled_from(["", "", "", "", "", "", "", "The journal is locked."])),
        ),
        zone,
    )
