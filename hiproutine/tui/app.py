"""The Textual application: the one place that wires screens to what they show."""

from __future__ import annotations

import asyncio
import gc
import os
import signal
import threading
from collections.abc import Callable, Iterable
from datetime import datetime
from time import monotonic
from types import FrameType
from typing import TYPE_CHECKING, ClassVar

from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.screen import Screen

from hiproutine.cues import Chorus
from hiproutine.cues.bell import Bell
from hiproutine.errors import printable
from hiproutine.player import Player
from hiproutine.routine.loaded import Loaded
from hiproutine.tui.screens.player import PlayerScreen
from hiproutine.tui.theme import THEMES, completed

if TYPE_CHECKING:
    from hiproutine.routine.library import Library

LAST_SECONDS = 2.0
"""Seconds the program has to say goodbye when the system ends it."""


class HiproutineApp(App[bool]):
    """Shows the library, or plays one routine and ends. Returns whether that was finished."""

    TITLE = "hiproutine"
    CSS_PATH = "app.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q,ctrl+c", "quit", "Leave", id="app.quit", priority=True, show=False),
        Binding("ctrl+z", "suspend_process", "Into the background", id="app.suspend", priority=True, show=False),
    ]

    def __init__(
        self,
        *,
        routine: Loaded | None = None,
        library: Callable[[], Library] | None = None,
        speed: float = 1.0,
        theme: str | None = None,
        clock: Callable[[], float] = monotonic,
        now: Callable[[], datetime] = datetime.now,
    ) -> None:
        super().__init__()
        self._routine = routine
        self._library = library
        self._speed = speed
        self._clock = clock
        self._now = now
        self._wanted_theme = theme
        self._finished = False
        self._complaint = ""
        for ours in THEMES.values():
            self.register_theme(ours)
        self.set_reactive(App.theme, self._chosen_theme())

    def get_css_variables(self) -> dict[str, str]:
        """The theme's colours with ours."""
        return completed(super().get_css_variables())

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:  # noqa: ARG002 - the same everywhere
        """What the command palette offers beside the keys."""
        yield SystemCommand("Change the theme", "Light, dark, and Textual's own", self.action_change_theme)
        yield SystemCommand("Leave", "Ends the program; a routine that plays is asked about first", self.action_quit)

    def on_mount(self) -> None:
        """Opens the first screen."""
        self._listen_to_the_system()
        if self._complaint:
            self.notify(self._complaint, severity="warning", markup=False)
        if self._routine:
            self.play(self._routine)
        else:
            self._open_library()

    def on_ready(self) -> None:
        """The first frame stands: from here on memory is looked after again."""
        gc.enable()

    def play(self, loaded: Loaded) -> None:
        """Plays a routine, and shows afterwards what was done."""
        chorus = Chorus([Bell(self.bell)], lambda text: self.notify(text, markup=False))
        player = Player(loaded.plan, chorus, self._clock, self._speed)

        def over(_: bool | None) -> None:
            from hiproutine.tui.screens.summary import SummaryScreen

            player.close()
            self._finished = player.session.finished
            self.push_screen(SummaryScreen(player.session, rehearsal=player.rehearsing), self._summary_seen)

        self.push_screen(PlayerScreen(loaded, player, self._now), over)

    async def action_quit(self) -> None:
        """Leaves; while a routine plays, its screen asks first."""
        playing = next((screen for screen in self.screen_stack if isinstance(screen, PlayerScreen)), None)
        if playing:
            playing.action_leave()
        else:
            self.exit(self._finished)

    def _summary_seen(self, finished: bool | None) -> None:
        if self._routine:
            self.exit(bool(finished))

    def _open_library(self) -> None:
        from hiproutine.tui.screens.library import LibraryScreen

        assert self._library is not None  # noqa: S101
        self.push_screen(LibraryScreen(self._library, self.play))

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

    def _listen_to_the_system(self) -> None:
        """A closed window or a polite kill ends the session honestly, and leaves the terminal as it was."""
        loop = asyncio.get_running_loop()
        for name in ("SIGHUP", "SIGTERM"):
            if hasattr(signal, name):
                try:
                    loop.add_signal_handler(getattr(signal, name), self._ended_by_the_system)
                except (NotImplementedError, RuntimeError, ValueError):
                    return
        self._listen_for_going_on(loop)

    def _listen_for_going_on(self, loop: asyncio.AbstractEventLoop) -> None:
        """After `kill -STOP` Textual would enter its mode twice, and leave the terminal in it once too often."""
        driver, number = self._driver, getattr(signal, "SIGCONT", None)
        resume = signal.getsignal(number) if number else None
        if number is None or driver is None or not callable(resume):
            return

        def went_on(signum: int, frame: FrameType | None) -> None:
            if not getattr(driver, "_must_signal_resume", True):
                driver.suspend_application_mode()
            resume(signum, frame)
            loop.call_soon_threadsafe(self._pause)

        signal.signal(number, went_on)

    def _pause(self) -> None:
        for screen in self.screen_stack:
            if isinstance(screen, PlayerScreen):
                screen.pause()

    def _ended_by_the_system(self) -> None:
        last = threading.Timer(LAST_SECONDS, os._exit, [1])  # a terminal that is gone may never take the goodbye
        last.daemon = True
        last.start()
        for screen in self.screen_stack:
            if isinstance(screen, PlayerScreen):
                screen.player.stop()
        self.exit(False)


def play_routine(loaded: Loaded, *, speed: float, theme: str | None) -> bool:
    """Plays a routine in the terminal; whether it was finished."""
    return bool(HiproutineApp(routine=loaded, speed=speed, theme=theme).run())


def open_library(library: Callable[[], Library], *, theme: str | None, speed: float = 1.0) -> None:
    """Opens the library in the terminal."""
    HiproutineApp(library=library, theme=theme, speed=speed).run()
