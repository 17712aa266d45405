"""Only what was done counts: in what is kept, in journals and exports of before, and in what is told of it."""

from __future__ import annotations

import json
import sqlite3
from datetime import timedelta
from itertools import chain
from pathlib import Path

import pytest

from hiproutine.cli.history_text import history_text
from hiproutine.journal import schema
from hiproutine.journal.migrations import MIGRATIONS, WITH_SHARES
from hiproutine.journal.outings import ices
from hiproutine.journal.pain_facts import session_pains
from hiproutine.journal.records import Progress, State
from hiproutine.journal.store import Journal
from hiproutine.journal.transfer import export_lines, import_lines
from hiproutine.play.events import Outcome
from tests.journal.shelf import HERE, NOON, Wall, interval_record, keep_session, session_record

DONE, SKIPPED = Outcome.DONE, Outcome.SKIPPED
CASES = [
    ((DONE,) * 6, State.FINISHED, 1.0),
    ((SKIPPED, *(DONE,) * 5), State.FINISHED, 5 / 6),
    ((SKIPPED, SKIPPED, *(DONE,) * 4), State.ENDED_EARLY, 4 / 6),
    ((*(DONE,) * 5, SKIPPED), State.ENDED_EARLY, 5 / 6),
    ((SKIPPED,) * 6, State.ENDED_EARLY, 0.0),
    ((DONE,) * 3, State.ENDED_EARLY, 0.5),
]


@pytest.fixture
def other(tmp_path: Path, wall: Wall) -> Journal:
    return Journal(tmp_path / "other.sqlite3", now=wall)


def keep_as_before(journal: Journal, outcomes: tuple[Outcome, ...]) -> None:
    """A session that was called finished whatever was skipped."""
    record = session_record()
    ended = [
        interval_record(record.id, number, outcome=outcome, seconds=10.0 if outcome is DONE else 0.0)
        for number, outcome in enumerate(outcomes)
    ]
    keep_session(journal, record, *ended)


@pytest.mark.parametrize(("outcomes", "state", "share"), CASES)
def test_a_journal_of_before_is_derived_from_what_was_kept(
    journal: Journal, place: Path, outcomes: tuple[Outcome, ...], state: State, share: float
) -> None:
    keep_as_before(journal, outcomes)
    journal.close()
    before = place.with_name("before.sqlite3")
    db = sqlite3.connect(before, isolation_level=None)
    for statement in chain.from_iterable(MIGRATIONS[: WITH_SHARES - 1]):
        db.execute(statement)
    db.execute("ATTACH ? AS now", (str(place),))
    for table in ("plan", "session", "interval"):
        names = ", ".join(row[1] for row in db.execute(f"PRAGMA main.table_info({table})"))
        db.execute(f"INSERT INTO main.{table} ({names}) SELECT {names} FROM now.{table}")  # noqa: S608
    db.execute(f"PRAGMA main.application_id = {schema.APPLICATION}")
    db.execute(f"PRAGMA main.user_version = {WITH_SHARES - 1}")
    db.close()
    before.replace(place)
    (found,) = journal.sessions()
    assert found.outcome is state
    assert found.progress.share == pytest.approx(share)
    assert found.updated_at == NOON
    assert bool(journal.last_done()) is (state is State.FINISHED)


@pytest.mark.parametrize(("outcomes", "state", "share"), CASES)
def test_an_export_of_before_is_derived_from_what_it_holds(
    journal: Journal, other: Journal, outcomes: tuple[Outcome, ...], state: State, share: float
) -> None:
    keep_as_before(journal, outcomes)
    lines = []
    for text in export_lines(journal):
        line = {key: value for key, value in json.loads(text).items() if key not in {"share", "removed"}}
        if "format" in line:
            line["format"] = 2
        lines.append(json.dumps(line).encode())
    import_lines(other, lines, "before")
    (found,) = other.sessions()
    assert found.outcome is state
    assert found.progress.share == pytest.approx(share)


def test_without_a_plan_the_intervals_that_ended_are_what_there_is(journal: Journal, other: Journal) -> None:
    record = session_record()
    ended = [interval_record(record.id, number, outcome=SKIPPED, seconds=0.0) for number in range(6)]
    keep_session(journal, record, *ended, plan=None)
    lines = [line.replace('"format":3', '"format":2').encode() for line in export_lines(journal)]
    import_lines(other, lines, "before")
    (found,) = other.sessions()
    assert (found.outcome, found.progress.share) == (State.ENDED_EARLY, 0.0)


def test_a_session_without_intervals_stays_as_it_was_written_down(journal: Journal, other: Journal) -> None:
    keep_session(journal, session_record())
    import_lines(other, [line.replace('"format":3', '"format":2').encode() for line in export_lines(journal)], "before")
    assert other.sessions()[0].outcome is State.FINISHED


@pytest.mark.parametrize(("share", "counts"), [(0.0, False), (0.01, False), (0.3, True), (1.0, True), (None, True)])
def test_ice_that_was_never_on_moves_no_ice(journal: Journal, share: float | None, counts: bool) -> None:
    journal.begin(session_record(routine_id="ice-therapy"))
    journal.end(session_record().id, State.ENDED_EARLY, Progress(share=share))
    assert bool(ices(journal, NOON - timedelta(hours=1))) is counts


def test_the_rules_know_how_much_was_done(journal: Journal) -> None:
    journal.begin(session_record(load="high"))
    journal.end(session_record().id, State.ENDED_EARLY, Progress(share=0.1))
    (found,) = session_pains(journal, NOON - timedelta(days=1), HERE)
    assert (found.share, found.finished, found.is_activity) == (0.1, False, False)


def test_history_says_how_much(journal: Journal) -> None:
    journal.begin(session_record())
    journal.end(session_record().id, State.ENDED_EARLY, Progress(share=0.799))
    assert "ended early, 79 % done" in history_text(journal.sessions(), {}, 0)
