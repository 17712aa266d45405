"""The ground runs by under one who gets along: with the foot, round by round, and never backward to the eye."""

from __future__ import annotations

from itertools import pairwise
from math import dist

import pytest

from hiproutine.figures.ground import DASH, FRAMES, PACE, dash_of, strides_of
from hiproutine.figures.motion import Motion, Place
from hiproutine.figures.raster import Stage
from hiproutine.figures.written import figure_from
from hiproutine.routine.exercise_figure import figure_of
from tests.figures.test_bundled import CATALOGUE, EXERCISES

MOVING = [name for name in EXERCISES if (figure := figure_of(name, CATALOGUE)) and figure.moving]
SHUFFLE = Motion(
    figure_from(
        {
            "moving": True,
            "repeat": "swap",
            "poses": [
                {"on": ["near_foot"], "near_hip": 20, "far_hip": -10},
                {"near_hip": -20, "far_hip": 30, "into": 1},
            ],
        }
    )
)


def motion_of(name: str) -> Motion:
    figure = figure_of(name, CATALOGUE)
    assert figure
    return Motion(figure)


def ground(stage: Stage, place: Place) -> str:
    return "".join(run.text for run in stage.shown(place)[-1])


def test_the_ground_goes_with_the_foot_that_stands_on_it() -> None:
    at, way = strides_of(SHUFFLE)[0, 1]
    start, end = (SHUFFLE.keys[number].skeleton.points["right_heel"] for number in (0, 1))
    assert at == 0
    assert way == pytest.approx(start[0] - end[0], abs=1e-6)
    assert way == pytest.approx(dist(start, end), abs=0.01)


def test_it_goes_on_while_nothing_stands() -> None:
    easy = motion_of("easy-run")
    ways = strides_of(easy)
    assert all(way > 0.1 for _, way in ways.values())
    assert all(other == pytest.approx(one + way) for (one, way), (other, _) in pairwise(ways.values()))


@pytest.mark.parametrize("name", MOVING)
def test_whole_dashes_pass_in_a_round_and_none_too_fast(name: str) -> None:
    motion = motion_of(name)
    stage = Stage(motion, 40, 16)
    length = sum(way for _, way in strides_of(motion).values()) * stage.scale
    dash = dash_of(length, motion.seconds)
    assert (length / dash) % 1 == pytest.approx(0, abs=1e-9) or (length / dash) % 1 == pytest.approx(1, abs=1e-9)
    assert dash >= min(DASH, length)
    assert length / motion.seconds / PACE <= dash / FRAMES + 1e-9
    first, last = motion.legs[0], motion.legs[-1]
    assert ground(stage, Place(first.start, first.end, 0.0)) == ground(stage, Place(last.start, last.end, 1.0))
    rows = {ground(stage, motion.loop(motion.seconds * step / 10)) for step in range(10)}
    assert len(rows) > 3


def test_under_one_who_stays_it_is_a_line_without_gaps() -> None:
    stage = Stage(Motion(figure_from({"poses": [{}, {"near_hip": 60}]})), 40, 16)
    assert " " not in ground(stage, Place(0, 1, 0.5))
    assert dash_of(0, 1.0) == 0
