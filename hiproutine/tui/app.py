"""The Textual application: the one place that wires screens to what they show."""

from __future__ import annotations

import gc
import os
import threading
from collections.abc import Callable, Iterable
from datetime import datetime
from importlib import import_module
from typing import TYPE_CHECKING, Any, ClassVar

from textual._time import get_time
from textual.app import SystemCommand
from textual.await_complete import AwaitComplete
from textual.events import Event, Key
from textual.screen import Screen

from hiproutine.clock import counting_sleep
from hiproutine.errors import HiproutineError
from hiproutine.tui.key_guard import KeyGuard
from hiproutine.tui.painting_once import once_painted
from hiproutine.tui.pasting import keep_pastes_whole
from hiproutine.tui.patient_input import wait_for_keys_asleep
from hiproutine.tui.playing_app import PlayingApp
from hiproutine.tui.reading_keys import KINDS_TOO, tell_repeats_apart
from hiproutine.tui.signals import on_going_on, on_the_end
from hiproutine.tui.styles import first_styles, read_the_players
from hiproutine.tui.terminal_writer import write_without_waiting
from hiproutine.tui.theme import begin_in, chosen_theme, completed

if TYPE_CHECKING:
    from pathlib import Path

    from textual.content import Content

    from hiproutine.config.settings import Settings
    from hiproutine.dialogue.context import Context
    from hiproutine.dialogue.course import Straight
    from hiproutine.dialogue.day import Lately
    from hiproutine.dialogue.questions import Question
    from hiproutine.routine.library import Entry, Library
    from hiproutine.routine.loaded import Loaded


