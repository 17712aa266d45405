"""Digits of any height, drawn from strokes with quarter-cell blocks. Pure.

A cell is about twice as tall as wide, so a stroke as many cells wide as it is half rows tall looks even.
Every digit takes the same width, so that a countdown never jumps.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

Point = tuple[float, float]
Box = tuple[float, float, float, float]
Path = tuple[str, ...]

_QUARTERS = " ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█"

_PATHS: dict[str, tuple[Path, ...]] = {
    "0": (("lt", "rt", "rb", "lb", "lt"),),
    "1": (("ct", "cb"), ("ft", "ct")),
    "2": (("lt", "rt", "rm", "lm", "lb", "rb"),),
    "3": (("lt", "rt", "rb", "lb"), ("lm", "rm")),
    "4": (("lt", "lm", "rm"), ("rt", "rb")),
    "5": (("rt", "lt", "lm", "rm", "rb", "lb"),),
    "6": (("rt", "lt", "lb", "rb", "rm", "lm"),),
    "7": (("lt", "rt", "rb"),),
    "8": (("lt", "rt", "rb", "lb", "lt"), ("lm", "rm")),
    "9": (("rm", "lm", "lt", "rt", "rb", "lb"),),
    "-": (("lm", "rm"),),
}
"""Strokes through named points: left, centre, right, flag of the one · top, middle, bottom."""


_NARROW = ":."
"""Points: they take no more room than a stroke."""


def stroke(rows: int) -> int:
    """How thick a stroke is in digits of so many rows: cells across, half rows down."""
    return max(2, round(rows * 2 * 0.18))


def digit_width(rows: int) -> int:
    """Cells a digit takes."""
    return round(rows * 2 * 0.6)


def gap(rows: int) -> int:
    """Cells between two glyphs."""
    return max(1, round(stroke(rows) * 0.6))


def width(text: str, rows: int) -> int:
    """Cells a text of digits, colons and points takes."""
    widths = [stroke(rows) if glyph in _NARROW else digit_width(rows) for glyph in text]
    return sum(widths) + gap(rows) * max(0, len(text) - 1)


def tallest(text: str, columns: int, rows: int, least: int = 3) -> int:
    """The most rows, up to `rows`, in which the text fits in so many columns; `least` if none fits."""
    return next((n for n in range(rows, least - 1, -1) if width(text, n) <= columns), least)


@lru_cache(maxsize=64)
def draw(text: str, rows: int) -> tuple[str, ...]:
    """The text in large, a string a row. Spaces hold a digit's place."""
    glyphs = [_glyph(glyph, rows) for glyph in text]
    return tuple((" " * gap(rows)).join(glyph[row] for glyph in glyphs) for row in range(rows))


@lru_cache(maxsize=256)
def _glyph(glyph: str, rows: int) -> tuple[str, ...]:
    columns = stroke(rows) if glyph in _NARROW else digit_width(rows)
    if glyph == " ":
        return (" " * columns,) * rows
    boxes, cuts = _points(glyph, rows) if glyph in _NARROW else _strokes(glyph, rows)

    def inked(x: float, y: float) -> bool:
        inside = any(left <= x < right and top <= y < bottom for left, top, right, bottom in boxes)
        return inside and not any(_cut(x, y, *cut) for cut in cuts)

    def cell(column: int, row: int) -> str:
        points = [(0.25, 0.5), (0.75, 0.5), (0.25, 1.5), (0.75, 1.5)]
        bits = [inked(column + x, row * 2 + y) << bit for bit, (x, y) in enumerate(points)]
        return _QUARTERS[sum(bits)]

    return tuple("".join(cell(column, row) for column in range(columns)) for row in range(rows))


def _points(glyph: str, rows: int) -> tuple[list[Box], list[tuple[Point, Point, float]]]:
    thick, height = stroke(rows), rows * 2
    tops = (round(height * 0.3 - thick / 2), round(height * 0.7 - thick / 2)) if glyph == ":" else (height - thick,)
    return [(0, top, thick, top + thick) for top in tops], []


def _strokes(glyph: str, rows: int) -> tuple[list[Box], list[tuple[Point, Point, float]]]:
    """The boxes that the strokes cover, and the outer corners to round off: centre, direction, radius."""
    thick, columns, height = stroke(rows), digit_width(rows), rows * 2
    half = thick / 2
    middle = columns // 2
    xs = {"l": half, "c": middle + half, "f": middle + half - round(thick * 0.6), "r": columns - half}
    ys = {"t": half, "m": (height - thick) // 2 + half, "b": height - half}
    boxes: list[Box] = []
    cuts: list[tuple[Point, Point, float]] = []
    for path in _PATHS[glyph]:
        points = [(xs[name[0]], ys[name[1]]) for name in path]
        for (x1, y1), (x2, y2) in pairwise(points):
            boxes.append((min(x1, x2) - half, min(y1, y2) - half, max(x1, x2) + half, max(y1, y2) + half))
        closed = points[0] == points[-1]
        around = [points[-2], *points, points[1]] if closed else points
        for before, here, after in zip(around, around[1:], around[2:], strict=False):
            cuts.append(_corner(before, here, after, thick))
    return boxes, cuts


def _corner(before: Point, here: Point, after: Point, radius: float) -> tuple[Point, Point, float]:
    """The outer corner of a turn, as the centre of its arc and the direction that points out of it."""
    out = tuple(-_sign(b - h) or -_sign(a - h) for b, h, a in zip(before, here, after, strict=True))
    inward = radius / 2
    centre = (here[0] - out[0] * inward, here[1] - out[1] * inward)
    return centre, (out[0], out[1]), radius


def _sign(number: float) -> int:
    return (number > 0) - (number < 0)


def _cut(x: float, y: float, centre: Point, out: Point, radius: float) -> bool:
    across, down = (x - centre[0]) * out[0], (y - centre[1]) * out[1]
    return 0 < across <= radius and 0 < down <= radius and across * across + down * down > radius * radius
