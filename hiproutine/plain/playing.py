"""Takes a person through a session in lines: asks its questions, plays its routine, says what was done."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from time import monotonic
from typing import TYPE_CHECKING, Any

from hiproutine.course.desk import Desk
from hiproutine.course.recording import recorder_of
from hiproutine.course.whole import Course, Done, Play, Played, starting, whole
from hiproutine.course.within import Noted, Then, within
from hiproutine.cues import Chorus
from hiproutine.journal.recorder import Recorder
from hiproutine.journal.records import PAIN
from hiproutine.plain.alone import alone
from hiproutine.plain.asking import Asker, Left
from hiproutine.plain.console import Console
from hiproutine.plain.lines import EVERY, Teller
from hiproutine.plain.pressing import Pressing
from hiproutine.plain.stage import Stage
from hiproutine.plain.summary import summary
from hiproutine.plain.words import out_of
from hiproutine.player import Player
from hiproutine.questions import Question
from hiproutine.session import session_so_far

if TYPE_CHECKING:
    from hiproutine.plan import Plan
    from hiproutine.routine.loaded import Loaded


class Plain:
    """One person, one console, one session."""

    def __init__(
        self,
        console: Console,
        desk: Desk,
        *,
        speed: float = 1.0,
        every: float | None = EVERY,
        sing: Callable[[Plan], Chorus] | None = None,
        keys: Mapping[str, str] | None = None,
        clock: Callable[[], float] = monotonic,
    ) -> None:
        """`every` is how often the time left is said; `sing` makes the cues of a plan, none by itself.

        `keys` are those of `[keys]` that were changed, as Textual calls them.
        """
        self.console = console
        self.desk = desk
        self.asker = Asker(console)
        self._speed = speed
        self._every = every
        self._sing = sing or (lambda _plan: Chorus([], desk.complain))
        self._pressing = Pressing(keys)
        self._clock = clock
        self._played = False
        self._leaving = False
        """Whether ctrl+c has ended the questions."""

    def play(self, loaded: Loaded) -> bool:
        """A routine that was named; whether it was finished."""
        rehearsing = self._speed != 1.0
        if not self.console.attended:
            return self._take(alone(self.desk, loaded, rehearsal=rehearsing))
        return self._take(whole(self.desk, loaded, rehearsal=True) if rehearsing else starting(self.desk, loaded))

    def answer(self, question: Question) -> Any:
        """What the person says; after ctrl+c, that nothing more is to be asked."""
        if not self._leaving:
            try:
                return self.asker.ask(question)
            except Left:
                self._leaving = True
        return out_of(question)

    def _take(self, course: Course) -> bool:
        """Goes from one item of the course to the next."""
        answer: Any = None
        while True:
            try:
                item = course.send(answer)
            except StopIteration as end:
                return bool(end.value)
            answer = self._done_with(item)
            if self._leaving and not self._played:
                course.close()
                return False

    def _done_with(self, item: Play | Done | Question) -> Any:
        if isinstance(item, Play):
            return self._play(item)
        if isinstance(item, Done):
            for line in summary(item):
                self.console.say(line)
            return None
        return self.answer(item)

    def _play(self, item: Play) -> Played:
        """Plays it, kept in the journal as it happens."""
        first, self._played = not self._played, True
        plan, resume = item.loaded.plan, item.resume
        recorder = recorder_of(self.desk, item, rehearsal=self._speed != 1.0)
        player = Player(plan, self._sing(plan), self._clock, self._speed, recorder.take if recorder else None)
        if resume:
            player.session = session_so_far(plan, self.desk.ended(resume.session))
        teller = Teller(plan, self._every, attended=self.console.attended, keys=self._pressing)
        pains = _Pains(self, item, recorder)
        asking = pains.ask if self._speed == 1.0 else None
        stage = Stage(self.console, player, teller, item.loaded.card, asking, pressing=self._pressing)
        pains.stage = stage
        self.console.say(teller.begin())
        if self.console.attended and first:
            self.console.say(self._pressing.opening())
        try:
            stage.run((resume.index, resume.elapsed) if resume else None)
        finally:
            player.stop()
            player.close()
            if recorder:
                recorder.close()
        kept = recorder.session if recorder else None
        return Played(player.session, kept, tuple(pains.readings), pains.then)


class _Pains:
    """What is said about pain while one routine plays."""

    def __init__(self, plain: Plain, item: Play, recorder: Recorder | None) -> None:
        self.readings: list[Any] = []
        self.then = Then.GO_ON
        self.stage: Stage | None = None
        self._plain = plain
        self._item = item
        self._recorder = recorder

    def ask(self) -> bool:
        """Asks while the routine stands still; whether it ends."""
        session = self._recorder.settle() if self._recorder else None
        asking = within(self._plain.desk, self._item.loaded.plan.id, session, self._item.decision.reading)
        noted = self._noted(asking)
        if noted.reading:
            self.readings.append(noted.reading)
        if noted.then is Then.SKIP and self.stage:
            self.stage.skip()
            if self._recorder:
                self._recorder.because(PAIN)
        ends = noted.then in {Then.STOP, Then.COOL_DOWN}
        if ends:
            self.then = noted.then
        return ends

    def _noted(self, asking: Any) -> Noted:
        answer: Any = None
        while True:
            try:
                question = asking.send(answer)
            except StopIteration as end:
                found: Noted = end.value
                return found
            answer = self._plain.answer(question)
