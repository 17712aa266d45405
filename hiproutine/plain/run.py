"""Runs plain mode: puts together console, journal, settings and cues for one run."""

from __future__ import annotations

import gc
import os
import sys
from typing import TYPE_CHECKING

from hiproutine.config.keymap import first_key_spoken
from hiproutine.cues.outputs import chorus
from hiproutine.dialogue.context import Context, open_context
from hiproutine.paths import find_paths
from hiproutine.plain.console import Console, Gone
from hiproutine.plain.lines import EVERY
from hiproutine.plain.open_console import open_console
from hiproutine.plain.playing import Plain
from hiproutine.plain.pressing import SPACE

if TYPE_CHECKING:
    from hiproutine.config.choices import Choices
    from hiproutine.cues import Chorus
    from hiproutine.launch.prefetch import Opened
    from hiproutine.plan.model import Plan

OUTPUT = 1
"""The descriptor that takes what is printed."""


def play_plain(opened: Opened, choices: Choices, every: float | None = EVERY) -> bool:
    """Plays a routine in lines; whether it was finished. `every` is how often the time left is said, 0 for never."""
    gc.freeze()  # what was loaded stays
    gc.enable()  # it was off while the program started
    try:
        with open_console() as console, _desk(console, opened, choices) as context:

            def sing(plan: Plan) -> Chorus:
                return _chorus(plan, console, context, opened, choices)

            keys = opened.settings.keys
            plain = Plain(
                console,
                context,
                speed=choices.speed,
                every=every,
                counted=opened.settings.cues.countdown,
                sing=sing,
                keys=keys,
                settle=console.settle,
            )
            if opened.complaint:
                console.say(opened.complaint)
            finished = plain.play(opened.loaded)
            console.drain()
            return finished
    except Gone as gone:
        _complain(str(gone))
        return False


def _chorus(plan: Plan, console: Console, context: Context, opened: Opened, choices: Choices) -> Chorus:
    """The cues, by the settings. What is no terminal gets no bell, and nothing obeyed is written."""
    settings = choices.over(opened.settings)
    if settings.awake and choices.speed == 1.0:
        from hiproutine.cues.awake import Awake

        more: tuple[Awake, ...] = (Awake(),)
    else:
        more = ()
    cues = settings.cues if os.isatty(OUTPUT) else settings.cues._replace(bell=False)
    return chorus(
        cues,
        plan,
        os.environ,
        ring=lambda: console.write("\a"),
        write=None,
        flash=None,
        complain=context.complain,
        more=more,
        space=first_key_spoken(SPACE, settings.keys),
        voice_lengths=lambda: find_paths().voice_lengths,
    )


def _desk(console: Console, opened: Opened, choices: Choices) -> Context:
    """The journal of this run; a rehearsal has none."""
    from hiproutine.config.measures import own_routine as routine

    if choices.kept_in is None:
        return Context(None, console.say, routine, week=choices.week)
    settings = opened.settings
    return open_context(
        choices.kept_in,
        console.say,
        routine,
        ask_before=settings.check_before,
        ask_loads=settings.ask_loads,
        week=choices.week,
    )


def _complain(sentence: str) -> None:
    """A sentence on standard error, if that takes it now: what does not take the lines may be the same."""
    if not sentence or sys.stderr is None:
        return
    if sys.platform == "win32":
        sys.stderr.write(f"{sentence}\n")
        return
    from hiproutine.plain.printer import say_at_once

    say_at_once(2, sentence)
