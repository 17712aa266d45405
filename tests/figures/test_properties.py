"""What holds for every pose and every moment."""

from __future__ import annotations

from itertools import pairwise
from math import dist, isfinite
from types import MappingProxyType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hiproutine.figures.body import BONES, THICK
from hiproutine.figures.kinematics import between, mixed, settle
from hiproutine.figures.motion import Motion
from hiproutine.figures.pose import LIMB_POINTS, RANGES, TRUNK_POINTS, Contact, Figure, Pose, Surface, View
from hiproutine.figures.raster import Stage
from hiproutine.figures.skeleton import Skeleton
from tests.figures.examples import NAMES, figure, motion, plain, shared, touched

SHARES = st.floats(0, 1)
POINTS = [*TRUNK_POINTS, *(f"{side}_{name}" for side in ("right", "left") for name in LIMB_POINTS)]


@st.composite
def poses(draw: st.DrawFn) -> Pose:
    """Any pose a file may hold, possible for a body or not."""
    angles = {name: draw(st.floats(*limits)) for name, limits in RANGES.items() if draw(st.booleans())}
    points = draw(st.lists(st.sampled_from(POINTS), max_size=4, unique=True))
    surfaces = st.sampled_from([Surface.GROUND] * 4 + list(Surface))
    return Pose(MappingProxyType(angles), tuple(Contact(point, draw(surfaces)) for point in points))


@st.composite
def squats(draw: st.DrawFn) -> Pose:
    """Both feet flat, as low as it may be."""
    knees = draw(st.floats(0, 110))
    angles = {"torso": draw(st.floats(-5, 50)), "bend": draw(st.floats(-10, 30))}
    for side in ("right", "left"):
        angles |= {f"{side}_knee": knees, f"{side}_hip": knees * draw(st.floats(0.5, 0.7)) + angles["torso"]}
    return Pose(MappingProxyType(angles), (Contact("right_foot"), Contact("left_foot")))


@st.composite
def planks(draw: st.DrawFn) -> Pose:
    """Hands and toes, the hips high or low."""
    fold = draw(st.floats(0, 30))
    arms = draw(st.floats(60, 80))
    angles = {"torso": 75.0 + fold / 3, "neck": draw(st.floats(-20, 20))}
    for side in ("right", "left"):
        angles |= {f"{side}_hip": fold, f"{side}_shoulder": arms, f"{side}_knee": fold / 2}
    names = ("right_toes", "left_toes", "right_hand", "left_hand")
    return Pose(MappingProxyType(angles), tuple(Contact(name) for name in names))


def thickness(name: str) -> float:
    """How far a point must stay above the ground: half of what is drawn around it."""
    return THICK[name.rpartition("_")[2]]


def check(skeleton: Skeleton) -> None:
    """Bones as long as they are, and nothing under the ground."""
    points = skeleton.points
    for start, end, length in BONES:
        assert dist(points[start], points[end]) == pytest.approx(length, abs=1e-9)
    for name, point in points.items():
        assert all(isfinite(number) for number in point)
        assert point[1] >= thickness(name) - 1e-6, name


@settings(deadline=None)
@given(poses(), poses(), SHARES, SHARES)
def test_bones_keep_their_length_and_nothing_goes_under_the_ground(
    a: Pose, b: Pose, share: float, breath: float
) -> None:
    start = settle(a)
    end = settle(b, start)
    for skeleton in (start.skeleton, end.skeleton, between(start, end, share, breath)):
        check(skeleton)


@settings(deadline=None)
@given(st.one_of(st.tuples(squats(), squats()), st.tuples(planks(), planks())), SHARES)
def test_contacts_that_stay_do_not_slide(pair: tuple[Pose, Pose], share: float) -> None:
    figure = Motion(Figure(pair))
    scale = Stage(figure, 40, 16).scale
    start, end = figure.keys
    skeleton = between(start, end, share)
    for contact in shared(start, end):
        assert dist(touched(skeleton, contact), start.held[contact]) * scale <= 0.5


@pytest.mark.parametrize("name", NAMES)
def test_contacts_of_the_examples_stay_within_half_a_dot(name: str) -> None:
    movement = motion(name)
    scale = Stage(movement, 40, 16).scale
    for leg in movement.legs:
        start, end = movement.keys[leg.start], movement.keys[leg.end]
        for step in range(21):
            skeleton = movement.body(movement.at(leg.start, leg.end, step / 20))
            for contact in shared(start, end):
                assert dist(touched(skeleton, contact), touched(start.skeleton, contact)) * scale <= 0.5, contact


@pytest.mark.parametrize("name", NAMES)
def test_a_movement_has_no_jumps(name: str) -> None:
    movement = motion(name)
    frames = [movement.body(movement.loop(step * movement.seconds / 400)) for step in range(401)]
    for before, after in pairwise(frames):
        assert max(dist(before.points[point], after.points[point]) for point in before.points) < 0.03


@given(st.floats(-180, 180), st.floats(-180, 180), SHARES)
def test_angles_go_the_shorter_way(a: float, b: float, share: float) -> None:
    there = mixed({"torso": a}, {"torso": b}, 1.0)["torso"]
    assert abs(there - a) <= 180 + 1e-9
    assert (there - b) % 360 == pytest.approx(0, abs=1e-6) or (there - b) % 360 == pytest.approx(360, abs=1e-6)
    on_the_way = mixed({"torso": a}, {"torso": b}, share)["torso"]
    assert min(a, there) - 1e-9 <= on_the_way <= max(a, there) + 1e-9


@given(poses())
def test_swapped_twice_is_the_same(pose: Pose) -> None:
    assert pose.swapped().swapped() == pose


@pytest.mark.parametrize("name", NAMES)
def test_mirrored_twice_is_the_same_and_once_is_turned_over(name: str) -> None:
    written = figure(name)
    assert written.mirror().mirror() == written
    assert written.mirror().side != written.side
    assert written.for_side("left").side == "left"
    movement, other = Motion(written), Motion(written.mirror())
    stage, turned = Stage(movement, 40, 16), Stage(other, 40, 16)
    for point in movement.body(movement.still).points.values():
        assert stage.dot(point)[0] == pytest.approx(80 - turned.dot(point)[0])
    assert plain(stage.draw(movement.body(movement.still))) != plain(turned.draw(other.body(other.still)))


@settings(deadline=None)
@given(poses(), st.sampled_from(list(View)), st.integers(20, 70), st.integers(8, 30))
def test_every_picture_is_as_large_as_asked_for(pose: Pose, view: View, columns: int, rows: int) -> None:
    movement = Motion(Figure((pose,), view))
    picture = Stage(movement, columns, rows).draw(movement.body(movement.still))
    assert len(picture) == rows
    assert all(sum(len(run.text) for run in row) == columns for row in picture)
