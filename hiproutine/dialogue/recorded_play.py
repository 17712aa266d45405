"""One playing of a routine: its player, what keeps it, and what is said about pain meanwhile."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from hiproutine.cues import Chorus
from hiproutine.dialogue.context import Context
from hiproutine.dialogue.course import Play, Played, Then
from hiproutine.plan.model import Plan
from hiproutine.play.player import Player
from hiproutine.play.rounds_run import RoundsRun
from hiproutine.play.session import session_so_far

if TYPE_CHECKING:
    from hiproutine.advice.pain.readings import Reading
    from hiproutine.dialogue.during import Noted
    from hiproutine.dialogue.questions import Asking
    from hiproutine.journal.recorder import Recorder
    from hiproutine.journal.records import IntervalRecord
    from hiproutine.journal.resume import Resume
    from hiproutine.journal.store import Journal
    from hiproutine.play.events import Events
    from hiproutine.play.view import View


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
        stands: bool = True,
    ) -> None:
        """`speed` other than 1 is a rehearsal. What does not stand on the screen yet is kept from `stand` on, or as
        soon as more happens than its beginning."""
        plan, resume = item.loaded.plan, item.resume
        self._desk = context
        self._item = item
        self._earlier = earlier = context.ended(resume.session) if resume else ()
        self._journal_file = context.journal_file if speed == 1.0 else None
        self._recorder: Recorder | None = None
        self._untold: list[tuple[Events, View]] = []
        """What happened before there was a recorder."""
        spent, rounds = _spent(earlier, resume), _rounds(plan, earlier, resume)
        self.player = Player(plan, cues, clock, speed, self._hear, spent=spent, rounds=rounds)
        self.start: tuple[int, float] | None = None
        """An interval to go on at, and seconds into it."""
        if resume:
            self.start = resume.index, resume.elapsed
            self.player.session = session_so_far(plan, earlier)
        self._readings: list[Reading] = []
        self._then = Then.GO_ON
        if stands:
            self.stand()

    def stand(self) -> None:
        """It stands on the screen: what keeps it is loaded after that, in 10 ms, and learns what happened so far."""
        if self._recorder is None and self._journal_file:
            self._recorder = _recorder(self._journal_file, self._desk, self._item, self._earlier)
            for events, view in self._untold:
                self._recorder.take(events, view)

    def _kept_by(self) -> Recorder | None:
        self.stand()
        return self._recorder

    def _hear(self, events: Events, view: View) -> None:
        if self._recorder is None and not self._untold:
            self._untold.append((events, view))
        elif recorder := self._kept_by():
            recorder.take(events, view)

    def pain(self) -> Asking[Noted]:
        """What is asked at the key for pain, while everything stands still."""
        from hiproutine.advice.pain.sessions import Load
        from hiproutine.dialogue.during import within

        recorder = self._kept_by()
        session = recorder.settle() if recorder else None
        plan = self._item.loaded.plan
        return within(self._desk, plan.id, session, self._item.decision.reading, Load(plan.load))

    def ends_by(self, noted: Noted, skip: Callable[[], object]) -> bool:
        """Whether what was said about pain ends the session; if only the step, `skip` goes on to what follows."""
        if noted.reading:
            self._readings.append(noted.reading)
        if noted.then is Then.SKIP:
            from hiproutine.journal.records import PAIN

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
        recorder = self._kept_by()
        return recorder is not None and recorder.settle() is not None

    def leave_for_later(self) -> Played:
        """Stops here without an end; the session can be gone on with for four hours."""
        self.player.pause()
        self.release()
        kept = self._recorder.session if self._recorder else None
        return Played(self.player.session, kept, tuple(self._readings), Then.LATER)

    def release(self) -> None:
        """Lets go of cues and journal as it stands: what did not end can be gone on with."""
        self.player.close()
        if recorder := self._kept_by():
            recorder.close()


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


def _recorder(path: Path, context: Context, item: Play, earlier: tuple[IntervalRecord, ...]) -> Recorder:
    from concurrent.futures import ThreadPoolExecutor

    from hiproutine.journal.recorder import Recorder

    before = item.decision.reading
    return Recorder(
        lambda now: _journal(path, now),
        item.loaded.plan,
        context.complain,
        hand=ThreadPoolExecutor(1, "journal"),
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
