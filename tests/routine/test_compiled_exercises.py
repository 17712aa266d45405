"""Exercises kept compiled: the same as when they are read, and never older than their files."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from hiproutine.paths import bundled, find_paths
from hiproutine.plan.reps import Range, Sided
from hiproutine.routine import exercise_reading
from hiproutine.routine import library as library_module
from hiproutine.routine.catalogue import Catalogue, Entry
from hiproutine.routine.compiled_file import Kept, read, write
from hiproutine.routine.compiled_stamps import cached_stamp
from hiproutine.routine.compiled_values import made_of, written
from hiproutine.routine.exercise import Exercise
from hiproutine.routine.library import Library
from hiproutine.routine.values import Cue

pytestmark = pytest.mark.usefixtures("first_start")

FULL = """name = "Reach"
aliases = ["Stretch up", "Long arm"]
kind = "stretch"
muscles = ["flanks"]
reps = ["8-12", 10, 6]
hold = [5, "10s", 5]
rep_time = "5s"
effort = "easy"
sides = "each"
cues = ["Breathe", { at = "half", say = "Halfway" }, { at = "-5s", say = "Nearly" }]
easier = ["easy"]
avoid_if = ["groin"]
equipment = ["mat"]

[figure]
view = "side"
poses = [{ hip = 0.5 }]
"""


@pytest.fixture
def own() -> Path:
    folder = find_paths().exercises
    folder.mkdir(parents=True)
    (folder / "reach.toml").write_text(FULL)
    (folder / "easy.toml").write_text('name = "Easy"\n')
    return folder


@pytest.fixture
def few(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only three exercises come with the program: where all of them are read many times."""
    folder = tmp_path / "few" / "exercises"
    folder.mkdir(parents=True)
    for name in ("butterfly-stretch", "hip-bridge", "plank"):
        (folder / f"{name}.toml").symlink_to(bundled() / "exercises" / f"{name}.toml")
    monkeypatch.setattr(library_module, "bundled", lambda: folder.parent)


