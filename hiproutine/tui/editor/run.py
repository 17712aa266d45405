"""Runs the editor by itself, for one file."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from datetime import datetime
from typing import ClassVar

from textual.binding import Binding, BindingType

from hiproutine.authoring.drafting import Draft, open_draft
from hiproutine.clock import counting_sleep
from hiproutine.config.measures import measures_of
from hiproutine.config.settings import Settings
from hiproutine.paths import Paths, bundled
from hiproutine.routine.catalogue import Catalogue
from hiproutine.routine.checking import Source
from hiproutine.routine.loaded import Loaded
from hiproutine.tui.crash_safe import BROKE, CrashSafeApp
from hiproutine.tui.editor.rehearse import rehearse
from hiproutine.tui.editor.screen import EditorScreen
from hiproutine.tui.pasting import keep_pastes_whole
from hiproutine.tui.player.figure_pane import Find
from hiproutine.tui.player.screen import PlayerScreen
from hiproutine.tui.reading_keys import tell_repeats_apart
from hiproutine.tui.signals import on_going_on, on_the_end
from hiproutine.tui.terminal_writer import write_without_waiting
from hiproutine.tui.theme import THEMES, begin_in, completed


class EditorApp(CrashSafeApp):
    """Shows one editor, and ends with it. Returns whether anything was saved."""

    TITLE = "hiproutine"
    CSS_PATH: ClassVar = ["../app.tcss", "../player/player.tcss"]
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "quit", "Leave", id="app.quit", priority=True, show=False),
        Binding("ctrl+c", "help_quit", show=False, system=True),
        Binding("ctrl+l", "paint_again", show=False, priority=True),
    ]

    def __init__(
        self,
        draft: Draft,
        catalogue: Catalogue,
        *,
        theme: str | None = None,
        figures: bool = True,
        keys: dict[str, str] | None = None,
        clock: Callable[[], float] = counting_sleep,
        now: Callable[[], datetime] = datetime.now,
    ) -> None:
        super().__init__()
        keep_pastes_whole()
        write_without_waiting()
        tell_repeats_apart()
        self.changed_keys = keys or {}
        """What `remapped.changed_keys` asks for; where a routine is rehearsed, they hold there too."""
        self._hears_the_system = False
        self._figures = figures
        self.clock, self.now = clock, now
        self._editor = EditorScreen(draft, catalogue, self._play, now)
        begin_in(self, lambda: _theme_name(theme, self.available_themes))

    def get_css_variables(self) -> dict[str, str]:
        """The theme's colours with ours."""
        return completed(super().get_css_variables())

    def on_load(self) -> None:
        """What the system says is heard before the terminal is taken."""
        self._hears_the_system = on_the_end(self._ended_by_the_system, lambda: self._driver)

    def on_mount(self) -> None:
        """Opens the editor on its file."""
        self.set_keymap(self.changed_keys)
        self.push_screen(self._editor, self._over)
        if self._hears_the_system:
            on_going_on(self._driver, lambda: None, lambda: self.is_leaving)

    def _ended_by_the_system(self) -> None:
        """What is not saved is kept, and the terminal is left as it was."""
        self._editor.rescue()
        self.exit(False)

    def rescue(self) -> None:
        """What is not saved is put beside its file."""
        self._editor.rescue()

    def _over(self, saved: bool | None) -> None:
        self.exit(bool(saved))

    def _play(self, loaded: Loaded, index: int, find_figure: Find) -> None:
        rehearse(self, loaded, index, find_figure if self._figures else None, clock=self.clock, now=self.now)

    async def action_quit(self) -> None:
        """Leaves what is on top; the editor asks where something is not saved."""
        if isinstance(self.screen, (EditorScreen, PlayerScreen)):
            self.screen.action_leave()


def _theme_name(wanted: str | None, known: object) -> str:
    """The theme asked for, by our short name or Textual's; otherwise the one that suits the terminal."""
    name = wanted or os.environ.get("TEXTUAL_THEME") or ""
    if name in THEMES:
        return THEMES[name].name
    if isinstance(known, dict) and name in known:
        return name
    background = os.environ.get("COLORFGBG", "").rpartition(";")[2]
    return THEMES["light" if background in {"7", "15"} else "dark"].name


def catalogue_of(paths: Paths) -> Catalogue:
    """The exercises of one person."""
    routines = (paths.routines, bundled())
    return Catalogue((paths.exercises, bundled() / "exercises"), routines, measures=lambda: measures_of(paths))


def edit_file(source: Source, paths: Paths, settings: Settings, theme: str | None = None) -> bool:
    """Opens the editor on a file; whether anything was saved.

    Raises:
        BadFile: it cannot be read.
    """
    draft = open_draft(source.path, paths, source.exercise)
    app = EditorApp(
        draft, catalogue_of(paths), theme=theme or settings.theme, figures=settings.figures, keys=settings.keys
    )
    saved = app.run()
    if app.broke:
        sys.exit(BROKE)
    return bool(saved)
