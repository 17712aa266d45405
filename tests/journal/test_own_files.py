"""Own routines, exercises and settings go along with an export, and come back without writing over anything."""

from __future__ import annotations

from pathlib import Path

import pytest

from hiproutine.journal.export_fields import BadLine
from hiproutine.journal.own_files import OwnFile, bring_back, checked, own_files
from hiproutine.journal.store import Journal
from hiproutine.journal.transfer import TransferError, export_lines, import_lines
from hiproutine.paths import Paths
from tests.journal.shelf import keep_session, session_record


def home(folder: Path) -> Paths:
    return Paths(config=folder, data=folder, cache=folder / "cache")


@pytest.fixture
def full(tmp_path: Path) -> Paths:
    paths = home(tmp_path / "one")
    for name in ("routines", "exercises"):
        (paths.config / name).mkdir(parents=True)
    (paths.routines / "evening.toml").write_text('title = "Abend — ü"\n', encoding="utf-8")
    (paths.routines / "broken.toml").write_bytes(b"\xff\xfe")
    (paths.routines / "notes.txt").write_text("no", encoding="utf-8")
    (paths.exercises / "jacks.toml").write_text("name = 1\n", encoding="utf-8")
    paths.settings.write_text('distance = "miles"\n', encoding="utf-8")
    return paths


def test_what_is_a_persons_own_goes_along_and_comes_back(full: Paths, journal: Journal, tmp_path: Path) -> None:
    keep_session(journal, session_record())
    files, left = own_files(full)
    assert [one.place for one in files] == ["config.toml", "routines/evening.toml", "exercises/jacks.toml"]
    assert left == ["routines/broken.toml"]
    lines = [line.encode() for line in export_lines(journal, files)]
    with Journal(tmp_path / "other.sqlite3", now=journal.now) as other:
        brought = import_lines(other, lines, "f")
    paths = home(tmp_path / "two")
    (paths.config).mkdir()
    paths.settings.write_text('theme = "light"\n', encoding="utf-8")
    done = bring_back(brought.files, paths)
    assert (done.written, done.left) == (["routines/evening.toml", "exercises/jacks.toml"], ["config.toml"])
    assert (paths.routines / "evening.toml").read_bytes() == (full.routines / "evening.toml").read_bytes()
    assert paths.settings.read_text(encoding="utf-8") == 'theme = "light"\n'
    assert bring_back(brought.files, paths).written == []


@pytest.mark.parametrize(
    "place", ["../x.toml", "routines/../../x.toml", "/etc/x.toml", "routines/.x.toml", "routines/a/b.toml", "x.toml", 5]
)
def test_no_file_comes_back_elsewhere(place: object) -> None:
    with pytest.raises(BadLine):
        checked({"kind": "file", "place": place, "text": ""})


def test_a_missing_file_is_noticed(journal: Journal) -> None:
    lines = [line.encode() for line in export_lines(journal, [OwnFile("config.toml", "")])]
    with pytest.raises(TransferError, match="0 of 1 files"):
        import_lines(journal, lines[:-1], "f")
