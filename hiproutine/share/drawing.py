"""Figures as outlines: a still as SVG, and the numbers from which the page draws the same body moving.

Every capsule of the body is the outline of two circles and what lies between. Numbers are whole five-hundredths of a
body height, x as seen in the picture (ahead or to the right), y up from the ground.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from math import acos, atan2, cos, hypot, sin
from typing import Any, Final

from hiproutine.figures.motion import Leg, Motion, Place
from hiproutine.figures.pose import Figure, Surface, View, other_side
from hiproutine.figures.props import props_of
from hiproutine.figures.shapes import Capsule, Group, Kind, groups
from hiproutine.figures.skeleton import Skeleton
from hiproutine.figures.vectors import Vec
from hiproutine.plan.table import plain_number
from hiproutine.share.drawn import Box, Drawn, Table
from hiproutine.share.other_side import once, other_points
from hiproutine.share.packing import packed

UNIT: Final = 500
MARGIN: Final = 15
Point = tuple[int, int]
Ends = tuple[int, int, int, int, int, int]
"""A capsule: a point and its radius, and another."""
NAMES: Final = {
    Kind.FAR: "far",
    Kind.NEAR: "near",
    Kind.HEAD: "head",
    Kind.FAR_WORKING: "works",
    Kind.WORKING: "works",
}
"""The class of each part in the picture."""
_EMPTY: Final = {"mirrored", "props", "pads", "moving", "out", "bends", "others"}
"""What is left out of a table where it says nothing; `Motion` in the page puts it in again."""
PAD: Final = 20
"""Half the height of a pack, and half of its length beyond that, as the braille figures have it."""


@dataclass(frozen=True)
class _Shape:
    """Which points a capsule joins, and how thick it is at each."""

    start: int
    start_radius: int
    end: int
    end_radius: int


class Drawing:
    """One exercise to be drawn, in the page's numbers."""

    def __init__(self, figure: Figure) -> None:
        self.figure = figure
        self._motion = Motion(figure)
        self._ahead = figure.view is View.SIDE
        self._still = self._groups(self._motion.body(self._motion.still))

    def drawn(self) -> Drawn:
        """All of it, in plain values."""
        limbs: list[Table] = []
        numbers = self._table(limbs)
        return Drawn(self.figure.side, self.figure.mirrored, self.box, self._outlines(), numbers, limbs)

    @cached_property
    def box(self) -> Box:
        """Left, right and top of all that is ever drawn, with a margin."""
        left, right, top = 10**9, -(10**9), 150
        for points in self._all_points:
            left = min(left, *(x for x, _ in points))
            right = max(right, *(x for x, _ in points))
            top = max(top, *(y for _, y in points))
        thick = 35
        for ax, ay, ar, bx, by, br in self._props:
            left, right = min(left, ax - ar + thick, bx - br + thick), max(right, ax + ar - thick, bx + br - thick)
            top = max(top, ay + ar - thick, by + br - thick)
        return left - thick - MARGIN, right + thick + MARGIN, top + thick + MARGIN

    def _table(self, limbs: list[Table]) -> Table:
        """What the page needs to draw it still and moving; its `limbs`, each once, are beside it.

        Points are `packed`. `keys` are those of the first pose, and by how much those of each other are away from
        them. Where the later half of them is the first on the other side it is left out, and `others` says which point
        is which there. The way `out` is left out where it is the first of the `legs`, and so is what is empty.
        """
        motion = self._motion
        left, right, top = self.box
        keys, bends, others = self._keys, self._bends, self._others
        if others:
            keys, bends = keys[: motion.written], once(bends, others, motion.written)
        legs, out = list(map(_leg, motion.legs)), list(map(_leg, self._out))
        table = {
            "side": self.figure.side,
            "mirrored": self.figure.mirrored,
            "box": [left, right, top],
            "parts": [self._part(group, limbs) for group in self._still],
            "props": self._props,
            "pads": self._pads,
            "written": motion.written,
            "repeat": str(self.figure.repeat),
            "moving": self.figure.moving,
            "legs": legs,
            "out": [] if out == legs[: len(out)] else out,
            "seconds": _short(motion.seconds),
            "keys": [packed(keys[0]), *(packed(_trimmed(_less(key, keys[0]))) for key in keys[1:])],
            "bends": {f"{start} {end}": packed(_trimmed(bend)) for (start, end), bend in bends.items()},
            "others": others,
        }
        return {name: value for name, value in table.items() if value or name not in _EMPTY}

    def _outlines(self) -> str:
        """The pose that shows it best."""
        points = self._points(self._motion.body(self._motion.still))
        parts = [f'<path class="prop" d="{"".join(_outline(prop) for prop in self._props)}"/>'] if self._props else []
        for group in self._still:
            both = [("flesh", group.flesh), ("clear", group.clear)]
            for name, capsules in both[::-1] if group.name == "head" else both:  # the nose is on the face
                if capsules:
                    outline = "".join(_outline(self._capsule(points, one)) for one in self._shapes(group, capsules))
                    parts.append(f'<path class="{NAMES[group.kind]} {name}" d="{outline}"/>')
        return "".join(
            [*parts, *(f'<path class="prop clear" d="{_outline(_pad(points[pad]))}"/>' for pad in self._pads)]
        )

    @cached_property
    def _out(self) -> list[Leg]:
        poses = self.figure.poses
        return [Leg(i - 1, i, poses[i].into, poses[i].stay) for i in range(1, len(poses))]

    @cached_property
    def _all_points(self) -> list[list[Point]]:
        """Every key pose, and the bodies halfway between them."""
        between = [
            [round((a + b) / 2 + off) for a, b, off in zip(self._keys[start], self._keys[end], bend, strict=True)]
            for (start, end), bend in self._bends.items()
        ]
        return [list(zip(body[::2], body[1::2], strict=True)) for body in (*self._keys, *between)]

    @cached_property
    def _props(self) -> list[Ends]:
        shapes = (shape for prop in props_of(self._motion.keys, self._seen) for shape in prop.shapes())
        return [(_unit(a[0]), _unit(a[1]), _unit(ar), _unit(b[0]), _unit(b[1]), _unit(br)) for a, ar, b, br in shapes]

    @cached_property
    def _index(self) -> dict[str, list[tuple[int, int]]]:
        """For each part the numbers of the points at the two ends of its capsules, flesh first."""
        seen: dict[int, int] = {}
        found = {}
        for group in sorted(self._still, key=lambda one: one.name):
            ends = [(id(start[0]), id(end[0])) for start, end in (*group.flesh, *group.clear)]
            found[group.name] = [tuple(seen.setdefault(one, len(seen)) for one in pair) for pair in ends]
        return {name: [(pair[0], pair[1]) for pair in pairs] for name, pairs in found.items()}

    @cached_property
    def _pads(self) -> list[int]:
        """Points on which a pack lies: the joint's end of the limb it is named after."""
        names = {c.point for key in self._motion.keys for c in key.pose.contacts if c.surface is Surface.PAD}
        return sorted({self._pad_point(name) for name in names})

    def _pad_point(self, name: str) -> int:
        side, mark, part = name.partition("_")
        if not mark:
            pairs = self._index["trunk"]
            return pairs[2][1] if name in {"back", "chest"} else pairs[0][0]
        leg = {"hip": 0, "thigh": 1, "knee": 2, "shin": 3, "foot": 4, "toes": 4, "heel": 4}
        arm = {"hand": 3, "elbow": 2}
        pairs = self._index[f"{side}_leg" if part in leg else f"{side}_arm"]
        return pairs[leg.get(part, arm.get(part, 0)) if part in {*leg, *arm} else 0][0]

    @cached_property
    def _keys(self) -> list[list[int]]:
        return [_flat(self._points(key.skeleton)) for key in self._motion.keys]

    @cached_property
    def _bends(self) -> dict[tuple[int, int], list[int]]:
        """How far off the straight way each point is halfway between two key poses; it goes along a parabola."""
        motion = self._motion
        pairs = sorted({(*sorted((leg.start, leg.end)),) for leg in (*motion.legs, *self._out)})
        found = {}
        for start, end in pairs:
            halfway = _flat(self._points(motion.body(Place(start, end, 0.5))))
            straight = zip(self._keys[start], self._keys[end], strict=True)
            found[start, end] = [round(at - (a + b) / 2) for at, (a, b) in zip(halfway, straight, strict=True)]
        return found

    @cached_property
    def _others(self) -> list[int] | None:
        return other_points(self._keys, self._motion.written, self._bends)

    def _part(self, group: Group, limbs: list[Table]) -> list[Any]:
        works = self.figure.works
        swapped = frozenset(map(other_side, works))
        kinds = [NAMES[group.kind]]
        if swapped != works and len(self._motion.keys) > self._motion.written:
            plain = "far" if self._ahead and group.name.startswith("left") else "near"
            kinds.append("works" if group.name in swapped else "head" if group.name == "head" else plain)
        limb = {
            "flesh": [_four(one) for one in self._shapes(group, group.flesh)],
            "clear": [_four(one) for one in self._shapes(group, group.clear)],
        }
        if limb not in limbs:
            limbs.append(limb)
        return [limbs.index(limb), *kinds]

    def _shapes(self, group: Group, capsules: tuple[Capsule, ...]) -> list[_Shape]:
        numbers = self._index[group.name]
        begin = 0 if capsules is group.flesh else len(group.flesh)
        return [
            _Shape(numbers[begin + at][0], _unit(capsule[0][1]), numbers[begin + at][1], _unit(capsule[1][1]))
            for at, capsule in enumerate(capsules)
        ]

    def _capsule(self, points: list[Point], shape: _Shape) -> Ends:
        return (*points[shape.start], shape.start_radius, *points[shape.end], shape.end_radius)

    def _points(self, skeleton: Skeleton) -> list[Point]:
        """Every point of a body by its number."""
        found: dict[int, Point] = {}
        for group in self._groups(skeleton):
            for (start, end), capsule in zip(self._index[group.name], (*group.flesh, *group.clear), strict=True):
                for number, (point, _) in zip((start, end), capsule, strict=True):
                    x, y = self._seen(point)
                    found[number] = (_unit(x), _unit(y))
        return [found[number] for number in range(len(found))]

    def _groups(self, skeleton: Skeleton) -> list[Group]:
        return groups(skeleton, self.figure.view, self.figure.works)

    def _seen(self, point: Vec) -> tuple[float, float]:
        return (point[0], point[1]) if self._ahead else (point[2], point[1])


