"""The Textual application: the one place that wires screens to what they show."""

from __future__ import annotations

import gc
import os
import threading
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime
from importlib import import_module
from typing import TYPE_CHECKING, Any, ClassVar

from textual._time import get_time
from textual.app import SystemCommand
from textual.await_complete import AwaitComplete
from textual.binding import Binding, BindingType
from textual.events import Event, Key
from textual.screen import Screen

from hiproutine.clock import counting_sleep
from hiproutine.errors import HiproutineError, printable
from hiproutine.tui.key_guard import KeyGuard
from hiproutine.tui.pasting import keep_pastes_whole
from hiproutine.tui.reading_keys import KINDS_TOO, tell_repeats_apart
from hiproutine.tui.session_app import SessionApp
from hiproutine.tui.signals import on_going_on, on_the_end
from hiproutine.tui.terminal_writer import write_without_waiting
from hiproutine.tui.theme import THEMES, completed

if TYPE_CHECKING:
    from pathlib import Path

    from textual.content import Content

    from hiproutine.config.settings import Settings
    from hiproutine.dialogue.context import Context
    from hiproutine.dialogue.corrections import Correcting
    from hiproutine.dialogue.day import Lately
    from hiproutine.dialogue.questions import Question
    from hiproutine.journal.store import Journal
    from hiproutine.routine.library import Entry, Library
    from hiproutine.routine.loaded import Loaded
    from hiproutine.tui.playing import Playing


TAKEN_BACK_WITHIN = 10.0
"""Seconds for which what was kept stands there, and can be taken back by one key. Ours."""


