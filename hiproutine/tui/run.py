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
    from hiproutine.course.day import Lately
    from hiproutine.course.desk import Desk
    from hiproutine.routine.library import Library
    from hiproutine.routine.loaded import Loaded
    from hiproutine.settings import Settings


def play_routine(ahead: Ahead, choices: Choices) -> bool:
    """Plays a routine in the terminal; whether it was finished. What `ahead` raises later, it raises again."""

    known = ahead.known()
    settings = choices.over(known.settings)
    app = HiproutineApp(
        desk=lambda app: _desk(app, choices, lambda: settings),
        settings=lambda: settings,
        chosen=choices.over,
        routine=lambda: ahead.opened().loaded,
        first=known.first,
        speed=choices.speed,
        theme=choices.theme or settings.theme,
        complaint=known.complaint,
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
        lately=lambda: _lately(choices, settings),
        speed=choices.speed,
        theme=theme,
        complaint=complaint,
    ).run()


def _library() -> Library:
    from hiproutine.paths import find_paths
    from hiproutine.routine.library import Library

    return Library(find_paths())


def _lately(choices: Choices, settings: Callable[[], Settings]) -> Lately:
    """What was done and what suits today; what suits anybody where the journal cannot say."""
    from hiproutine.course.day import lately
    from hiproutine.course.desk import Desk
    from hiproutine.journal.store import Journal
    from hiproutine.recovery.building import Unit

    unit = Unit(settings().distance)
    if choices.kept_in is None:
        return lately(Desk(None), unit)
    with Journal(choices.kept_in) as journal:
        return lately(Desk(journal), unit)


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
