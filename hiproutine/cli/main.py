"""The commands. Each is small; what it needs is imported inside, so that `--help` costs next to nothing."""

from __future__ import annotations

import sys
from functools import partial
from importlib import import_module
from math import isfinite
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from hiproutine import __version__
from hiproutine.cli.options import journal_option
from hiproutine.cli.weeks import in_its_week, in_week_asked, week_option
from hiproutine.config.choices import Choices
from hiproutine.launch.start import COULD_NOT_START, ENDED_EARLY, fail, fail_of, open_library, say
from hiproutine.launch.start import play as start_playing

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from hiproutine.routine.library import Library
    from hiproutine.routine.loaded import Loaded


ELSEWHERE = {
    "authoring": ("check", "new", "edit", "watch", "exercises", "schema"),
    "journal": ("pain", "history", "report"),
    "transfer": ("export", "import"),
    "signs": ("signs",),
    "outings": ("today", "run", "runs", "onset"),
    "doctor": ("doctor",),
    "config": ("config",),
    "guides": ("guide",),
    "sharing": ("share",),
    "completion": ("completion",),
    "workouts": ("workout",),
    "sounding": ("audio",),
}
"""Commands by the module of this package they are in."""


class Commands(click.Group):
    """The group of commands; loads each when it is called, since making options is slow."""

    def main(self, args: Sequence[str] | None = None, *rest: Any, **extra: Any) -> Any:
        """As every group; where JSON is asked for, an error is printed as JSON as well."""
        given = sys.argv[1:] if args is None else list(args)
        if "--json" not in given:
            return super().main(args, *rest, **extra)
        from hiproutine.cli.json_output import errors_as_json

        return errors_as_json(lambda: super(Commands, self).main(args, *rest, **extra))

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands."""
        return sorted([*super().list_commands(ctx), *(name for names in ELSEWHERE.values() for name in names)])

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name; None where there is none."""
        for module, names in ELSEWHERE.items():
            if cmd_name in names:
                commands: list[click.Command] = import_module(f"hiproutine.cli.{module}").COMMANDS
                return next(command for command in commands if command.name == cmd_name)
        return super().get_command(ctx, cmd_name)


