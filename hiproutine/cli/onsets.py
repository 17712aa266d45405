"""When a pain began: kept, listed, changed, ended and taken out from the command line."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, NoReturn
from uuid import uuid4

import click

from hiproutine.advice.finding import Level
from hiproutine.advice.gentle import HEAT, ICE
from hiproutine.advice.pain.sessions import Load
from hiproutine.advice.recovery.facts import Onset
from hiproutine.advice.recovery.icing import FIRST_DAYS, clock_of
from hiproutine.cli.command_context import command_context
from hiproutine.errors import printable
from hiproutine.journal.corrections import named
from hiproutine.journal.outings import add_onset, last_onset, last_written_onset, onsets, remove_onset

if TYPE_CHECKING:
    from hiproutine.advice.assess import Assessment
    from hiproutine.journal.store import Journal

CANNOT, BAD_INPUT = 1, 2
ID_SHOWN = 8
"""Characters of an id that are printed; enough to name one."""
NONE_KEPT = "Nothing is kept: hiproutine onset today"


def keep(journal: Journal, when: datetime | None) -> None:
    """Keeps when a pain began, and says what the newest one means."""
    if when:
        add_onset(journal, Onset(str(uuid4()), when))
    newest = last_onset(journal)
    if newest is None:
        click.echo(NONE_KEPT)
        return
    if when and newest.at != when:
        click.echo(f"Kept: pain began {_said(when)}. Another one that is kept began later:")
    click.echo(_meaning(newest, journal.now(), command_context(journal).judged()))


def print_all(journal: Journal) -> None:
    """Prints every one that is kept, newest first, each with its id."""
    found = onsets(journal)
    for one in reversed(found):
        over = f", no longer counts since {one.over:%Y-%m-%d}" if one.over else ""
        click.echo(f"{_said(one.at)}  {one.id[:ID_SHOWN]}  pain began{over}")
    if not found:
        click.echo(NONE_KEPT)


def change(journal: Journal, when: datetime, start: str | None) -> None:
    """Lets another moment stand, of the newest that counts or of the one whose id begins so."""
    before = _chosen(journal, start)
    if before is None:
        _fail("There is no beginning of a pain to change: hiproutine onset today", BAD_INPUT)
    add_onset(journal, replace(before, at=when))
    click.echo(f"Changed: pain began {_said(when)}, not {_said(before.at)}.")
    newest = last_onset(journal)
    if newest and newest.id == before.id:
        click.echo(_meaning(newest, journal.now(), command_context(journal).judged()))


def end(journal: Journal, start: str | None) -> None:
    """The newest, or the one whose id begins so, counts no longer."""
    found = _chosen(journal, start)
    if found:
        add_onset(journal, replace(found, over=journal.now()))
    click.echo("It no longer counts." if found else "Nothing is kept.")


def undo(journal: Journal) -> None:
    """Takes back what was written last."""
    last = last_written_onset(journal)
    if last is None:
        _fail("There is no beginning of a pain to take back.", CANNOT)
    remove_onset(journal, last.id)
    click.echo(f"Taken back: pain began {_said(last.at)}.")


def take_out(journal: Journal, start: str) -> None:
    """Takes one out, by the beginning of its id."""
    found = _of(journal, start)
    remove_onset(journal, found.id)
    click.echo(f"Taken out: pain began {_said(found.at)}.")


def _chosen(journal: Journal, start: str | None) -> Onset | None:
    return last_onset(journal) if start is None else _of(journal, start)


def _of(journal: Journal, start: str) -> Onset:
    found = named(start, onsets(journal))
    if found is None:
        _fail(
            f"“{printable(start)}” names no beginning of a pain, or several. hiproutine onset --list shows them.",
            BAD_INPUT,
        )
    return found


def _said(at: datetime) -> str:
    return f"{at:%Y-%m-%d %H:%M}"


def _meaning(kept: Onset, now: datetime, judged: Assessment) -> str:
    """When it began, and what that means for ice and heat: nothing that the judgement advises against."""
    began = f"It began on {kept.at:%Y-%m-%d} at {kept.at:%H:%M}."
    ice, heat = (judged.before(routine, Load.NONE) for routine in (ICE, HEAT))
    grave = [one.sentence for one in (*ice, *heat) if one.level.rank >= Level.SEE_SOMEONE.rank][:1]
    ends = kept.at + FIRST_DAYS
    if ends <= now or now.tzinfo is None:
        return " ".join([began, "The first two days are over.", *grave])
    if ice:
        return f"{began} {ice[0].sentence}"
    if grave:
        return f"{began} Ice suits the first two days. {grave[0]}"
    return f"{began} Ice suits the first two days; heat may follow {clock_of(ends, now, now.tzinfo)}."


def _fail(sentence: str, status: int) -> NoReturn:
    click.echo(sentence, err=True)
    sys.exit(status)
