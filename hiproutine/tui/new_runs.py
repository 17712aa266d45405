"""The quiet look into the folders of runs, after the library stands there."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from hiproutine.advice.recovery.building import Unit
from hiproutine.dialogue.new_runs import new_runs
from hiproutine.journal.watched_folders import look_for_runs
from hiproutine.runs.reading import Wishes

if TYPE_CHECKING:
    from hiproutine.advice.recovery.facts import Outing
    from hiproutine.tui.playing import Playing
    from hiproutine.tui.session_app import SessionApp


def look_for_new_runs(app: SessionApp, playing: Playing, folders: Sequence[str]) -> None:
    """Keeps what is new, in a thread of its own; in the library says how much it is, and asks about the newest.

    What goes wrong is left for `runs import` to say: nobody asked, and nothing may disturb the screen.
    """
    journal = playing.context.another_journal()
    if journal is None or playing.rehearsing:
        return
    unit = Unit(app.settings().distance)
    found: tuple[Outing, ...] = ()
    with suppress(Exception), journal:
        found = look_for_runs(journal, folders, Wishes(unit))
    if found and app.is_running:
        app.call_from_thread(playing.ask_in_library, lambda: new_runs(playing.context, found, unit))
