"""Outings and sessions in few words."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import uuid4

from hypothesis import strategies as st

from hiproutine.advice.coming_back.entry import Entry
from hiproutine.advice.coming_back.outcomes import Outcome
from hiproutine.advice.coming_back.stages import Proposal, proposal
from hiproutine.advice.pain.readings import Moment
from hiproutine.advice.pain.sessions import Load, SessionPain
from hiproutine.advice.recovery.facts import Outing, Sport
from tests.advice.pain.answers import NOON, TODAY, days_ago, said, session

HOWS = ("good", "sore", "stiff", "silent", "reacted", "limped", "bad morning", "left", "left in pain")
"""Ways in which a session goes."""
OUTCOMES = dict(
    zip(
        HOWS,
        [Outcome.GOOD, *[Outcome.UNSURE] * 3, *[Outcome.REACTED] * 3, Outcome.UNFINISHED, Outcome.REACTED],
        strict=True,
    )
)
"""What each comes to."""


def run(days: int, km: float | None, sport: Sport = Sport.RUN, **more: Any) -> Outing:
    """An outing that ended at noon, so many days before today."""
    metres = None if km is None else km * 1000
    return Outing(str(uuid4()), NOON - timedelta(days=days), sport, metres, **more)


def at(moment: datetime, km: float = 5) -> Outing:
    """A run that ended then."""
    return Outing(str(uuid4()), moment, metres=km * 1000)


def day(days: int) -> date:
    """So many days before today."""
    return TODAY - timedelta(days=days)


def went(how: str, days: int, routine: str, load: Load = Load.HIGH) -> SessionPain:
    """A session that went like this, so many days before today."""
    after, morning = (days_ago(1, days, moment) for moment in (Moment.AFTER, Moment.MORNING))
    calm: dict[str, Any] = {"before": days_ago(1, days), "after": after, "morning": morning}
    worse: dict[str, dict[str, Any]] = {
        "good": {},
        "sore": {"after": days_ago(2, days, Moment.AFTER), "during": (days_ago(4, days, Moment.DURING),)},
        "stiff": {"morning": days_ago(2, days, Moment.MORNING)},
        "silent": {"morning": None},
        "reacted": {"after": days_ago(3, days, Moment.AFTER)},
        "limped": {"during": (said(1, Moment.DURING, NOON - timedelta(days=days), limp=True),)},
        "bad morning": {"morning": days_ago(3, days, Moment.MORNING)},
        "left": {"after": None, "morning": None, "finished": False},
        "left in pain": {
            "after": None, "morning": None, "finished": False, "during": (days_ago(6, days, Moment.DURING),),
        },
    }  # fmt: skip
    return session(days, routine, load, **{**calm, **worse[how]})


def histories(routines: list[str]) -> st.SearchStrategy[list[SessionPain]]:
    """Sessions of the last months, in any order, no two at one moment."""
    one = st.tuples(st.sampled_from(HOWS), st.integers(0, 80), st.sampled_from(routines))
    return st.lists(one, max_size=14, unique_by=lambda told: told[1]).map(
        lambda told: [went(how, days, routine) for how, days, routine in told]
    )


Notice = list[tuple[int, str]]
"""Stages and how they went, oldest first."""
UNKNOWN = Entry()


def played(told: Notice, last: int = 2) -> list[SessionPain]:
    """Sessions two days apart, the last so many days before today."""
    ages = [last + 2 * number for number in range(len(told))][::-1]
    return [went(how, age, f"return-to-run-{stage}") for age, (stage, how) in zip(ages, told, strict=True)]


def after(told: Notice, last: int = 2, entry: Entry = UNKNOWN) -> Proposal:
    """What comes next."""
    return proposal(played(told, last), entry, NOON, UTC)


def well(*stages: int) -> Notice:
    """Each stage twice, and well."""
    return [(stage, "good") for stage in stages for _ in range(2)]
