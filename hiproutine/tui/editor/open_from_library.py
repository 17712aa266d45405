"""Edits a file from the library: in the editor screen, or in the person's own editor where they want that."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from textual.app import App

from hiproutine.authoring.drafting import open_draft
from hiproutine.errors import BadFile
from hiproutine.paths import find_paths
from hiproutine.routine.loaded import Loaded
from hiproutine.tui.editor.lend_terminal import edit_outside
from hiproutine.tui.editor.rehearse import rehearse
from hiproutine.tui.editor.run import catalogue_of
from hiproutine.tui.editor.screen import EditorScreen
from hiproutine.tui.library.screen import LibraryScreen
from hiproutine.tui.player.figure_pane import Find


def edit_here(
    app: App[Any],
    path: Path,
    *,
    outside: bool,
    figures: bool,
    clock: Callable[[], float],
    now: Callable[[], datetime],
) -> None:
    """Opens a routine file; what is saved shows in the library."""
    paths = find_paths()

    def back(saved: bool | None) -> None:
        if saved and isinstance(app.screen, LibraryScreen):
            app.screen.read_again()

    def play(loaded: Loaded, index: int, find_figure: Find) -> None:
        rehearse(app, loaded, index, find_figure if figures else None, clock=clock, now=now)

    if outside:
        back(edit_outside(app, path, paths))
        return
    try:
        draft = open_draft(path, paths)
    except BadFile as error:
        app.notify(error.problems[0].sentence(), severity="warning", markup=False)
        return
    app.push_screen(EditorScreen(draft, catalogue_of(paths), play, now), back)