def _outline(capsule: Ends) -> str:
    """The outline of a capsule as a path, y down."""
    ax, ay, ar, bx, by, br = capsule
    away = hypot(bx - ax, by - ay)
    if away <= abs(ar - br) + 1e-9:
        x, y, r = (ax, ay, ar) if ar >= br else (bx, by, br)
        return f"M{_pair(x - r, -y)}a{r} {r} 0 10{2 * r} 0a{r} {r} 0 10{-2 * r} 0z"
    along, open_by = atan2(by - ay, bx - ax), acos((ar - br) / away)
    corners = []
    for x, y, r, sign in ((ax, ay, ar, 1), (bx, by, br, 1), (bx, by, br, -1), (ax, ay, ar, -1)):
        angle = along + sign * open_by
        corners.append((round(x + r * cos(angle)), -round(y + r * sin(angle))))
    first, second, third, fourth = corners
    there, round_end, back, round_start = map(_step, corners, (second, third, fourth, first))
    wide, narrow = int(ar > br), int(br > ar)
    return f"M{_pair(*first)}l{there}a{br} {br} 0 {narrow}1{round_end}l{back}a{ar} {ar} 0 {wide}1{round_start}z"


def _step(one: Point, other: Point) -> str:
    return _pair(other[0] - one[0], other[1] - one[1])


def _pair(x: int, y: int) -> str:
    """Two numbers of a path; a sign parts them as well as a space, and the flags of an arc need neither."""
    return f"{x}{y}" if y < 0 else f"{x} {y}"


def _pad(point: Point) -> Ends:
    x, y = point
    return (x - PAD, y, PAD, x + PAD, y, PAD)


def _four(shape: _Shape) -> list[int]:
    return [shape.start, shape.start_radius, shape.end, shape.end_radius]


def _flat(points: list[Point]) -> list[int]:
    return [number for point in points for number in point]


def _unit(value: float) -> int:
    return round(value * UNIT)


def _less(numbers: list[int], others: list[int]) -> list[int]:
    return [number - other for number, other in zip(numbers, others, strict=True)]


def _trimmed(numbers: list[int]) -> list[int]:
    """Without the zeros at the end."""
    end = len(numbers)
    while end and not numbers[end - 1]:
        end -= 1
    return numbers[:end]


def _leg(leg: Leg) -> list[float]:
    return [leg.start, leg.end, _short(leg.into), *([_short(leg.stay)] if leg.stay else [])]


def _short(value: float) -> float:
    return plain_number(round(value, 3))
