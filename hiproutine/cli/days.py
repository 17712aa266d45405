"""What the commands between the routines print and write."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import asdict
from datetime import datetime, timedelta, tzinfo
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn
from uuid import uuid4

import click

from hiproutine.advice.pain.days import day_of
from hiproutine.advice.recovery import building
from hiproutine.advice.recovery.building import Unit, distance_text
from hiproutine.advice.recovery.facts import Onset, Outing
from hiproutine.advice.recovery.icing import FIRST_DAYS, clock_of
from hiproutine.advice.recovery.today import hints
from hiproutine.cli.json_output import json_text
from hiproutine.dialogue.day import known
from hiproutine.dialogue.notes import outing_text
from hiproutine.dialogue.timing import recent
from hiproutine.errors import printable
from hiproutine.journal.day_lanes import across
from hiproutine.journal.outings import add_onset, end_onset, last_onset, remove_outing

if TYPE_CHECKING:
    from hiproutine.dialogue.context import Context
    from hiproutine.journal.store import Journal

CANNOT, BAD_INPUT = 1, 2
ID_SHOWN = 8
"""Characters of an id that are printed; enough to name one."""


def print_today(context: Context, unit: Unit, *, as_json: bool) -> None:
    """The hints, each with the routine that suits."""
    found = hints(known(context, unit))
    if as_json:
        rows = [
            {"routine": one.routine, "why": one.why, "due": one.due and one.due.isoformat(), "source": one.source}
            for one in found
        ]
        click.echo(json_text(hints=rows))
        return
    for one in found:
        why = f"{one.why[:1].upper()}{one.why[1:]}"
        if one.routine is None:
            click.echo(why)
        else:
            click.echo(f"{why}{'' if why.endswith('.') else ':'} hiproutine play {one.routine}")


def write_calendar(context: Context, unit: Unit, name: str) -> None:
    """Due times as an iCalendar file, to a file that is not there yet or to standard output (`-`)."""
    try:
        from hiproutine.cli.calendar import calendar_of
    except ImportError:
        _fail('The calendar file needs the icalendar package: pip install "hiproutine[calendar]".', CANNOT)
    data = calendar_of(known(context, unit))
    if name == "-":
        sys.stdout.buffer.write(data)
        return
    path = Path(name)
    try:
        with path.open("xb") as out:
            out.write(data)
    except FileExistsError:
        _fail(f"“{printable(name)}” is there already. Choose another name.", BAD_INPUT)
    except OSError as error:
        _fail(f"“{printable(name)}” cannot be written: {error.strerror or error}.", CANNOT)
    click.echo(printable(name))


def print_weeks(context: Context, unit: Unit, count: int, *, as_json: bool) -> None:
    """Seven days a line, and under each what was done in it."""
    now, zone = context.now(), context.zone
    done = recent(context, timedelta(days=7 * count + 1))
    weeks = building.weeks(done, context.sessions(), day_of(now, zone), zone, count)
    if as_json:
        click.echo(json_text(weeks=[_week_values(week, done, zone) for week in weeks]))
        return
    if not done:
        click.echo("No run is kept yet: hiproutine run --distance 5km --time 28m, or hiproutine runs import PATH")
        return
    farthest = max(week.metres for week in weeks)
    for week in weeks:
        these = [one for one in done if week.first <= day_of(one.at, zone) <= week.last]
        if not these and not week.active_days:
            continue
        runs = "1 run" if week.runs == 1 else f"{week.runs} runs"
        days = "1 active day" if week.active_days == 1 else f"{week.active_days} active days"
        more = f", {week.unmeasured} without a distance" if week.unmeasured else ""
        bar = across(week.metres / farthest if farthest else 0.0)
        click.echo(f"{week.first} to {week.last}  {bar}  {distance_text(week.metres, unit)} in {runs}{more}, {days}")
        for one in reversed(these):
            click.echo(f"  {day_of(one.at, zone)}  {one.id[:ID_SHOWN]}  {outing_text(one, unit)}")


def _week_values(week: building.Week, done: Iterable[Outing], zone: tzinfo) -> dict[str, object]:
    """A week as JSON; distances in metres."""
    days = [(day_of(one.at, zone), one) for one in done]
    return {
        "first": week.first.isoformat(),
        "last": week.last.isoformat(),
        "metres": week.metres,
        "runs": week.runs,
        "unmeasured": week.unmeasured,
        "active_days": week.active_days,
        "outings": [{**asdict(one), "at": one.at.isoformat()} for day, one in days if week.first <= day <= week.last],
    }


def take_back(journal: Journal, start: str, unit: Unit) -> None:
    """Takes one outing back."""
    gone = remove_outing(journal, start)
    if gone is None:
        _fail(f"“{printable(start)}” names no activity, or several. hiproutine runs shows them.", BAD_INPUT)
    click.echo(f"Taken back: {outing_text(gone, unit)}.")


def onset(journal: Journal, when: datetime | None, *, over: bool) -> None:
    """Keeps, ends or says when a pain began."""
    if over:
        ended = end_onset(journal)
        click.echo("It no longer counts." if ended else "Nothing is kept.")
        return
    if when:
        add_onset(journal, Onset(str(uuid4()), when))
    kept = last_onset(journal)
    click.echo(_onset_text(kept, journal.now()) if kept else "Nothing is kept: hiproutine onset today")


def _onset_text(kept: Onset, now: datetime) -> str:
    began = f"It began on {kept.at:%Y-%m-%d} at {kept.at:%H:%M}."
    ends = kept.at + FIRST_DAYS
    if ends <= now or now.tzinfo is None:
        return f"{began} The first two days are over."
    return f"{began} Ice suits the first two days; heat may follow {clock_of(ends, now, now.tzinfo)}."


def _fail(sentence: str, status: int) -> NoReturn:
    click.echo(sentence, err=True)
    sys.exit(status)
