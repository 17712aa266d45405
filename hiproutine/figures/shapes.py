"""The flesh on the bones: a skeleton as groups of tapered capsules, from the back of the picture to its front."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from hiproutine.figures.body import SIDES, THICK, joint
from hiproutine.figures.pose import View
from hiproutine.figures.skeleton import Skeleton
from hiproutine.figures.vectors import Vec, along, mix

Ball = tuple[Vec, float]
"""A point and a radius, in body heights."""
Capsule = tuple[Ball, Ball]

FAR_SHARE: Final = 0.86
"""How thick a far limb is beside a near one: told apart without colour."""
FOOT_AHEAD: Final = 1.7
"""How much broader than high the toes are, which is seen from the front."""
CHEST_SWELLS: Final = 0.007
"""Body heights the chest grows in a breath: half a dot at 40x16 cells, enough to be alive."""


class Kind(IntEnum):
    """What a dot shows; of two in one cell the higher one colours it where they are equally many."""

    NONE = 0
    GROUND = 1
    PROP = 2
    FAR = 3
    NEAR = 4
    HEAD = 5
    FAR_WORKING = 6
    WORKING = 7


@dataclass(frozen=True)
class Group:
    """A part of the body that is drawn in one colour."""

    name: str
    """`trunk`, `head`, `right_leg`, ..."""
    kind: Kind
    flesh: tuple[Capsule, ...]
    """What grows into its neighbours."""
    clear: tuple[Capsule, ...]
    """The rest of it; around these nothing is left of what is behind: the gap of a dot that tells limbs apart."""
    depth: float
    """Larger is nearer to whoever looks."""


def groups(skeleton: Skeleton, view: View, works: frozenset[str]) -> list[Group]:
    """The body in the order it is painted."""
    deep = 2 if view is View.SIDE else 0
    found = [_trunk(skeleton, works, deep), _head(skeleton, deep)]
    for side in SIDES:
        far = view is View.SIDE and side == "left"
        for name, build in (("leg", _leg), ("arm", _arm)):
            part = joint(side, name)
            flesh, clear, depth = build(skeleton, side, FAR_SHARE if far else 1.0, deep)
            plain, working = (Kind.FAR, Kind.FAR_WORKING) if far else (Kind.NEAR, Kind.WORKING)
            kind = working if part in works else plain
            found.append(Group(part, kind, flesh, clear, depth))
    return sorted(found, key=lambda group: group.depth)


def _trunk(skeleton: Skeleton, works: frozenset[str], deep: int) -> Group:
    p = skeleton.points
    waist, chest = THICK["waist"], THICK["chest"] + CHEST_SWELLS * skeleton.swell
    pelvis = THICK["pelvis"]
    ribs = mix(p["waist"], p["chest"], 0.66)
    flesh: list[Capsule] = [
        ((p["pelvis"], pelvis), (p["waist"], waist)),
        ((p["waist"], waist), (ribs, chest)),
        ((ribs, chest), (p["chest"], THICK["shoulder"] + 0.006)),
        ((p["right_hip"], 0.052), (p["left_hip"], 0.052)),
    ]
    nape = mix(p["chest"], p["head"], 0.22)
    for side in SIDES:
        hip, shoulder = p[joint(side, "hip")], p[joint(side, "shoulder")]
        flank = mix(p["waist"], mix(hip, shoulder, 0.4), 0.5)
        flesh += [
            ((nape, 0.030), (shoulder, 0.034)),
            ((shoulder, 0.034), (flank, 0.050)),
            ((flank, 0.050), (hip, 0.052)),
        ]
    kind = Kind.WORKING if "trunk" in works else Kind.NEAR
    return Group("trunk", kind, tuple(flesh), (), mix(p["pelvis"], p["chest"], 0.5)[deep])


def _head(skeleton: Skeleton, deep: int) -> Group:
    middle = skeleton.points["head"]
    back = along(along(middle, skeleton.crown, 0.014), skeleton.face, -0.004)
    jaw = along(along(middle, skeleton.crown, -0.030), skeleton.face, 0.014)
    nose = along(along(middle, skeleton.crown, -0.008), skeleton.face, 0.061)
    neck = mix(skeleton.points["chest"], middle, 0.25)
    flesh: tuple[Capsule, ...] = (
        ((neck, THICK["neck"]), (middle, THICK["neck"])),
        ((nose, 0.011), (middle, 0.034)),
    )
    return Group("head", Kind.HEAD, flesh, (((back, THICK["head"]), (jaw, 0.038)),), middle[deep] + 0.001)


def _leg(
    skeleton: Skeleton, side: str, thick: float, deep: int
) -> tuple[tuple[Capsule, ...], tuple[Capsule, ...], float]:
    hip, knee, ankle, toe, heel = (skeleton.points[joint(side, n)] for n in ("hip", "knee", "ankle", "toe", "heel"))
    calf = mix(knee, ankle, 0.32)
    hip_r, knee_r, calf_r, ankle_r = (THICK[n] * thick for n in ("hip", "knee", "calf", "ankle"))
    broad = 1.0 if deep else FOOT_AHEAD
    below: tuple[Capsule, ...] = (
        ((knee, knee_r), (calf, calf_r)),
        ((calf, calf_r), (ankle, ankle_r)),
        ((heel, THICK["heel"] * thick), (toe, THICK["toe"] * thick * broad)),
        ((ankle, ankle_r), (mix(heel, toe, 0.55), THICK["toe"] * thick)),
    )
    part = mix(hip, knee, 0.4)
    part_r = hip_r * 0.6 + knee_r * 0.4
    thigh: Capsule = ((part, part_r), (knee, knee_r))
    return (((hip, hip_r), (part, part_r)),), (thigh, *below), (hip[deep] + knee[deep] * 2 + ankle[deep]) / 4


def _arm(
    skeleton: Skeleton, side: str, thick: float, deep: int
) -> tuple[tuple[Capsule, ...], tuple[Capsule, ...], float]:
    shoulder, elbow, wrist, hand = (skeleton.points[joint(side, n)] for n in ("shoulder", "elbow", "wrist", "hand"))
    shoulder_r, elbow_r, wrist_r, hand_r = (THICK[n] * thick for n in ("shoulder", "elbow", "wrist", "hand"))
    below: tuple[Capsule, ...] = (
        ((elbow, elbow_r), (wrist, wrist_r)),
        ((wrist, wrist_r), (hand, hand_r)),
    )
    part = mix(shoulder, elbow, 0.45)
    part_r = shoulder_r * 0.55 + elbow_r * 0.45
    upper: Capsule = ((part, part_r), (elbow, elbow_r))
    depth = (shoulder[deep] + elbow[deep] * 2 + wrist[deep]) / 4
    return (((shoulder, shoulder_r), (part, part_r)),), (upper, *below), depth + 0.002
