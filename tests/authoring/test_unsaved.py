"""What is not saved is kept in files of its own, and offered to nobody while its editor lives."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from hiproutine.authoring.unsaved import CannotWrite, Unsaved
from hiproutine.paths import find_paths


def test_what_was_kept_is_found_by_the_next_editor_of_the_same_file_only(tmp_path: Path) -> None:
    first, second = (Unsaved(find_paths(), tmp_path / "a.toml") for _ in range(2))
    first.keep("one")
    first.keep("one more")
    second.keep("two")
    kept = Unsaved(find_paths(), tmp_path / "a.toml").found()
    assert {one.text for one in kept} == {"one more", "two"}
    assert Unsaved(find_paths(), tmp_path / "b.toml").found() == []
    assert Unsaved(find_paths(), tmp_path / "else" / "a.toml").found() == []
    assert [one.text for one in first.found()] == ["two"]


def test_it_is_gone_once_saved_and_what_is_gone_on_with_too(tmp_path: Path) -> None:
    first = Unsaved(find_paths(), tmp_path / "a.toml")
    first.keep("one")
    second = Unsaved(find_paths(), tmp_path / "a.toml")
    second.adopt(second.found()[0])
    second.keep("one and more")
    second.drop()
    assert Unsaved(find_paths(), tmp_path / "a.toml").found() == []
    second.drop()
    first.keep("again")
    second.throw_away(second.found())
    assert second.found() == []


def test_what_another_editor_still_writes_is_not_offered(tmp_path: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as other:
        mine = Unsaved(find_paths(), tmp_path / "a.toml")
        mine.keep("text")
        (path,) = (find_paths().data / "unsaved").iterdir()
        path.rename(path.with_name(path.name.replace(f".{os.getpid()}.", f".{other.pid}.")))
        mine.drop()
        assert mine.found() == []
        other.communicate(b"\n")
    assert [one.text for one in mine.found()] == ["text"]


@pytest.mark.usefixtures("first_start")
def test_where_nothing_can_be_kept_that_is_said(tmp_path: Path) -> None:
    folder = find_paths().data
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.write_text("in the way")
    with pytest.raises(CannotWrite):
        Unsaved(find_paths(), tmp_path / "a.toml").keep("text")
    assert Unsaved(find_paths(), tmp_path / "a.toml").found() == []
