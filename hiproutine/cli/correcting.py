"""What is corrected from the command line: entries taken back, and routines that were done on another day."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, NoReturn
from uuid import uuid4

import click

from hiproutine.errors import BadFile, UnknownRoutine, printable
from hiproutine.journal.corrections import move_session, named, on_day
from hiproutine.journal.records import Progress, SessionRecord, State

if TYPE_CHECKING:
    from hiproutine.journal.store import Journal

CANNOT, BAD_INPUT = 1, 2
LONGEST_NOTE = 2000
ID_SHOWN = 8
"""Characters of an id that are printed; enough to name one."""
LISTED = 30
"""Scores that are listed."""


def correct(
    journal: Journal,
    number: int,
    added: str | None,
    at: datetime,
    note: str | None,
    *,
    moved: datetime | None = None,
    remove: bool,
) -> None:
    """Writes a routine down or takes the session of a number out; else notes something with it, and moves it."""
    if added:
        add_session(journal, added, at)
        return
    if remove:
        remove_session(journal, number)
        return
    if note is not None:
        note_session(journal, number, note)
    if moved is not None:
        move_to(journal, number, moved)


def remove_session(journal: Journal, number: int) -> None:
    """Takes the session of that number out, 1 the newest; the readings that belong to it too."""
    found = journal.sessions(1, number - 1)
    if not found:
        _fail(f"There is no session {number}.", BAD_INPUT)
    journal.remove_session(found[0].id)
    click.echo(f"Taken out: {printable(found[0].title)}, {found[0].started_at:%Y-%m-%d %H:%M}.")


def note_session(journal: Journal, number: int, note: str) -> None:
    """Keeps another note with the session of that number."""
    found = journal.sessions(1, number - 1)
    if not found:
        _fail(f"There is no session {number}.", BAD_INPUT)
    journal.note_session(found[0].id, note[:LONGEST_NOTE])
    click.echo(f"Noted with {printable(found[0].title)}, {found[0].started_at:%Y-%m-%d %H:%M}.")


def move_to(journal: Journal, number: int, day: datetime) -> None:
    """Moves the session of that number to another day, with what was said around it."""
    found = journal.sessions(1, number - 1)
    if not found:
        _fail(f"There is no session {number}.", BAD_INPUT)
    try:
        begins = move_session(journal, found[0].id, day.date())
    except ValueError as error:
        raise click.BadParameter(str(error), param_hint="--on") from error
    if begins is None:
        _fail("This session is not over yet.", CANNOT)
    click.echo(f"Moved: {printable(found[0].title)}, now {begins:%Y-%m-%d %H:%M}.")


def list_readings(journal: Journal) -> None:
    """Prints the scores that were kept last, newest first, each with its id."""
    from hiproutine.dialogue.notes import reading_text

    found = journal.readings(limit=LISTED)
    for one in reversed(found):
        note = f', "{printable(one.note)}"' if one.note else ""
        click.echo(f"{one.at:%Y-%m-%d %H:%M}  {one.id[:ID_SHOWN]}  {reading_text(one)}{note}")
    if not found:
        click.echo("No pain is kept.")


def correct_reading(journal: Journal, start: str, said: dict[str, Any], day: datetime | None, *, out: bool) -> None:
    """Takes a score out by the beginning of its id, or lets what is said stand instead of what it says."""
    from hiproutine.dialogue.notes import reading_text

    found = named(start, journal.readings())
    if found is None:
        _fail(f"“{printable(start)}” names no entry, or several. hiproutine pain --list shows them.", BAD_INPUT)
    if out:
        journal.remove_reading(found.id)
        click.echo(f"Taken out: {reading_text(found)}, {found.at:%Y-%m-%d %H:%M}.")
        return
    if not said and day is None:
        raise click.UsageError("Say what is right, such as hiproutine pain --change ID --score 3")
    try:
        at = on_day(found.at, day.date(), journal.now()) if day else found.at
    except ValueError as error:
        raise click.BadParameter(str(error), param_hint="--on") from error
    changed = replace(found, at=at, **said)
    journal.add_reading(changed)
    click.echo(f"Kept instead: {reading_text(changed)}, {changed.at:%Y-%m-%d %H:%M}.")


def undo_reading(journal: Journal) -> None:
    """Takes the reading back that was kept last."""
    found = journal.last_written_reading()
    if found is None:
        _fail("There is no pain to take back.", CANNOT)
    journal.remove_reading(found.id)
    click.echo(f"Taken back: pain {found.score} of 10, {found.at:%Y-%m-%d %H:%M}.")


def add_session(journal: Journal, routine: str, at: datetime) -> None:
    """Keeps that a routine was done then, to its end, as the person says."""
    from hiproutine.paths import find_paths
    from hiproutine.routine.library import Library

    try:
        plan = Library(find_paths()).open(routine)[0].plan
    except (UnknownRoutine, BadFile) as error:
        _fail(str(error), BAD_INPUT)
    ended = at + timedelta(seconds=plan.seconds)
    if ended > journal.now():
        at, ended = at - (ended - journal.now()), journal.now()
    record = SessionRecord(
        id=str(uuid4()),
        routine_id=plan.id,
        title=plan.title,
        load=plan.load,
        plan_seconds=plan.seconds,
        steps=plan.steps,
        started_at=at,
        updated_at=journal.now(),
        ended_at=ended,
        outcome=State.FINISHED,
        progress=Progress(index=len(plan.intervals) - 1, active_seconds=plan.seconds),
    )
    journal.begin(record, plan)
    click.echo(f"Kept: {printable(plan.title)}, done on {at:%Y-%m-%d}.")


def _fail(sentence: str, status: int) -> NoReturn:
    click.echo(sentence, err=True)
    sys.exit(status)
