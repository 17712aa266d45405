"""Every exercise of the catalogue is drawn: in three sizes, above the ground, and unlike every other."""

from __future__ import annotations

from functools import cache
from itertools import combinations
from pathlib import Path

import pytest

from hiproutine.figures.motion import Motion
from hiproutine.figures.pose import Figure
from hiproutine.figures.raster import Row, Stage
from hiproutine.figures.shapes import Kind
from hiproutine.paths import bundled
from hiproutine.routine.catalogue import Catalogue
from hiproutine.routine.exercise_figure import figure_of

EXERCISES = sorted(path.stem for path in (bundled() / "exercises").glob("*.toml"))
CATALOGUE = Catalogue((Path("nowhere"), bundled() / "exercises"))
LEAST_APART = 8
"""Cells of a picture of 40x16 that differ at the least between two exercises, in any of five moments."""


@cache
def drawn(name: str) -> tuple[frozenset[tuple[int, int, str]], ...]:
    """Five moments of a movement as cells: row, column and what stands there."""
    figure = figure_of(name, CATALOGUE)
    assert figure
    motion = Motion(figure)
    stage = Stage(motion, 40, 16)
    moments = [
        motion.body(motion.still),
        *(motion.body(motion.loop(motion.seconds * share)) for share in (0.0, 0.25, 0.5, 0.75)),
    ]
    return tuple(cells(stage.draw(moment)) for moment in moments)


def cells(rows: tuple[Row, ...]) -> frozenset[tuple[int, int, str]]:
    found = set()
    for number, row in enumerate(rows):
        text = "".join(run.text for run in row)
        found |= {(number, column, mark) for column, mark in enumerate(text) if mark.strip()}
    return frozenset(found)


@pytest.mark.parametrize("name", EXERCISES)
def test_each_is_drawn_in_every_size_and_stays_above_the_ground(name: str) -> None:
    figure = figure_of(name, CATALOGUE)
    assert isinstance(figure, Figure)
    motion = Motion(figure)
    for skeleton in motion.samples():
        assert min(point[1] for point in skeleton.points.values()) > -0.02
    for columns, rows in ((20, 8), (40, 16), (60, 24)):
        drawn = Stage(motion, columns, rows).draw(motion.body(motion.still))
        assert len(drawn) == rows
        assert all(sum(len(run.text) for run in row) == columns for row in drawn)
        assert {run.kind for row in drawn for run in row} & {Kind.NEAR, Kind.WORKING}


def test_all_are_told_apart() -> None:
    close = [
        (one, other)
        for one, other in combinations(EXERCISES, 2)
        if max(len(a ^ b) for a, b in zip(drawn(one), drawn(other), strict=True)) < LEAST_APART
    ]
    assert close == []


def test_one_that_works_on_a_side_is_turned_over_for_the_other() -> None:
    figure = figure_of("hip-flexor-stretch", CATALOGUE)
    assert figure
    left, right = figure.for_side("left"), figure.for_side("right")
    assert (left.side, right.side) == ("left", "right")
    pictures = [cells(Stage(Motion(one), 40, 16).draw(Motion(one).body(Motion(one).still))) for one in (left, right)]
    assert pictures[0] != pictures[1]


def test_what_nobody_has_drawn_has_no_figure() -> None:
    assert figure_of("no-such-exercise", CATALOGUE) is None
