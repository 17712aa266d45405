"""Tries what is written: plays it from a step on, or makes a page of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from hiproutine.authoring.examining import interval_of
from hiproutine.tui.editor.playable import NotYet, playable

if TYPE_CHECKING:
    from hiproutine.authoring.examining import Examined
    from hiproutine.routine.loaded import Loaded
    from hiproutine.tui.editor.rehearse import Play
    from hiproutine.tui.editor.text_screen import TextScreen
    from hiproutine.tui.player.figure_pane import Find


class Trial:
    """What is written on a screen, as something to play; where it is not yet, the screen says why."""

    def __init__(
        self, screen: TextScreen, find_figure: Find, rehearse: Play | None, week: Callable[[], int] = lambda: 1
    ) -> None:
        """`week` is the one of a plan over weeks that is tried."""
        self._screen = screen
        self._find_figure = find_figure
        self._rehearse = rehearse
        self._week = week

    def play(self, examined: Examined) -> None:
        """Plays it from the step under the cursor; an exercise by itself."""
        loaded = self._loaded(examined)
        if loaded and self._rehearse:
            index = 0 if self._screen.is_exercise else interval_of(loaded, self._screen.step)
            self._rehearse(loaded, index, self._find_figure)

    def page(self, examined: Examined, what: str) -> None:
        """Makes a page of it in the background: `written` for keeps, or `shown` in the browser."""
        if loaded := self._loaded(examined):
            self._screen.run_worker(lambda: self._make(loaded, what), thread=True, exclusive=True, group="page")

    def _make(self, loaded: Loaded, what: str) -> None:
        from hiproutine.tui import sharing

        make = sharing.written if what == "written" else sharing.shown
        self._screen.app.call_from_thread(self._screen.tell, make(loaded, self._find_figure))

    def _loaded(self, examined: Examined) -> Loaded | None:
        try:
            return playable(examined, self._screen.draft.target).in_week(self._week())
        except NotYet as error:
            self._screen.tell(str(error))
            return None
