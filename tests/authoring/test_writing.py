"""Files are written whole or not at all, and never over others."""

from __future__ import annotations

import os
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from hiproutine.authoring import writing
from hiproutine.authoring.template import template, title_of
from hiproutine.routine.checking import Source, check_file
from hiproutine.routine.reading import read_table
from tests.desk import Desk
from tests.tables import routines


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@given(routines())
def test_a_routine_that_is_written_is_the_routine_that_is_read(table: dict[str, Any]) -> None:
    assert tomllib.loads(writing.toml_text(table)) == table


def test_texts_of_several_lines_stay_readable() -> None:
    table = {"why": 'One.\n\nTwo \\ "three".', "setup": "a\tb"}
    text = writing.toml_text(table)
    assert "One.\n\nTwo" in text
    assert tomllib.loads(text) == table


@pytest.mark.parametrize("name", ["a", "evening-stretch", "5-minutes", "a" * 100])
def test_an_id_is_a_name(name: str) -> None:
    writing.check_name(name)


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("My Routine", "“My Routine” cannot be the name of a routine: use a-z, 0-9 and -, such as my-routine."),
        ("../mine", "“../mine” cannot be the name of a routine: use a-z, 0-9 and -, such as mine."),
        ("a/b", "“a/b” cannot be the name of a routine: use a-z, 0-9 and -, such as a-b."),
        ("a\\b", "“a\\b” cannot be the name of a routine: use a-z, 0-9 and -, such as a-b."),
        ("Hüfte & Po", "“Hüfte & Po” cannot be the name of a routine: use a-z, 0-9 and -, such as hufte-po."),
        ("-a", "“-a” cannot be the name of a routine: use a-z, 0-9 and -, such as a."),
        ("a\x1b[2J", "“a\\x1b[2J” cannot be the name of a routine: use a-z, 0-9 and -, such as a-2j."),
        ("a\nb", "“a\\nb” cannot be the name of a routine: use a-z, 0-9 and -, such as a-b."),
        ("股関節", "“股関節” cannot be the name of a routine: use a-z, 0-9 and -, such as evening-stretch."),
        ("", "“” cannot be the name of a routine: use a-z, 0-9 and -, such as evening-stretch."),
        (".", "“.” cannot be the name of a routine: use a-z, 0-9 and -, such as evening-stretch."),
        ("mine.toml", "A routine is named without .toml: mine."),
        ("a" * 101, "The name has 101 characters, 100 is the most."),
    ],
)
def test_another_name_is_refused_with_one_that_would_do(name: str, told: str) -> None:
    with pytest.raises(writing.BadName) as caught:
        writing.check_name(name)
    assert str(caught.value) == told


def test_a_new_file_is_whole_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "new" / "a.toml"
    writing.prepare(path)
    writing.write_new(path, "é\r\n")
    assert path.read_bytes() == "é\r\n".encode()
    assert names(path.parent) == ["a.toml"]


@pytest.mark.parametrize("kind", ["file", "folder", "link to nowhere"])
def test_what_is_there_is_left_alone(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "a.toml"
    if kind == "file":
        path.write_text("mine")
    elif kind == "folder":
        path.mkdir()
    else:
        path.symlink_to(tmp_path / "gone")
    for write in (writing.prepare, lambda path: writing.write_new(path, "theirs")):
        with pytest.raises(writing.CannotWrite, match=r"a\.toml is there already\. Nothing was written\."):
            write(path)
    assert names(tmp_path) == ["a.toml"]
    assert kind != "file" or path.read_text() == "mine"


def test_where_there_are_no_links_a_file_is_written_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*arguments: object) -> None:
        raise OSError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    path = tmp_path / "a.toml"
    writing.write_new(path, "mine")
    with pytest.raises(writing.CannotWrite, match="is there already"):
        writing.write_new(path, "theirs")
    assert (path.read_text(), names(tmp_path)) == ("mine", ["a.toml"])


def test_a_folder_that_is_a_file_is_said_to_be_one(tmp_path: Path) -> None:
    (tmp_path / "routines").write_text("")
    with pytest.raises(writing.CannotWrite, match=r"routines is not a folder\. Nothing was written\."):
        writing.prepare(tmp_path / "routines" / "a.toml")


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*arguments: object, **more: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "touch", refuse)
    with pytest.raises(writing.CannotWrite, match=r"a\.toml cannot be written: permission denied\."):
        writing.prepare(tmp_path / "a.toml")


def test_a_disk_that_is_full_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.toml"
    path.write_text("old")

    def refuse(*arguments: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(writing.CannotWrite, match="no space left on device"):
        writing.write_over(path, "new")
    assert (path.read_text(), names(tmp_path)) == ("old", ["a.toml"])


@pytest.mark.parametrize("name", ["evening-stretch", "a", "5", "z" * 100, "a-" * 50])
def test_the_template_is_a_routine_without_a_problem(desk: Desk, name: str) -> None:
    desk.exercise("hip-flexor-stretch", 'name = "Hip flexor stretch"\nsides = "each"\n')
    path = desk.write(template(name), f"{name}.toml")
    assert check_file(Source(path, exercise=False), desk.catalogue).problems == ()
    assert read_table(path)["title"] == title_of(name)


def test_titles_are_made_of_ids() -> None:
    assert [title_of(name) for name in ("evening-stretch", "a", "5-min")] == ["Evening stretch", "A", "5 min"]
