"""A figure in time: holds, repetitions with a tempo, and what is shown over and over."""

from __future__ import annotations

from math import dist

import pytest

from hiproutine.figures.motion import BREATH, Motion, breath_share, eased_share
from hiproutine.figures.pose import Repeat
from hiproutine.figures.skeleton import Skeleton
from hiproutine.figures.written import figure_from
from tests.figures.examples import NAMES, motion

MARCH = Motion(
    figure_from(
        {
            "repeat": "swap",
            "poses": [
                {"on": ["feet"]},
                {"on": ["far_foot"], "near_hip": 80, "near_knee": 90, "into": 0.5, "stay": 0.1},
            ],
        }
    )
)
THREE = Motion(
    figure_from(
        {"poses": [{"on": ["feet"]}, {"knees": 30, "hips": 20, "into": 1}, {"knees": 80, "hips": 60, "into": 3}]}
    )
)


def same(a: Skeleton, b: Skeleton) -> bool:
    """Whether two bodies stand in the same place."""
    return max(dist(a.points[name], b.points[name]) for name in a.points) < 1e-6


def test_a_twist_turns_the_chest_to_the_right_over_hips_that_stay() -> None:
    straight, twisted, swapped = (
        Motion(figure_from({"repeat": "swap", "poses": [{"twist": degrees}, {}]})).keys[which].skeleton.points
        for degrees, which in ((0, 0), (60, 0), (60, 2))
    )
    assert twisted["right_shoulder"][0] < straight["right_shoulder"][0] - 0.08 < twisted["left_shoulder"][0] - 0.16
    assert swapped["right_shoulder"][0] > straight["right_shoulder"][0] + 0.08
    assert [twisted[name] for name in ("pelvis", "chest", "right_hip", "left_toe")] == [
        straight[name] for name in ("pelvis", "chest", "right_hip", "left_toe")
    ]


@pytest.mark.parametrize("name", NAMES)
def test_a_hold_comes_into_its_pose_and_stays_breathing(name: str) -> None:
    movement = motion(name)
    arrived = sum(pose.into + pose.stay for pose in movement.figure.poses[1:])
    assert same(movement.body(movement.hold(0)), movement.keys[0].skeleton)
    assert same(movement.body(movement.hold(arrived)), movement.body(movement.still))
    inhaled = movement.body(movement.hold(arrived + BREATH / 2))
    assert inhaled.swell == pytest.approx(1)
    assert max(dist(inhaled.points[n], movement.body(movement.still).points[n]) for n in inhaled.points) < 0.03
    assert same(movement.body(movement.hold(arrived + BREATH)), movement.body(movement.still))


def test_a_repetition_follows_its_tempo() -> None:
    assert same(THREE.body(THREE.beat(0, 0)), THREE.keys[0].skeleton)
    assert same(THREE.body(THREE.beat(0, 0.25)), THREE.keys[1].skeleton)
    assert same(THREE.body(THREE.beat(0, 1)), THREE.keys[2].skeleton)
    assert same(THREE.body(THREE.beat(1, 0.5)), THREE.keys[2].skeleton)
    assert same(THREE.body(THREE.beat(2, 0.75)), THREE.keys[1].skeleton)
    assert same(THREE.body(THREE.beat(2, 1)), THREE.keys[0].skeleton)
    assert same(THREE.body(THREE.beat(3, 0.5)), THREE.keys[0].skeleton)


def test_a_swap_has_the_other_side_in_its_second_half() -> None:
    assert len(MARCH.keys) == 4
    assert MARCH.keys[1].skeleton.points["right_knee"][1] == pytest.approx(
        MARCH.keys[3].skeleton.points["left_knee"][1]
    )
    assert same(MARCH.body(MARCH.beat(0, 1)), MARCH.keys[1].skeleton)
    assert same(MARCH.body(MARCH.beat(2, 1)), MARCH.keys[2].skeleton)
    assert same(MARCH.body(MARCH.beat(0, 1, other=True)), MARCH.keys[3].skeleton)
    assert same(MARCH.body(MARCH.beat(2, 1, other=True)), MARCH.keys[0].skeleton)


@pytest.mark.parametrize("movement", [MARCH, THREE, motion("bird-dog")], ids=["march", "three", "bird-dog"])
def test_a_loop_comes_round(movement: Motion) -> None:
    assert same(movement.body(movement.loop(0)), movement.body(movement.loop(movement.seconds)))
    assert same(movement.body(movement.loop(0.3)), movement.body(movement.loop(movement.seconds * 5 + 0.3)))
    assert movement.moves


def test_one_pose_alone_breathes() -> None:
    one = Motion(figure_from({"poses": [{"on": ["feet"]}]}))
    assert not one.moves
    assert one.body(one.loop(BREATH / 2)).swell == pytest.approx(1)
    assert same(one.body(one.beat(0, 0.5)), one.body(one.still))
    assert same(one.body(one.hold(0)), one.body(one.still))


def test_round_goes_straight_to_the_first_pose() -> None:
    table = {"repeat": "round", "poses": [{"on": ["feet"]}, {"knees": 30}, {"hips": 30}]}
    movement = Motion(figure_from(table))
    assert movement.figure.repeat is Repeat.ROUND
    assert [(leg.start, leg.end) for leg in movement.legs] == [(0, 1), (1, 2), (2, 0)]
    assert same(movement.body(movement.beat(2, 1)), movement.keys[0].skeleton)


def test_who_gets_along_stays_in_the_middle() -> None:
    table = {"moving": True, "repeat": "swap", "poses": [{"on": ["near_foot"], "near_hip": 25}, {"near_hip": -20}]}
    movement = Motion(figure_from(table))
    assert all(abs(frame.points["pelvis"][0]) < 0.02 for frame in movement.samples())


def test_shares() -> None:
    assert [eased_share(share) for share in (-1, 0, 0.5, 1, 2)] == pytest.approx([0, 0, 0.5, 1, 1])
    assert [breath_share(seconds) for seconds in (0, BREATH / 2, BREATH)] == pytest.approx([0, 1, 0])