class HiproutineApp(SessionApp):
    """Shows the library, or plays one routine and ends. Returns whether that was finished."""

    TITLE = "hiproutine"
    CSS_PATH: ClassVar = ["app.tcss", "player/player.tcss", "library/library.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "quit", "Leave", id="app.quit", priority=True, show=False),
        Binding("ctrl+c", "copy_or_quit", "Copy what is marked, or leave", id="app.copy", priority=True, show=False),
        Binding("ctrl+l", "paint_again", "Paint everything again", id="app.paint", priority=True, show=False),
        Binding("backspace", "take_back", "Take back what was kept last", id="app.take-back", show=False),
        Binding("ctrl+z", "suspend_process", "Into the background", id="app.suspend", priority=True, show=False),
    ]

    def __init__(
        self,
        *,
        context: Callable[[HiproutineApp], Context],
        settings: Callable[[], Settings],
        chosen: Callable[[Settings], Settings] = lambda settings: settings,
        routine: Callable[[], Loaded] | None = None,
        first: Question | None = None,
        library: Callable[[], Library] | None = None,
        lately: Callable[[], Lately] | None = None,
        speed: float = 1.0,
        theme: str | None = None,
        complaint: str = "",
        clock: Callable[[], float] = counting_sleep,
        now: Callable[[], datetime] = datetime.now,
        guard: KeyGuard | None = None,
        journal_trouble: Callable[[], str] = lambda: "",
    ) -> None:
        """`first` is the question known to come first; `chosen` puts what the command line says over settings.

        `guard` keeps keys that were meant for the screen before from answering the next; without it every key counts.
        `journal_trouble` says why the journal cannot be read now, and may wait.
        """
        super().__init__()
        keep_pastes_whole()
        write_without_waiting()
        tell_repeats_apart()
        self.speed = speed
        self.clock = clock
        self.now = now
        self.open_context = context
        self.settings = settings
        self.changed_keys: dict[str, str] = {}
        """Read by the screens that name keys."""
        self._over_settings = chosen
        self._routine = routine
        self._first = first
        self._library = library
        self._lately = lately
        self._wanted_theme = theme
        self._finished = False
        self._complaint = complaint
        self._plays: Playing | None = None
        self._journal_trouble = journal_trouble
        self._guard = guard or KeyGuard(silence=0.0)
        self._kept: tuple[str, Callable[[Journal], object]] | None = None
        """What was kept last, and what takes it back, while that is said."""
        for ours in THEMES.values():
            self.register_theme(ours)
        self.theme = self._chosen_theme()

    def get_css_variables(self) -> dict[str, str]:
        """The theme's colours with ours."""
        return completed(super().get_css_variables())

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:  # noqa: ARG002 - the same everywhere
        """What the command palette offers beside the keys."""
        yield SystemCommand("Change the theme", "Light, dark, and Textual's own", self.action_change_theme)
        if not self._is_playing:
            yield SystemCommand("Settings", "Theme, cues, keys and more, kept in config.toml", self.action_settings)
            yield SystemCommand("Journal", "What was done, and how it develops", self.action_history)
            yield SystemCommand("Guides", "Good to know: short pages to read", self.action_guides)
            yield SystemCommand("Warning signs", "The questions about them, once more", self.action_signs)
        yield SystemCommand("Leave", "Ends the program; a routine that plays is asked about first", self.action_quit)

    def on_mount(self) -> None:
        """Opens the first screen."""
        self.write_to_terminal(KINDS_TOO)
        self.app_resume_signal.subscribe(self, lambda _: self.write_to_terminal(KINDS_TOO))
        if on_the_end(self._ended_by_the_system):
            on_going_on(self._driver, self._pause)
        self._use_keys(self.settings().keys)
        if self._complaint:
            self.notify(self._complaint, severity="warning", markup=False)
        if self._first:
            from hiproutine.tui.questions.question import screen_for

            self.push_screen(screen_for(self._first), self._first_answered)
        elif self._routine:
            self.playing.begin(self._routine(), self._over)
        else:
            self._open_library()

    def on_ready(self) -> None:
        """The first frame stands: from here on memory is looked after again, but for what was loaded, which stays."""
        gc.freeze()
        gc.enable()
        target = self._prepare if self._first else self._look_back if self._library and not self._routine else None
        if target:
            threading.Thread(target=target, daemon=True).start()

    def on_unmount(self) -> None:
        """What happened last is in the journal before the program is gone."""
        if self._plays:
            self._plays.close()

    def _prepare(self) -> None:
        """While the person thinks: what playing needs, and the routine. One that cannot be played ends the program."""
        assert self._routine  # noqa: S101
        import_module("hiproutine.tui.playing")
        try:
            self._routine()
        except HiproutineError:
            if self.is_running:
                self.call_from_thread(self.exit, False)

    def _look_back(self) -> None:
        """While the library is read: what is open from the last time."""
        import_module("hiproutine.tui.playing")
        trouble = self._journal_trouble()  # waits here, in a thread, so that nobody else has to
        if trouble and self.is_running:
            self.call_from_thread(self.notify, trouble, severity="warning", markup=False, timeout=10)
            return
        if self.is_running:
            self.call_from_thread(self._open_course)
            if folders := self.settings().run_folders:
                from hiproutine.tui.new_runs import look_for_new_runs

                look_for_new_runs(self, self.playing, folders)

    async def on_event(self, event: Event) -> None:
        """Leaves out keys that were meant for the screen before."""
        if isinstance(event, Key) and not event.is_forwarded:
            repeats = getattr(event, "repeats", None)
            if not self._guard.is_meant(event.key, event.time, repeats=repeats):
                return
        await super().on_event(event)

    def push_screen(self, *arguments: Any, **more: Any) -> Any:
        """Shows a screen; keys that are on their way now are not for it."""
        self._guard.screen_came(get_time())
        return super().push_screen(*arguments, **more)

    def pop_screen(self) -> AwaitComplete:
        """Goes back a screen; keys that are on their way now are not for that one either."""
        self._guard.screen_came(get_time())
        return super().pop_screen()

    def kept(self, words: str, undo: Callable[[Journal], object]) -> None:
        """Says what was kept, and takes it back at one key while that stands there."""
        self._kept = kept = (words, undo)
        self.notify(f"Kept: {words}. Backspace takes it back.", timeout=TAKEN_BACK_WITHIN, markup=False)

        def over() -> None:
            if self._kept is kept:
                self._kept = None

        self.set_timer(TAKEN_BACK_WITHIN, over)

    def action_take_back(self) -> None:
        """Takes back what was kept last, while that is said."""
        if self._kept is None:
            return
        words, undo = self._kept
        self._kept = None
        if self.playing.context.write(undo):
            self.clear_notifications()
            self.notify(f"Taken back: {words}.", markup=False)
            for screen in self.screen_stack:
                if forget := getattr(screen, "forget_pain", None):
                    forget()

    @property
    def _is_playing(self) -> bool:
        return bool(self._plays and self._plays.is_playing)

    def _open_course(self) -> None:
        self.playing.open()

    @property
    def playing(self) -> Playing:
        """What takes a person through a session."""
        if self._plays is None:
            from hiproutine.tui.playing import Playing

            self._plays = Playing(self, self.open_context(self))
        return self._plays

    async def action_quit(self) -> None:
        """Leaves; while a routine plays, its screen asks first."""
        if any(_edits(screen) for screen in self.screen_stack):
            return
        if not (self._plays and self._plays.ask_to_leave()):
            self.exit(self._finished)

    async def action_copy_or_quit(self) -> None:
        """Copies what is marked, and stays; with nothing marked it leaves."""
        marked = getattr(self.focused, "selected_text", "") or self.screen.get_selected_text()
        if not marked:
            await self.action_quit()
            return
        self.copy_to_clipboard(marked)
        self.screen.clear_selection()
        self.notify("Copied.", timeout=2)

    def _first_answered(self, answer: Any) -> None:
        assert self._routine  # noqa: S101
        assert self._first  # noqa: S101
        self.playing.begin(self._routine(), self._over, answered=(self._first, answer))

    def _over(self, finished: bool) -> None:
        self._finished = finished
        self.exit(finished)

    def write_to_terminal(self, text: str) -> None:
        """Sends what the terminal obeys outside the screen: its title, notifications, progress."""
        if self._driver and not self.is_headless:
            self._driver.write(text)
            self._driver.flush()

    def _draw(self, entry: Entry, columns: int) -> Content | None:
        from hiproutine.tui.library.figures import first_figure

        return first_figure(entry, columns) if self.settings().figures else None

    def action_history(self) -> None:
        """What was done, and how it develops."""
        from hiproutine.advice.recovery.building import Unit
        from hiproutine.tui.history.screen import HistoryScreen

        def ask(what: Correcting, session: str, over: Callable[[object], None]) -> None:
            self.playing.ask(what(self.playing.context, session), over)

        unit = Unit(self.settings().distance)
        self.push_screen(HistoryScreen(self.playing.another_journal, self.now, unit, ask=ask))

    def action_note(self) -> None:
        """A run, another activity, how the hip feels, or when a pain began."""
        from hiproutine.advice.recovery.building import Unit
        from hiproutine.dialogue.notes import by_hand

        self.playing.ask(by_hand(self.playing.context, Unit(self.settings().distance)), self.playing.back)

    def action_guides(self) -> None:
        """Short pages to read."""
        from hiproutine.guides.pages import pages
        from hiproutine.tui.guides.screen import GuidesScreen

        def play(name: str) -> None:
            loaded = self.playing.context.open(name)
            if loaded:
                self._play(loaded)
            else:
                self.notify(f"The routine {name} cannot be opened.", severity="warning", markup=False)

        self.push_screen(GuidesScreen(pages(), play))

    def _edit(self, path: Path) -> None:
        """Opens a routine file in an editor; what is saved shows in the library."""
        from hiproutine.tui.editor.open_from_library import edit_here

        now = self.settings()
        edit_here(self, path, outside=now.editor_outside, figures=now.figures, clock=self.clock, now=self.now)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The editor has keys of its own where the program's would leave it."""
        if action in {"quit", "copy_or_quit", "suspend_process"} and self.screen_stack and _edits(self.screen):
            return False
        return super().check_action(action, parameters)

    def action_settings(self) -> None:
        """Every setting, changed and kept at once."""
        from hiproutine.paths import find_paths
        from hiproutine.tui.settings.screen import SettingsScreen

        if not isinstance(self.screen, SettingsScreen):
            self.push_screen(SettingsScreen(find_paths().settings, self._use, self._show_theme, os.environ))

    def _use(self, settings: Settings) -> None:
        """What was changed holds at once; cues and staying awake from the next routine on."""
        now = self._over_settings(settings)
        self.settings = lambda: now
        self._use_keys(now.keys)
        if self._plays:
            self._plays.ask_before(now.check_before)

    def _use_keys(self, keys: dict[str, str]) -> None:
        self.changed_keys = keys
        self.set_keymap(keys)

    def _show_theme(self, name: str) -> None:
        self._wanted_theme = name
        self.theme = self._chosen_theme()

    def action_signs(self) -> None:
        """The red-flag questions, opened by hand."""
        from hiproutine.dialogue.red_flags import by_hand

        self.playing.ask(by_hand(self.playing.context), self.playing.back)

    def _play(self, loaded: Loaded) -> None:
        """Plays a routine of the library as its file is now, whatever it was when the library was read."""
        from hiproutine.errors import BadFile

        try:
            now = self._library().open(str(loaded.path))[0] if self._library and loaded.path.is_file() else loaded
        except BadFile as error:
            self.notify(error.problems[0].sentence(), severity="warning", markup=False, timeout=10)
            return
        except HiproutineError as error:
            self.notify(str(error), severity="warning", markup=False)
            return
        if now.plan.intervals != loaded.plan.intervals:
            self.notify("The file was changed meanwhile; this is how it is now.", markup=False)
        plan = replace(now.plan, id=loaded.plan.id)
        self.playing.play(replace(now, plan=plan, path=loaded.path))

    def _open_library(self) -> None:
        from hiproutine.dialogue.day import Lately
        from hiproutine.tui.library.screen import LibraryScreen

        assert self._library is not None  # noqa: S101
        self.push_screen(LibraryScreen(self._library, self._play, self._lately or Lately, self._edit, self._draw))

    def _chosen_theme(self) -> str:
        """The theme asked for, by our short name or Textual's; otherwise the one that suits the terminal."""
        wanted = self._wanted_theme or os.environ.get("TEXTUAL_THEME") or ""
        if wanted in THEMES:
            return THEMES[wanted].name
        if wanted in self.available_themes:
            return wanted
        if wanted:
            self._complaint = f"There is no theme called {printable(wanted)}."
        background = os.environ.get("COLORFGBG", "").rpartition(";")[2]
        return THEMES["light" if background in {"7", "15"} else "dark"].name

    def _pause(self) -> None:
        if self._plays:
            self._plays.pause()

    def _ended_by_the_system(self) -> None:
        """What the system ends, the person did not: it can be gone on with."""
        self._pause()
        self._rescue_editors()
        self.exit(False)

    def _rescue_editors(self) -> None:
        for screen in self.screen_stack:
            if _edits(screen):
                screen.rescue()  # type: ignore[attr-defined]

    def rescue(self) -> None:
        """What was typed is put beside its file, and what was played can be gone on with."""
        self._rescue_editors()
        if self._plays:
            self._plays.close()


def _edits(screen: object) -> bool:
    """Whether a screen is the editor, without loading it for the question."""
    return type(screen).__name__ == "EditorScreen"
