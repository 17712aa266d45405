"""What the library's keys open: the journal, the guides, an editor, and a routine as its file is now."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from hiproutine.errors import BadFile, HiproutineError

if TYPE_CHECKING:
    from hiproutine.dialogue.corrections import Correcting
    from hiproutine.routine.library import Library
    from hiproutine.routine.loaded import Loaded
    from hiproutine.tui.playing import Playing
    from hiproutine.tui.session_app import SessionApp


def open_history(app: SessionApp, playing: Playing) -> None:
    """Shows what was done, and how it develops."""
    from hiproutine.advice.recovery.building import Unit
    from hiproutine.day_words import WEEKDAYS
    from hiproutine.tui.history.screen import HistoryScreen

    def ask(what: Correcting, session: str, over: Callable[[object], None]) -> None:
        playing.ask(what(playing.context, session), over)

    week_begins = WEEKDAYS.index(app.settings().week)
    unit = playing.context.unit = Unit(app.settings().distance)
    app.push_screen(HistoryScreen(playing.another_journal, app.now, unit, week_begins, ask=ask))


def open_guides(app: SessionApp, opened: Callable[[str], Loaded | None], play: Callable[[Loaded], None]) -> None:
    """Shows the pages to read; a routine one of them names is `opened` by its id and played."""
    from hiproutine.guides.pages import pages
    from hiproutine.tui.guides.screen import GuidesScreen

    def play_named(name: str) -> None:
        if loaded := opened(name):
            play(loaded)
        else:
            app.notify(f"The routine {name} cannot be opened.", severity="warning", markup=False)

    app.push_screen(GuidesScreen(pages(), play_named))


def open_editor(app: SessionApp, path: Path) -> None:
    """Opens a routine file in an editor; what is saved shows in the library."""
    from hiproutine.tui.editor.open_from_library import edit_here

    now = app.settings()
    edit_here(app, path, outside=now.editor_outside, figures=now.figures, clock=app.clock, now=app.now)


def as_its_file_is(app: SessionApp, loaded: Loaded, library: Library | None) -> Loaded | None:
    """A routine as its file is now, whatever it was when the library was read; None, and said, where it is broken."""
    try:
        now = library.open(str(loaded.path))[0] if library and loaded.path.is_file() else loaded
    except BadFile as error:
        app.notify(error.problems[0].sentence(), severity="warning", markup=False, timeout=10)
        return None
    except HiproutineError as error:
        app.notify(str(error), severity="warning", markup=False)
        return None
    now = now.in_week(loaded.plan.week)
    if now.plan.intervals != loaded.plan.intervals:
        app.notify("The file was changed meanwhile; this is how it is now.", markup=False)
    return replace(now, plan=replace(now.plan, id=loaded.plan.id), path=loaded.path)
