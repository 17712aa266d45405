"""The commands of the journal: keep a pain score, look back, take it with you, bring it in, print a report."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from hiproutine.cli.json_output import json_text
from hiproutine.cli.options import journal_option
from hiproutine.cli.output import printing

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from typing import NoReturn

    from hiproutine.advice.pain.readings import Reading
    from hiproutine.journal.own_files import OwnFile
    from hiproutine.journal.store import Journal

NOTHING = "Nothing is kept yet."
NO_SESSION = "No session is kept yet; hiproutine runs and hiproutine report tell of the rest."
SHOWN = 20
"""Sessions that `history` prints unless asked for more."""
LONGEST_NOTE = 2000
CANNOT, BAD_INPUT = 1, 2

_MOMENTS = ["before", "during", "after", "morning", "other"]
_SCORE = click.IntRange(0, 10)


class Day(click.ParamType):  # type: ignore[type-arg]  # generic in newer clicks only
    """The type of an option that is a day, as ISO 8601 writes it."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        """The first moment of that day, here; a usage error where it is none."""
        from datetime import datetime

        from hiproutine.day_words import day_called
        from hiproutine.errors import printable
        from hiproutine.journal.records import local_now

        if isinstance(value, datetime):
            return value
        try:
            day = day_called(str(value), local_now().date())
            return datetime(day.year, day.month, day.day).astimezone()
        except (ValueError, OverflowError, OSError) as error:
            self.fail(f"“{printable(str(value))}” is no day; {error}", param, ctx)


@click.command()
@click.option("--score", type=_SCORE, help="Pain now: 0 none, 10 the worst you can imagine.")
@click.option("--on", "day", type=Day(), metavar="DATE", help="Another day than today, such as yesterday.")
@click.option("--undo", is_flag=True, help="Take back what was kept last.")
@click.option("--when", "moment", type=click.Choice(_MOMENTS), default="other", help="About a session, or the morning.")
@click.option("--side", type=click.Choice(["left", "right", "both"]), help="Which side.")
@click.option("--area", type=click.Choice(["front", "outer", "buttock", "unsure"]), help="Where about the hip.")
@click.option("--feel", type=click.Choice(["ache", "stiff", "sharp", "catching", "tingling"]), help="What it is like.")
@click.option("--worst", type=_SCORE, help="The worst of the last 24 hours, or during a session.")
@click.option("--effort", type=_SCORE, help="How hard the session was.")
@click.option("--stiffness", type=click.Choice(["less", "usual", "more"]), help="Against other mornings.")
@click.option("--limp/--no-limp", default=None, help="Whether you limp.")
@click.option("--landing/--no-landing", "on_impact", default=None, help="Whether it comes with landing or every step.")
@click.option("--masked/--not-masked", default=None, help="Whether a pain reliever was taken in the last 8 hours.")
@click.option("--note", default="", help="Anything else.")
@journal_option
def pain(
    *, place: Path | None, score: int | None, moment: str, note: str, undo: bool, day: datetime | None, **answers: Any
) -> None:
    """Keep how the hip feels now."""
    if undo:
        from hiproutine.cli.correcting import undo_reading

        with_journal(place, undo_reading, nothing=NOTHING)
        return
    if score is None:
        raise click.UsageError("Say how much, such as hiproutine pain --score 3")
    from uuid import uuid4

    from hiproutine.advice.pain.readings import Area, Feel, Moment, Reading, Side, Stiffness

    if len(note) > LONGEST_NOTE:
        raise click.BadParameter(f"it has {len(note)} characters, {LONGEST_NOTE} is the most", param_hint="--note")
    kinds = {"side": Side, "area": Area, "feel": Feel, "stiffness": Stiffness}
    said: dict[str, Any] = {
        name: kinds[name](value) if value and name in kinds else value for name, value in answers.items()
    }

    def keep(journal: Journal) -> None:
        now = at_day(journal.now(), day)
        session = journal.session_for(Moment(moment), now)
        reading = Reading(str(uuid4()), now, Moment(moment), score, note=note, session=session, **said)
        journal.add_reading(reading)
        from hiproutine.cli.command_context import command_context, unit
        from hiproutine.cli.days import print_meaning
        from hiproutine.dialogue.notes import meaning_of_reading

        print_meaning(meaning_of_reading(command_context(journal), reading, unit()))

    with_journal(place, keep)


@click.command()
@click.argument("number", required=False, type=click.IntRange(min=1))
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.option("--since", type=Day(), metavar="DATE", help="Only from this day on, such as 2026-03-31.")
@click.option("--routine", metavar="ID", help="Only of this routine.")
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help=f"The newest N; {SHOWN} without --since.")
@click.option("--remove", is_flag=True, help="Take session NUMBER out, with the pain that was said around it.")
@click.option("--note", metavar="TEXT", help="Keep another note with session NUMBER.")
@click.option("--add", "added", metavar="ROUTINE", help="Write down that a routine was done, now or --on another day.")
@click.option("--on", "day", type=Day(), metavar="DATE", help="With --add: the day, such as yesterday or 2026-03-31.")
@journal_option
def history(
    *,
    place: Path | None,
    number: int | None,
    as_json: bool,
    since: datetime | None,
    routine: str | None,
    limit: int | None,
    remove: bool,
    note: str | None,
    added: str | None,
    day: datetime | None,
) -> None:
    """Print what was done, newest first; with NUMBER all about one session, 1 the newest."""
    if number and limit:
        raise click.UsageError("Give NUMBER or --limit, not both.")
    _check_corrections(number, day, added, named=remove or note is not None)

    def show(journal: Journal) -> None:
        if added or remove or note is not None:
            from hiproutine.cli import correcting

            correcting.correct(journal, number or 0, added, at_day(journal.now(), day), note, remove=remove)
            return
        if number:
            from hiproutine.cli.history_text import print_session

            print_session(journal, number, since, routine, as_json=as_json)
            return
        from hiproutine.cli.history_text import history_json, history_text

        most = limit or (None if since else SHOWN)
        found = journal.sessions(most, since=since, routine=routine)
        readings: dict[str, list[Reading]] = {}
        for reading in journal.readings_of(session.id for session in found):
            readings.setdefault(str(reading.session), []).append(reading)
        if as_json:
            click.echo(history_json(found, readings))
            return
        left = journal.count(since=since, routine=routine) - len(found)
        from hiproutine.cli.command_context import command_context, unit
        from hiproutine.cli.history_text import judgement_text

        context = command_context(journal)
        facts = context.facts(unit())
        known = NO_SESSION if facts.readings or facts.outings or facts.signs else NOTHING
        text = history_text(found, readings, left) or ("No session suits that." if since or routine else known)
        judged = judgement_text(context.judged(unit()))
        click.echo(f"{text}\n\n{judged}" if judged else text)

    nothing = json_text(sessions=[]) if as_json else NOTHING
    with_journal(place, show, nothing=None if added else nothing)


def _check_corrections(number: int | None, day: datetime | None, added: str | None, *, named: bool) -> None:
    if named and not number:
        raise click.UsageError("Say which session, such as hiproutine history 1 --remove")
    if day and not added:
        raise click.UsageError("Give --on with --add ROUTINE.")


@click.command("export")
@click.argument("file", required=False, type=click.Path(path_type=Path))
@click.option("--csv", "folder", type=click.Path(path_type=Path), metavar="FOLDER", help="Three tables into FOLDER.")
@click.option("--force", is_flag=True, help="Write over files that are there.")
@journal_option
def export_journal(place: Path | None, file: Path | None, folder: Path | None, force: bool) -> None:
    """Write everything that is kept to FILE, as JSON Lines.

    Your own routines, exercises and settings go along.

    Without FILE, to standard output.
    """
    from hiproutine.errors import printable

    if file and folder:
        raise click.UsageError("Give a FILE or --csv FOLDER, not both.")

    from hiproutine.journal.own_files import own_files
    from hiproutine.paths import find_paths

    files, left = ([], []) if folder else own_files(find_paths())

    def write(journal: Journal) -> None:
        from hiproutine.journal.transfer import export_csv, export_file, export_lines

        if left:
            click.echo(f"Not taken along, too large or no text: {printable(', '.join(left))}.", err=True)
        if folder:
            for path in export_csv(journal, folder, force=force):
                click.echo(printable(str(path)))
        elif file is None or str(file) == "-":
            if sys.stdout is None:
                _fail("Standard output is closed. Give a FILE to write to.", CANNOT)
            out = sys.stdout.buffer
            for line in export_lines(journal, files):
                out.write(f"{line}\n".encode())
            out.flush()
        else:
            export_file(journal, file, force=force, files=files)
            click.echo(printable(str(file)))

    with_journal(place, write, nothing=None if files else NOTHING, aside=True)


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@journal_option
def import_journal(place: Path | None, file: Path) -> None:
    """Bring in FILE, an export of this or another machine. Twice does no harm."""
    from hiproutine.errors import printable

    def read(journal: Journal) -> None:
        from hiproutine.journal.transfer import import_lines

        if str(file) == "-":
            brought = import_lines(journal, sys.stdin.buffer, "standard input")
        else:
            try:
                with file.open("rb") as lines:
                    brought = import_lines(journal, lines, str(file))
            except OSError as error:
                _fail(f"“{printable(str(file))}” cannot be read: {error.strerror or error}.", BAD_INPUT)
        files = _brought_back(brought.files)
        if not brought.new and not brought.updated:
            if not files:
                click.echo("Everything was there already.")
            return
        for word, counts in (("new", brought.new), ("updated", brought.updated)):
            for kind, number in counts.items():
                if kind != "plan":
                    click.echo(f"{number:>6} {kind}{'' if number == 1 else 's'} {word}")

    with_journal(place, read)


def _brought_back(files: list[OwnFile]) -> bool:
    """Writes own files where there are none, and says what was done; whether there was anything to say."""
    from hiproutine.errors import printable
    from hiproutine.journal.own_files import bring_back
    from hiproutine.paths import find_paths

    try:
        done = bring_back(files, find_paths())
    except OSError as error:
        _fail(f"Your own files cannot be written: {error.strerror or error}.", CANNOT)
    if done.written:
        click.echo(f"Brought back: {printable(', '.join(done.written))}.")
    if done.left:
        click.echo(f"Left as they are here, otherwise than in the file: {printable(', '.join(done.left))}.")
    return bool(done.written or done.left)


@click.command()
@click.option("--weeks", type=click.IntRange(1, 520), default=4, metavar="N", help="How many, with this one.")
@journal_option
def report(place: Path | None, weeks: int) -> None:
    """Print a page of Markdown to show to a physiotherapist."""

    def show(journal: Journal) -> None:
        from hiproutine.advice.recovery.building import Unit
        from hiproutine.config.reading import read_settings
        from hiproutine.journal.report import collect
        from hiproutine.journal.report import report as page
        from hiproutine.paths import find_paths

        unit = Unit(read_settings(find_paths().settings)[0].distance)
        click.echo(page(collect(journal, weeks, unit)), nl=False)

    with_journal(place, show, nothing=NOTHING)


COMMANDS = [pain, history, export_journal, import_journal, report]
"""What the program registers."""


@printing()
def with_journal(
    place: Path | None, use: Callable[[Journal], None], *, nothing: str | None = None, aside: bool = False
) -> None:
    """Runs a command on the journal. A command that only reads gives `nothing`, what it says where there is none."""
    from hiproutine.errors import HiproutineError

    if place is None:
        from hiproutine.paths import find_paths

        place = find_paths().journal
    if nothing is not None and not _there(place):
        click.echo(nothing, err=aside)
        return
    from hiproutine.journal.schema import JournalError
    from hiproutine.journal.store import Journal

    try:
        with Journal(place) as journal:
            use(journal)
    except JournalError as error:
        _fail(str(error), CANNOT)
    except HiproutineError as error:
        _fail(str(error), BAD_INPUT)


def _there(place: Path) -> bool:
    try:
        return place.exists()
    except OSError:
        return True  # opening it says what is wrong


def _fail(sentence: str, status: int) -> NoReturn:
    click.echo(sentence, err=True)
    sys.exit(status)


def at_day(now: datetime, day: datetime | None) -> datetime:
    """Now, or the noon of another day; a day to come is a usage error.

    Who names today after midnight means that day, and not the one whose night it still is.
    """
    from datetime import timedelta

    from hiproutine.advice.pain.days import DAY_BEGINS

    if day is None:
        return now
    if day.date() == now.date():
        return max(now, day + timedelta(hours=DAY_BEGINS.hour))
    if day > now:
        raise click.BadParameter("that day is still to come", param_hint="--on")
    return day + timedelta(hours=12)
