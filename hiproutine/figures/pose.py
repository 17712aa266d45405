"""A pose as joint angles in degrees, and what it rests on.

Standing straight with the arms down is all zeros; bending forward is positive, and so is going out to the side.
Angles of the thigh are relative to the pelvis, of the upper arm to the chest, of the shin to the thigh:

    on all fours      torso 90, hips 90, knees 90, shoulders 90
    on a chair        hips 90, knees 90
    on the back       torso -90 (the head at the left), feet up to the seat: hips 50, knees 105
    on the side       front view, lean 90 (on the right side, the left leg on top)
    arms overhead     shoulders 180;  a level T: shoulders_out 90
    leg out           front view, left_hip_out 30
    butterfly         hips 90, hips_turn 75, knees 120

`torso`, `lean` and `turn` set the pelvis in the world, `bend` and `twist` (to the right) the chest on it, `neck` the
head. `hip` is how far the thigh has gone ahead, `hip_out` how far out of that plane, `hip_turn` how far it is rolled
outwards; so for the arm. In the side view the near limbs are the right ones and the person faces right; in the front
view the picture is as in a mirror, left at the left.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from hiproutine.figures.body import SIDES, joint

TRUNK_RANGES: Final[dict[str, tuple[float, float]]] = {
    "torso": (-180, 180),
    "lean": (-180, 180),
    "turn": (-90, 90),
    "bend": (-60, 90),
    "twist": (-60, 60),
    "neck": (-80, 80),
}
LIMB_RANGES: Final[dict[str, tuple[float, float]]] = {
    "hip": (-60, 150),
    "hip_out": (-60, 100),
    "hip_turn": (-90, 90),
    "knee": (-10, 165),
    "ankle": (-90, 50),
    "shoulder": (-90, 220),
    "shoulder_out": (-90, 180),
    "shoulder_turn": (-120, 120),
    "elbow": (-10, 165),
}
RANGES: Final[dict[str, tuple[float, float]]] = {
    **TRUNK_RANGES,
    **{joint(side, name): limits for side in SIDES for name, limits in LIMB_RANGES.items()},
}
"""Degrees each joint may have: what a body can do, and a little more."""

LIMB_POINTS: Final = ("foot", "toes", "heel", "knee", "thigh", "shin", "hip", "hand", "elbow")
TRUNK_POINTS: Final = ("pelvis", "back", "chest", "side", "head")


class View(StrEnum):
    """From where the figure is seen."""

    SIDE = "side"
    FRONT = "front"


class Repeat(StrEnum):
    """How a movement goes on after its last pose."""

    BACK = "back"
    ROUND = "round"
    SWAP = "swap"


class Surface(StrEnum):
    """What a point touches."""

    GROUND = "on"
    CHAIR = "chair"
    STEP = "step"
    ROLLER = "roller"
    BALL = "ball"
    WALL = "wall"
    PAD = "pad"


@dataclass(frozen=True)
class Contact:
    """A point of the body and what it touches."""

    point: str
    """`right_foot`, `left_hand`, `pelvis`, ..."""
    surface: Surface = Surface.GROUND


@dataclass(frozen=True)
class Pose:
    """Angles and contacts, with how long it takes."""

    angles: Mapping[str, float] = field(default_factory=lambda: MappingProxyType({}))
    """Degrees by name of `RANGES`; one that is missing is 0."""
    contacts: tuple[Contact, ...] = ()
    """The first places the body."""
    into: float = 1.0
    """Seconds to come into it."""
    stay: float = 0.0
    """Seconds in it."""

    def swapped(self) -> Pose:
        """The same pose with right and left changed."""
        over = {"lean", "turn", "twist"}
        angles = {other_side(name): -angle if name in over else angle for name, angle in self.angles.items()}
        contacts = tuple(replace(contact, point=other_side(contact.point)) for contact in self.contacts)
        return replace(self, angles=MappingProxyType(angles), contacts=contacts)


@dataclass(frozen=True)
class Figure:
    """A whole movement as an author wrote it."""

    poses: tuple[Pose, ...]
    view: View = View.SIDE
    works: frozenset[str] = frozenset()
    """What works: `right_leg`, `left_leg`, `right_arm`, `left_arm`, `trunk`."""
    repeat: Repeat = Repeat.BACK
    moving: bool = False
    """The person gets along: the figure stays in the middle and the ground runs by."""
    mirrored: bool = False
    """The picture is turned over."""

    def mirror(self) -> Figure:
        """The same movement for the other side."""
        return replace(self, mirrored=not self.mirrored)

    @property
    def side(self) -> str:
        """`left` or `right`: whose side it shows, that is, which leg or arm works (the near one where both do)."""
        working = {part.partition("_")[0] for part in self.works} & set(SIDES)
        near = "right" if self.view is View.SIDE else "left"
        written = working.pop() if len(working) == 1 else near
        return ("left" if written == "right" else "right") if self.mirrored else written

    def for_side(self, side: str) -> Figure:
        """The movement with the working limb on `side` (`left` or `right`)."""
        return self if self.side == side else self.mirror()


def other_side(name: str) -> str:
    """`left_knee` of `right_knee` and back; a name without a side as it is."""
    head, mark, rest = name.partition("_")
    return f"{'left' if head == 'right' else 'right'}{mark}{rest}" if mark and head in SIDES else name
