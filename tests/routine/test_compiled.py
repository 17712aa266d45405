"""Routines kept compiled: the same as when they are read, and never older than their files."""

from __future__ import annotations

import os
import pickle
import shutil
from concurrent.futures import ThreadPoolExecutor
from dataclasses import fields, replace
from pathlib import Path

import pytest

from hiproutine.paths import Paths, bundled, find_paths
from hiproutine.plan.distances import Measures
from hiproutine.plan.model import About, Interval, Plan
from hiproutine.routine import compiled, loading
from hiproutine.routine import library as library_module
from hiproutine.routine.catalogue import Catalogue
from hiproutine.routine.compiled_file import Kept, read, write
from hiproutine.routine.compiled_stamps import cached_stamp
from hiproutine.routine.contents import Contents
from hiproutine.routine.library import Library
from hiproutine.routine.loaded import Loaded
from hiproutine.routine.loading import load
from hiproutine.routine.record_values import plain, reader

pytestmark = pytest.mark.usefixtures("first_start")

ROUTINE = 'title = "Mine"\nsteps = [{ exercise = "mine", hold = "20s" }, { name = "Walk", time = "1m" }]\n'
EXERCISE = 'name = "Reach"\nsetup = "Stand."\neasier = ["easy"]\n'


@pytest.fixture
def own() -> Path:
    paths = find_paths()
    paths.routines.mkdir(parents=True)
    paths.exercises.mkdir(parents=True)
    (paths.routines / "mine.toml").write_text(ROUTINE)
    (paths.exercises / "mine.toml").write_text(EXERCISE)
    (paths.exercises / "easy.toml").write_text('name = "Easy"\n')
    return paths.config


@pytest.fixture
def few(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only two routines come with the program, and every exercise: where the library is read many times."""
    folder = tmp_path / "few"
    folder.mkdir()
    for name in ("warm-up-quick.toml", "cool-down.toml", "exercises"):
        (folder / name).symlink_to(bundled() / name)
    monkeypatch.setattr(library_module, "bundled", lambda: folder)


@pytest.fixture
def read_files(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of routine files that are really read."""
    found: list[str] = []

    def noted(path: Path, *rest: object) -> Loaded:
        found.append(path.stem)
        return load(path, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(loading, "load", noted)
    return found


def every() -> dict[str, Loaded | None]:
    return {entry.id: entry.loaded for entry in Library(find_paths()).entries()}


def mine() -> Loaded:
    return Library(find_paths()).open("mine")[0]


def test_a_compiled_routine_is_what_its_file_says(read_files: list[str], own: Path) -> None:
    first = every()
    assert len(read_files) == len(first) > 20
    kept = every()
    assert len(read_files) == len(first)
    library = Library(find_paths())
    for name, loaded in kept.items():
        assert loaded
        fresh = load(loaded.path, library.catalogue)
        assert (loaded.plan.steps, loaded.plan.seconds, loaded.card) == (
            fresh.plan.steps,
            fresh.plan.seconds,
            fresh.card,
        )
        assert loaded == fresh, name
        assert repr(loaded) == repr(fresh)
        assert list(map(type, loaded.plan.intervals[0].about.easier)) == list(
            map(type, fresh.plan.intervals[0].about.easier)
        )
    assert len(read_files) == len(first)


def test_it_goes_through_a_pipe_whole(own: Path) -> None:
    fresh = mine()
    kept = Library(find_paths()).open("mine")[0]
    assert pickle.loads(pickle.dumps(kept)) == fresh == kept  # noqa: S301 - our own


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("routines/mine.toml", ROUTINE.replace("20s", "25s")),
        ("exercises/mine.toml", EXERCISE.replace("Stand", "Kneel")),
        ("exercises/easy.toml", None),
    ],
)
def test_a_file_that_changed_is_read_again_and_no_other(
    name: str, text: str | None, own: Path, read_files: list[str]
) -> None:
    every()
    before = (own / name).stat()
    read_files.clear()
    if text is None:
        (own / name).unlink()
    else:
        (own / name).write_text(text)
        os.utime(own / name, ns=(before.st_atime_ns, before.st_mtime_ns))  # a clock does not give it away
    found = every()["mine"]
    assert read_files == ["mine"]
    if text is None:
        assert found is None
    else:
        assert found == load(own / "routines/mine.toml", Library(find_paths()).catalogue)
        read_files.clear()
        assert every()["mine"] == found
        assert read_files == []


