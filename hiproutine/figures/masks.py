"""Shapes as dots: a whole picture is one number, so that it is filled, cut and laid over another in one operation.

Bit `row * stride + 1 + column` is a dot; rows count downward. The stride is a multiple of eight that leaves a free dot
at both ends of a row, so that what is widened does not come in again on the other side. Lengths are in dots.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from math import ceil, floor, sqrt

Mask = int
"""A picture; `Grid.rows` takes it apart."""

GAP = 5
"""Dots that are missing after each dash of a broken line."""

Round = tuple[float, float, float]
"""A circle: x, y, radius, in dots; y grows downward."""


@dataclass(frozen=True)
class Grid:
    """The size of a picture, `width` x `height` dots."""

    width: int
    height: int
    stride: int = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "stride", (self.width + 2 + 7) // 8 * 8)

    def fill(self, capsules: Iterable[tuple[Round, Round]], bottom: int) -> Mask:
        """Tapered capsules, clipped to the picture and to the rows above `bottom`.

        What is thinner than a dot still shows as one.
        """
        rows = [0] * self.height
        for a, b in capsules:
            _span(rows, a, b, bottom, self.width - 1)
        size, top = self.stride // 8, next((at for at, row in enumerate(rows) if row), self.height)
        data = b"".join([row.to_bytes(size, "little") for row in rows[top:]])
        return int.from_bytes(data, "little") << top * self.stride

    def line(self, row: int) -> Mask:
        """A whole row."""
        return ((1 << self.width) - 1) << (row * self.stride + 1)

    def dashes(self, row: int, length: float, passed: float) -> Mask:
        """A broken row: a dash and its gap are `length` dots long, and `passed` dots have gone out at the left.

        Unbroken where the length is 0.
        """
        if not length:
            return self.line(row)
        drawn = sum(1 << column for column in range(self.width) if (column + passed + 1e-6) % length < length - GAP)
        return drawn << (row * self.stride + 1)

    def wider(self, mask: Mask) -> Mask:
        """One dot more on every side."""
        return mask | mask << 1 | mask >> 1 | mask << self.stride | mask >> self.stride

    def shadow(self, mask: Mask, *, left: bool) -> Mask:
        """One dot more below and on one side: a line that tells an arm from what it lies on and leaves most of that."""
        return mask | mask << self.stride | (mask >> 1 if left else mask << 1)

    def rows(self, mask: Mask) -> list[int]:
        """Every row as a number: bit i is the dot in column i."""
        size = self.stride // 8
        inside = (1 << self.width) - 1
        data = mask.to_bytes(size * (self.height + 1), "little")
        return [
            int.from_bytes(data[at : at + size], "little") >> 1 & inside for at in range(0, size * self.height, size)
        ]


def _span(rows: list[int], a: Round, b: Round, bottom: int, last_column: int) -> None:
    """Adds the hull of two circles to `rows`: of every row the dots between its left and its right edge."""
    (ax, ay, ar), (bx, by, br) = a, b
    away = sqrt((bx - ax) ** 2 + (by - ay) ** 2)
    circles: tuple[Round, ...] = (a, b)
    edges: tuple[tuple[float, float, float, float], ...] = ()
    if away <= abs(ar - br) + 1e-9:
        circles = (a if ar >= br else b,)
    else:
        edges = _edges(a, b, away)
    top = max(0, ceil(min(y - r for _, y, r in circles) - 0.5))
    end = min(bottom, floor(max(y + r for _, y, r in circles) - 0.5) + 1)
    for row in range(top, end):
        y = row + 0.5
        left, right = 1e9, -1e9
        for cx, cy, r in circles:
            room = r * r - (y - cy) * (y - cy)
            if room >= 0:
                half = sqrt(room)
                left = min(left, cx - half)
                right = max(right, cx + half)
        for ex, start, stop, slope in edges:
            if start <= y <= stop:
                x = ex + (y - start) * slope
                left = min(left, x)
                right = max(right, x)
        if left <= right:
            first, last = ceil(left - 0.5), floor(right - 0.5)
            if last < first:
                first = last = floor((left + right) / 2)
            if last >= 0 and first <= last_column:
                rows[row] |= (2 << min(last, last_column) + 1) - (2 << max(first, 0))


def _edges(a: Round, b: Round, away: float) -> tuple[tuple[float, float, float, float], ...]:
    """The two straight sides: (x at the top, top, bottom, dots aside a row)."""
    (ax, ay, ar), (bx, by, br) = a, b
    ex, ey = (bx - ax) / away, (by - ay) / away
    k = (ar - br) / away
    h = sqrt(max(0.0, 1 - k * k))
    found = []
    for sign in (1, -1):
        nx, ny = ex * k - ey * h * sign, ey * k + ex * h * sign
        start, end = (ax + nx * ar, ay + ny * ar), (bx + nx * br, by + ny * br)
        if start[1] > end[1]:
            start, end = end, start
        if end[1] - start[1] > 1e-9:
            found.append((start[0], start[1], end[1], (end[0] - start[0]) / (end[1] - start[1])))
    return tuple(found)
