"""Runs the application: puts together screens, journal, settings and routines for one run."""

from __future__ import annotations

import sys
from functools import cache
from typing import TYPE_CHECKING

from hiproutine.tui import leaving_out  # noqa: F401 - before the first of Textual
from hiproutine.tui.app import HiproutineApp
from hiproutine.tui.crash_safe import BROKE
from hiproutine.tui.key_guard import KeyGuard

if TYPE_CHECKING:
    from collections.abc import Callable

    from hiproutine.config.choices import Choices
    from hiproutine.config.settings import Settings
    from hiproutine.dialogue.context import Context
    from hiproutine.dialogue.day import Lately
    from hiproutine.launch.prefetch import Prefetch
    from hiproutine.routine.library import Library


def play_routine(ahead: Prefetch, choices: Choices) -> bool:
    """Plays a routine in the terminal; whether it was finished. What `ahead` raises later, it raises again."""

    known = ahead.known()
    settings = choices.over(known.settings)
    app = HiproutineApp(
        context=lambda app: _desk(app, choices, lambda: settings, later=ahead.straight() is not None),
        settings=lambda: settings,
        chosen=choices.over,
        routine=lambda: ahead.opened().loaded,
        straight=ahead.straight,
        first=known.first,
        speed=choices.speed,
        theme=choices.theme or settings.theme,
        complaint=known.complaint,
        guard=KeyGuard(),
    )
    finished = app.run()
    _end_if_broken(app)
    return bool(finished)


def open_library(choices: Choices) -> None:
    """Opens the library in the terminal."""
    complaint = ""

    @cache
    def settings() -> Settings:
        from hiproutine.config.present import present_settings
        from hiproutine.paths import find_paths

        nonlocal complaint
        found, problems = present_settings(find_paths().settings)
        complaint = problems[0].sentence() if problems else ""
        return choices.over(found)

    theme = choices.theme or settings().theme
    app = HiproutineApp(
        context=lambda app: _desk(app, choices, settings),
        settings=settings,
        chosen=choices.over,
        library=_library,
        lately=lambda: _lately(choices, app.settings),
        speed=choices.speed,
        theme=theme,
        complaint=complaint,
        guard=KeyGuard(),
        journal_trouble=lambda: _journal_trouble(choices),
    )
    app.run()
    _end_if_broken(app)


def _end_if_broken(app: HiproutineApp) -> None:
    """Ends the program by a status of its own where the application ended by an error."""
    if app.broke:
        sys.exit(BROKE)


def _journal_trouble(choices: Choices) -> str:
    """Why the journal cannot be read now, as a sentence; nothing where it can."""
    from hiproutine.journal.schema import JournalError
    from hiproutine.journal.store import Journal

    if choices.kept_in is None:
        return ""
    try:
        with Journal(choices.kept_in) as journal:
            journal.count()
    except JournalError as error:
        return str(error)
    return ""


def _library() -> Library:
    from hiproutine.config.measures import own_library
    from hiproutine.paths import find_paths

    return own_library(find_paths())


def _lately(choices: Choices, settings: Callable[[], Settings]) -> Lately:
    """What was done and what suits today; what suits anybody where the journal cannot say."""
    from hiproutine.advice.recovery.building import Unit
    from hiproutine.config.measures import own_routine
    from hiproutine.dialogue.context import Context
    from hiproutine.dialogue.day import lately
    from hiproutine.journal.store import Journal

    unit = Unit(settings().distance)
    if choices.kept_in is None:
        return lately(Context(None), unit)
    with Journal(choices.kept_in) as journal:
        return lately(Context(journal, open=own_routine), unit)


def _desk(app: HiproutineApp, choices: Choices, settings: Callable[[], Settings], *, later: bool = False) -> Context:
    """The journal of this run; a rehearsal has none. `later` opens it when it is asked: it was looked at just now."""
    from hiproutine.config.measures import own_routine as routine
    from hiproutine.dialogue.context import AskBefore, Context, open_context

    def complain(sentence: str) -> None:
        app.notify(sentence, severity="warning", markup=False, timeout=10)

    if choices.kept_in is None:
        return Context(None, complain, routine, week=choices.week)
    now = settings()
    if later:
        ask_before = AskBefore(now.check_before)
        return Context(
            None, complain, routine, ask_before=ask_before, ask_loads=now.ask_loads, place=choices.kept_in,
            not_opened_yet=True, week=choices.week,
        )  # fmt: skip
    return open_context(
        choices.kept_in, complain, routine, ask_before=now.check_before, ask_loads=now.ask_loads, week=choices.week
    )
