"""Routines by id and by path."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from time import process_time

import pytest

from hiproutine.errors import BadFile, UnknownRoutine
from hiproutine.paths import find_paths
from hiproutine.routine import library as library_module
from hiproutine.routine.library import Library
from tests.desk import routine

GOOD = routine('{ name = "A", hold = 30 }')
BROKEN = "title = "

Write = Callable[..., Path]


@pytest.fixture
def own() -> Path:
    folder = find_paths().routines
    folder.mkdir(parents=True)
    return folder


@pytest.fixture
def bundled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "bundled"
    folder.mkdir()
    monkeypatch.setattr(library_module, "bundled", lambda: folder)
    return folder


def titled(title: str) -> str:
    return GOOD.replace('"T"', f'"{title}"')


def ids() -> list[tuple[str, bool, bool]]:
    return [(entry.id, entry.own, entry.loaded is not None) for entry in Library(find_paths()).entries()]


def test_a_persons_own_routine_hides_the_bundled_one_of_its_id(own: Path, bundled: Path) -> None:
    (own / "a.toml").write_text(titled("Mine"))
    for name in ("a", "b"):
        (bundled / f"{name}.toml").write_text(titled("Theirs"))
    assert ids() == [("a", True, True), ("b", False, True)]
    loaded, replaced = Library(find_paths()).open("a")
    assert (loaded.card.title, replaced) == ("Mine", ())


def test_a_broken_own_file_is_listed_and_never_hides_the_bundled_one(own: Path, bundled: Path) -> None:
    (own / "a.toml").write_text(BROKEN)
    (bundled / "a.toml").write_text(titled("Theirs"))
    assert ids() == [("a", True, False), ("a", False, True)]
    loaded, replaced = Library(find_paths()).open("a")
    assert loaded.card.title == "Theirs"
    assert [(problem.code, problem.path) for problem in replaced] == [("toml-syntax", str(own / "a.toml"))]


def test_a_broken_file_without_another_of_its_id_cannot_be_opened(own: Path, bundled: Path) -> None:
    (own / "a.toml").write_text(BROKEN)
    with pytest.raises(BadFile, match=r"a\.toml:1:9: there is no value here"):
        Library(find_paths()).open("a")


def test_a_broken_file_does_not_hide_the_others(own: Path, bundled: Path) -> None:
    (own / "a.toml").write_text(BROKEN)
    (own / "b.toml").write_text(GOOD)
    assert ids() == [("a", True, False), ("b", True, True)]


def test_folders_and_links_to_nowhere_are_listed_with_their_problem(own: Path, bundled: Path) -> None:
    (own / "a.toml").mkdir()
    (own / "b.toml").symlink_to(own / "gone.toml")
    (own / "c.toml").symlink_to(own / "c.toml")
    entries = list(Library(find_paths()).entries())
    assert [(entry.id, entry.problems[0].code) for entry in entries] == [
        ("a", "unreadable"),
        ("b", "unreadable"),
        ("c", "unreadable"),
    ]
    with pytest.raises(BadFile, match="there is no such file"):
        Library(find_paths()).open("b")


@pytest.mark.parametrize("name", ["My Routine", "Hüfte", "a_b", "-a", "a" * 101])
def test_a_file_whose_name_is_no_id_is_listed_as_such_and_played_by_its_path(
    own: Path, bundled: Path, name: str
) -> None:
    path = own / f"{name}.toml"
    path.write_text(GOOD)
    (entry,) = Library(find_paths()).entries()
    assert (entry.loaded, entry.problems[0].code) == (None, "bad-id")
    assert "name the file with a-z, 0-9 and - only, or play it by its path" in entry.problems[0].help
    assert Library(find_paths()).open(str(path))[0].card.title == "T"


def test_a_path_is_opened_as_a_path(bundled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (bundled / "a.toml").write_text(titled("Theirs"))
    (tmp_path / "a.toml").write_text(titled("Here"))
    monkeypatch.chdir(tmp_path)
    titles = [Library(find_paths()).open(name)[0].card.title for name in ("a", "a.toml", "./a.toml")]
    assert titles == ["Theirs", "Here", "Here"]


def test_a_path_may_begin_at_home(bundled: Path, home: Path) -> None:
    (home / "a.toml").write_text(GOOD)
    assert Library(find_paths()).open("~/a.toml")[0].path == home / "a.toml"


def test_a_file_of_another_ending_is_opened_when_it_stands_here(
    bundled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "routine.txt").write_text(GOOD)
    monkeypatch.chdir(tmp_path)
    assert Library(find_paths()).open("routine.txt")[0].plan.id == "routine"


@pytest.mark.parametrize("name", ["./none.toml", "none.toml", "~nobody-of-that-name/a", "a" * 300 + ".toml"])
def test_a_path_to_nothing_is_an_unreadable_file(bundled: Path, name: str) -> None:
    with pytest.raises(BadFile) as caught:
        Library(find_paths()).open(name)
    assert [problem.code for problem in caught.value.problems] == ["unreadable"]


@pytest.mark.parametrize("name", ["", "zzz", "A B", "a" * 300, "A" * 300, "..", "é"])
def test_a_name_that_nobody_has_is_an_unknown_routine(bundled: Path, name: str) -> None:
    with pytest.raises(UnknownRoutine) as caught:
        Library(find_paths()).open(name)
    assert str(caught.value) == (f"There is no routine called “{name}”. “hiproutine list” shows them all.")


@pytest.mark.parametrize(
    ("asked", "offered"),
    [
        ("warmup-quick", "warm-up-quick"),
        ("foam", "foam-roll-hips"),
        ("Cool-Down", "cool-down"),
        ("stretch", "post-run-hip-stretch"),
    ],
)
def test_the_nearest_names_are_offered(bundled: Path, asked: str, offered: str) -> None:
    for name in ("warm-up-quick", "warm-up-five-step", "foam-roll-hips", "cool-down", "post-run-hip-stretch"):
        (bundled / f"{name}.toml").write_text(GOOD)
    with pytest.raises(UnknownRoutine) as caught:
        Library(find_paths()).open(asked)
    assert f"Did you mean {offered}?" in str(caught.value)


@pytest.mark.long
def test_two_thousand_files_are_all_listed(own: Path, bundled: Path) -> None:
    for number in range(2_000):
        (own / f"r{number:04}.toml").write_text(GOOD if number % 10 else BROKEN)
    began = process_time()
    entries = list(Library(find_paths()).entries())
    assert process_time() - began < 30
    assert [entry.id for entry in entries] == [f"r{number:04}" for number in range(2_000)]
    assert sum(entry.loaded is None for entry in entries) == 200


def test_a_library_without_a_folder_has_the_bundled_routines_only(bundled: Path) -> None:
    (bundled / "a.toml").write_text(GOOD)
    assert not find_paths().routines.exists()
    assert ids() == [("a", False, True)]


def test_own_exercises_come_before_bundled_ones(bundled: Path) -> None:
    folder = find_paths().exercises
    folder.mkdir(parents=True)
    (bundled / "exercises").mkdir()
    (folder / "a.toml").write_text('name = "Mine"\nhold = 5')
    (bundled / "exercises" / "a.toml").write_text('name = "Theirs"\nhold = 5')
    (bundled / "r.toml").write_text(routine('{ exercise = "a" }'))
    assert Library(find_paths()).open("r")[0].plan.intervals[-1].name == "Mine"
