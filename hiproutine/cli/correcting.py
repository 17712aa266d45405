"""What is corrected from the command line: entries taken back, and routines that were done on another day."""

from __future__ import annotations

import sys
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, NoReturn
from uuid import uuid4

import click

from hiproutine.errors import BadFile, UnknownRoutine, printable
from hiproutine.journal.records import Progress, SessionRecord, State

if TYPE_CHECKING:
    from hiproutine.journal.store import Journal

CANNOT, BAD_INPUT = 1, 2
LONGEST_NOTE = 2000


def correct(journal: Journal, number: int, added: str | None, at: datetime, note: str | None, *, remove: bool) -> None:
    """Writes a routine down, takes the session of a number out, or notes something with it: the first that is asked."""
    if added:
        add_session(journal, added, at)
    elif remove:
        remove_session(journal, number)
    else:
        note_session(journal, number, note or "")


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
