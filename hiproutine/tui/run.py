"""Runs the application: puts together screens, journal, settings and routines for one run."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from hiproutine.errors import HiproutineError
from hiproutine.tui.app import HiproutineApp

if TYPE_CHECKING:
    from collections.abc import Callable

    from hiproutine.ahead import Ahead
    from hiproutine.choices import Choices
    from hiproutine.course.desk import Desk
    from hiproutine.questions import Question
    from hiproutine.routine.library import Library
    from hiproutine.routine.loaded import Loaded
    from hiproutine.settings import Settings


def play_routine(ahead: Ahead, first: Question | None, choices: Choices) -> bool:
    """Plays a routine in the terminal; whether it was finished. What `ahead` raises later, it raises again."""

    def settings() -> Settings:
        return choices.over(ahead.opened().settings)

    app = HiproutineApp(
        desk=lambda app: _desk(app, choices, settings),
        settings=settings,
        chosen=choices.over,
        routine=lambda: ahead.opened().loaded,
        first=first,
        speed=choices.speed,
        theme=choices.theme or ("" if first else settings().theme),
        complaint="" if first else ahead.opened().complaint,
    )
    return bool(app.run())


def open_library(choices: Choices) -> None:
    """Opens the library in the terminal."""
    complaint = ""

    @cache
    def settings() -> Settings:
        from hiproutine.config import read_settings
        from hiproutine.paths import find_paths

        nonlocal complaint
        found, problems = read_settings(find_paths().settings)
        complaint = problems[0].sentence() if problems else ""
        return choices.over(found)

    theme = choices.theme or settings().theme
    HiproutineApp(
        desk=lambda app: _desk(app, choices, settings),
        settings=settings,
        chosen=choices.over,
        library=_library,
        last_done=lambda: _last_done(choices),
        speed=choices.speed,
        theme=theme,
        complaint=complaint,
    ).run()


def _library() -> Library:
    from hiproutine.paths import find_paths
    from hiproutine.routine.library import Library

    return Library(find_paths())


def _last_done(choices: Choices) -> dict[str, int]:
    """Days since each routine was last finished, by its id; nothing where the journal cannot say."""
    from hiproutine.journal.pains import days_since
    from hiproutine.journal.schema import JournalError
    from hiproutine.journal.store import Journal

    if choices.kept_in is None:
        return {}
    try:
        with Journal(choices.kept_in) as journal:
            return days_since(journal)
    except JournalError:
        return {}


def _desk(app: HiproutineApp, choices: Choices, settings: Callable[[], Settings]) -> Desk:
    """The journal of this run; a rehearsal has none."""
    from hiproutine.course.desk import Desk, open_desk

    def complain(sentence: str) -> None:
        app.notify(sentence, severity="warning", markup=False, timeout=10)

    def routine(name: str) -> Loaded | None:
        try:
            return _library().open(name)[0]
        except HiproutineError:
            return None

    if choices.kept_in is None:
        return Desk(None, complain, routine)
    return open_desk(choices.kept_in, complain, routine, ask_before=settings().check_before)