class HiproutineApp(PlayingApp):
    """Shows the library, or plays one routine and ends. Returns whether that was finished."""

    TITLE = "hiproutine"
    CSS_PATH: ClassVar = ["app.tcss"]

    def __init__(
        self,
        *,
        context: Callable[[HiproutineApp], Context],
        settings: Callable[[], Settings],
        chosen: Callable[[Settings], Settings] = lambda settings: settings,
        routine: Callable[[], Loaded] | None = None,
        first: Question | None = None,
        straight: Callable[[], Straight | None] = lambda: None,
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
        """`first` is the question known to come first, `straight` what is played where nothing is asked before.

        `chosen` puts what the command line says over settings. `guard` keeps keys that were meant for the screen before
        from answering the next; without it every key counts. `journal_trouble` says why the journal cannot be read now,
        and may wait.
        """
        super().__init__(context, css_path=[*self.CSS_PATH, *first_styles(library, first)])
        keep_pastes_whole()
        write_without_waiting()
        wait_for_keys_asleep()
        tell_repeats_apart()
        self.speed = speed
        self.clock = clock
        self.now = now
        self.settings = settings
        self.changed_keys: dict[str, str] = {}
        """Read by the screens that name keys."""
        self._over_settings = chosen
        self._routine = routine
        self._first = first
        self._straight = straight
        self._library = library
        self._lately = lately
        self._wanted_theme = theme
        self._complaint = complaint
        self._journal_trouble = journal_trouble
        self._guard = guard or KeyGuard(silence=0.0)
        begin_in(self, self._chosen_theme)

    def get_css_variables(self) -> dict[str, str]:
        """The theme's colours with ours."""
        return completed(super().get_css_variables())

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:  # noqa: ARG002 - the same everywhere
        """What the command palette offers beside the keys."""
        yield SystemCommand("Change the theme", "Light, dark, and Textual's own", self.action_change_theme)
        if not self.is_playing:
            yield SystemCommand("Settings", "Theme, cues, keys and more, kept in config.toml", self.action_settings)
            yield SystemCommand("Journal", "What was done, and how it develops", self.action_history)
            yield SystemCommand("Guides", "Good to know: short pages to read", self.action_guides)
            yield SystemCommand("Warning signs", "The questions about them, once more", self.action_signs)
        yield SystemCommand("Leave", "Ends the program; a routine that plays is asked about first", self.action_quit)

    def on_load(self) -> None:
        """What the system says is heard before the terminal is taken."""
        self._hears_the_system = on_the_end(self.ended_by_the_system, lambda: self._driver)

    def on_mount(self) -> None:
        """Opens the first screen."""
        self.write_to_terminal(KINDS_TOO)
        self.app_resume_signal.subscribe(self, lambda _: self.write_to_terminal(KINDS_TOO))
        if self._hears_the_system:
            on_going_on(self._driver, self.pause, lambda: self.is_leaving)
        self._use_keys(self.settings().keys)
        if self._complaint:
            self.notify(self._complaint, severity="warning", markup=False)
        if self._first:
            from hiproutine.tui.questions.question import screen_for

            self.push_screen(screen_for(self._first), self._first_answered)
        elif self._routine:
            self._play_at_once(self._routine())
        else:
            self._open_library()

    def _play_at_once(self, loaded: Loaded) -> None:
        if found := self._straight():
            self.playing.go_straight_on(found.play, self.over, found.notices)
        else:
            self.playing.begin(loaded, self.over)

    def on_ready(self) -> None:
        """From here on memory is looked after again, but for what was loaded, which stays."""
        gc.freeze()
        gc.enable()
        once_painted(self.screen, self._stand)

    def _stand(self) -> None:
        """The first frame stands: what comes next gets ready."""
        read_the_players(self)
        if self._first:
            threading.Thread(target=self._prepare, daemon=True).start()

    def _listed(self) -> None:
        threading.Thread(target=self._look_back, daemon=True).start()

    def _prepare(self) -> None:
        """While the person thinks: what playing needs, and the routine. One that cannot be played ends the program."""
        assert self._routine  # noqa: S101
        _load_what_asks()
        try:
            self._routine()
        except HiproutineError:
            if self.is_running:
                self.call_from_thread(self.exit, False)

    def _look_back(self) -> None:
        """While the library is read: what is open from the last time."""
        _load_what_asks()
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

    def _open_course(self) -> None:
        self.playing.open()

    def _first_answered(self, answer: Any) -> None:
        assert self._routine  # noqa: S101
        assert self._first  # noqa: S101
        self.playing.begin(self._routine(), self.over, answered=(self._first, answer))

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
        from hiproutine.tui.opening import open_history

        open_history(self, self.playing)

    def action_note(self) -> None:
        """A run, another activity, how the hip feels, or when a pain began."""
        from hiproutine.advice.recovery.building import Unit
        from hiproutine.dialogue.notes import by_hand

        self.playing.ask(by_hand(self.playing.context, Unit(self.settings().distance)), self.playing.back)

    def action_guides(self) -> None:
        """Short pages to read."""
        from hiproutine.tui.opening import open_guides

        open_guides(self, lambda name: self.playing.context.open(name), self._play)  # noqa: PLW0108 - made when it is needed

    def _edit(self, path: Path) -> None:
        from hiproutine.tui.opening import open_editor

        open_editor(self, path)

    def action_settings(self) -> None:
        """Every setting, changed and kept at once."""
        from hiproutine.paths import find_paths
        from hiproutine.tui.settings.screen import SettingsScreen

        if not isinstance(self.screen, SettingsScreen):
            self.push_screen(SettingsScreen(find_paths().settings, self._use, self._show_theme, os.environ))

    def _use(self, settings: Settings) -> None:
        """What was changed holds at once; cues and staying awake from the next routine on."""
        now, before = self._over_settings(settings), self.settings()
        self.settings = lambda: now
        if (now.distance, now.pace) != (before.distance, before.pace):
            self.playing.measure_anew()
        self._use_keys(now.keys)
        if self._plays:
            self._plays.ask_as(now)

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
        """Plays a routine of the library as its file is now."""
        from hiproutine.tui.opening import as_its_file_is

        if now := as_its_file_is(self, loaded, self._library() if self._library else None):
            self.playing.play(now)

    def _open_library(self) -> None:
        from hiproutine.dialogue.day import Lately
        from hiproutine.tui.library.screen import LibraryScreen

        assert self._library is not None  # noqa: S101
        lately = self._lately or Lately
        self.push_screen(LibraryScreen(self._library, self._play, lately, self._edit, self._draw, then=self._listed))

    def _chosen_theme(self) -> str:
        """The theme asked for; otherwise the one that suits the terminal."""
        wanted = self._wanted_theme or os.environ.get("TEXTUAL_THEME") or ""
        name, complaint = chosen_theme(wanted, self.available_themes, os.environ.get("COLORFGBG", ""))
        self._complaint = complaint or self._complaint
        return name


def _load_what_asks() -> None:
    """Takes seconds of a busy machine that would be missed at the next key."""
    for name in ("tui.playing", "tui.questions.question", "dialogue.session"):
        import_module(f"hiproutine.{name}")
