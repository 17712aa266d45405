"""The routines and exercises that come with the program, and the examples of their manual."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from hiproutine.paths import bundled
from hiproutine.plan.model import Interval, Kind, Plan
from hiproutine.routine.catalogue import Catalogue
from hiproutine.routine.exercise_reading import read_exercise
from hiproutine.routine.loading import load
from hiproutine.routine.reading import read_table

FOLDER = bundled()
ROUTINES = sorted(FOLDER.glob("*.toml"))
EXERCISES = sorted((FOLDER / "exercises").glob("*.toml"))
CATALOGUE = Catalogue([FOLDER / "exercises"], [FOLDER])
NEVER_SAID = re.compile(
    r"!|\b(diagnos\w*|cures?|cured|heal|heals|healed|safe|safely|prevents?|you have|ibuprofen|\d* ?mg)\b", re.IGNORECASE
)
OTHERS_WORDS = re.compile(r"https?://\S+|“[^”]*”")
"""Addresses, and the titles of what is cited."""


def name_of(path: Path) -> str:
    return path.stem


def plan_of(name: str) -> Plan:
    return load(FOLDER / f"{name}.toml", CATALOGUE).plan


def seconds(intervals: list[Interval]) -> float:
    return sum(interval.seconds for interval in intervals)


def texts(value: Any) -> Iterator[str]:
    """Every text of a table, to any depth."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, (list, dict)):
        for item in value.values() if isinstance(value, dict) else value:
            yield from texts(item)


@pytest.mark.parametrize("path", ROUTINES, ids=name_of)
def test_a_bundled_routine_loads_without_a_warning(path: Path) -> None:
    loaded = load(path, CATALOGUE)
    assert loaded.warnings == ()
    assert loaded.plan.id == path.stem
    assert loaded.plan.steps > 0


@pytest.mark.parametrize("path", ROUTINES, ids=name_of)
def test_a_bundled_routine_says_what_it_is_and_where_it_comes_from(path: Path) -> None:
    table = read_table(path)
    assert all(table.get(key) for key in ("title", "summary", "when", "load", "tags", "why", "source", "safety"))


@pytest.mark.parametrize("path", EXERCISES, ids=name_of)
def test_a_bundled_exercise_says_how_and_on_what_grounds(path: Path) -> None:
    exercise = read_exercise(path, CATALOGUE.neighbour)
    for key in ("name", "kind", "setup", "cues", "safety", "source"):
        assert getattr(exercise, key), key


def test_there_are_routines_for_every_moment_and_exercises_to_choose_from() -> None:
    assert len(EXERCISES) >= 35
    assert {
        "warm-up-five-step", "warm-up-quick", "cool-down", "post-run-hip-stretch", "rest-day-light-stretch",
        "foam-roll-hips", "ice-therapy", "heat-therapy", "hip-core-strength",
    } <= {path.stem for path in ROUTINES}  # fmt: skip


@pytest.mark.parametrize("path", [*ROUTINES, *EXERCISES], ids=name_of)
def test_no_text_promises_blames_or_shouts(path: Path) -> None:
    said = [text for text in texts(read_table(path)) if NEVER_SAID.search(OTHERS_WORDS.sub("", text))]
    assert said == []


def test_the_blocks_of_the_five_step_warm_up_take_exactly_the_minutes_of_their_source() -> None:
    plan = plan_of("warm-up-five-step")
    blocks = [[i for i in plan.intervals if i.block == number] for number in range(4)]
    inside = [block[1:] if block[0].kind is Kind.READY else block for block in blocks]
    assert [seconds(block) for block in inside] == [pytest.approx(length, abs=1e-9) for length in (300, 300, 120, 240)]
    assert (inside[3][0].kind, inside[3][0].seconds) == (Kind.REST, 60)
    assert seconds(inside[3][1:]) == pytest.approx(180, abs=1e-9)
    assert all(i.kind is not Kind.REST for i in inside[3][1:])


@pytest.mark.parametrize("side", ["left", "right"])
def test_foam_rolling_takes_two_and_a_half_minutes_a_hip(side: str) -> None:
    rolling = [i for i in plan_of("foam-roll-hips").intervals if i.kind is Kind.WORK and i.side == side]
    assert seconds(rolling) == 150


