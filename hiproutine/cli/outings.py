"""The commands between the routines: what suits today, runs and other activities, when a pain began."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from hiproutine.cli.amount_option import Amount
from hiproutine.cli.command_context import command_context, unit
from hiproutine.cli.day_option import Day, at_day
from hiproutine.cli.options import journal_option
from hiproutine.cli.with_journal import with_journal

if TYPE_CHECKING:
    from datetime import datetime

    from hiproutine.advice.recovery.facts import Outing
    from hiproutine.journal.store import Journal

SPORTS = ("run", "walk", "hike", "cycle", "swim", "yoga", "strength", "massage", "other")
SURFACES = ("road", "trail", "track", "grass", "sand", "treadmill")
"""As in `recovery.facts`; written out so that the options need nothing else. A test compares."""
WEEKS = 8
NAMED_BY_HOURS = 2
"""Days ago from which a pain began at noon; before that, at this hour."""
LONGEST_NOTE = 2000
NO_ONSET = "Nothing is kept: hiproutine onset today"
CANNOT = 1


class Began(click.ParamType):  # type: ignore[type-arg]
    """The type of an argument that says when a pain began."""

    name = "day"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        """Today is now, yesterday a day ago, an earlier day its noon."""
        from datetime import timedelta

        from hiproutine.clock import local_now

        now = local_now()
        day: datetime = Day().convert(value, param, ctx)
        ago = (now.date() - day.date()).days
        if ago < 0:
            self.fail("that day is still to come", param, ctx)
        return now - timedelta(days=ago) if ago < NAMED_BY_HOURS else day + timedelta(hours=12)


@click.command()
@click.option("--why", is_flag=True, help="Print all that was found, and what it rests on.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.option("--ics", "calendar", is_flag=False, flag_value="-", metavar="[FILE]",
              help="Due times as a calendar, to FILE or to standard output.")  # fmt: skip
@click.option("--force", is_flag=True, help="Let --ics write over a file that is there.")
@journal_option
def today(*, place: Path | None, why: bool, as_json: bool, calendar: str | None, force: bool) -> None:
    """Print what suits today, and why, in at most three lines."""
    if (as_json or why) and calendar:
        raise click.UsageError("Give --ics alone.")
    if force and calendar in {None, "-"}:
        raise click.UsageError("Give --force with --ics FILE.")

    def show(journal: Journal) -> None:
        from hiproutine.cli import days

        context = command_context(journal)
        if calendar:
            days.write_calendar(context, unit(), calendar, force=force)
        else:
            days.print_today(context, unit(), why=why, as_json=as_json)

    with_journal(place, show)


@click.command()
@click.option("--distance", "metres", type=Amount("distance"), help="How far, such as 5km or 3.1mi.")
@click.option("--time", "seconds", type=Amount("time"), help="How long, such as 28m or 1:02:10.")
@click.option("--pain", type=click.IntRange(0, 10), help="The worst of it: 0 none, 10 the worst you can imagine.")
@click.option("--surface", type=click.Choice(SURFACES), help="What was under your feet.")
@click.option("--sport", type=click.Choice(SPORTS), help="Another activity than a run.")
@click.option("--on", "day", type=Day(), metavar="DATE", help="Another day than today, such as 2026-03-31.")
@click.option("--note", help="Anything else.")
@click.option("--change", metavar="ID", help="Correct one that is kept: what is said here stands instead.")
@click.option("--sure", is_flag=True, help="Keep it without a question, however unlikely it looks.")
@journal_option
def run(place: Path | None, day: datetime | None, change: str | None, sure: bool, **given: Any) -> None:
    """Keep a run or another activity, and print what it adds up to."""
    said = {name: value for name, value in given.items() if value is not None}
    if change is None and not said.keys() & {"metres", "seconds"}:
        raise click.UsageError("Say how far or how long: hiproutine run --distance 5km --time 28m")
    if change is not None and not said and day is None:
        raise click.UsageError("Say what is right, such as hiproutine run --change ID --distance 5km")
    if len(note := said.get("note", "")) > LONGEST_NOTE:
        raise click.BadParameter(f"it has {len(note)} characters, {LONGEST_NOTE} is the most", param_hint="--note")

    def keep(journal: Journal) -> None:
        from hiproutine.cli.days import print_meaning
        from hiproutine.dialogue.notes import doubts, keep_outing

        outing = _outing(journal, change, said, day)
        context = command_context(journal)
        if not sure and (asked := doubts(context, outing, unit())):
            _ask(" ".join(asked))
        print_meaning(keep_outing(context, outing, unit(), as_it_is=change is not None))

    with_journal(place, keep)


def _outing(journal: Journal, change: str | None, said: dict[str, Any], day: datetime | None) -> Outing:
    """What is to be kept: a new one, or the one of an id with what is said instead."""
    from dataclasses import replace
    from uuid import uuid4

    from hiproutine.advice.recovery.facts import Outing, Sport, Surface
    from hiproutine.errors import printable
    from hiproutine.journal.corrections import named, on_day
    from hiproutine.journal.outings import outings

    kinds = {"sport": Sport, "surface": Surface}
    values: dict[str, Any] = {name: kinds[name](value) if name in kinds else value for name, value in said.items()}
    if change is None:
        return Outing(str(uuid4()), at_day(journal.now(), day), **values)
    found = named(change, outings(journal))
    if found is None:
        raise click.UsageError(f"“{printable(change)}” names no activity, or several. hiproutine runs shows them.")
    try:
        at = on_day(found.at, day.date(), journal.now()) if day else found.at
    except ValueError as error:
        raise click.BadParameter(str(error), param_hint="--on") from error
    return replace(found, at=at, **values)


def given_here(context: click.Context, name: str) -> bool:
    """Whether an option was written on the command line."""
    return context.get_parameter_source(name) is click.core.ParameterSource.COMMANDLINE


class RunCommands(click.Group):
    """The command under `runs`, imported when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - asked by click
        """Every name."""
        return ["import"]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command of a name."""
        from hiproutine.cli.run_files import import_runs

        return import_runs if cmd_name == "import" else None


@click.group(cls=RunCommands, invoke_without_command=True)
@click.option("--weeks", "count", type=click.IntRange(1, 520), default=WEEKS, help=f"So many weeks ({WEEKS}).")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.option("--remove", metavar="ID", help="Take one back, by the beginning of its id.")
@journal_option
@click.pass_context
def runs(context: click.Context, place: Path | None, count: int, as_json: bool, remove: str | None) -> None:
    """Print the weeks, newest first, and what was done in them; or bring runs in."""
    if context.invoked_subcommand is not None:
        return
    if remove is not None and (as_json or given_here(context, "count")):
        raise click.UsageError("Give --remove alone.")

    def show(journal: Journal) -> None:
        from hiproutine.cli import days

        if remove is not None:
            days.take_back(journal, remove, unit())
        else:
            days.print_weeks(command_context(journal), unit(), count, as_json=as_json)

    with_journal(place, show)


@click.command()
@click.argument("when", type=Began(), required=False)
@click.option("--over", is_flag=True, help="It no longer counts.")
@click.option("--undo", is_flag=True, help="Take back what was kept last.")
@click.option("--change", is_flag=True, help="WHEN stands instead of what was kept last.")
@click.option("--of", "named", metavar="ID", help="The one that --over or --change is about, if not the last.")
@click.option("--list", "as_list", is_flag=True, help="Print every one that is kept, newest first, with the ids.")
@click.option("--remove", metavar="ID", help="Take one out, by the beginning of its id.")
@journal_option
def onset(
    *,
    place: Path | None,
    when: datetime | None,
    over: bool,
    undo: bool,
    change: bool,
    named: str | None,
    as_list: bool,
    remove: str | None,
) -> None:
    """Keep WHEN a pain began: today, yesterday or a date. Without it, print what is kept.

    The first two days of ice count from then, and heat after them.
    """
    if sum((bool(when), over, undo, as_list, remove is not None)) > 1:
        raise click.UsageError("Give WHEN, --over, --undo, --list or --remove, one of them.")
    if change and not when:
        raise click.UsageError("Say when, such as hiproutine onset yesterday --change")
    if named is not None and not (change or over):
        raise click.UsageError("Give --of with --change or --over.")

    def act(journal: Journal) -> None:
        from hiproutine.cli import onsets

        if undo:
            onsets.undo(journal)
        elif as_list:
            onsets.print_all(journal)
        elif remove is not None:
            onsets.take_out(journal, remove)
        elif over:
            onsets.end(journal, named)
        elif when and change:
            onsets.change(journal, when, named)
        else:
            onsets.keep(journal, when)

    with_journal(place, act, nothing=NO_ONSET if as_list else None, missed=remove is not None or named is not None)


def _ask(doubt: str) -> None:
    """Asks whether to keep what may be a slip; ends the program where the answer is no, or nobody can answer."""
    import sys

    if not sys.stdin.isatty():
        raise click.UsageError(f"{doubt} If that is right, add --sure.")
    if not click.confirm(f"{doubt} Keep it?"):
        click.echo("Nothing was kept.")
        sys.exit(CANNOT)


COMMANDS: list[click.Command] = [today, run, runs, onset]
