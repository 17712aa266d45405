"""What is corrected from the command line: entries taken back, and routines that were done on another day."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, NoReturn
from uuid import uuid4

import click

from hiproutine.errors import BadFile, UnknownRoutine, printable
from hiproutine.journal.corrections import amend_session, move_session, named, on_day
from hiproutine.journal.records import Progress, SessionRecord, State
from hiproutine.journal.week_due import week_due

if TYPE_CHECKING:
    from hiproutine.journal.store import Journal

CANNOT, BAD_INPUT = 1, 2
LONGEST_NOTE = 2000
ID_SHOWN = 8
"""Characters of an id that are printed; enough to name one."""
NOT_OVER = "This session is not over yet."
LISTED = 30
"""Scores that are listed."""


def remove_session(journal: Journal, number: int) -> None:
    """Takes the session of that number out, 1 the newest; the readings that belong to it too."""
    found = _session(journal, number)
    journal.remove_session(found.id)
    click.echo(f"Taken out: {_called(found)}.")


def correct_session(
    journal: Journal,
    number: int,
    *,
    note: str | None,
    day: datetime | None,
    seconds: float | None,
    share: float | None,
) -> None:
    """Lets what is said stand instead of what is kept of the session of that number."""
    found = _session(journal, number)
    if note is not None:
        journal.note_session(found.id, note[:LONGEST_NOTE])
        click.echo(f"Noted with {_called(found)}.")
    if seconds is not None or share is not None:
        try:
            amended = amend_session(journal, found.id, seconds=seconds, share=share)
        except ValueError as error:
            raise click.BadParameter(str(error), param_hint="--time") from error
        if amended is None:
            _fail(NOT_OVER, CANNOT)
        click.echo(f"Kept instead: {_called(amended)}, {_how(amended)}.")
    if day is not None:
        _move(journal, found, day)


def _move(journal: Journal, found: SessionRecord, day: datetime) -> None:
    try:
        begins = move_session(journal, found.id, day.date())
    except ValueError as error:
        raise click.BadParameter(str(error), param_hint="--on") from error
    if begins is None:
        _fail(NOT_OVER, CANNOT)
    click.echo(f"Moved: {printable(found.title)}, now {begins:%Y-%m-%d %H:%M}.")


def _session(journal: Journal, number: int) -> SessionRecord:
    found = journal.sessions(1, number - 1)
    if not found:
        _fail(f"There is no session {number}.", BAD_INPUT)
    return found[0]


def _called(session: SessionRecord) -> str:
    return f"{printable(session.title)}, {session.started_at:%Y-%m-%d %H:%M}"


def _how(session: SessionRecord) -> str:
    from hiproutine.cli.history_text import outcome_text
    from hiproutine.wording import minutes_said

    return f"{outcome_text(session)}, {minutes_said(session.progress.active_seconds)}"


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


def add_session(
    journal: Journal,
    routine: str,
    at: datetime,
    *,
    seconds: float | None = None,
    share: float | None = None,
    note: str | None = None,
) -> None:
    """Keeps that a routine was done then, as the person says: where nothing is said, all of it in its time."""
    from hiproutine.config.measures import own_library
    from hiproutine.paths import find_paths
    from hiproutine.play.work_done import ENOUGH

    try:
        loaded = own_library(find_paths()).open(routine)[0]
    except (UnknownRoutine, BadFile) as error:
        _fail(str(error), BAD_INPUT)
    plan = loaded.plan
    if loaded.weeks:
        plan = loaded.in_week(week_due(journal, plan.id, len(loaded.weeks), at).week).plan
    lasted = plan.seconds if seconds is None else seconds
    ended = at + timedelta(seconds=lasted)
    if ended > journal.now():
        at, ended = at - (ended - journal.now()), journal.now()
    record = SessionRecord(
        id=str(uuid4()),
        routine_id=plan.id,
        title=plan.titled,
        load=plan.load,
        plan_seconds=plan.seconds,
        steps=plan.steps,
        started_at=at,
        updated_at=journal.now(),
        ended_at=ended,
        outcome=State.FINISHED if share is None or share >= ENOUGH else State.ENDED_EARLY,
        progress=Progress(index=len(plan.intervals) - 1, active_seconds=lasted, share=share),
        note=(note or "")[:LONGEST_NOTE],
        week=plan.week or None,
    )
    journal.begin(record, plan)
    click.echo(f"Kept: {printable(plan.titled)}, done on {at:%Y-%m-%d}.")


def _fail(sentence: str, status: int) -> NoReturn:
    click.echo(sentence, err=True)
    sys.exit(status)
