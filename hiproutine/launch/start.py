"""From a routine's name to the screens. Knows nothing of click, so that the first question stands there sooner."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from typing import TYPE_CHECKING, NoReturn

from hiproutine.config.choices import PLAIN

if TYPE_CHECKING:
    from hiproutine.config.choices import Choices
    from hiproutine.errors import BadFile
    from hiproutine.launch.prefetch import Opened, Prefetch

FINISHED, ENDED_EARLY, COULD_NOT_START = 0, 1, 2


def play(name: str, choices: Choices) -> NoReturn:
    """Plays a routine, by its id or path. Ends the program."""
    from hiproutine.launch.prefetch import Prefetch

    plain = choices.in_lines or lack_of_terminal() is not None
    ahead = Prefetch(name, choices.kept_in, looks_on=not plain, week=choices.week)
    import_module("hiproutine.plain.run" if plain else "hiproutine.tui.run")  # meanwhile
    first = ahead.known().first
    if not plain and first is None:
        import_module("hiproutine.tui.playing")  # while the child still reads
    if plain or first is None:
        _say_replaced(name, _opened(ahead))
    if choices.week and (trouble := _opened(ahead).loaded.lacks_week(choices.week)):
        fail(trouble)
    finished = _as_lines(ahead, choices) if plain else _on_screens(ahead, choices)
    sys.exit(FINISHED if finished else ENDED_EARLY)


def _as_lines(ahead: Prefetch, choices: Choices) -> bool:
    from hiproutine.plain.open_console import ignore_what_is_never_meant
    from hiproutine.plain.run import play_plain

    ignore_what_is_never_meant()
    every = ahead.known().settings.plain_every if choices.every is None else choices.every
    return play_plain(ahead.opened(), choices, every)


def _on_screens(ahead: Prefetch, choices: Choices) -> bool:
    from hiproutine.tui.run import play_routine

    finished = play_routine(ahead, choices)
    _opened(ahead)
    return finished


def _opened(ahead: Prefetch) -> Opened:
    """The routine, or the end of the program with every problem said."""
    from hiproutine.errors import BadFile, UnknownRoutine

    try:
        return ahead.opened()
    except UnknownRoutine as error:
        fail(str(error))
    except BadFile as error:
        fail_of(error)


def open_library(choices: Choices) -> NoReturn:
    """Opens the library. Ends the program."""
    if choices.in_lines:
        fail(f"{PLAIN} is set, and the library is a screen: hiproutine list shows the routines, play NAME plays one.")
    if lack := lack_of_terminal():
        fail(lack)
    from hiproutine.tui.run import open_library

    open_library(choices)
    sys.exit(FINISHED)


def lack_of_terminal() -> str | None:
    """What this terminal lacks to play in, if anything.

    Who sets Textual's driver, as textual-serve does, has a screen.
    """
    if os.environ.get("TEXTUAL_DRIVER"):
        return None
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return "The library needs a terminal: input and output are not both one."
    if os.environ.get("TERM", "dumb") in {"", "dumb", "unknown"} and os.name == "posix":
        return "The library needs a terminal that can move its cursor; TERM says that this one cannot."
    from hiproutine.plain_marks import lacks_marks

    encoding = getattr(sys.stdout, "encoding", None) or "ascii"
    if lacks_marks(encoding):
        return (
            f"The library is drawn with marks that {encoding} lacks. Choose a UTF-8 locale, such as LANG=C.UTF-8, in a "
            "terminal that shows it."
        )
    if os.environ.get("TERM", "").partition("-")[0] in _FEW_SIGNS and os.name == "posix":
        return "The library is drawn with marks that this terminal has no signs for, says TERM."
    return None


_FEW_SIGNS = frozenset({"linux", "ansi", "cons25", "vt52", "vt100", "vt102", "vt220", "vt320", "sun"})
"""Terminals with 256 or 512 signs: neither braille cells nor quarter blocks are among them."""


def say(sentences: list[str], most: int = 20) -> None:
    """Prints problems on standard error, not more than a person reads."""
    for sentence in sentences[:most]:
        sys.stderr.write(f"{sentence}\n")
    if len(sentences) > most:
        sys.stderr.write(f"And {len(sentences) - most} more.\n")


def fail(sentence: str, status: int = COULD_NOT_START) -> NoReturn:
    """Prints why, and ends the program."""
    say([sentence])
    sys.exit(status)


def fail_of(error: BadFile, status: int = COULD_NOT_START) -> NoReturn:
    """Prints every problem of a file, and ends the program."""
    say([problem.sentence() for problem in error.problems])
    sys.exit(status)


def _say_replaced(name: str, opened: Opened) -> None:
    if opened.replaced:
        say([problem.sentence() for problem in opened.replaced])
        say([f"Your own {name} has a problem; this is the one that comes with the program."])
