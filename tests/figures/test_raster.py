"""The dots: sizes, colours, gaps, and what stands beside the figure."""

from __future__ import annotations

import subprocess
import sys
from itertools import pairwise
from math import ceil, dist

import pytest

from hiproutine.figures.masks import Grid
from hiproutine.figures.motion import Motion, Place
from hiproutine.figures.raster import Stage
from hiproutine.figures.shapes import Kind
from hiproutine.figures.written import figure_from
from tests.figures.examples import NAMES, motion, plain


def dots(mask: int) -> int:
    """How many dots there are."""
    return mask.bit_count()


def test_a_circle_is_round() -> None:
    grid = Grid(20, 20)
    rows = grid.rows(grid.fill([((10.0, 10.0, 5.0), (10.0, 10.0, 5.0))], 20))
    columns = [sum(row >> column & 1 for row in rows) for column in range(20)]
    assert [row.bit_count() for row in rows] == columns
    assert max(columns) == 10
    assert sum(columns) == pytest.approx(78.5, abs=4)


def test_a_tapered_capsule_narrows_and_nothing_leaves_the_picture() -> None:
    grid = Grid(30, 12)
    rows = grid.rows(grid.fill([((5.0, 6.0, 4.0), (25.0, 6.0, 1.0))], 12))
    widths = [sum(row >> column & 1 for row in rows) for column in range(5, 25)]
    assert widths == sorted(widths, reverse=True)
    over = grid.rows(grid.fill([((-5.0, -5.0, 30.0), (60.0, 40.0, 30.0))], 10))
    assert all(row < 1 << 30 for row in over)
    assert over[10:] == [0, 0]


def test_the_thinnest_limb_still_shows() -> None:
    grid = Grid(12, 12)
    assert all(row.bit_count() for row in grid.rows(grid.fill([((6.0, 0.0, 0.01), (6.0, 12.0, 0.01))], 12)))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("size", [(20, 8), (40, 16), (60, 24), (120, 40)], ids=str)
def test_no_dot_is_of_two_kinds_and_the_whole_figure_is_seen(name: str, size: tuple[int, int]) -> None:
    movement = motion(name)
    stage = Stage(movement, *size)
    for skeleton in movement.samples():
        layers = stage.layers(skeleton)
        together = 0
        for mask in layers.values():
            assert not together & mask
            together |= mask
        for point in skeleton.points.values():
            x, y = stage.dot(point)
            assert 0 <= x <= size[0] * 2
            assert 0 <= y <= size[1] * 4


@pytest.mark.parametrize("name", NAMES)
def test_the_working_limb_has_its_own_kind(name: str) -> None:
    movement = motion(name)
    kinds = {run.kind for row in Stage(movement, 40, 16).draw(movement.body(movement.still)) for run in row}
    assert {Kind.WORKING, Kind.HEAD, Kind.NEAR, Kind.GROUND} <= kinds


def test_too_small_is_said() -> None:
    with pytest.raises(ValueError, match="20x8"):
        Stage(motion("hip-bridge"), 19, 8)


def test_the_same_scale_for_every_frame_and_both_directions() -> None:
    movement = motion("side-lying-leg-raise")
    stage = Stage(movement, 40, 16)
    (x0, y0), (x1, y1) = stage.dot((0, 0, 0)), stage.dot((0, 0.5, 0.5))
    assert x1 - x0 == pytest.approx(y0 - y1)
    assert plain(stage.draw(movement.body(movement.still))) == plain(stage.draw(movement.body(movement.still)))


def test_the_far_limb_is_thinner_than_the_near_one() -> None:
    movement = Motion(figure_from({"poses": [{"on": ["near_foot"], "far_hip": 90}]}))
    far = Stage(movement, 60, 24).layers(movement.body(movement.still))[Kind.FAR]
    other = Motion(figure_from({"poses": [{"on": ["far_foot"], "near_hip": 90}], "works": ["near_leg"]}))
    near = Stage(other, 60, 24).layers(other.body(other.still))[Kind.WORKING]
    assert dots(far) < dots(near)


