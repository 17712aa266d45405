"""Writes a session as it happens. Never in the player's way: what fails is said once, kept, and tried again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from uuid import uuid4

from hiproutine.events import Adjusted, Event, Events, IntervalEnded, IntervalStarted, Outcome, Paused
from hiproutine.journal.records import (
    IntervalRecord,
    Progress,
    SessionRecord,
    State,
    age,
    local_now,
)
from hiproutine.journal.resume import Resume, new_writer
from hiproutine.journal.schema import JournalError
from hiproutine.journal.store import Journal, TakenOver
from hiproutine.plan import Plan
from hiproutine.view import Phase, View

EVERY = timedelta(seconds=4)
"""How long a position stays true at most; with ticks a second apart, no more than 5 s are lost."""


class Recorder:
    """Keeps one session. Give the journal `PLAYING_PATIENCE`."""

    def __init__(
        self,
        journal: Journal,
        plan: Plan,
        report: Callable[[str], None],
        *,
        clock: Callable[[], datetime] = local_now,
        rehearsing: bool = False,
        routine_sha256: str = "",
        advice: str = "",
        note: str = "",
        resume: Resume | None = None,
    ) -> None:
        """`report` is told once why nothing can be kept; `resume` is the session this goes on with."""
        self.id = resume.session if resume else str(uuid4())
        self.kept = False
        """Whether the session is in the journal."""
        self._journal = journal
        self._plan = plan
        self._report = report
        self._clock = clock
        self._resume = resume
        self._texts = (routine_sha256, advice, note)
        self._writer = new_writer()
        self._over = rehearsing
        self._started: datetime | None = None
        self._tried: datetime | None = None
        self._failing = False
        self._reported = False
        self._due = False
        """Whether something happened that is not to be lost."""
        self._pending: list[IntervalRecord] = []
        self._number = resume.number if resume else 0
        self._last_skipped: int | None = None
        self._adjusted_here = 0.0
        before = resume.progress if resume else Progress()
        self._seconds = max(0.0, before.active_seconds - (resume.elapsed if resume else 0.0))
        """Seconds of the intervals that ended."""
        self._pauses, self._adjusted = before.pauses, before.adjusted
        self._progress = before
        self._seen: View | None = None
        """What there was to see last; folded only when it is written, since most seconds write nothing."""

    def take(self, events: Events, view: View) -> None:
        """After every command and every tick: what happened, and what there is to see. Never raises."""
        if self._over:
            return
        try:
            now = self._clock()
            for event in events:
                self._fold(event, now)
            self._seen = view
            if self._started and self._is_due(now, view.phase):
                self._write(now)
        except Exception as error:  # noqa: BLE001  # whatever the journal does, playing goes on
            self._failed(f"This session cannot be kept: {error}")

    def because(self, reason: str) -> None:
        """Why the interval that was skipped last was skipped. Never raises."""
        if self._last_skipped is None:
            return
        number = self._last_skipped
        try:
            if self._pending:
                self._write(self._clock())
            self._journal.explain(self.id, number, reason)
        except Exception as error:  # noqa: BLE001
            self._failed(str(error))

    def close(self) -> None:
        """One last try to write what could not be written, and lets go of the file. Never raises."""
        try:
            if self._started and not self._over and (self._due or self._failing):
                self._write(self._clock())
            self._journal.close()
        except Exception as error:  # noqa: BLE001
            self._failed(str(error))

    def _fold(self, event: Event, now: datetime) -> None:
        if isinstance(event, IntervalStarted) and self._started is None:
            self._started, self._due = now, True
        elif isinstance(event, Adjusted):
            self._adjusted += event.seconds
            self._adjusted_here += event.seconds
            self._due = True
        elif isinstance(event, Paused):
            self._pauses += 1
            self._due = True
        elif isinstance(event, IntervalEnded):
            self._ended(event, now)

    def _ended(self, event: IntervalEnded, now: datetime) -> None:
        interval = event.interval
        record = IntervalRecord(
            session=self.id,
            number=self._number,
            index=interval.index,
            name=interval.name,
            side=interval.side,
            step=interval.step,
            set=interval.set,
            round=interval.round,
            kind=interval.kind,
            seconds=event.seconds,
            outcome=event.outcome,
            at=now,
            adjusted=self._adjusted_here,
        )
        self._pending.append(record)
        if event.outcome is Outcome.SKIPPED:
            self._last_skipped = self._number
        self._number += 1
        self._seconds += event.seconds
        self._adjusted_here = 0.0
        self._due = True

    def _position(self, view: View) -> Progress:
        """How far it has come."""
        index, elapsed, playing = view.interval.index, view.elapsed, view.elapsed
        if view.phase.over:
            playing = 0.0
            if self._pending:
                index, elapsed = self._pending[-1].index, self._pending[-1].seconds
        return Progress(index, elapsed, self._seconds + playing, self._pauses, self._adjusted)

    def _is_due(self, now: datetime, phase: Phase) -> bool:
        waited = self._tried is None or age(self._tried, now) >= EVERY
        return waited or phase.over or (self._due and not self._failing)

    def _write(self, now: datetime) -> None:
        self._tried = now
        phase = Phase.IDLE
        if self._seen:
            self._progress, phase = self._position(self._seen), self._seen.phase
        try:
            self._enter()
            if phase.over:
                outcome = State.FINISHED if phase is Phase.FINISHED else State.ENDED_EARLY
                self._journal.end(self.id, outcome, self._progress, self._pending, writer=self._writer)
                self._over = True
            else:
                self._journal.intervals_done(self.id, self._pending, self._progress, writer=self._writer)
        except TakenOver as error:
            self._over = True
            self._failed(str(error))
        except JournalError as error:
            self._failed(f"{error} What happens now is kept as soon as that is possible.")
        else:
            self._pending = []
            self._due = self._failing = False

    def _enter(self) -> None:
        """The session's own row, before the first of anything else."""
        if self.kept:
            return
        if self._resume:
            self._journal.take_over(self.id, self._writer)
        else:
            self._journal.begin(self._record(), self._plan, writer=self._writer)
        self.kept = True

    def _record(self) -> SessionRecord:
        started = self._started or self._clock()
        sha256, advice, note = self._texts
        return SessionRecord(
            id=self.id,
            routine_id=self._plan.id,
            title=self._plan.title,
            load=self._plan.load,
            plan_seconds=self._plan.seconds,
            steps=self._plan.steps,
            started_at=started,
            updated_at=started,
            routine_sha256=sha256,
            advice=advice,
            note=note,
        )

    def _failed(self, sentence: str) -> None:
        self._failing = True
        if not self._reported:
            self._reported = True
            self._report(sentence)