class Seconds(click.ParamType):  # type: ignore[type-arg]  # generic in newer clicks only
    """The type of an option that is a length such as `10m`, as in routine files."""

    name = "duration"

    def __init__(self, least: int = 1) -> None:
        self._least = least

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Whole seconds, or a usage error that says how to write it."""
        from hiproutine.errors import printable
        from hiproutine.routine.durations import DAY, parse_duration
        from hiproutine.routine.values import BadValue

        number = str(value).isdecimal() and len(str(value)) < 10
        try:
            return parse_duration(int(value) if number else value, least=self._least, most=DAY)
        except BadValue as bad:
            self.fail(printable(f"{bad.message}; {bad.cure}" if bad.cure else bad.message), param, ctx)


class Speed(click.ParamType):  # type: ignore[type-arg]
    """The type of an option that says how many times as fast as real time."""

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
CUES = {
    "bell": "the terminal's bell",
    "sound": "tones",
    "voice": "speech",
    "notify": "notifications of the terminal",
    "title": "the window's title",
    "progress": "progress in tab or task bar",
    "flash": "a change of the digits' colour",
}


def cue_options(command: Callable[..., None]) -> Callable[..., None]:
    """An option to choose each cue output for one run, or to leave it out."""
    for name, words in reversed(CUES.items()):
        option = click.option(f"--{name}/--no-{name}", default=None, help=f"Cues: {words}.")
        command = option(command)
    return command


json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON.")


@click.group(cls=Commands, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="hiproutine")
@theme_option
@journal_option
@click.pass_context
def cli(context: click.Context, theme: str | None, place: Path | None) -> None:
    """Guided routines for runners' hips, in the terminal.

    Without a command the library opens to choose from.
    """
    if context.invoked_subcommand is None:
        open_library(Choices(theme=theme, journal=place))


@cli.command()
@click.argument("routine", required=False)
@speed_option
@theme_option
@journal_option
@click.option("--plain/--no-plain", default=None, help="Print lines, do not draw screens [HIPROUTINE_PLAIN].")
@click.option("--every", type=Seconds(least=0), metavar="DURATION", help="With --plain: say the time left so often.")
@week_option
@cue_options
def play(
    routine: str | None,
    *,
    speed: float,
    theme: str | None,
    place: Path | None,
    plain: bool | None,
    every: int | None,
    week: int | None,
    **cues: bool | None,
) -> None:
    """Play ROUTINE, an id or a path. Without one the library opens."""
    choices = Choices(speed, theme, place, cues, plain, every, week)
    if routine is None and choices.in_lines:
        raise click.UsageError("Say which routine: hiproutine list shows them all.")
    if routine is None and week is not None:
        raise click.UsageError("Say of which routine it is the week.")
    if routine is None:
        open_library(choices)
    start_playing(routine, choices)


@cli.command("list")
@click.argument("words", nargs=-1)
@json_option
@click.option(
    "--when",
    multiple=True,
    type=click.Choice(["pre-run", "post-run", "rest-day", "any-time"]),
    help="Only what suits then.",
)
@click.option("--tag", multiple=True, help="Only what has this tag.")
@click.option("--max", "longest", type=Seconds(), metavar="DURATION", help="Only what takes no longer, such as 10m.")
def list_routines(
    words: tuple[str, ...], *, as_json: bool, when: tuple[str, ...], tag: tuple[str, ...], longest: int | None
) -> None:
    """List the routines, or those in which all WORDS are found."""
    from hiproutine.cli import printing

    library = _library()
    suits = partial(printing.passes_filters, when=when, tags=tag, longest=longest)
    if asked := " ".join(words).strip():
        from hiproutine.routine.sought import RoutineSearch

        found = RoutineSearch(lambda: library.catalogue.said).find(asked, [*map(in_its_week, library.entries())], suits)
        click.echo(printing.found_routines_json(found) if as_json else printing.found_routines(found))
        return
    filtered = bool(words or when or tag or longest is not None)
    entries = filter(suits, map(in_its_week, library.entries()))
    click.echo(printing.routines_json(entries) if as_json else printing.routines(entries, filtered=filtered))


@cli.command()
@click.argument("routine")
@json_option
@click.option("--figures", "drawn", is_flag=True, help="Show how each exercise is done as well.")
@week_option
def show(routine: str, as_json: bool, drawn: bool, week: int | None) -> None:
    """Print ROUTINE as it will be played, second by second."""
    from hiproutine.cli import printing
    from hiproutine.cli.last_loads import as_last_used

    if as_json and drawn:
        raise click.UsageError("Give --json or --figures, not both.")
    loaded, why = in_week_asked(_open(routine), week)
    loaded = as_last_used(loaded)
    click.echo(printing.plan_json(loaded) if as_json else printing.plan(loaded, why))
    if drawn:
        from hiproutine.cli.figures import print_figures

        print_figures(loaded.plan, _library().catalogue)


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
        "compiled": found.compiled,
    }
    for name, place in places.items():
        click.echo(f"{name:<10} {printable(str(place))}")


def _library() -> Library:
    from hiproutine.config.measures import own_library
    from hiproutine.paths import find_paths

    return own_library(find_paths())


def _open(name: str, library: Library | None = None) -> Loaded:
    """A routine to use, or the end of the program with every problem said."""
    from hiproutine.errors import BadFile, UnknownRoutine

    try:
        loaded, replaced = (library or _library()).open(name)
    except UnknownRoutine as error:
        fail(str(error))
    except BadFile as error:
        missing = any(problem.code == "unreadable" for problem in error.problems)
        fail_of(error, COULD_NOT_START if missing else ENDED_EARLY)
    if replaced:
        say([problem.sentence() for problem in replaced])
        say([f"Your own {name} has a problem; this is the one that comes with the program."])
    return loaded
