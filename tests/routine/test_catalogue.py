"""Exercises by id."""

from __future__ import annotations

from pathlib import Path

import pytest

from hiproutine.errors import BadFile, Problem
from hiproutine.routine.catalogue import Catalogue
from hiproutine.routine.exercise import Exercise
from hiproutine.routine.exercise_reading import read_exercise
from hiproutine.routine.values import Cue
from hiproutine.routine.without_figure import without_figure

WHOLE = """name = "Hip bridge"
aliases = ["Glute bridge"]
kind = "strength"
position = "supine"
sides = "both"
equipment = ["mat"]
muscles = ["glutes", "hamstrings"]
setup = "Lie on your back."
cues = ["Press through the heels", { at = "half", say = "Halfway, {name}" }]
safety = "Keep the ribs down."
stop_if = "Stop if it pinches."
avoid_if = ["front-hip"]
easier = ["half-bridge"]
rep_time = "5s"
reps = 10
why = "It loads the glutes."
source = "Distefano 2009"
"""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    folder = tmp_path / "own"
    folder.mkdir()
    return folder


@pytest.fixture
def bundled(tmp_path: Path) -> Path:
    folder = tmp_path / "bundled"
    folder.mkdir()
    return folder


def test_an_exercise_has_what_its_file_says(own: Path) -> None:
    (own / "hip-bridge.toml").write_text(WHOLE)
    (own / "half-bridge.toml").write_text('name = "Half bridge"')
    exercise = Catalogue([own]).get("hip-bridge")
    assert exercise.name == "Hip bridge"
    assert exercise.dose() == "reps"
    assert (exercise.rep_time, exercise.reps, exercise.easier) == (5, 10, ("half-bridge",))
    assert exercise.cues == (Cue("Press through the heels"), Cue("Halfway, {name}", "half"))


def test_a_persons_own_exercise_comes_before_the_bundled_one(own: Path, bundled: Path) -> None:
    (own / "a.toml").write_text('name = "Mine"')
    (bundled / "a.toml").write_text('name = "Theirs"')
    assert Catalogue([own, bundled]).get("a").name == "Mine"


def test_a_broken_own_exercise_does_not_hide_the_bundled_one(own: Path, bundled: Path) -> None:
    (own / "a.toml").write_text("name = ")
    (bundled / "a.toml").write_text('name = "Theirs"')
    assert Catalogue([own, bundled]).get("a").name == "Theirs"


def test_every_id_is_listed_once_and_sorted(own: Path, bundled: Path) -> None:
    for path in (own / "b.toml", bundled / "b.toml", bundled / "a.toml"):
        path.write_text('name = "A"')
    assert Catalogue([own, bundled]).ids == ("a", "b")


def test_an_exercise_is_read_once(own: Path) -> None:
    (own / "a.toml").write_text('name = "First"')
    catalogue = Catalogue([own])
    first = catalogue.get("a")
    (own / "a.toml").write_text('name = "Second"')
    assert catalogue.get("a") is first


@pytest.mark.parametrize("name", ["none", "../a", "A", "a.toml", "", "a" * 300, "a\x00"])
def test_what_is_no_exercise_is_a_problem_and_not_a_crash(own: Path, name: str) -> None:
    (own / "a.toml").write_text('name = "A"')
    found = Catalogue([own / "inner", own]).find(name)
    assert isinstance(found, Problem)
    assert found.code == "unknown-exercise"


def test_asking_for_an_exercise_that_is_not_there_raises_with_the_nearest(own: Path) -> None:
    (own / "hip-bridge.toml").write_text('name = "A"')
    with pytest.raises(BadFile) as caught:
        Catalogue([own]).get("bridge")
    assert str(caught.value) == "there is no exercise “bridge”. Did you mean hip-bridge."


def test_two_exercises_may_point_at_each_other(own: Path) -> None:
    (own / "a.toml").write_text('name = "A"\nharder = ["b"]')
    (own / "b.toml").write_text('name = "B"\neasier = ["a"]')
    catalogue = Catalogue([own])
    assert (catalogue.get("a").harder, catalogue.get("b").easier) == (("b",), ("a",))


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("", ["missing-key"]),
        ('name = "A"\ntime = 5\nreps = 3', ["two-doses"]),
        ('name = "A"\nkind = "yoga"', ["unknown-value"]),
        ('name = "A"\nposition = "lying"', ["unknown-value"]),
        ('name = "A"\navoid_if = ["knee"]', ["unknown-value"]),
        ('name = "A"\nrep_time = "quick"', ["bad-duration"]),
        ('name = "A"\nharder = ["none"]', ["unknown-exercise"]),
        ('name = "A"\ntempo = "2-1-2"\nkind = 3\nreps = 0', ["unknown-key", "wrong-type", "out-of-range"]),
    ],
)
def test_everything_wrong_with_an_exercise_is_reported(own: Path, text: str, codes: list[str]) -> None:
    path = own / "a.toml"
    path.write_text(text)
    with pytest.raises(BadFile) as caught:
        read_exercise(path, Catalogue([own]).neighbour)
    assert [problem.code for problem in caught.value.problems] == codes
    assert {problem.path for problem in caught.value.problems} == {str(path)}


def test_an_exercise_without_a_dose_is_one(own: Path) -> None:
    (own / "a.toml").write_text('name = "A"')
    exercise = Catalogue([own]).find("a")
    assert isinstance(exercise, Exercise)
    assert exercise.dose() is None


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ('name = "A"\n\n[figure]\nposes = []\n', 'name = "A"\n\n'),
        ('name = "A"\n', 'name = "A"\n'),
        ("[figure]\nposes = []\n", "[figure]\nposes = []\n"),
        ('name = "A"\n[figure]\nposes = []\n[other]\n', 'name = "A"\n[figure]\nposes = []\n[other]\n'),
        ('name = "A"\nwhy = """\n[figure]\n"""\n', 'name = "A"\nwhy = """\n[figure]\n"""\n'),
    ],
)
def test_a_figure_is_left_unread_only_where_nothing_else_can_be_meant(text: str, kept: str) -> None:
    assert without_figure(text) == kept
