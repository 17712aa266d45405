"""The file: how it comes about, how it is brought up to date, and what is said when it cannot be used."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from hiproutine.advice.recovery.facts import Outing, Sport
from hiproutine.journal import schema
from hiproutine.journal.migrations import MIGRATIONS
from hiproutine.journal.outings import add_outing, outings
from hiproutine.journal.schema import JournalError
from hiproutine.journal.store import Journal
from tests.journal.shelf import Wall, raw, reading, session_record, uuid_of

VERSION = len(MIGRATIONS)


def old_journal(path: Path, version: int) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    db = sqlite3.connect(path, isolation_level=None)
    for script in MIGRATIONS[:version]:
        for statement in script:
            db.execute(statement)
    db.execute(f"PRAGMA application_id = {schema.APPLICATION}")
    db.execute(f"PRAGMA user_version = {version}")
    db.close()


def refusal(journal: Journal) -> str:
    with pytest.raises(JournalError) as caught:
        journal.add_reading(reading())
    sentence = str(caught.value)
    assert str(journal.path) in sentence
    assert sentence.endswith(".")
    assert "\n" not in sentence
    return sentence


def test_asking_creates_nothing(journal: Journal, place: Path) -> None:
    assert (journal.sessions(), journal.readings(), journal.flags(), journal.last_done()) == ([], [], [], {})
    assert journal.active() is None
    assert journal.session("x") is None
    assert journal.check() == ""
    assert not place.parent.exists()


def test_keeping_creates_the_file_for_its_owner_only(journal: Journal, place: Path) -> None:
    journal.add_reading(reading())
    assert place.stat().st_mode & 0o777 == 0o600
    assert [path.name for path in place.parent.iterdir()] == ["journal.sqlite3"]


def test_the_file_is_set_up_as_designed(journal: Journal) -> None:
    journal.add_reading(reading())
    with journal.reading() as db:
        asked = [db.execute(f"PRAGMA {name}").fetchone()[0] for name in ("journal_mode", "synchronous", "foreign_keys")]
        loose = db.execute("SELECT name FROM pragma_table_list WHERE NOT strict AND name NOT LIKE 'sqlite_%'")
        assert loose.fetchall() == []
    assert asked == ["delete", 2, 1]


@pytest.mark.parametrize("version", range(1, VERSION))
def test_an_old_journal_is_brought_up_to_date_and_a_copy_of_it_kept(
    journal: Journal, place: Path, version: int
) -> None:
    old_journal(place, version)
    before = raw(place, "SELECT name FROM sqlite_schema ORDER BY name")
    journal.begin(session_record())
    journal.add_reading(reading())
    assert raw(place, "PRAGMA user_version") == [(VERSION,)]
    assert len(journal.sessions()) == len(journal.readings()) == 1
    (copy,) = schema.copies(place)
    assert raw(copy, "PRAGMA user_version") == [(version,)]
    assert raw(copy, "SELECT name FROM sqlite_schema ORDER BY name") == before


@pytest.mark.parametrize("version", range(1, VERSION))
def test_an_old_journal_ends_up_like_a_new_one(journal: Journal, place: Path, version: int, tmp_path: Path) -> None:
    old_journal(place, version)
    journal.check()
    old_journal(tmp_path / "new", VERSION)
    query = "SELECT type, name, sql FROM sqlite_schema ORDER BY name"
    assert raw(place, query) == raw(tmp_path / "new", query)


def test_what_an_old_journal_holds_survives(journal: Journal, place: Path, wall: Wall) -> None:
    old_journal(place, 1)
    raw(place, "INSERT INTO plan VALUES ('a', 'b')")
    assert journal.sessions() == []
    assert raw(place, "SELECT * FROM plan") == [("a", "b")]


def test_what_no_longer_applied_was_checked_by_a_professional(journal: Journal, place: Path) -> None:
    old_journal(place, 4)
    at = "2026-03-11T11:00:00.000000+00:00"
    rows = ((uuid_of(1), at, 3600, "swelling", 1, at, at), (uuid_of(2), at, 3600, "long-limp", 1, None, at))
    with closing(sqlite3.connect(place)) as db, db:
        db.executemany("INSERT INTO flag VALUES (?, ?, ?, ?, ?, ?, ?)", rows)
    assert [(one.flag, bool(one.checked_on), one.taken_back_on, one.stands) for one in journal.flags()] == [
        ("swelling", True, None, False),
        ("long-limp", False, None, True),
    ]


def test_outings_survive_that_a_massage_came_to_the_sports(journal: Journal, place: Path) -> None:
    old_journal(place, 5)
    at = "2026-03-11T11:00:00.000000+00:00"
    row = (uuid_of(1), at, 3600, "swim", 900.5, None, None, 2, "ünd", 1, at)
    with closing(sqlite3.connect(place)) as db, db:
        db.execute("INSERT INTO outing VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
    assert journal.check() == ""
    assert [found[: len(row)] for found in raw(place, "SELECT * FROM outing")] == [row]
    add_outing(journal, Outing(uuid_of(2), journal.now(), Sport.MASSAGE))
    assert [one.sport for one in outings(journal)] == [Sport.MASSAGE]


def test_a_migration_that_fails_changes_nothing(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old_journal(place, VERSION)
    before = place.read_bytes()
    monkeypatch.setattr(schema, "MIGRATIONS", (*MIGRATIONS, ("CREATE TABLE more (x)", "CREATE TABLE more (x)")))
    with Journal(place) as journal, pytest.raises(JournalError, match="could not be used: table more already exists"):
        journal.sessions()
    assert place.read_bytes() == before


def test_three_copies_are_kept(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for more in range(5):
        old_journal(place, VERSION)
        monkeypatch.setattr(schema, "MIGRATIONS", (*MIGRATIONS, *[("SELECT 1",)] * (more + 1)))
        with Journal(place) as journal:
            journal.sessions()
        raw(place, f"PRAGMA user_version = {VERSION}")
        place.unlink()
        monkeypatch.undo()
    assert len(schema.copies(place)) == 3
    assert not list(place.parent.glob("*.part"))


def test_an_empty_file_becomes_a_journal(journal: Journal, place: Path) -> None:
    place.parent.mkdir()
    place.touch()
    journal.add_reading(reading())
    assert len(journal.readings()) == 1
    assert not schema.copies(place)


def test_a_newer_journal_is_left_alone(journal: Journal, place: Path) -> None:
    old_journal(place, VERSION)
    raw(place, f"PRAGMA user_version = {VERSION + 1}")
    before = place.read_bytes()
    assert "newer hiproutine" in refusal(journal)
    assert place.read_bytes() == before


@pytest.mark.parametrize("content", [b"not a database, but long enough to be looked at" * 50, b"x", b"\0" * 5000])
def test_a_file_that_is_no_database_is_left_alone(journal: Journal, place: Path, content: bytes) -> None:
    place.parent.mkdir()
    place.write_bytes(content)
    assert "is not a journal" in refusal(journal)
    assert place.read_bytes() == content


def test_a_database_of_another_program_is_left_alone(journal: Journal, place: Path) -> None:
    place.parent.mkdir()
    raw(place, "PRAGMA journal_mode = WAL", "CREATE TABLE bookmarks (url)")
    before = place.read_bytes()
    assert "another program" in refusal(journal)
    assert place.read_bytes() == before


def test_a_damaged_journal_is_left_alone(journal: Journal, place: Path) -> None:
    old_journal(place, VERSION)
    whole = place.read_bytes()
    place.write_bytes(whole[:4096] + b"\xff" * (len(whole) - 4096))
    before = place.read_bytes()
    assert "is damaged" in refusal(journal)
    assert place.read_bytes() == before


def test_half_a_journal_is_called_damaged(journal: Journal, place: Path) -> None:
    old_journal(place, VERSION)
    place.write_bytes(place.read_bytes()[:6000])
    assert "is damaged" in refusal(journal)


def test_damage_that_nobody_met_yet_is_found_on_demand(journal: Journal, place: Path) -> None:
    old_journal(place, VERSION)
    assert journal.check() == ""
    journal.close()
    raw(place, "PRAGMA writable_schema = ON", "UPDATE sqlite_schema SET rootpage = 3 WHERE name = 'flag_at'")
    assert journal.check() != ""


def test_a_row_that_no_program_wrote_is_one_sentence(journal: Journal, place: Path) -> None:
    journal.begin(session_record())
    raw(place, "UPDATE session SET started_at = 'yesterday'")
    with pytest.raises(JournalError, match="no hiproutine wrote"):
        journal.sessions()


def test_a_locked_journal_says_so(journal: Journal, place: Path) -> None:
    old_journal(place, VERSION)
    other = sqlite3.connect(place, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    assert "in use by another program" in refusal(journal)
    other.close()
    journal.add_reading(reading())


def test_an_old_journal_that_is_locked_is_not_waited_for_for_ever(journal: Journal, place: Path) -> None:
    old_journal(place, 1)
    other = sqlite3.connect(place, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    assert "in use by another program" in refusal(journal)
    other.close()
    assert not list(place.parent.glob("*.part"))


def test_a_full_disk_says_so_and_nothing_is_half_kept(journal: Journal) -> None:
    journal.begin(session_record(1))
    with journal.reading() as db:
        pages = db.execute("PRAGMA page_count").fetchone()[0]
    with journal.writing() as db:
        db.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(JournalError, match="the disk is full"):
        journal.add_reading(reading(note="x" * 50_000))
    assert journal.readings() == []
    assert journal.check() == ""
    assert len(journal.sessions()) == 1


READ_ONLY = """
import os, sys, hiproutine.journal.store
from pathlib import Path
from hiproutine.journal.schema import JournalError
from hiproutine.journal.store import Journal
if os.geteuid() == 0:
    os.setuid(65534)
