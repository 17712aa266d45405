"""From angles to points: a body that can be moved, reached with and laid down without stretching a bone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import cos, radians, sin, sqrt

from hiproutine.figures.body import (
    FOREARM,
    HAND,
    HEEL,
    HIP_OUT,
    LOWER_TRUNK,
    NECK,
    SHIN,
    SHOULDER_DOWN,
    SHOULDER_OUT,
    SIDES,
    THIGH,
    TOE,
    UPPER_ARM,
    UPPER_TRUNK,
    joint,
)
from hiproutine.figures.vectors import (
    ORIGIN,
    UP,
    Vec,
    add,
    along,
    blend,
    carry,
    dot,
    mix,
    raised,
    reverse,
    size,
    sub,
    unit,
)

Frame = tuple[Vec, Vec, Vec]
"""Ahead, up along the spine, to the right: unit vectors."""


@dataclass(frozen=True)
class Skeleton:
    """Where every point of the body is: what is drawn."""

    points: Mapping[str, Vec]
    """By the names in `body.BONES`, in body heights; the ground is at y = 0."""
    face: Vec
    """Unit vector: where the face looks."""
    crown: Vec
    """Unit vector: from the neck to the top of the head."""
    swell: float = 0.0
    """The breath: 0 out to 1 in."""
    swapped: bool = False
    """Whether it is on the way to a pose with its sides changed, so that the other limb works."""


@dataclass
class Limb:
    """An arm or a leg: two bones and a foot or hand; directions are unit vectors."""

    base: Vec
    lengths: tuple[float, float]
    first: Vec
    """Along the upper bone."""
    front: Vec
    """Where the kneecap, or the inside of the elbow, looks."""
    second: Vec
    second_front: Vec
    tip: Vec
    """Along the foot or the hand."""
    sole: Vec
    """Out of the sole or the palm."""
    folds: int
    """-1: the second bone folds backward (knee); 1: forward (elbow)."""

    @property
    def mid(self) -> Vec:
        """The knee or the elbow."""
        return along(self.base, self.first, self.lengths[0])

    @property
    def end(self) -> Vec:
        """The ankle or the wrist."""
        return along(self.mid, self.second, self.lengths[1])

    def aim(self, first: Vec, second: Vec) -> None:
        """Turns both bones to new directions, and what hangs on them with them; foot and hand keep theirs."""
        self.front = carry(self.front, self.first, first)
        self.second_front = carry(self.second_front, self.second, second)
        self.first, self.second = first, second

    def reach(self, goal: Vec) -> None:
        """Bends so that the end comes to `goal`, or as near as the bones are long; the bend keeps its side."""
        a, b = self.lengths
        before, wanted = sub(self.end, self.base), sub(goal, self.base)
        if size(sub(before, wanted)) < 1e-9 or size(wanted) < 1e-6:
            return
        axis = unit(wanted)
        away = min(a + b - 1e-6, max(abs(a - b) + 1e-6, size(wanted)))
        old = unit(before, self.first)
        bend = sub(self.first, along(ORIGIN, old, dot(self.first, old)))
        if size(bend) < 0.02:
            bend = along(ORIGIN, self.front, -self.folds)
        bend = carry(bend, old, axis)
        bend = unit(sub(bend, along(ORIGIN, axis, dot(bend, axis))), self.front)
        forth = (a * a - b * b + away * away) / (2 * away)
        out = sqrt(max(0.0, a * a - forth * forth))
        middle = add(along(ORIGIN, axis, forth), along(ORIGIN, bend, out))
        self.aim(unit(middle), unit(sub(along(ORIGIN, axis, away), middle)))

    def bring_mid(self, goal: Vec, *, whole: bool) -> None:
        """Turns the upper bone so that its end comes to the height of `goal`, and over it where `whole`."""
        first = unit(sub(goal, self.base)) if whole else self.first
        first = raised(first, (goal[1] - self.base[1]) / self.lengths[0])
        second = carry(self.second, self.first, first)
        self.tip, self.sole = (carry(v, self.second, second) for v in (self.tip, self.sole))
        self.aim(first, second)

    def level(self, share: float, upright: bool = False) -> None:
        """Lays foot or hand flat on the ground (or, upright, a hand on a wall), wholly at share 1."""
        flat = UP if upright else raised(self.tip if abs(self.tip[1]) < 0.9 else self.second_front, 0.0)
        tip = unit(mix(self.tip, flat, share), flat)
        sole = carry(self.sole, self.tip, tip)
        self.sole = unit(sub(sole, along(ORIGIN, tip, dot(sole, tip))), sole)
        if share >= 1 and not upright:
            self.sole = (0.0, -1.0, 0.0)
        self.tip = tip


@dataclass
class Body:
    """A body in space while it is being placed."""

    pelvis: Vec
    waist: Vec
    chest: Vec
    neck: Frame
    trunk: Frame
    legs: dict[str, Limb]
    arms: dict[str, Limb]

    @property
    def head(self) -> Vec:
        """The middle of the head."""
        return along(self.chest, self.neck[1], NECK)

    def move(self, by: Vec) -> None:
        """Moves the whole body."""
        self.pelvis, self.waist, self.chest = add(self.pelvis, by), add(self.waist, by), add(self.chest, by)
        for limb in (*self.legs.values(), *self.arms.values()):
            limb.base = add(limb.base, by)

    def point(self, name: str) -> Vec:
        """Where a contact point of `pose.LIMB_POINTS` or `TRUNK_POINTS` is."""
        side, _, part = name.partition("_")
        if not part:
            return self._trunk_point(name)
        leg, arm = self.legs[side], self.arms[side]
        if part in {"toes", "heel"}:
            ahead, down = TOE if part == "toes" else HEEL
            return along(along(leg.end, leg.tip, ahead), leg.sole, down)
        if part == "thigh":
            return mix(leg.base, leg.mid, 0.5)
        if part == "shin":
            return mix(leg.mid, leg.end, 0.4)
        ends = {"foot": (leg, "end"), "knee": (leg, "mid"), "hip": (leg, "base"), "hand": (arm, "end")}
        limb, which = ends.get(part, (arm, "mid"))
        found: Vec = getattr(limb, which)
        return found

    def _trunk_point(self, name: str) -> Vec:
        if name == "side":
            return min((leg.base for leg in self.legs.values()), key=lambda point: point[1])
        return {"pelvis": self.pelvis, "head": self.head}.get(name, self.chest)

    def freeze(self, swell: float = 0.0) -> Skeleton:
        """The points as they are now."""
        points = {"pelvis": self.pelvis, "waist": self.waist, "chest": self.chest, "head": self.head}
        for side in SIDES:
            leg, arm = self.legs[side], self.arms[side]
            names = ("hip", "knee", "ankle", "toe", "heel", "shoulder", "elbow", "wrist", "hand")
            foot = (self.point(joint(side, "toes")), self.point(joint(side, "heel")))
            hand = along(arm.end, arm.tip, HAND)
            found = (leg.base, leg.mid, leg.end, *foot, arm.base, arm.mid, arm.end, hand)
            points.update((joint(side, name), point) for name, point in zip(names, found, strict=True))
        return Skeleton(points, self.neck[0], self.neck[1], swell)


def stand(angles: Mapping[str, float], root: Vec = ORIGIN) -> Body:
    """The body with these joint angles (degrees, missing ones 0), the middle of its pelvis at `root`."""
    get = angles.get
    trunk = _turned(get("torso", 0.0), get("lean", 0.0), get("turn", 0.0))
    upper = _twisted(_bent(trunk, get("bend", 0.0)), get("twist", 0.0))
    waist = along(root, trunk[1], LOWER_TRUNK)
    chest = along(waist, upper[1], UPPER_TRUNK)
    legs, arms = {}, {}
    for side in SIDES:
        out = 1.0 if side == "right" else -1.0
        hip = along(root, trunk[2], out * HIP_OUT)
        shoulder = along(along(chest, upper[2], out * SHOULDER_OUT), upper[1], -SHOULDER_DOWN)
        legs[side] = _limb(angles, side, "hip", hip, trunk)
        arms[side] = _limb(angles, side, "shoulder", shoulder, upper)
        ankle = get(joint(side, "ankle"), 0.0)
        leg = legs[side]
        leg.tip, leg.sole = (
            blend(leg.second_front, reverse(leg.second), ankle),
            blend(leg.second, leg.second_front, ankle),
        )
    return Body(root, waist, chest, _bent(upper, get("neck", 0.0)), trunk, legs, arms)


def _turned(torso: float, lean: float, turn: float) -> Frame:
    """The pelvis: tipped ahead, then leant to the right, then turned about the upright."""
    t, e, w = radians(torso), radians(lean), radians(turn)
    axes: list[Vec] = []
    for x, y, z in ((cos(t), -sin(t), 0.0), (sin(t), cos(t), 0.0), (0.0, 0.0, 1.0)):
        y_leant, z_leant = y * cos(e) - z * sin(e), y * sin(e) + z * cos(e)
        axes.append((x * cos(w) - z_leant * sin(w), y_leant, x * sin(w) + z_leant * cos(w)))
    return (axes[0], axes[1], axes[2])


def _bent(frame: Frame, degrees: float) -> Frame:
    """The next part of the spine, rounded forward."""
    ahead, up, right = frame
    return (blend(ahead, reverse(up), degrees), blend(up, ahead, degrees), right)


def _twisted(frame: Frame, degrees: float) -> Frame:
    """The chest, turned to the right about its own length."""
    ahead, up, right = frame
    return (blend(ahead, right, degrees), up, blend(right, reverse(ahead), degrees))


def _limb(angles: Mapping[str, float], side: str, name: str, base: Vec, frame: Frame) -> Limb:
    out, folds, bend = (1.0 if side == "right" else -1.0), *((-1, "knee") if name == "hip" else (1, "elbow"))
    name, bent = joint(side, name), angles.get(joint(side, bend), 0.0)
    ahead, up, right = frame
    outward = along(ORIGIN, right, out)
    swing = angles.get(name, 0.0)
    level = blend(reverse(up), ahead, swing)
    front = blend(ahead, up, swing)
    away = angles.get(f"{name}_out", 0.0)
    first, beside = blend(level, outward, away), blend(outward, reverse(level), away)
    front = blend(front, beside, angles.get(f"{name}_turn", 0.0))
    fold = front if folds > 0 else reverse(front)
    second, second_front = blend(first, fold, bent), blend(front, first, -folds * bent)
    lengths = (THIGH, SHIN) if folds < 0 else (UPPER_ARM, FOREARM)
    return Limb(base, lengths, first, front, second, second_front, second, second_front, folds)