@pytest.mark.usefixtures("few")
def test_a_routine_that_includes_others_is_read_again_when_one_of_them_changes(
    own: Path, read_files: list[str]
) -> None:
    routines = own / "routines"
    (routines / "mine.toml").write_text('title = "M"\nsteps = [{ include = "middle" }, { include = "cool-down" }]\n')
    (routines / "middle.toml").write_text('title = "N"\nsteps = [{ include = "inner" }]\n')
    (routines / "inner.toml").write_text(ROUTINE)
    every()
    read_files.clear()
    before = every()["mine"]
    assert before
    assert read_files == []
    (routines / "inner.toml").write_text(ROUTINE.replace("1m", "2m"))
    found = every()["mine"]
    assert found
    assert (found.plan.seconds, sorted(read_files)) == (before.plan.seconds + 60, ["inner", "middle", "mine"])
    read_files.clear()
    (routines / "cool-down.toml").write_text(ROUTINE)  # hides the bundled one
    assert every()["mine"] == load(routines / "mine.toml", Library(find_paths()).catalogue)
    assert sorted(read_files) == ["cool-down", "mine"]


def test_what_a_routine_includes_is_looked_for_in_the_folder_of_whoever_starts(own: Path, tmp_path: Path) -> None:
    outer = tmp_path / "outer.toml"
    outer.write_text('title = "O"\nsteps = [{ include = "cool-down" }]\n')
    loaded = Library(find_paths()).open(str(outer))[0]
    paths = find_paths()
    elsewhere = Paths(tmp_path / "other", tmp_path / "other", paths.cache)
    assert Library(elsewhere).open(str(outer))[0] == loaded
    elsewhere.routines.mkdir(parents=True)
    (elsewhere.routines / "cool-down.toml").write_text('title = "C"\nsteps = [{ name = "Walk", hold = 5 }]\n')
    assert Library(elsewhere).open(str(outer))[0].plan.steps == 1
    index = read(paths.compiled / "routines", cached_stamp()).index
    assert "own:cool-down.toml" in index[str(outer)][0][2]


