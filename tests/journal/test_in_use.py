"""A journal that another program holds is waited for once in all."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from time import monotonic

import pytest

from hiproutine.journal.in_use import FOR, WAITING, Waiting
from hiproutine.journal.schema import JournalError
from hiproutine.journal.store import Journal
from tests.journal.shelf import Wall, keep_session, session_record


def test_one_wait_holds_for_a_while_and_ends_when_the_file_is_open() -> None:
    now = 100.0
    waiting, path = Waiting(lambda: now), Path("a")
    assert waiting.patience(path, 5.0) == 5.0
    waiting.was_in_vain(path)
    assert (waiting.patience(path, 5.0), waiting.patience(Path("b"), 5.0)) == (0.0, 5.0)
    now += FOR + 1
    assert waiting.patience(path, 5.0) == 5.0
    waiting.was_in_vain(path)
    waiting.was_open(path)
    assert waiting.patience(path, 5.0) == 5.0


def test_a_dozen_questions_to_a_locked_journal_wait_once(place: Path, wall: Wall) -> None:
    with Journal(place, now=wall) as journal:
        keep_session(journal, session_record())
    holder = sqlite3.connect(place, isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    began = monotonic()
    for _ in range(12):
        with Journal(place, now=wall, patience=0.2) as journal, pytest.raises(JournalError, match="in use"):
            journal.sessions()
    assert monotonic() - began < 1.0
    holder.execute("ROLLBACK")
    holder.close()
    with Journal(place, now=wall) as journal:
        assert journal.count() == 1
        assert WAITING.patience(place, 5.0) == 5.0
