"""What was done, printed: a line a session, or all about one."""

from __future__ import annotations

import sys
from dataclasses import asdict
from datetime import datetime
from typing import TYPE_CHECKING

import click

from hiproutine.cli.json_output import json_text
from hiproutine.errors import printable
from hiproutine.wording import clock, count, percent, rounds_words

if TYPE_CHECKING:
    from hiproutine.advice.assess import Assessment
    from hiproutine.advice.pain.readings import Reading
    from hiproutine.journal.records import SessionRecord
    from hiproutine.journal.store import Journal

WIDTH = 80
WRONG = 2


def print_session(journal: Journal, number: int, since: datetime | None, routine: str | None, *, as_json: bool) -> None:
    """Prints the session of that number among those asked for, 1 the newest; with JSON all of its parts."""
    from hiproutine.tui.history.session_text import session_content

    found = journal.sessions(1, number - 1, since=since, routine=routine)
    detail = journal.session(found[0].id) if found else None
    if detail is None:
        there = count(journal.count(since=since, routine=routine), "session")
        click.echo(f"There is no session {number}: {there} in all.", err=True)
        sys.exit(WRONG)
    if not as_json:
        click.echo("\n".join(line.rstrip() for line in session_content(detail, WIDTH).plain.splitlines()))
        return
    row = asdict(detail.record)
    row.update(row.pop("progress"))
    row["intervals"] = [asdict(one) for one in detail.intervals]
    row["readings"] = [asdict(one) for one in detail.readings]
    click.echo(json_text(**row))


def history_text(found: list[SessionRecord], readings: dict[str, list[Reading]], left: int) -> str:
    """A line a session, in columns; empty without any. `left` are those that are older still."""
    if not found:
        return ""
    rows = [
        (
            session.started_at.strftime("%Y-%m-%d %H:%M"),
            printable(session.title),
            outcome_text(session) + rounds_text(session),
            clock(session.progress.active_seconds).rjust(7),
            _pain_text(readings.get(session.id, [])),
        )
        for session in found
    ]
    widths = [max(map(_cells, column)) for column in zip(*rows, strict=True)]
    lines = ["  ".join(cell + " " * (w - _cells(cell)) for cell, w in zip(row, widths, strict=True)) for row in rows]
    text = [line.rstrip() for line in lines]
    if left > 0:
        text += ["", f"And {count(left, 'older session')}."]
    return "\n".join(text)


def outcome_text(session: SessionRecord) -> str:
    """`finished`, or `ended early, 35 % done`."""
    words = {"finished": "finished", "ended_early": "ended early", "interrupted": "interrupted", "active": "unfinished"}
    return words[session.outcome] + share_text(session)


def share_text(session: SessionRecord) -> str:
    """`, 35 % done`, of a session that was not finished, where that is known."""
    share = session.progress.share
    return "" if share is None or session.outcome == "finished" else f", {percent(share)} done"


def rounds_text(session: SessionRecord) -> str:
    """`, 6 rounds and 2 steps`, where rounds came again until their time was over."""
    return "".join(f", {rounds_words(one.rounds, one.steps)}" for one in session.progress.rounds)


def judgement_text(judged: Assessment) -> str:
    """What the judgement says now, the gravest first and two at most; empty where nothing stands out."""
    said = judged.stands_out[:2]
    return "\n".join([*(one.sentence for one in said), judged.closing]) if said else ""


def _pain_text(readings: list[Reading]) -> str:
    parts = []
    for moment in ("before", "after", "morning"):
        scores = [reading.score for reading in readings if reading.moment == moment]
        if scores:
            parts.append(f"{moment} {max(scores)}")
    return f"pain {', '.join(parts)}" if parts else ""


def _cells(text: str) -> int:
    if text.isascii():
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


def history_json(found: list[SessionRecord], readings: dict[str, list[Reading]]) -> str:
    """The sessions, each with its readings."""
    rows = []
    for session in found:
        row = asdict(session)
        row.update(row.pop("progress"))
        rows.append({**row, "readings": [asdict(reading) for reading in readings.get(session.id, [])]})
    return json_text(sessions=rows)