def test_a_routine_hangs_on_whatever_file_was_told_of_while_it_was_read(
    own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other, read_files = own / "routines" / "shared.txt", list[str]()

    def with_another(path: Path, catalogue: Catalogue) -> Loaded:
        read_files.append(path.stem)
        catalogue.hangs_on(other)
        loaded = load(path, catalogue)
        return replace(loaded, card=loaded.card._replace(summary=other.read_text() if other.exists() else "none"))

    monkeypatch.setattr(loading, "load", with_another)
    for text in (None, "one", "two", None):
        if text is None:
            other.unlink(missing_ok=True)
        else:
            other.write_text(text)
        assert [mine().card.summary for _ in range(2)] == [text or "none"] * 2
    assert read_files == ["mine"] * 4


def test_routines_that_are_opened_one_after_the_other_are_all_kept(own: Path, read_files: list[str]) -> None:
    names = ["mine", "warm-up-quick", "cool-down"]
    for times in (1, 2):
        library = Library(find_paths())
        for name in names:
            library.open(name)
        assert read_files == names, times


def test_nothing_of_a_routine_is_lost_on_the_way(own: Path) -> None:
    mine()
    kept = mine()
    assert kept.places
    assert kept.plan.intervals  # makes what is made late
    assert vars(kept).keys() == {field.name for field in fields(Loaded)} - {"right_first"}  # that is None: a default
    assert vars(kept.plan).keys() == {field.name for field in fields(Plan)}


@pytest.mark.usefixtures("few")
def test_an_exercise_of_ones_own_over_a_bundled_one_counts_at_once(own: Path) -> None:
    used = next(one for one in every()["warm-up-quick"].plan.intervals if one.about.exercise)  # type: ignore[union-attr]
    folder = own / "exercises" / f"{used.about.exercise}.toml"
    folder.write_text('name = "Another thing"\nhold = "30s"\n')
    now = Library(find_paths()).open("warm-up-quick")[0]
    assert "Another thing" in {one.name for one in now.plan.intervals}
    folder.unlink()
    assert "Another thing" not in {one.name for one in Library(find_paths()).open("warm-up-quick")[0].plan.intervals}


def test_what_has_a_problem_is_told_every_time(own: Path) -> None:
    (own / "routines/mine.toml").write_text("title = 5")
    for _ in range(2):
        entry = next(one for one in Library(find_paths()).entries() if one.id == "mine")
        assert entry.problems
    assert (
        compiled.CompiledRoutines(find_paths().compiled / "routines", Contents(())).find(
            own / "routines/mine.toml", mine
        )
        is None
    )


def _harms() -> list[tuple[str, bytes]]:
    paths = find_paths()
    whole = (paths.compiled / "routines").read_bytes()
    return [
        ("empty", b""),
        ("cut", whole[: len(whole) // 2]),
        ("longer", whole + b"x"),
        ("a byte", whole[:-100] + bytes([whole[-100] ^ 1]) + whole[-99:]),
        ("newer", whole.replace(b'"stamp": "3', b'"stamp": "4', 1)),
        ("foreign", b"\x80\x04cos\nsystem\n" + os.urandom(2000)),
        ("json", b'{"stamp": [], "index": "x", "sum": 1}\n{}'),
        ("deep", b"[" * 100_000),
    ]


@pytest.mark.usefixtures("few")
def test_a_damaged_or_foreign_file_is_written_anew(own: Path, read_files: list[str]) -> None:
    good = every()
    place = find_paths().compiled / "routines"
    for name, harmed in _harms():
        place.write_bytes(harmed)
        read_files.clear()
        assert every() == good, name
        assert len(read_files) == len(good), name
        read_files.clear()
        assert every() == good
        assert read_files == [], name


def test_entries_that_are_not_as_they_are_written_are_read_from_their_files(own: Path) -> None:
    good = mine()
    place = find_paths().compiled / "routines"
    kept = read(place, cached_stamp())
    name = str(own / "routines/mine.toml")
    (values, exercises, files), texts = kept.entry(name).values, kept.entry(name).texts
    for wrong in (
        [],
        [*values[:3]],
        [values[0], values[1][:2], [], values[3]],
        [5, *values[1:]],
        [values[0][:3], *values[1:]],
    ):
        write(place, cached_stamp(), {name: Kept([wrong, exercises, files], texts)})
        assert mine() == good
    for wrong in ([], [values], [values, exercises], [values, 5, []], [values, [], [5]], [values, [[]], []]):
        write(place, cached_stamp(), {name: Kept(wrong, texts)})
        assert mine() == good
    for bulk in (b"", b"{}", b"[[], [[1]], []]", b'[[["x"]], [], []]'):
        write(place, cached_stamp(), {name: Kept([values, exercises, files], [*texts[:5], bulk, *texts[6:]])})
        assert mine() == good
    assert sorted(path.name for path in place.parent.iterdir()) == ["exercises", "routines"]


@pytest.mark.usefixtures("few")
def test_where_nothing_can_be_written_it_only_takes_longer(own: Path) -> None:
    good = every()
    place = find_paths().compiled / "routines"
    place.unlink()
    place.mkdir()
    assert every() == good
    shutil.rmtree(place.parent)
    place.parent.write_text("a file where the folder should be")
    assert every() == good


@pytest.mark.usefixtures("few")
def test_programs_at_once_do_no_harm(own: Path) -> None:
    good = every()
    (find_paths().compiled / "routines").unlink()
    with ThreadPoolExecutor(4) as pool:
        assert [*pool.map(lambda _: every(), range(8))] == [good] * 8
    assert sorted(path.name for path in find_paths().compiled.iterdir()) == ["exercises", "routines"]


def test_a_file_by_its_path_is_compiled_as_well_and_named_as_it_was_asked_for(
    own: Path, read_files: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    held = ROUTINE.replace("20s", "90s").replace("title", 'when = ["pre-run"]\ntitle')
    (own / "mine.toml").write_text(held)
    first = Library(find_paths()).open(str(own / "mine.toml"))[0]
    monkeypatch.chdir(own)
    again = Library(find_paths()).open("./mine.toml")[0]
    assert read_files == ["mine"]
    assert again.plan == first.plan
    assert (first.warnings[0].path, again.warnings[0].path) == (str(own / "mine.toml"), "mine.toml")


def test_the_figures_of_its_exercises_come_with_it(own: Path) -> None:
    library = Library(find_paths())
    for _ in range(2):
        loaded = Library(find_paths()).open("warm-up-quick")[0]
        used = {one.about.exercise for one in loaded.plan.intervals if one.about.exercise}
        assert loaded.figures == {name: library.catalogue.figure(name) for name in used}
        assert any(loaded.figures.values())


@pytest.mark.usefixtures("few")
def test_a_pipe_in_the_folder_is_not_waited_for(own: Path) -> None:
    os.mkfifo(own / "routines/pipe.toml")
    for _ in range(2):
        assert every()["pipe"] is None


def test_what_is_gone_is_not_kept(own: Path) -> None:
    every()
    (own / "routines/mine.toml").unlink()
    (own / "routines/other.toml").write_text(ROUTINE)
    every()
    kept = read(find_paths().compiled / "routines", cached_stamp()).index
    assert str(own / "routines/mine.toml") not in kept
    assert str(own / "routines/other.toml") in kept
    assert "warm-up-quick.toml" in kept


def test_values_come_back_as_they_were() -> None:
    interval = load(bundled() / "warm-up-quick.toml", Library(find_paths()).catalogue).plan.intervals[1]
    made = reader(Interval)
    assert made
    assert made(plain(interval)) == interval
    with pytest.raises(ValueError, match="values of a About"):
        reader(About)([])  # type: ignore[misc]


@pytest.mark.usefixtures("few")
def test_a_routine_that_begins_with_the_sorer_side_is_read_with_both_its_plans_each_time(own: Path) -> None:
    sorer = ROUTINE.replace("steps =", 'defaults = { first_side = "sorer" }\nsteps =').replace(
        "20s", '20s", sides = "each'
    )
    (own / "routines" / "mine.toml").write_text(sorer)
    for _ in range(3):
        every()
        found = mine().right_first
        assert found
        assert next(one.side for one in found.intervals if one.side) == "right"


WEEKS = """title = "Weeks"
weeks = [{ what = "mine", hold = 5 }, { what = "pigeon-pose", hold = 9 }]
steps = [{ exercise = "$what", hold = "$hold" }]
"""


def test_a_plan_over_weeks_is_kept_with_all_of_them(own: Path, read_files: list[str]) -> None:
    (own / "routines" / "mine.toml").write_text(WEEKS)
    first, kept = mine(), mine()
    assert read_files == ["mine"]
    assert "intervals" not in vars(kept.weeks[1].plan)  # made when it is first asked for
    assert [one.plan for one in kept.weeks] == [one.plan for one in first.weeks]
    assert (kept.in_week(2).plan.seconds, kept.in_week(2).places) == (
        first.in_week(2).plan.seconds,
        first.weeks[1].places,
    )
    assert {*kept.figures} == {"mine", "pigeon-pose"}
    (own / "exercises" / "pigeon-pose.toml").write_text('name = "Another"\n')
    assert {one.name for one in mine().in_week(2).plan.intervals} == {"Another"}


@pytest.mark.usefixtures("few")
def test_everything_that_is_written_comes_back_as_it_was_read(own: Path) -> None:
    folder = Path(__file__).parent / "programmes"
    for path in folder.glob("*.toml"):
        (own / "routines" / path.name).write_bytes(path.read_bytes())
    every()
    library = Library(find_paths())
    for path in folder.glob("*.toml"):
        kept = Library(find_paths()).open(path.stem)[0]
        assert kept == load(own / "routines" / path.name, library.catalogue)


def test_a_plan_with_a_distance_is_kept_for_one_unit_and_pace(own: Path, read_files: list[str]) -> None:
    (own / "routines" / "far.toml").write_text('title = "F"\nsteps = [{ name = "Run", distance = "400m" }]\n')

    def told(measures: Measures) -> str:
        return Library(find_paths(), lambda: measures).open("far")[0].plan.intervals[1].distance

    assert [told(Measures()), told(Measures())] == ["400 m", "400 m"]
    read = len(read_files)
    assert told(Measures(miles=True)) == "0.25 mi"
    assert len(read_files) > read
