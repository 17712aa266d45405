"""A journal of version 4 and an export of format 2, as they were made then: both still open, and nothing is lost."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

from tests.cli.running import hiproutine

BEFORE = Path(__file__).with_name("made_before")
RECORDS = {
    "session": 1,
    "reading": 1,
    "outing": 2,
    "onset": 1,
}


def kinds(export: Path) -> dict[str, int]:
    """How many records of each kind an export holds."""
    found = [json.loads(line)["kind"] for line in export.read_text(encoding="utf-8").splitlines()]
    return {kind: found.count(kind) for kind in RECORDS}


def test_a_journal_made_before_opens_whole(tmp_path: Path) -> None:
    place = tmp_path / "journal.sqlite3"
    with closing(sqlite3.connect(place)) as db:
        db.executescript((BEFORE / "journal.sql").read_text(encoding="utf-8"))
    shown = hiproutine("history", "--journal", str(place))
    assert (shown.status, shown.err) == (0, "")
    assert "Two holds" in shown.out
    assert "finished" in shown.out
    again = tmp_path / "again.jsonl"
    assert hiproutine("export", str(again), "--journal", str(place)).status == 0
    assert kinds(again) == RECORDS


def test_an_export_made_before_comes_in_whole(tmp_path: Path) -> None:
    place, again = tmp_path / "journal.sqlite3", tmp_path / "again.jsonl"
    taken = hiproutine("import", str(BEFORE / "export.jsonl"), "--journal", str(place))
    assert (taken.status, taken.err) == (0, "")
    assert hiproutine("export", str(again), "--journal", str(place)).status == 0
    assert kinds(again) == RECORDS == kinds(BEFORE / "export.jsonl")
