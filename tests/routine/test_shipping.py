"""What comes compiled with the program: the same as its sources, and used where the cache has nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from hiproutine.paths import bundled, find_paths
from hiproutine.routine import compiled_entries, exercise_reading, loading
from hiproutine.routine.catalogue import Catalogue
from hiproutine.routine.compiled_file import read
from hiproutine.routine.compiled_stamps import cached_stamp, shipped_stamp
from hiproutine.routine.contents import Contents
from hiproutine.routine.library import Library
from hiproutine.routine.loaded import Loaded
from hiproutine.routine.loading import load
from hiproutine.routine.shipping import write_shipped

pytestmark = pytest.mark.usefixtures("first_start")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("shipped")
    write_shipped(folder)
    return folder


@pytest.fixture
def shipped(made: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(compiled_entries, "shipped_folder", lambda: made)
    return made


@pytest.fixture
def nothing_read(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(path: Path, *rest: object, **more: object) -> None:
        raise AssertionError(path)

    monkeypatch.setattr(loading, "load", fails)
    monkeypatch.setattr(exercise_reading, "read_exercise", fails)


@pytest.fixture
def unwritable() -> None:
    find_paths().cache.parent.mkdir(parents=True)
    find_paths().cache.write_text("a file where the folder should be")


def every() -> dict[str, Loaded | None]:
    return {entry.id: entry.loaded for entry in Library(find_paths()).entries()}


def sources() -> Iterator[tuple[str, Loaded]]:
    catalogue = Catalogue([bundled() / "exercises"])
    return ((path.stem, load(path, catalogue)) for path in bundled().glob("*.toml"))


def test_it_is_equal_to_its_sources_and_none_of_these_is_read(
    shipped: Path, unwritable: None, nothing_read: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    found, exercises = every(), [*Library(find_paths()).catalogue.entries()]
    monkeypatch.undo()
    monkeypatch.setenv("HIPROUTINE_HOME", str(find_paths().config))
    assert found == dict(sources())
    fresh = Catalogue(Library(find_paths())._exercises)
    assert exercises == [*fresh.entries()]
    assert {loaded.path.parent for loaded in found.values() if loaded} == {bundled()}


def test_the_same_sources_give_the_same_bytes(made: Path, tmp_path: Path) -> None:
    again = write_shipped(tmp_path)
    assert [path.read_bytes() for path in again] == [(made / path.name).read_bytes() for path in again]
    assert not any(str(bundled()).encode() in path.read_bytes() for path in again)


def test_the_first_start_puts_it_into_the_cache(shipped: Path, nothing_read: None) -> None:
    every()
    [*Library(find_paths()).catalogue.entries()]
    for name in ("routines", "exercises"):
        kept = read(find_paths().compiled / name, cached_stamp()).index
        assert kept.keys() == read(shipped / name, shipped_stamp()).index.keys()
        assert len(kept) > 20


def test_what_is_ones_own_is_read_beside_it(shipped: Path) -> None:
    paths = find_paths()
    paths.routines.mkdir(parents=True)
    paths.exercises.mkdir(parents=True)
    (paths.routines / "mine.toml").write_text('title = "Mine"\nsteps = [{ exercise = "hip-bridge", hold = "9s" }]\n')
    (paths.exercises / "hip-bridge.toml").write_text('name = "My bridge"\n')
    mine = every()["mine"]
    assert mine
    assert mine.plan.intervals[-1].name == "My bridge"
    kept = read(paths.compiled / "routines", cached_stamp()).index
    assert {str(paths.routines / "mine.toml"), "warm-up-quick.toml"} <= kept.keys()


@pytest.mark.parametrize("harm", [b"", b'{"stamp": "shipped 1"}\n', b"\x80\x04cos\nsystem\n"])
def test_one_that_is_damaged_or_of_another_version_is_as_if_it_was_not_there(
    harm: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "routines").write_bytes(harm)
    monkeypatch.setattr(compiled_entries, "shipped_folder", lambda: tmp_path)
    assert every() == dict(sources())


def test_it_is_not_used_by_other_code(shipped: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compiled_entries, "shipped_stamp", lambda: "shipped 0")
    assert compiled_entries.CompiledEntries(find_paths().compiled / "routines", Contents(()))._file.index == {}
