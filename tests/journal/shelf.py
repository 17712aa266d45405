"""Records to keep, and journals to keep them in."""

from __future__ import annotations

import sqlite3
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

from hiproutine.advice.pain.readings import Moment, Reading
from hiproutine.journal.records import FlagRecord, IntervalRecord, Progress, SessionRecord, State
from hiproutine.journal.store import Journal
from hiproutine.plan.model import Plan
from hiproutine.play.events import Outcome
from tests.kills import plan_of_holds

HERE = timezone(timedelta(hours=1))
NOON = datetime(2026, 3, 11, 12, 0, tzinfo=HERE)
"""A Wednesday."""
PLAN = plan_of_holds(6, 10.0)


class Wall:
    """A clock on the wall that only tests move."""

    def __init__(self, now: datetime = NOON) -> None:
        self.now = now

    def __call__(self) -> datetime:
        """The time."""
        return self.now

    def advance(self, seconds: float) -> None:
        """Lets time pass."""
        self.now += timedelta(seconds=seconds)


def uuid_of(number: int) -> str:
    """A UUID that is the same each time."""
    return str(UUID(int=number))


def session_record(number: int = 1, at: datetime = NOON, **more: Any) -> SessionRecord:
    """A session that has just begun."""
    values: dict[str, Any] = {
        "id": uuid_of(number),
        "routine_id": "hips",
        "title": "Hips",
        "load": "low",
        "plan_seconds": 60.0,
        "steps": 6,
        "started_at": at,
        "updated_at": at,
    }
    return SessionRecord(**{**values, **more})


def interval_record(session: str, number: int = 0, **more: Any) -> IntervalRecord:
    """An interval that was done."""
    values: dict[str, Any] = {
        "session": session,
        "number": number,
        "index": number,
        "name": f"S{number}",
        "side": None,
        "step": number + 1,
        "set": 1,
        "round": 1,
        "kind": "work",
        "seconds": 10.0,
        "outcome": Outcome.DONE,
        "at": NOON,
    }
    return IntervalRecord(**{**values, **more})


def reading(score: int = 3, moment: Moment = Moment.OTHER, at: datetime = NOON, **more: Any) -> Reading:
    """A reading of its own."""
    return Reading(str(uuid4()), at, moment, score, **more)


def flag(number: int = 1, at: datetime = NOON, **more: Any) -> FlagRecord:
    """A red flag that was answered with yes."""
    values: dict[str, Any] = {"id": uuid_of(number), "at": at, "flag": "night-pain", "answer": True}
    return FlagRecord(**{**values, **more})


def keep_session(
    journal: Journal,
    record: SessionRecord,
    *ended: IntervalRecord,
    outcome: State = State.FINISHED,
    plan: Plan | None = PLAN,
    seconds: float = 60.0,
) -> None:
    """A whole session."""
    journal.begin(record, plan)
    journal.end(record.id, outcome, Progress(active_seconds=seconds), ended)


def raw(path: Path, *statements: str) -> list[Any]:
    """Statements past the journal; the rows of the last."""
    db = sqlite3.connect(path, isolation_level=None)
    try:
        rows: list[Any] = []
        for statement in statements:
            rows = db.execute(statement).fetchall()
        return rows
    finally:
        db.close()
