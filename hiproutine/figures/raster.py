"""A figure in braille cells: 2 x 4 dots a cell, framed once over its whole movement so that it does not jump.

A cell is twice as high as wide, so dots are square and one scale holds for both directions.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from math import ceil, dist
from typing import Final

from hiproutine.figures.ground import dash_of, strides_of
from hiproutine.figures.masks import Grid, Mask, Round
from hiproutine.figures.motion import Motion, Place
from hiproutine.figures.pose import Repeat, Surface, View, other_side
from hiproutine.figures.props import Flat, props_of
from hiproutine.figures.shapes import Capsule, Group, Kind, groups
from hiproutine.figures.skeleton import Skeleton
from hiproutine.figures.stray_dots import without_stray_dots
from hiproutine.figures.vectors import Vec, mix

LEAST: Final = (20, 8)
"""Cells: below this nothing can be made out."""
LARGEST: Final = 1.25
"""How much larger than a standing person would fit a low figure is drawn."""
MARGIN: Final = 0.02
"""Body heights left free around the figure."""
GAP_BY_PROPS: Final = 45
"""Dots a body height from which there is a gap between body and props; in smaller pictures it would eat them up."""
PAD: Final = 0.04
"""Half the height of a pack, and half of its length beyond that."""
SPECK: Final = 0.1
"""Dots a dot of the body's height below which a part of a limb is left out, where it hangs together with nothing."""
LIMBS: Final = frozenset({Kind.FAR, Kind.FAR_WORKING, Kind.NEAR, Kind.WORKING})
BREATHS: Final = 4
"""Steps of the chest in a breath: it swells by little more than that many dots."""
BLANK: Final = " "
DOTS: Final = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))
"""Of a braille character (U+2800): by row and column."""
_CHARACTERS: Final = (BLANK, *(chr(0x2800 + dots) for dots in range(1, 256)))
_TWO: Final = tuple(tuple((row[0] if two & 1 else 0) | (row[1] if two & 2 else 0) for two in range(4)) for row in DOTS)


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring cells of one colour in a row."""

    text: str
    kind: Kind


Row = tuple[Run, ...]
"""One row of the picture, from its left edge to its right; its texts are together as long as the picture is wide."""


class Stage:
    """Where one movement is drawn, at one size; reckoned once, then asked for many frames.

    Raises:
        ValueError: it is smaller than `LEAST` cells.
    """

    def __init__(self, motion: Motion, columns: int, rows: int) -> None:
        if columns < LEAST[0] or rows < LEAST[1]:
            raise ValueError(f"a figure needs at least {LEAST[0]}x{LEAST[1]} cells")
        self.columns, self.rows = columns, rows
        self._motion, self._figure = motion, motion.figure
        self._steps: dict[tuple[int, int], int] = {}
        self._drawn: dict[Place, tuple[Row, ...]] = {}
        self._turns_back = not motion.figure.moving and motion.figure.repeat is not Repeat.SWAP
        """Whether the way back is the way there, seen from its end: then its pictures are the same."""
        self._side = motion.figure.view is View.SIDE
        self._sign = -1.0 if motion.figure.mirrored else 1.0
        self._width, self._height = columns * 2, rows * 4
        self._grid = Grid(self._width, self._height)
        self._props = props_of(motion.keys, self._flat)
        left, right, top = self._box(motion)
        largest = LARGEST * (self._height - 1) / (1 + MARGIN)
        self.scale: float = min(self._width / (right - left + 2 * MARGIN), (self._height - 1) / (top + MARGIN), largest)
        """Dots a body height."""
        self._middle = self._width / 2 - self._sign * (left + right) / 2 * self.scale
        self._floor = self._height - 1
        self._pads = tuple(
            {c.point: None for key in motion.keys for c in key.pose.contacts if c.surface is Surface.PAD}
        )
        self._props_mask = self._grid.fill(self._prop_rounds(), self._floor)
        self._ground = self._grid.line(self._floor)
        strides = strides_of(motion) if self._side and motion.figure.moving else {}
        self._strides = {ends: (at * self.scale, way * self.scale) for ends, (at, way) in strides.items()}
        self._dash = dash_of(sum(way for _, way in self._strides.values()), motion.seconds)

    def draw(self, skeleton: Skeleton, passed: float = 0.0) -> tuple[Row, ...]:
        """The picture of one moment: `rows` rows; where the ground runs by, so many dots of it have `passed`."""
        rows = {kind: self._grid.rows(mask) for kind, mask in self.layers(skeleton, passed).items() if mask}
        least = round(self.scale * SPECK)
        for kind in LIMBS & rows.keys():
            rows[kind] = without_stray_dots(rows[kind], least)
        return _cells(rows, self.columns, self.rows)

    def rounded(self, place: Place) -> Place:
        """The same place, as far as this picture can tell: one where something has moved by a dot is another."""
        start, end, done, breath = place
        if start != end:
            if start > end and self._turns_back:
                start, end, done = end, start, 1 - done
            steps = self._steps.get((start, end))
            if steps is None:
                steps = self._steps[start, end] = self._dots(self._motion.way(start, end))
            done = round(done * steps) / steps
        return Place(start, end, done, round(breath * BREATHS) / BREATHS)

    def shown(self, place: Place) -> tuple[Row, ...]:
        """The picture of a place, `rounded`: drawn once, for most come round again."""
        place = self.rounded(place)
        if place not in self._drawn:
            at, way = self._strides.get((place.start, place.end), (0.0, 0.0))
            self._drawn[place] = self.draw(self._motion.body(place), at + way * place.done)
        return self._drawn[place]

    def _dots(self, way: tuple[Skeleton, ...]) -> int:
        """How far the point goes that goes furthest, in dots; 1 at the least."""
        lengths = (
            sum(dist(self.dot(one.points[name]), self.dot(other.points[name])) for one, other in pairwise(way))
            for name in way[0].points
        )
        return max(1, ceil(max(lengths)))

    def dot(self, point: Vec) -> Flat:
        """Where a point is in the picture, in dots from its upper left corner."""
        x, y = self._flat(point)
        return (self._middle + self._sign * x * self.scale, self._floor - y * self.scale)

    def layers(self, skeleton: Skeleton, passed: float = 0.0) -> dict[Kind, Mask]:
        """The dots of each kind; no dot is in two."""
        layers: dict[Kind, Mask] = {Kind.PROP: self._props_mask}
        painted: list[tuple[str, Mask]] = []
        works = self._figure.works
        if skeleton.swapped:
            works = frozenset(map(other_side, works))
        for group in groups(skeleton, self._figure.view, works):
            self._paint(group, layers, painted)
        for name in self._pads:
            self._lay_pad(_pad_point(skeleton, name), layers)
        layers[Kind.GROUND] = self._ground & self._grid.dashes(self._floor, self._dash, passed * self._sign)
        return layers

    def _paint(self, group: Group, layers: dict[Kind, Mask], painted: list[tuple[str, Mask]]) -> None:
        mask = away = self._mask(group.flesh)
        if group.clear:
            clear = self._mask(group.clear)
            around = self._grid.wider(clear)
            shadow = self._grid.shadow(clear, left=self._sign < 0)
            mask = away = mask | clear
            if self.scale >= GAP_BY_PROPS:
                away |= around & self._props_mask
            for name, other in painted:
                body = name == "trunk" or (name.endswith("leg") and group.name.endswith("arm"))
                if not body:
                    away |= around & other
                elif group.name.endswith("arm"):
                    away |= shadow & other
        for kind in layers:
            layers[kind] &= ~away
        layers[group.kind] = layers.get(group.kind, 0) | mask
        painted.append((group.name, mask))

    def _mask(self, capsules: tuple[Capsule, ...]) -> Mask:
        rounds = [(self._round(a, ar), self._round(b, br)) for (a, ar), (b, br) in capsules]
        return self._grid.fill(rounds, self._floor)

    def _round(self, point: Vec, radius: float) -> Round:
        x, y = self.dot(point)
        return (x, y, max(radius * self.scale, 0.5))

    def _flat(self, point: Vec) -> Flat:
        return (point[0], point[1]) if self._side else (point[2], point[1])

    def _box(self, motion: Motion) -> tuple[float, float, float]:
        """Left, right and top of all that is ever drawn, in body heights."""
        left, right, top = 1e9, -1e9, 0.3
        for skeleton in motion.samples():
            for group in groups(skeleton, self._figure.view, self._figure.works):
                for capsule in (*group.flesh, *group.clear):
                    for point, radius in capsule:
                        x, y = self._flat(point)
                        left, right, top = min(left, x - radius), max(right, x + radius), max(top, y + radius)
        for prop in self._props:
            for a, ar, b, br in prop.shapes():
                left, right = min(left, a[0] - ar, b[0] - br), max(right, a[0] + ar, b[0] + br)
                top = max(top, a[1] + ar, b[1] + br)
        return left, right, top

    def _prop_rounds(self) -> list[tuple[Round, Round]]:
        found: list[tuple[Round, Round]] = []
        for prop in self._props:
            for a, ar, b, br in prop.shapes():
                (ax, ay), (bx, by) = (self.dot((x, y, x)) for x, y in (a, b))
                found.append(((ax, ay, max(0.5, ar * self.scale)), (bx, by, max(0.5, br * self.scale))))
        return found

    def _lay_pad(self, point: Vec, layers: dict[Kind, Mask]) -> None:
        """An ice or heat pack on a point, over everything."""
        x, y = self.dot(point)
        half = PAD * self.scale
        mask = self._grid.fill([((x - half, y, half), (x + half, y, half))], self._floor)
        around = self._grid.wider(mask)
        for kind in layers:
            layers[kind] &= ~around
        layers[Kind.PROP] |= mask


def _pad_point(skeleton: Skeleton, name: str) -> Vec:
    points = skeleton.points
    side, mark, part = name.partition("_")
    if not mark:
        return points.get(name, points["chest"] if name in {"back", "chest"} else points["pelvis"])
    if part in {"thigh", "shin"}:
        first, last = ("hip", "knee") if part == "thigh" else ("knee", "ankle")
        return mix(points[f"{side}_{first}"], points[f"{side}_{last}"], 0.5)
    return points[f"{side}_{ {'foot': 'ankle', 'toes': 'toe'}.get(part, part) }"]


def _cells(layers: dict[Kind, list[int]], columns: int, rows: int) -> tuple[Row, ...]:
    order = sorted(layers, reverse=True)
    return tuple(
        _row([(kind, layers[kind][top : top + 4]) for kind in order], columns) for top in range(0, rows * 4, 4)
    )


def _row(layers: list[tuple[Kind, list[int]]], columns: int) -> Row:
    dots = [0] * columns
    kinds = [Kind.NONE] * columns
    most = [0] * columns
    one, two, three, four = _TWO
    for kind, (a, b, c, d) in layers:
        together = a | b | c | d
        if not together:
            continue
        first = ((together & -together).bit_length() - 1) // 2
        for column in range(first, (together.bit_length() + 1) // 2):
            shift = 2 * column
            if not together >> shift & 3:
                continue
            found = one[a >> shift & 3] | two[b >> shift & 3] | three[c >> shift & 3] | four[d >> shift & 3]
            dots[column] |= found
            count = found.bit_count() + (kind is Kind.GROUND)  # the toes above it do not colour the ground
            if count > most[column]:
                most[column], kinds[column] = count, kind
    runs: list[Run] = []
    start = 0
    for column in range(1, columns + 1):
        if column == columns or kinds[column] is not kinds[start]:
            text = "".join([_CHARACTERS[dot] for dot in dots[start:column]])
            runs.append(Run(text, kinds[start]))
            start = column
    return tuple(runs)
