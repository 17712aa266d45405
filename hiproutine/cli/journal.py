"""The commands of the journal: keep a pain score, look back, print a report."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from hiproutine.cli.day_option import Day, at_day
from hiproutine.cli.json_output import json_text
from hiproutine.cli.options import journal_option
from hiproutine.cli.with_journal import NOTHING, with_journal

if TYPE_CHECKING:
    from datetime import datetime

    from hiproutine.advice.pain.readings import Reading
    from hiproutine.journal.store import Journal

NO_SESSION = "No session is kept yet; hiproutine runs and hiproutine report tell of the rest."
SHOWN = 20
"""Sessions that `history` prints unless asked for more."""
LONGEST_NOTE = 2000

_MOMENTS = ["before", "during", "after", "morning", "other"]
_SCORE = click.IntRange(0, 10)


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


COMMANDS = [pain, history, report]
"""What the program registers."""
