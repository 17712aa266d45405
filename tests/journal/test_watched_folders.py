"""Folders that are looked through: each file once, by name and time first, then by what it holds."""

from __future__ import annotations

from pathlib import Path

from hiproutine.journal.outings import outings, remove_outing
from hiproutine.journal.store import Journal
from hiproutine.journal.watched_folders import WatchedFolders, look_for_runs
from hiproutine.runs.reading import AS_SAID
from tests.journal.shelf import Wall
from tests.runs.fit_file import T0, FitFile, day, plain, seconds_of


def looked(journal: Journal, folder: Path) -> int:
    return len(look_for_runs(journal, [folder], AS_SAID))


def watch(tmp_path: Path, wall: Wall) -> Path:
    """The folder of a watch with one run and something else, some weeks after that run."""
    wall.now = day(30)
    folder = tmp_path / "GARMIN" / "Activity"
    folder.mkdir(parents=True)
    (folder / "a.fit").write_bytes(plain().bytes())
    (folder / "notes.txt").write_text("no run", encoding="utf-8")
    return folder


def test_what_is_new_is_kept_once(journal: Journal, wall: Wall, tmp_path: Path) -> None:
    folder = watch(tmp_path, wall)
    assert looked(journal, folder) == 1
    assert looked(journal, folder) == 0
    assert list(WatchedFolders(journal, [folder]).new_files()) == []
    start = T0 + 86_400
    (folder / "b.fit").write_bytes(FitFile().about(created=start).session(start=start).bytes())
    assert [path.name for path in WatchedFolders(journal, [folder]).new_files()] == ["b.fit"]
    assert looked(journal, folder) == 1
    assert len(outings(journal)) == 2


def test_a_file_that_moved_or_was_copied_is_not_new(journal: Journal, wall: Wall, tmp_path: Path) -> None:
    folder = watch(tmp_path, wall)
    looked(journal, folder)
    (folder / "copy.fit").write_bytes((folder / "a.fit").read_bytes())
    (folder / "a.fit").rename(folder / "moved.fit")
    assert list(WatchedFolders(journal, [folder]).new_files()) == []


def test_a_run_that_was_taken_back_stays_away(journal: Journal, wall: Wall, tmp_path: Path) -> None:
    folder = watch(tmp_path, wall)
    looked(journal, folder)
    remove_outing(journal, outings(journal)[0].id)
    start = seconds_of(day(0))
    (folder / "again.fit").write_bytes(FitFile().about(created=start).session(start=start, metres=4499).bytes())
    assert looked(journal, folder) == 0
    assert outings(journal) == ()


def test_a_folder_that_is_not_there_is_nothing_to_say(journal: Journal, tmp_path: Path) -> None:
    assert looked(journal, tmp_path / "none") == 0
    assert WatchedFolders(journal, [tmp_path / "none"]).missing == [tmp_path / "none"]
    assert not journal.exists
