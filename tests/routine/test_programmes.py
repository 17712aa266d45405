"""Programmes as people write them, each in a file that a reader of the programme recognises line by line."""

from __future__ import annotations

from pathlib import Path

import pytest

from hiproutine.authoring.writing import toml_text
from hiproutine.paths import bundled
from hiproutine.plan.model import Interval, Kind
from hiproutine.routine.catalogue import Catalogue
from hiproutine.routine.loading import load
from hiproutine.routine.reading import read_table

FOLDER = Path(__file__).parent / "programmes"
CATALOGUE = Catalogue([bundled() / "exercises"], [bundled()])


def work(name: str) -> list[Interval]:
    (path,) = FOLDER.glob(f"{name}-*.toml")
    loaded = load(path, CATALOGUE)
    assert loaded.warnings == ()
    return [one for one in loaded.plan.intervals if one.kind is Kind.WORK]


def weeks(name: str) -> list[list[Interval]]:
    (path,) = FOLDER.glob(f"{name}-*.toml")
    plans = [one.plan for one in load(path, CATALOGUE).weeks]
    return [[one for one in plan.intervals if one.kind is Kind.WORK] for plan in plans]


def seconds(name: str) -> float:
    (path,) = FOLDER.glob(f"{name}-*.toml")
    return load(path, CATALOGUE).plan.seconds


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.toml")), ids=lambda path: path.stem)
def test_a_programme_is_a_routine_without_a_word_of_warning(path: Path) -> None:
    assert load(path, CATALOGUE).warnings == ()


def test_each_says_what_its_programme_says() -> None:
    assert [one.all_reps for one in work("01")] == [10] * 5
    series = work("02")
    assert [one.side for one in series] == ["left"] * 14 + ["right"] * 14
    assert sum(one.reps or 0 for one in series) == 2 * 92
    tabata = work("03")
    assert [one.start - tabata[0].start for one in tabata[:8]] == [30.0 * number for number in range(8)]
    assert tabata[8].start - tabata[7].start - 20 == 60
    assert len(tabata) == 4 * 8
    minutes = work("04")
    assert [one.start - 10 for one in minutes] == [60.0 * number for number in range(12)]
    assert [one.reps for one in minutes] == [12, 10] * 6
    rounds = work("05")
    assert [(one.name, one.reps or one.seconds) for one in rounds] == [("Squat", 5), ("Hip hinge", 5), ("Plank", 20)]
    assert {one.open_rounds and one.open_rounds.seconds for one in rounds} == {600}
    assert seconds("05") == 10 + 600
    flow = work("19")
    assert [(one.side, one.reps) for one in flow] == [
        (None, 5), ("left", 5), ("right", 5), ("left", 5), ("right", 5)
    ]  # fmt: skip
    assert {one.open_rounds and one.open_rounds.seconds for one in flow} == {480}
    assert [one.reps for one in work("06") if one.side == "left"] == [10, 8, 6, 8, 10]
    assert {(one.reps_from, one.reps, one.tempo, one.sets) for one in work("07")} == {(8, 12, (3, 1, 1), 3)}
    sheet = [f"{one.side} {one.reps}" for one in work("08")]
    assert (sheet.count("left 12"), sheet.count("right 8")) == (3, 2)
    assert [one.seconds for one in work("09") if one.side == "left"] == [20, 30, 40, 30, 20]
    assert [one.name for one in work("10")][:6] == ["A1 bridge", "A2 dead bug"] * 3
    assert [[one.seconds for one in week] for week in weeks("11")] == [
        [300, *[60 * minutes, 90] * 8, 300] for minutes in range(1, 9)
    ]
    assert [(one.name, one.distance, one.seconds) for one in work("12")][1:] == [
        ("Stride", "100 m", 25),
        ("Walk back", "100 m", 70),
    ] * 6
    assert seconds("13") == 10 + 4 * 240 + 3 * 180
    assert len({one.name for one in work("14")}) == 15
    assert [(one.name, one.reps, one.held) for one in work("15")][:3] == [
        ("Curl-up", 6, 10),
        ("Curl-up", 4, 10),
        ("Curl-up", 2, 10),
    ]
    copenhagen = [{(one.sets, one.reps, one.sides) for one in week} for week in weeks("16")]
    assert copenhagen == [{(2, 6, "each")}, {(3, 6, "each")}, {(3, 8, "each")}, {(3, 10, "each")}]
    assert (work("17")[0].seconds, work("17")[0].beats) == (304, ("In", "Hold", "Out", "Hold"))
    assert seconds("18") == 12 * 30 + 12 * 10
    names = [one.name for one in work("20")]
    assert (names[0], names[-1]) == ("Brisk walk into easy jog", "Gentle leg swings")
    assert "Build-up run" not in names
    assert names[6:11] == ["High-knee march", "Hip bridge", "Hip bridge", "Bird dog", "Plank"]


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.toml")), ids=lambda path: path.stem)
def test_a_copy_of_it_is_the_same_routine(path: Path, tmp_path: Path) -> None:
    copied = tmp_path / path.name
    copied.write_text(toml_text(read_table(path)), encoding="utf-8")
    again, before = load(copied, CATALOGUE), load(path, CATALOGUE)
    assert (again.plan, again.weeks) == (before.plan, before.weeks)
