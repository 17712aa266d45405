"""One playing of a routine: its player, what keeps it, and what is said about pain meanwhile."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from concurrent.futures import Executor, ThreadPoolExecutor
from datetime import datetime
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from hiproutine.cues import Chorus
from hiproutine.dialogue.context import Context
from hiproutine.dialogue.course import Play, Played, Then
from hiproutine.journal.recorder import Recorder
from hiproutine.journal.records import PAIN, IntervalRecord
from hiproutine.journal.resume import Resume
from hiproutine.plan.model import Plan
from hiproutine.play.player import Player
from hiproutine.play.rounds_run import RoundsRun
from hiproutine.play.session import session_so_far

if TYPE_CHECKING:
    from hiproutine.advice.pain.readings import Reading
    from hiproutine.dialogue.during import Noted
    from hiproutine.dialogue.questions import Asking
    from hiproutine.journal.store import Journal


class RecordedPlay:
    """What is played is kept as it happens, in the context's journal if there is one; a rehearsal is not."""

    def __init__(
        self,
        context: Context,
        item: Play,
        cues: Chorus,
        clock: Callable[[], float],
        speed: float = 1.0,
        *,
        stands: Event | None = None,
    ) -> None:
        """`speed` other than 1 is a rehearsal. Nothing is written before what is played `stands` on a screen."""
        plan, resume = item.loaded.plan, item.resume
        self._desk = context
        self._item = item
        earlier = context.ended(resume.session) if resume else ()
        self._stands = stands
        self._recorder = None if speed != 1.0 else _recorder(context, item, earlier, stands)
        heard = self._recorder.take if self._recorder else None
        spent, rounds = _spent(earlier, resume), _rounds(plan, earlier, resume)
        self.player = Player(plan, cues, clock, speed, heard, spent=spent, rounds=rounds)
        self.start: tuple[int, float] | None = None
        """An interval to go on at, and seconds into it."""
        if resume:
            self.start = resume.index, resume.elapsed
            self.player.session = session_so_far(plan, earlier)
        self._readings: list[Reading] = []
        self._then = Then.GO_ON

    def pain(self) -> Asking[Noted]:
        """What is asked at the key for pain, while everything stands still."""
        from hiproutine.advice.pain.sessions import Load
        from hiproutine.dialogue.during import within

        session = self._recorder.settle() if self._recorder else None
        plan = self._item.loaded.plan
        return within(self._desk, plan.id, session, self._item.decision.reading, Load(plan.load))

    def ends_by(self, noted: Noted, skip: Callable[[], object]) -> bool:
        """Whether what was said about pain ends the session; if only the step, `skip` goes on to what follows."""
        if noted.reading:
            self._readings.append(noted.reading)
        if noted.then is Then.SKIP:
            skip()
            if self._recorder:
                self._recorder.because(PAIN)
        if noted.then not in {Then.STOP, Then.COOL_DOWN}:
            return False
        self._then = noted.then
        return True

    def close(self) -> Played:
        """Ends what still plays, waits until all is written, and gives what was played."""
        self.player.stop()
        self.release()
        kept = self._recorder.session if self._recorder else None
        return Played(self.player.session, kept, tuple(self._readings), self._then)

    @property
    def can_wait(self) -> bool:
        """Whether it is kept, so that it can be gone on with later."""
        return self._recorder is not None and self._recorder.settle() is not None

    def leave_for_later(self) -> Played:
        """Stops here without an end; the session can be gone on with for four hours."""
        self.player.pause()
        self.release()
        kept = self._recorder.session if self._recorder else None
        return Played(self.player.session, kept, tuple(self._readings), Then.LATER)

    def release(self) -> None:
        """Lets go of cues and journal as it stands: what did not end can be gone on with."""
        self.player.close()
        if self._stands:
            self._stands.set()
        if self._recorder:
            self._recorder.close()


def _spent(ended: Iterable[IntervalRecord], resume: Resume | None) -> dict[int, float]:
    """Seconds that were played of intervals before a session was cut short; what is gone on with is not among them."""
    found: dict[int, float] = defaultdict(float)
    for one in ended:
        found[one.index] += one.seconds
    if resume:
        found[resume.index] += max(0.0, resume.progress.elapsed - resume.elapsed)
    return dict(found)


def _rounds(plan: Plan, ended: Iterable[IntervalRecord], resume: Resume | None) -> RoundsRun | None:
    """How far rounds without a number came before a session was cut short, with what is gone on with left out."""
    if resume is None:
        return None
    rounds = session_so_far(plan, ended).rounds
    rounds.go_on(resume.index, resume.progress.lap, max(0.0, resume.progress.elapsed - resume.elapsed))
    return rounds


SOON = 1.0
"""Seconds after which it is written whether it stands there or not. Ours, and less than what may be lost."""


def _hand(stands: Event | None) -> Executor:
    """What writes. Opening a journal takes 40 ms of the interpreter, and the first picture comes first."""
    hand = ThreadPoolExecutor(1, "journal")
    if stands:
        hand.submit(stands.wait, SOON)
    return hand


def _recorder(
    context: Context, item: Play, earlier: tuple[IntervalRecord, ...], stands: Event | None
) -> Recorder | None:
    path = context.journal_file
    if path is None:
        return None
    before = item.decision.reading
    return Recorder(
        lambda now: _journal(path, now),
        item.loaded.plan,
        context.complain,
        hand=_hand(stands),
        advice=item.decision.advice,
        note=item.decision.note,
        cut=item.decision.cut,
        resume=item.resume,
        before=before if before and before.session is None else None,
        clock=context.now,
        earlier=earlier,
    )


def _journal(path: Path, now: Callable[[], datetime]) -> Journal:
    """The journal to write in; loaded by who writes it, once the player stands there."""
    from hiproutine.journal.store import PLAYING_PATIENCE, Journal

    return Journal(path, now=now, once_open=PLAYING_PATIENCE)