@pytest.fixture
def read_files(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of exercise files that are really read."""
    found: list[str] = []
    really = exercise_reading.read_exercise

    def noted(path: Path, *rest: Any, **more: Any) -> Exercise:
        found.append(path.stem)
        return really(path, *rest, **more)

    monkeypatch.setattr(exercise_reading, "read_exercise", noted)
    return found


def catalogue() -> Catalogue:
    return Library(find_paths()).catalogue


def every() -> list[Entry]:
    return [*catalogue().entries()]


def fresh() -> Catalogue:
    """One that keeps nothing."""
    return Catalogue(Library(find_paths())._exercises)


def test_a_compiled_exercise_is_what_its_file_says(own: Path, read_files: list[str]) -> None:
    first = every()
    assert len(read_files) > len(first) > 60  # some are drawn, too
    read_files.clear()
    kept = every()
    assert kept == first
    assert read_files == []
    assert kept == [*fresh().entries()]
    one = catalogue().get("reach")
    assert one == fresh().get("reach")
    assert repr(one) == repr(fresh().get("reach"))
    assert (one.reps, one.hold, one.cues[1]) == ((Range("8-12"), 10, 6), (5, 10, 5), Cue("Halfway", "half"))
    assert type(one.reps[0]) is Range
    assert one.dose() == "reps"


def test_its_figure_and_what_it_is_called_come_from_there_as_well(own: Path, read_files: list[str]) -> None:
    every()
    read_files.clear()
    found = catalogue()
    figures = {name: found.figure(name) for name in found.ids}
    said = found.said
    assert read_files == []
    assert figures == {name: fresh().figure(name) for name in found.ids}
    assert figures["easy"] is None
    assert figures["reach"] == {"view": "side", "poses": [{"hip": 0.5}]}
    assert said == fresh().said


@pytest.mark.parametrize(("name", "text"), [("reach", FULL.replace("Breathe", "Breathe out")), ("easy", None)])
def test_a_file_that_changed_is_read_again_and_no_other(
    name: str, text: str | None, own: Path, read_files: list[str]
) -> None:
    every()
    read_files.clear()
    if text:
        (own / f"{name}.toml").write_text(text)
    else:
        (own / f"{name}.toml").unlink()
    found = {entry.id: entry for entry in every()}
    assert {*read_files} == {"reach"}
    assert found["reach"].exercise == (fresh().get("reach") if text else None)
    assert bool(found["reach"].problems) is not bool(text)


@pytest.mark.usefixtures("few")
@pytest.mark.parametrize("harm", ["cut", "a byte", "newer", "foreign", "empty"])
def test_a_damaged_or_foreign_file_is_written_anew(harm: str, own: Path, read_files: list[str]) -> None:
    good = every()
    place = find_paths().compiled / "exercises"
    whole = place.read_bytes()
    harmed = {
        "cut": whole[: len(whole) // 2],
        "a byte": whole[:-50] + bytes([whole[-50] ^ 1]) + whole[-49:],
        "newer": whole.replace(b'"stamp": "', b'"stamp": "9', 1),
        "foreign": b"\x80\x04cos\nsystem\n",
        "empty": b"",
    }
    place.write_bytes(harmed[harm])
    read_files.clear()
    assert every() == good
    assert read_files
    assert place.read_bytes() == whole


@pytest.mark.usefixtures("few")
def test_entries_that_are_not_as_they_are_written_are_read_from_their_files(own: Path) -> None:
    good = every()
    place = find_paths().compiled / "exercises"
    kept = read(place, cached_stamp())
    name = str(own / "reach.toml")
    ((values, dose), *hung), texts = kept.entry(name).values, kept.entry(name).texts
    for wrong in (
        [],
        [5, dose],
        [values],
        [{**values, "reps": {"Range": [1], "Cue": []}}, dose],
        [{"x": {"os": []}}, 1],
    ):
        write(place, cached_stamp(), {name: Kept([wrong, *hung], texts)})
        assert every() == good
    for figure in (b"", b"5", b"[" * 100_000, b"\xff"):
        write(place, cached_stamp(), {name: Kept([[values, dose], *hung], [*texts[:-1], figure])})
        assert catalogue().figure("reach") == fresh().figure("reach")


@pytest.mark.usefixtures("few")
def test_where_nothing_can_be_written_it_only_takes_longer(own: Path) -> None:
    place = find_paths().compiled
    place.parent.mkdir()
    place.write_text("a file where the folder should be")
    assert every() == every() == [*fresh().entries()]


@pytest.mark.usefixtures("few")
def test_programs_at_once_do_no_harm(own: Path) -> None:
    good = every()
    (find_paths().compiled / "exercises").unlink()
    with ThreadPoolExecutor(3) as pool:
        assert [*pool.map(lambda _: every(), range(3))] == [good] * 3
    assert [path.name for path in find_paths().compiled.iterdir()] == ["exercises"]


def test_what_json_cannot_hold_is_read_each_time_and_the_rest_is_kept(own: Path, read_files: list[str]) -> None:
    (own / "dated.toml").write_text('name = "Dated"\n\n[figure]\nview = 2026-01-01\n')
    for _ in range(2):
        read_files.clear()
        every()
    assert {*read_files} == {"dated"}


def test_values_come_back_as_they_were() -> None:
    for value in (
        None,
        True,
        5,
        0.5,
        "a",
        (),
        (1, (2, Range("1-2"))),
        Sided(Range("8-10"), (3, 4)),
        Cue("x", "end", 5),
    ):
        assert made_of(written(value)) == value
        assert type(made_of(written(value))) is type(value)


@pytest.mark.parametrize("dose", ['distance = "2 km"', 'distance = ["400m", "0.5mi"]'])
@pytest.mark.usefixtures("few")
def test_a_distance_is_kept(dose: str, own: Path, read_files: list[str]) -> None:
    (own / "far.toml").write_text(f'name = "Far"\n{dose}\n')
    first = catalogue().get("far")
    every()
    read_files.clear()
    assert catalogue().get("far") == first
    assert read_files == []
    assert repr(first) == repr(fresh().get("far"))


def test_a_kind_of_value_that_nobody_makes_again_is_not_written() -> None:
    @dataclass(frozen=True)
    class Unknown:
        value: int = 1

    for value in (Unknown(), (1, Unknown()), {"a": 1}, {1}):
        with pytest.raises(TypeError):
            written(value)