PROPS = [
    {"on": ["feet"], "wall": ["near_hand"], "shoulders": 80},
    {"on": ["feet"], "chair": ["pelvis"], "hips": 95, "knees": 95, "torso": 5},
    {"step": ["near_foot"], "near_hip": 40, "near_knee": 40},
    {"roller": ["near_thigh"], "on": ["hands"], "torso": 80, "shoulders": 80},
    {"ball": ["pelvis"], "on": ["feet"], "hips": 90, "knees": 90},
    {"pad": ["near_hip"], "on": ["back"], "torso": -90},
]


@pytest.mark.parametrize("pose", PROPS, ids=lambda pose: next(key for key in pose if key != "on"))
def test_props_are_drawn(pose: dict[str, object]) -> None:
    movement = Motion(figure_from({"poses": [pose]}))
    for size in ((20, 8), (40, 16)):
        assert dots(Stage(movement, *size).layers(movement.body(movement.still))[Kind.PROP]) >= 2


def test_a_chair_bears_whoever_sits_on_it_and_its_feet_stay() -> None:
    poses = [{"on": ["feet"]}, {"chair": ["pelvis"], "torso": 35, "hips": 115, "knees": 95, "shoulders": 90}]
    standing, seated = Motion(figure_from({"poses": poses})).keys
    assert seated.skeleton.points["pelvis"][1] == pytest.approx(0.235 + 0.066)
    assert seated.skeleton.points["right_ankle"] == pytest.approx(standing.skeleton.points["right_ankle"])


def test_nothing_heavy_is_loaded_and_nothing_of_ours() -> None:
    code = (
        "import sys, hiproutine.figures.raster, hiproutine.figures.written\n"
        "ours = [n for n in sys.modules if n.startswith('hiproutine.') and not n.startswith('hiproutine.figures')]\n"
        "heavy = [n for n in ('textual', 'rich', 'pydantic', 'sqlite3', 'subprocess', 'numpy') if n in sys.modules]\n"
        "print(ours, heavy)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split("\n")[0] == "[] []"


@pytest.mark.parametrize("name", NAMES)
def test_another_picture_is_drawn_where_something_has_moved_by_a_dot(name: str) -> None:
    movement = motion(name)
    stage = Stage(movement, 40, 16)
    for leg in movement.legs:
        places = {stage.rounded(Place(leg.start, leg.end, step / 1000)) for step in range(1001)}
        bodies = [movement.body(place) for place in sorted(places)]
        for before, after in pairwise(bodies):
            assert max(dist(stage.dot(before.points[n]), stage.dot(after.points[n])) for n in before.points) < 2.5
        assert len(places) - 1 <= max(
            1,
            ceil(
                2
                * sum(max(dist(a.points[n], b.points[n]) for n in a.points) for a, b in pairwise(bodies))
                * stage.scale
            ),
        )


def test_what_comes_round_again_is_not_drawn_again() -> None:
    movement = motion(NAMES[0])
    stage = Stage(movement, 40, 16)
    assert stage.shown(movement.loop(0.3)) is stage.shown(movement.loop(0.3 + movement.seconds))
    assert stage.shown(movement.still) == stage.draw(movement.body(movement.still))


def test_the_way_back_is_the_way_there_seen_from_its_end() -> None:
    stage = Stage(motion("hip-bridge"), 40, 16)
    assert stage.shown(Place(1, 0, 0.25)) is stage.shown(Place(0, 1, 0.75))
    other = figure_from({"poses": [{}, {"near_hip": 60, "near_knee": 60}], "repeat": "swap", "works": ["near_leg"]})
    last = len(Motion(other).keys) - 1
    assert Stage(Motion(other), 40, 16).rounded(Place(last, 0, 1.0)) == Place(last, 0, 1.0)  # the other leg works there
