"""A journal to look back on: a runner's summer and autumn, with a hip that slowly gets better. The same each time."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any
from uuid import UUID

from hiproutine.advice.pain.readings import Area, Feel, Moment, Reading, Side, Stiffness
from hiproutine.advice.recovery.facts import Outing, Sport
from hiproutine.journal.outings import add_outing
from hiproutine.journal.records import PAIN, IntervalRecord, Progress, SessionRecord, State
from hiproutine.journal.store import Journal
from hiproutine.paths import find_paths
from hiproutine.plan.model import Plan
from hiproutine.play.events import Outcome
from hiproutine.routine.library import Library

TODAY = datetime(2026, 11, 22, 18, 40, tzinfo=timezone(timedelta(hours=1)))
"""A Sunday."""
WEEKS = 20
ROUTINES = ("post-run-hip-stretch", "hip-core-strength", "rest-day-light-stretch", "runner-leg-strength")
ON = {0: (1, 3), 1: (0, 2, 5), 2: (1, 3, 5), 3: (0, 3)}
"""Days of the week with a session, by the week's number modulo 4."""


def write_runs(place: Path) -> None:
    """Three runs a week beside it, one of them of a length that nobody knows now and then, and a walk on Sundays."""
    days = ((1, Sport.RUN, 5.0), (3, Sport.RUN, None), (5, Sport.RUN, 12.0), (6, Sport.WALK, 4.0))
    with Journal(place, now=lambda: TODAY) as journal:
        for week in range(WEEKS):
            for number, (day, sport, far) in enumerate(days):
                at = TODAY - timedelta(days=7 * week + 6 - day, hours=9)
                metres = (8000 if week % 4 else None) if far is None else far * 1000 + 500 * week
                add_outing(journal, Outing(str(UUID(int=10**6 + 10 * week + number)), at, sport, metres, 2400.0))


class Autumn:
    """Writes the journal."""

    def __init__(self, place: Path) -> None:
        self.journal = Journal(place, now=lambda: TODAY)
        self._draw = random.Random(4)
        self._number = self._played = 0
        self._side = Side.RIGHT
        library = Library(find_paths())
        self._plans = {name: library.open(name)[0].plan for name in ROUTINES}

    def write(self) -> None:
        """Every session and every reading."""
        monday = TODAY.replace(hour=18, minute=2) - timedelta(days=TODAY.weekday(), weeks=WEEKS - 1)
        with self.journal:
            with self.journal.writing():
                pass
            self.journal._connected().execute("PRAGMA synchronous = OFF")
            for week in range(WEEKS):
                if week == 11:
                    continue  # a holiday
                for day in range(7):
                    at = monday + timedelta(weeks=week, days=day)
                    if day in ON[week % 4] and at < TODAY:
                        self._session(at, level=6 - week / 4)

    def _session(self, at: datetime, level: float) -> None:
        name = ROUTINES[self._played % len(ROUTINES)]
        self._side = Side.LEFT if self._played % 4 == 1 else Side.RIGHT
        self._played += 1
        plan = self._plans[name]
        session = self._id()
        reacted = self._draw.random() < 0.09 or at.date().isoformat() == "2026-11-14"
        early = self._played % 9 == 6
        before = self._score(level)
        after = min(10, before + 3) if reacted else max(0, before + self._draw.choice([-1, -1, 0, 1]))
        ends = tuple(self._ends(session, plan, at, len(plan.intervals) * 2 // 3 if early else len(plan.intervals)))
        active = sum(end.seconds for end in ends)
        end = at + timedelta(seconds=active + 20)
        record = SessionRecord(
            session, plan.id, plan.title, plan.load, plan.seconds, plan.steps, at, end, end,
            State.ENDED_EARLY if early else State.FINISHED,
            Progress(len(ends), 0.0, active, pauses=int(early), adjusted=20.0 if early else 0.0),
            advice="Noticeable. Today the gentle routine suits better." if before >= 3 else "",
            note="Start, and take it easier" if before >= 3 else "",
        )  # fmt: skip
        self.journal.now = lambda: end
        self.journal.begin(record, plan)
        self.journal.end(session, record.outcome, record.progress, ends)
        self._say(Moment.BEFORE, before, at - timedelta(minutes=2), session)
        if early:
            self._say(Moment.DURING, min(10, before + 2), at + timedelta(minutes=4), session)
        self._say(Moment.AFTER, after, end, session, worst=min(10, after + 1) if reacted else None, limp=False)
        if self._draw.random() < 0.85:
            morning = max(0, after - self._draw.choice([0, 1]))
            at = (at + timedelta(days=1)).replace(hour=7)
            self._say(Moment.MORNING, morning, at, session, stiffness=Stiffness.MORE if reacted else Stiffness.USUAL)

    def _ends(self, session: str, plan: Plan, at: datetime, count: int) -> Iterator[IntervalRecord]:
        for interval in plan.intervals[:count]:
            skipped = interval.kind == "work" and interval.index % 11 == 8
            yield IntervalRecord(
                session, interval.index, interval.index, interval.name, interval.side, interval.step, interval.set,
                interval.round, interval.kind, 0.0 if skipped else interval.seconds,
                Outcome.SKIPPED if skipped else Outcome.DONE, at + timedelta(seconds=interval.start),
                PAIN if skipped else "",
            )  # fmt: skip

    def _say(self, moment: Moment, score: int, at: datetime, session: str, **more: Any) -> None:
        where: dict[str, Any] = {"side": self._side, "area": Area.OUTER, "feel": Feel.ACHE} if score else {}
        self.journal.now = lambda: at
        self.journal.add_reading(Reading(self._id(), at, moment, score, session=session, **where, **more))

    def _score(self, level: float) -> int:
        return max(0, min(10, round(level + self._draw.uniform(-1.2, 1.2))))

    def _id(self) -> str:
        self._number += 1
        return str(UUID(int=self._number))
