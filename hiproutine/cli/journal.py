"""The commands of the journal: keep a pain score, look back, print a report."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from hiproutine.cli.amount_option import Amount
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
@click.option("--list", "as_list", is_flag=True, help="Print what was kept, newest first, with the ids.")
@click.option("--change", metavar="ID", help="Correct an entry: what is said here stands instead of what it says.")
@click.option("--remove", metavar="ID", help="Take an entry out, by the beginning of its id.")
@click.option("--when", "moment", type=click.Choice(_MOMENTS), help="About a session, or the morning.")
@click.option("--side", type=click.Choice(["left", "right", "both"]), help="Which side.")
@click.option("--area", type=click.Choice(["front", "outer", "buttock", "unsure"]), help="Where about the hip.")
@click.option("--feel", type=click.Choice(["ache", "stiff", "sharp", "catching", "tingling"]), help="What it is like.")
@click.option("--worst", type=_SCORE, help="The worst of the last 24 hours, or during a session.")
@click.option("--effort", type=_SCORE, help="How hard the session was.")
@click.option("--stiffness", type=click.Choice(["less", "usual", "more"]), help="Against other mornings.")
@click.option("--limp/--no-limp", default=None, help="Whether you limp.")
@click.option("--landing/--no-landing", "on_impact", default=None, help="Whether it comes with landing or every step.")
@click.option("--masked/--not-masked", default=None, help="Whether a pain reliever was taken in the last 8 hours.")
@click.option("--note", help="Anything else.")
@journal_option
def pain(
    *,
    place: Path | None,
    undo: bool,
    as_list: bool,
    change: str | None,
    remove: str | None,
    day: datetime | None,
    **answers: Any,
) -> None:
    """Keep how the hip feels now."""
    if sum((undo, as_list, change is not None, remove is not None)) > 1:
        raise click.UsageError("Give --undo, --list, --change or --remove, one of them.")
    said = _answers(answers)
    if (undo or as_list or remove is not None) and (said or day):
        which = "--undo" if undo else "--list" if as_list else "--remove"
        raise click.UsageError(f"Give {which} alone: nothing is kept by it.")
    named = remove if change is None else change
    if undo or as_list or named is not None:
        from hiproutine.cli import correcting

        if undo:
            act = correcting.undo_reading
        elif as_list:
            act = correcting.list_readings
        else:
            act = partial(correcting.correct_reading, start=named or "", said=said, day=day, out=remove is not None)
        with_journal(place, act, nothing=NOTHING, missed=named is not None)
        return
    if "score" not in said:
        raise click.UsageError("Say how much, such as hiproutine pain --score 3")
    from uuid import uuid4

    from hiproutine.advice.pain.readings import Moment, Reading

    def keep(journal: Journal) -> None:
        now = at_day(journal.now(), day)
        moment = said.pop("moment", Moment.OTHER)
        session = journal.session_for(moment, now)
        reading = Reading(str(uuid4()), now, moment, session=session, **said)
        journal.add_reading(reading)
        from hiproutine.cli.command_context import command_context, unit
        from hiproutine.cli.days import print_meaning
        from hiproutine.dialogue.notes import meaning_of_reading

        print_meaning(meaning_of_reading(command_context(journal), reading, unit()))

    with_journal(place, keep)


def _answers(given: dict[str, Any]) -> dict[str, Any]:
    """What was said, in the words of the journal; what was not said is left out."""
    from hiproutine.advice.pain.readings import Area, Feel, Moment, Side, Stiffness

    if len(given["note"] or "") > LONGEST_NOTE:
        text = f"it has {len(given['note'])} characters, {LONGEST_NOTE} is the most"
        raise click.BadParameter(text, param_hint="--note")
    kinds = {"side": Side, "area": Area, "feel": Feel, "stiffness": Stiffness, "moment": Moment}
    said = {name: value for name, value in given.items() if value is not None}
    return {name: kinds[name](value) if name in kinds else value for name, value in said.items()}


@click.command()
@click.argument("number", required=False, type=click.IntRange(min=1))
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.option("--since", type=Day(), metavar="DATE", help="Only from this day on, such as 2026-03-31.")
@click.option("--routine", metavar="ID", help="Only of this routine.")
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help=f"The newest N; {SHOWN} without --since.")
@click.option("--remove", is_flag=True, help="Take session NUMBER out, with the pain that was said around it.")
@click.option("--note", metavar="TEXT", help="Keep another note with session NUMBER.")
@click.option("--time", "seconds", type=Amount("time"), help="How long session NUMBER took, such as 12m or 12:30.")
@click.option(
    "--done",
    type=click.IntRange(0, 100),
    metavar="PERCENT",
    help="How much of session NUMBER was done; from 80 on it is finished.",
)
@click.option("--add", "added", metavar="ROUTINE", help="Write down that a routine was done, now or --on another day.")
@click.option("--on", "day", type=Day(), metavar="DATE", help="The day of what is added, or for session NUMBER.")
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
    seconds: float | None,
    done: int | None,
    added: str | None,
    day: datetime | None,
) -> None:
    """Print what was done, newest first; with NUMBER all about one session, 1 the newest."""
    if number and limit:
        raise click.UsageError("Give NUMBER or --limit, not both.")
    said = [name for name, value in (("note", note), ("time", seconds), ("done", done)) if value is not None]
    _check_corrections(number, day, added, remove=remove, said=said)
    moved = day if number and not added else None
    share = None if done is None else done / 100
    corrects = added or remove or moved or said
    listing = {"--json": as_json, "--since": since, "--routine": routine, "--limit": limit}
    if corrects and (unheeded := [name for name, given in listing.items() if given]):
        raise click.UsageError(f"{unheeded[0]} is for looking back; leave it out where something is corrected.")

    def show(journal: Journal) -> None:
        if corrects:
            from hiproutine.cli import correcting

            if added:
                at = at_day(journal.now(), day)
                correcting.add_session(journal, added, at, seconds=seconds, share=share, note=note)
            elif remove:
                correcting.remove_session(journal, number or 0)
            else:
                correcting.correct_session(journal, number or 0, note=note, day=moved, seconds=seconds, share=share)
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
    missed = bool(number)
    with_journal(place, show, nothing=None if added else NOTHING if missed else nothing, missed=missed)


def _check_corrections(
    number: int | None, day: datetime | None, added: str | None, *, remove: bool, said: list[str]
) -> None:
    """Refuses what cannot be meant together, in words."""
    if added and (number or remove):
        raise click.UsageError("--add writes a routine down anew: leave NUMBER and --remove out.")
    if (remove or said) and not (number or added):
        raise click.UsageError(f"Say which session, such as hiproutine history 1 --{'remove' if remove else said[0]}")
    if day and not (added or number):
        raise click.UsageError("Give --on with --add ROUTINE, or with the NUMBER of a session.")
    if remove and (said or day):
        raise click.UsageError("Give --remove alone.")


@click.command()
@click.option("--weeks", type=click.IntRange(1, 520), default=4, metavar="N", help="How many, with this one.")
@journal_option
def report(place: Path | None, weeks: int) -> None:
    """Print a page of Markdown to show to a physiotherapist."""

    def show(journal: Journal) -> None:
        from hiproutine.advice.recovery.building import Unit
        from hiproutine.config.present import present_settings
        from hiproutine.journal.report import collect
        from hiproutine.journal.report import report as page
        from hiproutine.paths import find_paths

        unit = Unit(present_settings(find_paths().settings)[0].distance)
        click.echo(page(collect(journal, weeks, unit)), nl=False)

    with_journal(place, show, nothing=NOTHING)


COMMANDS = [pain, history, report]
"""What the program registers."""
