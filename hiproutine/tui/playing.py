"""Takes a person through a session: asks the questions of its course, plays its routine, shows what was done."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Generator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hiproutine.config.keymap import first_key_spoken
from hiproutine.cues import Chorus, CueOutput, Signal
from hiproutine.cues.outputs import chorus
from hiproutine.dialogue.context import AskBefore, Context
from hiproutine.dialogue.course import Decision, Done, Play
from hiproutine.dialogue.recorded_play import RecordedPlay
from hiproutine.dialogue.weeks import in_its_week
from hiproutine.routine.loaded import Loaded
from hiproutine.tui.library.figures import figures_in
from hiproutine.tui.player.screen import PlayerScreen

if TYPE_CHECKING:
    from hiproutine.config.settings import Settings
    from hiproutine.dialogue.questions import Question
    from hiproutine.journal.resume import Resume
    from hiproutine.journal.store import Journal
    from hiproutine.plan.model import Plan
    from hiproutine.tui.session_app import SessionApp

Reply = Callable[[Any], None]


class Playing:
    """Takes a person through sessions on one application, one at a time.

    What asks, and the rules behind it, is loaded when something is asked: where nothing is, after the routine.
    """

    def __init__(self, app: SessionApp, context: Context) -> None:
        self.context = context
        context.on_kept = app.kept
        self._app = app
        self._screen: PlayerScreen | None = None
        self._recorded: RecordedPlay | None = None
        self._answered: tuple[Question, Any] | None = None
        self._waiting: Callable[[], Generator[Question, Any, Any]] | None = None
        """What is asked once the library stands there."""

    @property
    def rehearsing(self) -> bool:
        """Whether time is not real, and nothing is kept."""
        return self._app.speed != 1.0

    @property
    def is_playing(self) -> bool:
        """Whether a routine plays, or waits."""
        return self._screen is not None

    def begin(
        self, loaded: Loaded, over: Callable[[bool], None], *, answered: tuple[Question, Any] | None = None
    ) -> None:
        """The routine the program was started with; a question that was `answered` already is not asked again."""
        if self.rehearsing and self.context.journal is None:
            loaded, week = in_its_week(self.context, loaded)
            self.go_straight_on(Play(loaded, Decision(loaded)), over, [week] if week else [])
            return
        from hiproutine.dialogue.session import session_dialogue, start_dialogue

        self._answered = answered
        if self.rehearsing:
            self._take(session_dialogue(self.context, loaded, rehearsal=True), over)
        else:
            self._take(start_dialogue(self.context, loaded), over)

    def go_straight_on(self, play: Play, over: Callable[[bool], None], notices: Sequence[str] = ()) -> None:
        """Plays what nothing has to be asked before; what is to be said is said."""
        for text in notices:
            self._app.notify(text, markup=False)

        def reply(played: Any) -> None:
            from hiproutine.dialogue.session import after_playing

            self.context.look_again()
            self._take(after_playing(self.context, play.decision, played, rehearsal=self.rehearsing), over)

        self._play(play, reply)

    def play(self, loaded: Loaded) -> None:
        """A routine that was chosen from the library."""
        from hiproutine.dialogue.session import chosen_dialogue

        self._take(chosen_dialogue(self.context, loaded, rehearsal=self.rehearsing), self.back)

    def open(self) -> None:
        """What is open when the library opens: this morning's question, and a session that was cut short."""
        from hiproutine.dialogue.on_start import opening
        from hiproutine.dialogue.session import resumed, session_dialogue

        def going_on(resume: Resume | None) -> None:
            self.back()  # what was answered shows at once
            if resume:
                self._take(session_dialogue(self.context, resumed(self.context, resume), resume=resume), self.back)
            else:
                self._app.call_later(self._ask_what_waits)

        if not self.rehearsing:
            self._take(opening(self.context), going_on)

    def ask(self, asking: Generator[Question, Any, Any], over: Callable[[Any], None] = lambda _: None) -> None:
        """Asks questions that belong to no routine."""
        self._take(asking, over)

    def ask_in_library(self, asking: Callable[[], Generator[Question, Any, Any]]) -> None:
        """Asks as soon as the person is in the library, and nothing else is asked."""
        self._waiting = asking
        self._ask_what_waits()

    def _ask_what_waits(self) -> None:
        if self._waiting and _is_library(self._app.screen):
            asking, self._waiting = self._waiting, None
            self._take(asking(), self.back)

    def another_journal(self) -> Journal:
        """The same journal once more, for a thread of its own."""
        from hiproutine.journal.store import Journal

        return self.context.another_journal() or Journal(Path(os.devnull) / "none", now=self.context.now)

    def back(self, _: object = None) -> None:
        """Shows the library again."""
        for screen in self._app.screen_stack:
            if _is_library(screen):
                screen.look_again()  # type: ignore[attr-defined]
        self._app.call_later(self._ask_what_waits)

    def measure_anew(self) -> None:
        """Has the library tell distances, and lengths that go by a pace, as they are set now."""
        for screen in self._app.screen_stack:
            if _is_library(screen):
                screen.measure_anew()  # type: ignore[attr-defined]
        self.back()

    def ask_as(self, settings: Settings) -> None:
        """When the check before a routine is made from now on, and whether weights are asked about after it."""
        self.context.ask_loads = settings.ask_loads
        if self.context.journal is not None:
            self.context.ask_before = AskBefore(settings.check_before)

    def pause(self) -> None:
        """Pauses what plays."""
        if self._screen:
            self._screen.pause()

    def close(self) -> None:
        """Waits until all is written, and lets go of the journal."""
        if self._recorded:
            self._recorded.release()
        self.context.close()

    def ask_to_leave(self) -> bool:
        """Asks whether to leave what plays, or leaves where that is asked already; False where nothing plays."""
        if self._screen is None:
            return False
        if not self._screen.leave_at_once_if_asked():
            self._screen.action_leave()
        return True

    def _take(self, course: Generator[Any, Any, Any], over: Callable[[Any], None]) -> None:
        """Goes from one item of the course to the next. A journal that was in use may be free by now."""
        self.context.look_again()

        def reply(answer: Any) -> None:
            try:
                item = course.send(answer)
            except StopIteration as end:
                over(end.value)
                return
            answered, self._answered = self._answered, None
            if answered and _alike(answered[0], item):
                reply(answered[1])
            else:
                self._show(item, reply)

        reply(None)

    def _show(self, item: object, reply: Reply) -> None:
        from hiproutine.dialogue.questions import Notice, Question

        if isinstance(item, Notice):
            self._app.notify(item.text, markup=False)
            reply(None)
        elif isinstance(item, Play):
            self._play(item, reply)
        elif isinstance(item, Done):
            from hiproutine.tui.player.summary_screen import SummaryScreen

            self._app.push_screen(SummaryScreen(item), reply)
        elif isinstance(item, Question):
            from hiproutine.tui.questions.question import screen_for

            self._app.push_screen(screen_for(item), reply)

    def _play(self, item: Play, reply: Reply) -> None:
        """Plays it, kept in the journal as it happens."""
        self._recorded = recorded = RecordedPlay(
            self.context, item, self._chorus(item.loaded.plan), self._app.clock, self._app.speed, stands=False
        )
        gc.freeze()  # looking through all that is loaded would hold the countdown up, by 40 ms
        self._screen = PlayerScreen(
            item.loaded,
            recorded.player,
            self._app.now,
            start=recorded.start,
            ask_pain=None if self.rehearsing else lambda screen: self._ask_pain(screen, recorded),
            find_figure=figures_in(item.loaded) if self._app.settings().figures else None,
            can_wait=lambda: recorded.can_wait,
            stood=recorded.stand,
        )

        screen = self._screen

        def over(_: bool | None) -> None:
            self._screen = self._recorded = None
            reply(recorded.leave_for_later() if screen.left_for_later else recorded.close())

        self._app.push_screen(screen, over)

    def _ask_pain(self, screen: PlayerScreen, recorded: RecordedPlay) -> None:
        """The routine stands still meanwhile."""
        screen.hold()
        self.ask(recorded.pain(), lambda noted: screen.release(stop=recorded.ends_by(noted, screen.player.next)))

    def _chorus(self, plan: Plan) -> Chorus:
        """What makes it noticeable, by the settings; and the machine stays awake."""
        from hiproutine.paths import find_paths

        settings, app = self._app.settings(), self._app
        more: tuple[CueOutput, ...] = ()
        if settings.awake and not self.rehearsing:
            from hiproutine.cues.awake import Awake

            more = (Awake(),)
        return chorus(
            settings.cues,
            plan,
            os.environ,
            ring=app.bell,
            write=app.write_to_terminal,
            flash=self._flash,
            complain=self.context.complain,
            windows=os.name == "nt",
            more=more,
            space=first_key_spoken("player.space", settings.keys),
            voice_lengths=lambda: find_paths().voice_lengths,
        )

    def _flash(self, signal: Signal) -> None:
        if self._screen:
            self._screen.flash(signal)


def _alike(one: Question, other: object) -> bool:
    """Whether two questions are the same, though one of them may count the seconds since."""
    from hiproutine.dialogue.questions import Statement

    if isinstance(one, Statement) and isinstance(other, Statement):
        return (one.kicker, one.options) == (other.kicker, other.options)
    return one == other


def _is_library(screen: object) -> bool:
    """Whether a screen is the library, without loading it for the question."""
    return type(screen).__name__ == "LibraryScreen"