@pytest.mark.parametrize("name", ["ice-therapy", "heat-therapy"])
def test_ice_and_heat_begin_with_a_check_and_never_take_more_than_twenty_minutes(name: str) -> None:
    plan = plan_of(name)
    assert plan.intervals[0].kind is Kind.CONFIRM
    assert 0 < seconds([i for i in plan.intervals if i.kind is Kind.WORK]) <= 1200


def examples() -> list[tuple[str, str]]:
    """The fenced examples of the manual whose first line says what they are."""
    manual = (FOLDER / "README.md").read_text(encoding="utf-8")
    fences = re.findall(r"^```toml\n(.*?)^```", manual, re.DOTALL | re.MULTILINE)
    return [
        (fence.partition("\n")[0], fence) for fence in fences if re.match(r"# (routine|exercise)$", fence, re.MULTILINE)
    ]


@pytest.mark.parametrize(("what", "text"), examples())
def test_an_example_of_the_manual_works(what: str, text: str, tmp_path: Path) -> None:
    path = tmp_path / "example.toml"
    path.write_text(text, encoding="utf-8")
    if what == "# routine":
        assert load(path, CATALOGUE).plan.steps > 0
    else:
        assert read_exercise(path, CATALOGUE.neighbour).name


def test_the_manual_has_examples_of_both() -> None:
    assert {what for what, _ in examples()} == {"# routine", "# exercise"}


STAGES = {
    1: [300, *[60, 240] * 5, 300],
    2: [300, *[120, 180] * 5, 300],
    3: [300, *[180, 120] * 5, 300],
    4: [300, *[240, 60] * 5, 300],
    5: [300, *[480, 60] * 3, 300],
    6: [300, *[840, 60] * 2, 300],
    7: [300, 1800, 300],
}
"""Seconds of every interval of a stage, in order."""


@pytest.mark.parametrize("number", STAGES)
def test_a_stage_of_the_return_to_running_is_walked_and_run_to_the_second(number: int) -> None:
    plan = plan_of(f"return-to-run-{number}")
    assert [interval.seconds for interval in plan.intervals] == STAGES[number]
    assert plan.seconds == {5: 2220, 6: 2400, 7: 2400}.get(number, 2100)
    assert {interval.kind for interval in plan.intervals} == {Kind.WORK}
    runs = [interval for interval in plan.intervals if interval.name == "Easy run"]
    assert len(runs) == len(STAGES[number]) // 2 - (number < 7)
    assert all([(cue.at - run.seconds, cue.say) for cue in run.cues][-1] == (-10, "Walk soon") for run in runs)
    assert seconds(runs) == 60 * [5, 10, 15, 20, 24, 28, 30][number - 1]


LEVELS: dict[str, list[tuple[int, list[int | str]]]] = {
    "hip-core-strength": [(2, [10, 10, 8, 8, 6]), (3, [10, 10, 8, 8, 6]), (3, [12, 12, 10, 10, 8])],
    "runner-leg-strength": [(2, [10, 8, 10, 10, "20s"]), (3, [10, 8, 10, 10, "20s"]), (3, [12, 10, 12, 12, "30s"])],
}
"""Sets, and the dose of each exercise."""


@pytest.mark.parametrize("family", LEVELS)
def test_levels_differ_in_sets_and_repetitions_alone(family: str) -> None:
    tables = [read_table(FOLDER / f"{name}.toml") for name in (family, f"{family}-2", f"{family}-3")]
    steps = [[step for step in table["steps"] if "exercise" in step] for table in tables]
    found = [({step["sets"] for step in one}, [step.get("reps") or step["hold"] for step in one]) for one in steps]
    assert found == [({sets}, doses) for sets, doses in LEVELS[family]]
    alike = [[{k: v for k, v in step.items() if k not in {"sets", "reps", "hold"}} for step in one] for one in steps]
    assert alike[0] == alike[1] == alike[2]
    assert [table["title"] for table in tables] == [tables[0]["title"] + more for more in ("", " 2", " 3")]