journal = Journal(Path(sys.argv[1]))
print(len(journal.sessions()))
try:
    journal.check_flag("x")
except JournalError as error:
    print(error)
"""


@pytest.mark.skipif(os.name != "posix", reason="permissions are those of POSIX")
def test_a_read_only_journal_can_be_read_and_says_that_it_cannot_be_written(tmp_path: Path) -> None:
    import shutil
    import tempfile

    folder = Path(tempfile.mkdtemp())  # pytest's own folders are closed to others
    try:
        path = folder / "journal.sqlite3"
        with Journal(path) as journal:
            journal.begin(session_record())
        path.chmod(0o444)
        folder.chmod(0o555)
        before = path.read_bytes()
        done = subprocess.run(
            [sys.executable, "-c", READ_ONLY, str(path)],
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.stderr == ""
        number, sentence = done.stdout.splitlines()
        assert number == "1"
        assert "cannot be written" in sentence
        assert str(path) in sentence
        assert path.read_bytes() == before
    finally:
        folder.chmod(0o755)
        shutil.rmtree(folder)


def test_a_folder_is_not_a_journal(journal: Journal, place: Path) -> None:
    place.mkdir(parents=True)
    assert "cannot be opened" in refusal(journal)


def test_a_file_where_the_folder_should_be_says_so(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert "cannot be opened" in refusal(Journal(tmp_path / "file" / "journal.sqlite3"))


def test_a_name_with_control_characters_is_shown_as_text(tmp_path: Path) -> None:
    place = tmp_path / "a\x1b[2Jb"
    place.write_bytes(b"x" * 200)
    with Journal(place) as journal, pytest.raises(JournalError) as caught:
        journal.sessions()
    assert "\x1b" not in str(caught.value)


def test_an_sqlite_that_is_too_old_says_so(journal: Journal, place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 36, 0))
    with pytest.raises(JournalError, match=r"needs SQLite 3\.37"):
        journal.sessions()
    assert not place.exists()
