"""The commands. Each is small; what it needs is imported inside, so that `--help` costs next to nothing."""

from __future__ import annotations

import sys
from importlib import import_module
from io import TextIOWrapper
from math import isfinite
from typing import TYPE_CHECKING, Any, NoReturn

import click

from hiproutine import __version__

if TYPE_CHECKING:
    from collections.abc import Callable

    from hiproutine.routine.ahead import Opened
    from hiproutine.routine.library import Library
    from hiproutine.routine.loaded import Loaded

FINISHED, ENDED_EARLY, COULD_NOT_START = 0, 1, 2


def main() -> None:
    """The program. Ends the process with its status."""
    import gc

    gc.disable()  # what is imported stays; looking through it again and again is a tenth of the start
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")  # what an old code page lacks is no reason to stop
    cli.main(prog_name="hiproutine")


class Seconds(click.ParamType):  # type: ignore[type-arg]  # generic in newer clicks only
    """A length such as `10m`, as in routine files."""

    name = "duration"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Whole seconds, or a usage error that says how to write it."""
        from hiproutine.errors import printable
        from hiproutine.routine.values import DAY, BadValue, parse_duration

        number = str(value).isdecimal() and len(str(value)) < 10
        try:
            return parse_duration(int(value) if number else value, most=DAY)
        except BadValue as bad:
            self.fail(printable(f"{bad.message}; {bad.cure}" if bad.cure else bad.message), param, ctx)


class Speed(click.ParamType):  # type: ignore[type-arg]
    """How many times as fast as real time."""

    name = "number"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:
        """A number from 0.1 to 1000."""
        from hiproutine.errors import printable

        try:
            speed = float(value)
        except ValueError:
            self.fail(f"“{printable(str(value))}” is not a number", param, ctx)
        if not isfinite(speed) or not 0.1 <= speed <= 1000:
            self.fail("it goes from 0.1 to 1000", param, ctx)
        return speed


theme_option = click.option("--theme", metavar="NAME", help="Theme: dark, light, or one of Textual's by its name.")
speed_option = click.option(
    "--speed", type=Speed(), default=1.0, metavar="N", help="Rehearse N times as fast, cues and all."
)
json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON.")


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="hiproutine")
@theme_option
@click.pass_context
def cli(context: click.Context, theme: str | None) -> None:
    """Guided routines for runners' hips, in the terminal.

    Without a command the library opens to choose from.
    """
    if context.invoked_subcommand is None:
        _open_library(theme)


@cli.command()
@click.argument("routine", required=False)
@speed_option
@theme_option
def play(routine: str | None, speed: float, theme: str | None) -> None:
    """Play ROUTINE, an id or a path. Without one the library opens."""
    if routine is None:
        _open_library(theme, speed)
    from hiproutine.routine.ahead import open_ahead

    opened = open_ahead(routine)
    if _lack_of_terminal() is None:
        import_module("hiproutine.tui.app")  # meanwhile
    loaded = _open(opened, routine, broken=COULD_NOT_START)
    _need_terminal()
    from hiproutine.tui.app import play_routine

    sys.exit(FINISHED if play_routine(loaded, speed=speed, theme=theme) else ENDED_EARLY)


@cli.command("list")
@json_option
@click.option(
    "--when",
    multiple=True,
    type=click.Choice(["pre-run", "post-run", "rest-day", "any-time"]),
    help="Only what suits then.",
)
@click.option("--tag", multiple=True, help="Only what has this tag.")
@click.option("--max", "longest", type=Seconds(), metavar="DURATION", help="Only what takes no longer, such as 10m.")
def list_routines(as_json: bool, when: tuple[str, ...], tag: tuple[str, ...], longest: int | None) -> None:
    """List the routines."""
    from hiproutine import printing

    filtered = bool(when or tag or longest is not None)
    entries = [entry for entry in _library().entries() if printing.suits(entry, when, tag, longest)]
    click.echo(printing.routines_json(entries) if as_json else printing.routines(entries, filtered=filtered))


@cli.command()
@click.argument("routine")
@json_option
def show(routine: str, as_json: bool) -> None:
    """Print ROUTINE as it will be played, second by second."""
    from hiproutine import printing

    loaded = _open(lambda: _library().open(routine), routine, broken=ENDED_EARLY)
    click.echo(printing.plan_json(loaded.plan) if as_json else printing.plan(loaded))


@cli.command()
def paths() -> None:
    """Print where things are kept."""
    from hiproutine.errors import printable
    from hiproutine.paths import bundled, find_paths

    found = find_paths()
    places = {
        "settings": found.settings,
        "routines": found.routines,
        "exercises": found.exercises,
        "journal": found.journal,
        "bundled": bundled(),
    }
    for name, place in places.items():
        click.echo(f"{name:<10} {printable(str(place))}")


def _library() -> Library:
    from hiproutine.paths import find_paths
    from hiproutine.routine.library import Library

    return Library(find_paths())


def _open(opened: Callable[[], Opened], name: str, broken: int) -> Loaded:
    """A routine to use, or the end of the program with every problem said."""
    from hiproutine.errors import BadFile, UnknownRoutine

    try:
        loaded, replaced = opened()
    except UnknownRoutine as error:
        click.echo(str(error), err=True)
        sys.exit(COULD_NOT_START)
    except BadFile as error:
        _say([problem.sentence() for problem in error.problems])
        missing = any(problem.code == "unreadable" for problem in error.problems)
        sys.exit(COULD_NOT_START if missing else broken)
    if replaced:
        _say([problem.sentence() for problem in replaced])
        click.echo(f"Your own {name} has a problem; this is the one that comes with the program.", err=True)
    return loaded


def _say(sentences: list[str], most: int = 20) -> None:
    """Problems on standard error, not more than a person reads."""
    for sentence in sentences[:most]:
        click.echo(sentence, err=True)
    if len(sentences) > most:
        click.echo(f"And {len(sentences) - most} more.", err=True)


def _need_terminal() -> None:
    """The end of the program where there is no full terminal."""
    if lack := _lack_of_terminal():
        click.echo(lack, err=True)
        sys.exit(COULD_NOT_START)


def _lack_of_terminal() -> str | None:
    """What this terminal lacks to play in, if anything."""
    import os

    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return "hiproutine needs a terminal to play in: input and output are not both one."
    if os.environ.get("TERM", "dumb") in {"", "dumb", "unknown"} and os.name == "posix":
        return "hiproutine needs a terminal that can move its cursor; TERM says that this one cannot."
    return None


def _open_library(theme: str | None, speed: float = 1.0) -> NoReturn:
    _need_terminal()
    from hiproutine.tui.app import open_library

    open_library(_library, theme=theme, speed=speed)
    sys.exit(FINISHED)
