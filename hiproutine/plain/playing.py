"""Takes a person through a session in lines: asks its questions, plays its routine, says what was done."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from hiproutine.clock import counting_sleep
from hiproutine.cues import COUNTED_DOWN, Chorus
from hiproutine.dialogue.context import Context
from hiproutine.dialogue.course import Done, Play, Played
from hiproutine.dialogue.during import Noted
from hiproutine.dialogue.questions import Asking, Question
from hiproutine.dialogue.recorded_play import RecordedPlay
from hiproutine.dialogue.session import Course, session_dialogue, start_dialogue
from hiproutine.plain.asking import Asker, Left
from hiproutine.plain.console import Console, Gone
from hiproutine.plain.lines import EVERY, Teller
from hiproutine.plain.pressing import Pressing
from hiproutine.plain.stage import Stage
from hiproutine.plain.summary import summary
from hiproutine.plain.taking_back import TakingBack
from hiproutine.plain.unattended import unattended_session
from hiproutine.plain.words import leaving_answer

if TYPE_CHECKING:
    from hiproutine.plan.model import Plan
    from hiproutine.routine.loaded import Loaded


class Plain:
    """Asks, plays and tells one session at one console."""

    def __init__(
        self,
        console: Console,
        context: Context,
        *,
        speed: float = 1.0,
        every: float | None = EVERY,
        counted: int = COUNTED_DOWN,
        sing: Callable[[Plan], Chorus] | None = None,
        keys: Mapping[str, str] | None = None,
        clock: Callable[[], float] = counting_sleep,
        settle: Callable[[], None] = lambda: None,
    ) -> None:
        """`every` is how often the time left is said; `sing` makes the cues of a plan, none by itself.

        `keys` are those of `[keys]` that were changed, as Textual calls them. `settle` lets go of keys that were on
        their way, before something is asked.
        """
        self.console = console
        self.context = context
        self._settle = settle
        self._taking_back = TakingBack(context.write)
        context.on_kept = self._taking_back.kept
        self.asker = Asker(console, settle, self._taking_back)
        self._speed = speed
        self._every = every
        self._counted = counted
        self._sing = sing or (lambda _plan: Chorus([], context.complain))
        self._pressing = Pressing(keys)
        self._clock = clock
        self._played = False
        self._leaving = False
        """Whether ctrl+c has ended the questions."""

    def play(self, loaded: Loaded) -> bool:
        """A routine that was named; whether it was finished."""
        rehearsing = self._speed != 1.0
        if not self.console.attended:
            return self._take(unattended_session(self.context, loaded, rehearsal=rehearsing))
        return self._take(
            session_dialogue(self.context, loaded, rehearsal=True)
            if rehearsing
            else start_dialogue(self.context, loaded)
        )

    def answer(self, question: Question) -> Any:
        """The person's answer to a question; after ctrl+c, that nothing more is to be asked."""
        if not self._leaving:
            try:
                return self.asker.ask(question)
            except Left:
                self._leaving = True
        return leaving_answer(question)

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
        self._taking_back.over()
        plan = item.loaded.plan
        recorded = RecordedPlay(self.context, item, self._sing(plan), self._clock, self._speed)
        teller = Teller(plan, self._every, attended=self.console.attended, keys=self._pressing, counted=self._counted)

        def ends() -> bool:
            return recorded.ends_by(self._noted(recorded.pain()), stage.skip)

        asking = ends if self._speed == 1.0 else None
        stage = Stage(
            self.console,
            recorded.player,
            teller,
            item.loaded.card,
            asking,
            pressing=self._pressing,
            settle=self._settle,
        )
        stage.can_wait = lambda: recorded.can_wait
        self.console.say(teller.begin())
        if self.console.attended and first:
            self.console.say(self._pressing.opening())
        try:
            stage.run(recorded.start)
        except Gone:
            recorded.leave_for_later()  # the system ended it, not the person
            raise
        except BaseException:
            recorded.close()
            raise
        return recorded.leave_for_later() if stage.left_for_later else recorded.close()

    def _noted(self, asking: Asking[Noted]) -> Noted:
        """What was said about pain, at the key for it."""
        answer: Any = None
        while True:
            try:
                question = asking.send(answer)
            except StopIteration as end:
                self._taking_back.over()  # it plays on, and nothing is asked
                found: Noted = end.value
                return found
            answer = self.answer(question)
