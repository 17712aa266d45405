"""The text of intervals.icu says the same as the plan."""

from __future__ import annotations

import re

import pytest

from hiproutine.paths import bundled, find_paths
from hiproutine.routine.library import Library
from hiproutine.workout.intervals_text import intervals_text
from hiproutine.workout.making import workout_for
from hiproutine.workout.open_rounds import by_estimate
from hiproutine.workout.steps import Step, workout_of
from tests.desk import Desk

LINE = re.compile(r"- (?P<cue>\D+) (?:(?P<far>\d+mtr|[\d.]+km)|(?:(?P<m>\d+)m)?(?:(?P<s>\d+)s)?(?P<lap> press lap)?)")


def seconds_of(text: str) -> int:
    """What the lines add up to, as the site reads them."""
    whole = 0
    for piece in text.strip().split("\n\n"):
        lines = piece.split("\n")
        times = int(lines.pop(0)[:-1]) if re.fullmatch(r"\d+x", lines[0]) else 1
        found = [LINE.fullmatch(line) for line in lines]
        assert all(found), piece
        whole += times * sum(int(one["m"] or 0) * 60 + int(one["s"] or 0) for one in found if one)
    return whole


@pytest.mark.parametrize("name", sorted(path.stem for path in bundled().glob("*.toml")))
def test_every_line_is_read_and_adds_up(name: str) -> None:
    library = Library(find_paths())
    routine = library.open(name)[0]
    intervals = [*by_estimate(routine.plan)]
    confirms = sum(one.kind.value == "confirm" for one in intervals)
    far = sum(one.seconds for one in intervals if one.metres)
    text = intervals_text(workout_for(routine, library.catalogue))
    assert seconds_of(text) == pytest.approx(sum(one.seconds for one in intervals) - far + 10 * confirms, abs=1)


def test_repeats_stand_apart_and_numbers_are_words(desk: Desk) -> None:
    plan = desk.plan(
        'title = "T"\n[[blocks]]\ntitle = "B"\nrounds = 3\n[[blocks.steps]]\nname = "90/90 at 50% Z2"\ntime = "90s"\n'
        '[[blocks.steps]]\nrest = "30s"\n'
    )
    text = intervals_text(workout_of(plan, lambda _: None))
    assert text == (
        "- Get ready 10s\n\n2x\n- ninety ninety at fifty percent Z two 1m30s\n- Rest 30s\n\n"
        "- ninety ninety at fifty percent Z two 1m30s\n- Rest 30s\n"
    )


def test_an_open_step_waits_for_the_lap_key(desk: Desk) -> None:
    plan = desk.plan('title = "T"\n[[steps]]\nname = "Bridge"\nreps = 10\n[[steps]]\nconfirm = "Shoes on?"\n')
    assert intervals_text(workout_of(plan, lambda _: None)).splitlines()[1:] == [
        "- Bridge, ten times 40s press lap",
        "- Check 10s press lap",
    ]


def test_a_range_and_held_repetitions_are_said(desk: Desk) -> None:
    plan = desk.plan(
        'title = "T"\n[[steps]]\nname = "Bridge"\nreps = "8-12"\n'
        '[[steps]]\nname = "Clam"\nreps = 10\nhold = "5s"\nsides = "left"\n'
    )
    made = workout_of(plan, lambda _: None)
    assert intervals_text(made).splitlines()[1].startswith("- Bridge, eight to twelve times ")
    notes = [step.notes for step in made.steps if isinstance(step, Step) and not step.rests]
    assert notes == ["8 to 12 times.", "Left side. 10 times, held 5 s."]
