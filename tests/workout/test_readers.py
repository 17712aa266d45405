"""Workouts read back by two readers that others wrote: every routine that comes with the program, step by step."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

import fitdecode
import fitparse
import pytest
from fitdecode.profile import FIELD_TYPES

from hiproutine.paths import bundled, find_paths
from hiproutine.plan.model import Interval, Kind, Plan
from hiproutine.routine.library import Library
from hiproutine.routine.loaded import Loaded
from hiproutine.runs.fit_messages import files_in
from hiproutine.workout.fit_file import fit_file, is_ours
from hiproutine.workout.limits import NOTES, STEP_NAME, STEPS, WORKOUT_NAME
from hiproutine.workout.making import workout_for
from hiproutine.workout.open_rounds import by_estimate
from hiproutine.workout.profile import CATEGORIES, EXERCISES
from tests.desk import Desk

ROUTINES = sorted(path.stem for path in bundled().glob("*.toml"))
MADE = 1_796_000_000.0


@dataclass(frozen=True)
class Read:
    """What a reader found: the messages of each kind, a dict each."""

    messages: dict[str, list[dict[str, Any]]]

    def steps(self) -> list[dict[str, Any]]:
        """The steps as a watch does them."""
        done: list[dict[str, Any]] = []
        begins: list[int] = []
        for number, step in enumerate(self.messages["workout_step"]):
            assert step["message_index"] == number
            begins.append(len(done))
            if step["duration_type"] == "repeat_until_steps_cmplt":
                done += done[begins[step["duration_step"]] :] * (step["repeat_steps"] - 1)
            else:
                done.append(step)
        return done


def by_fitdecode(data: bytes) -> Read:
    found: dict[str, list[dict[str, Any]]] = {}
    strict = {"check_crc": fitdecode.CrcCheck.RAISE, "error_handling": fitdecode.ErrorHandling.RAISE}
    with fitdecode.FitReader(BytesIO(data), **strict) as reader:
        for frame in reader:
            if isinstance(frame, fitdecode.FitDataMessage):
                found.setdefault(frame.name, []).append({field.name: field.value for field in frame.fields})
    return Read(found)


def by_fitparse(data: bytes) -> Read:
    found: dict[str, list[dict[str, Any]]] = {}
    for message in fitparse.FitFile(data, check_crc=True).get_messages():
        found.setdefault(message.name, []).append({field.name: field.value for field in message.fields})
    return Read(found)


READERS = (by_fitdecode, by_fitparse)


def loaded(name: str) -> Loaded:
    return Library(find_paths()).open(name)[0]


def written(routine: Loaded, *, unrolled: bool = False) -> bytes:
    made = workout_for(routine, Library(find_paths()).catalogue, unrolled=unrolled)
    assert len(made.steps) <= STEPS.most
    return fit_file(made, routine.plan.id, MADE)


@pytest.mark.parametrize("name", ROUTINES)
def test_the_plan_comes_back_from_both(name: str) -> None:
    routine = loaded(name)
    data, intervals = written(routine), [*by_estimate(routine.plan)]
    seconds = sum(one.seconds for one in intervals)
    for reader in READERS:
        read = reader(data)
        (head,) = read.messages["workout"]
        assert head["num_valid_steps"] == len(read.messages["workout_step"])
        assert len(head["wkt_name"].encode()) <= WORKOUT_NAME.most
        steps = read.steps()
        assert len(steps) == len(intervals)
        for step, interval in zip(steps, intervals, strict=True):
            same(step, interval)
        waits = [one for one in intervals if one.waits]
        timed = sum(step["duration_time"] for step in steps if step["duration_type"] == "time")
        assert timed == pytest.approx(seconds - sum(one.seconds for one in waits), abs=0.5)


def same(step: dict[str, Any], interval: Interval) -> None:
    """The step asks for what the interval does."""
    if not interval.waits:
        assert step["duration_type"] == "time"
        assert step["duration_time"] == pytest.approx(interval.seconds, abs=0.001)
    elif interval.metres:
        assert (step["duration_type"], step["duration_distance"]) == ("distance", interval.metres)
    elif interval.all_reps:
        assert (step["duration_type"], step["duration_reps"]) == ("reps", interval.all_reps)
    else:
        assert step["duration_type"] == "open"
    assert step["intensity"] == ("active" if interval.kind is Kind.WORK else "rest")
    name, notes = step["wkt_step_name"], step["notes"] or ""
    assert 0 < len(name.encode()) <= STEP_NAME.most
    assert len(notes.encode()) <= NOTES.most
    if interval.kind is Kind.WORK and interval.side:
        assert notes.startswith(f"{interval.side.value.capitalize()} side.")
        assert name.endswith((f" {interval.side}", f" {interval.side[0].upper()}"))


def test_without_repeats_every_interval_is_a_step() -> None:
    routine = loaded("hip-core-strength")
    steps = by_fitdecode(written(routine, unrolled=True)).messages["workout_step"]
    assert len(steps) == len(routine.plan.intervals)
    assert len(by_fitdecode(written(routine)).messages["workout_step"]) < len(steps)


def test_known_exercises_have_their_numbers_and_one_title() -> None:
    read = by_fitdecode(written(loaded("hip-core-strength")))
    titles = {
        (one["exercise_category"], one["exercise_name"]): one["wkt_step_name"]
        for one in read.messages["exercise_title"]
    }
    assert titles["hip_raise", 11] == "Hip bridge"
    used = {(s["exercise_category"], s["exercise_name"]) for s in read.steps() if s["exercise_category"]}
    assert used == set(titles)
    assert read.messages["workout"][0]["sub_sport"] == "strength_training"


@pytest.mark.parametrize(
    ("name", "sport", "sub_sport"),
    [
        ("post-run-hip-stretch", "training", "flexibility_training"),
        ("warm-up-five-step", "training", "cardio_training"),
        ("return-to-run-2", "running", "generic"),
    ],
)
def test_what_a_workout_is_for(name: str, sport: str, sub_sport: str) -> None:
    (head,) = by_fitdecode(written(loaded(name))).messages["workout"]
    assert (head["sport"], head["sub_sport"]) == (sport, sub_sport)


def test_the_numbers_are_those_of_the_profile() -> None:
    categories = FIELD_TYPES["exercise_category"].enum
    assert {number: categories[number] for number in CATEGORIES} == CATEGORIES
    for exercise in EXERCISES.values():
        names = FIELD_TYPES[f"{CATEGORIES[exercise.category]}_exercise_name"].enum
        assert names[exercise.number] == exercise.profile
    assert len(set(EXERCISES.values())) == len(EXERCISES)
    assert set(EXERCISES) <= set(Library(find_paths()).catalogue.ids)


def test_names_of_any_script_come_back_whole(desk: Desk) -> None:
    text = (
        f'title = "{"腰" * 40}{"é" * 40}"\n[[steps]]\nname = "{"腰" * 80}"\nsides = "each"\nhold = "20s"\n'
        f'setup = "{"ż" * 300}"\n[[steps]]\nname = "👩‍🦰 {"x" * 300}"\nopen = "30s"\n'
    )
    plan: Plan = desk.plan(text)
    from hiproutine.workout.steps import workout_of

    data = fit_file(workout_of(plan, lambda _: None), plan.id, MADE)
    for reader in READERS:
        read = reader(data)
        assert read.messages["workout"][0]["wkt_name"] == "腰" * 9 + "…"
        names = [step["wkt_step_name"] for step in read.steps() if step["intensity"] == "active"]
        assert names[:2] == ["腰腰腰腰 L", "腰腰腰腰 R"]
        assert "\ufffd" not in "".join(names + [step["notes"] or "" for step in read.steps()])


def test_a_file_is_known_as_ours_and_right(tmp_path: Path) -> None:
    data = written(loaded("cool-down"))
    (messages,) = files_in(data)
    assert messages.right
    assert not messages.early
    assert is_ours(data)
    assert not is_ours(b"")
    assert not is_ours(data.replace(b"\x52\x48", b"\x01\x00"))
