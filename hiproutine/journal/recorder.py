"""Follows a session as it happens, and has it written. Never in the player's way: what fails is said once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from concurrent.futures import Executor
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

from hiproutine.clock import local_now
from hiproutine.journal.records import IntervalRecord, Progress, SessionRecord, State, age
from hiproutine.journal.resume import Resume, new_writer
from hiproutine.journal.session_writer import Entry, Open, Reason, Scribe
from hiproutine.plan.model import Plan
from hiproutine.play.events import Adjusted, Event, Events, IntervalEnded, IntervalStarted, Outcome, Paused
from hiproutine.play.session import session_so_far
from hiproutine.play.view import Phase, View
from hiproutine.play.work_done import EndedInRound

if TYPE_CHECKING:
    from hiproutine.advice.pain.readings import Reading
    from hiproutine.journal.store import Journal

EVERY = timedelta(seconds=4)
"""How long a position stays true at most; with ticks a second apart, no more than 5 s are lost."""


class Recorder:
    """Follows one session. Nothing here raises, and nothing but `settle` and `close` waits for the disk."""

    def __init__(
        self,
        journal: Open,
        plan: Plan,
        report: Callable[[str], None],
        *,
        hand: Executor,
        clock: Callable[[], datetime] = local_now,
        routine_sha256: str = "",
        advice: str = "",
        note: str = "",
        cut: str = "",
        resume: Resume | None = None,
        before: Reading | None = None,
        earlier: Iterable[EndedInRound] = (),
    ) -> None:
        """`report` is told once why nothing can be kept; `resume` is the session this goes on with, `earlier` its ends.

        What `journal` opens and `hand`, which does that and writes in it, belong to the recorder from now on; so does
        the reading from `before` the session, once that has begun.
        """
        self.id = resume.session if resume else str(uuid4())
        self._plan = plan
        self._report = report
        self._clock = clock
        self._resume = resume
        self._texts = (routine_sha256, advice, note, cut)
        self._writer = new_writer()
        self._scribe = Scribe(journal, self._enter, self.id, self._writer, hand)
        self._scribe.belongs = before
        self._work = session_so_far(plan, earlier)
        self._over = False
        self._started: datetime | None = None
        self._told: datetime | None = None
        self._reported = False
        self._due = False
        """Whether something happened that is not to be lost."""
        self._ends: list[IntervalRecord] = []
        self._number = resume.number if resume else 0
        self._last_skipped: int | None = None
        self._adjusted_here = 0.0
        done = resume.progress if resume else Progress()
        self._seconds = max(0.0, done.active_seconds - (resume.elapsed if resume else 0.0))
        """Seconds of the intervals that ended."""
        self._pauses, self._adjusted = done.pauses, done.adjusted

    @property
    def session(self) -> str | None:
        """Its id, as soon as it is in the journal."""
        return self.id if self._scribe.kept else None

    def take(self, events: Events, view: View) -> None:
        """Keeps what happened and what there is to see: to be called after every command and every tick."""
        if not self._over and not self._scribe.over:
            now = self._clock()
            for event in events:
                self._fold(event, now)
            if self._started and self._is_due(now, view.phase):
                self._tell(now, view)
        self._listen()

    def because(self, reason: str) -> None:
        """Why the interval that was skipped last was skipped."""
        if self._last_skipped is not None:
            self._scribe.tell(Reason(self._clock(), self._last_skipped, reason))

    def settle(self) -> str | None:
        """Waits until all that happened so far is written, or cannot be; gives `session`."""
        self._scribe.settle()
        self._listen()
        return self.session

    def close(self) -> None:
        """Waits for one last try to write what could not be written, and lets go of the file."""
        self._scribe.close()
        self._listen()

    def _listen(self) -> None:
        if self._scribe.trouble and not self._reported:
            self._reported = True
            self._report(self._scribe.trouble)

    def _fold(self, event: Event, now: datetime) -> None:
        self._work.take(event)
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
            self._note_end(event, now)

    def _note_end(self, event: IntervalEnded, now: datetime) -> None:
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
            lap=interval.lap,
        )
        self._ends.append(record)
        if event.outcome is Outcome.SKIPPED:
            self._last_skipped = self._number
        self._number += 1
        self._seconds += event.seconds
        self._adjusted_here = 0.0
        self._due = True

    def _is_due(self, now: datetime, phase: Phase) -> bool:
        return self._due or phase.over or self._told is None or age(self._told, now) >= EVERY

    def _tell(self, now: datetime, view: View) -> None:
        state = State.ACTIVE
        if view.phase.over:
            state = State.FINISHED if self._work.finished else State.ENDED_EARLY
            self._over = True
        self._scribe.tell(Entry(now, self._position(view), state, tuple(self._ends)))
        self._told, self._ends, self._due = now, [], False

    def _position(self, view: View) -> Progress:
        """How far it has come."""
        index, elapsed, playing, lap = view.interval.index, view.elapsed, view.elapsed, view.interval.lap
        if view.phase.over:
            playing = 0.0
            if self._ends:
                index, elapsed, lap = self._ends[-1].index, self._ends[-1].seconds, self._ends[-1].lap
        share = self._work.share if view.phase.over else self._work.share_with(view.interval, view.elapsed)
        seconds, rounds = self._seconds + playing, self._work.rounds_done
        return Progress(index, elapsed, seconds, self._pauses, self._adjusted, share, lap, rounds)

    def _enter(self, journal: Journal) -> None:
        """The session's own row, before the first of anything else."""
        if self._resume:
            journal.take_over(self.id, self._writer)
        else:
            journal.begin(self._record(), self._plan, writer=self._writer)

    def _record(self) -> SessionRecord:
        started = self._started or self._clock()
        sha256, advice, note, cut = self._texts
        return SessionRecord(
            id=self.id,
            routine_id=self._plan.id,
            title=self._plan.titled,
            load=self._plan.load,
            plan_seconds=self._plan.seconds,
            steps=self._plan.steps,
            started_at=started,
            updated_at=started,
            routine_sha256=sha256,
            advice=advice,
            note=note,
            cut=cut,
            week=self._plan.week or None,
        )
