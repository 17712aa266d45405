"""Draws figures as one picture, to be looked at: `python -m tests.figures.sheet [-o OUT.png] FILE...`.

Every TOML file with a `[figure]` table becomes a row: its last pose at 20x8 cells, its key poses and the ways between
at 40x16, its last pose at 60x24. `--grid` draws only one pose of each at 40x16, four in a row.
"""

from __future__ import annotations

import argparse
import struct
import tomllib
import zlib
from collections.abc import Sequence
from pathlib import Path

from hiproutine.figures.motion import Motion
from hiproutine.figures.raster import Row, Stage
from hiproutine.figures.shapes import Kind
from hiproutine.figures.written import figure_from

COLOURS = {
    Kind.NONE: (30, 32, 36),
    Kind.GROUND: (74, 82, 92),
    Kind.PROP: (176, 140, 92),
    Kind.FAR: (104, 120, 136),
    Kind.NEAR: (214, 218, 222),
    Kind.HEAD: (232, 214, 190),
    Kind.FAR_WORKING: (56, 138, 116),
    Kind.WORKING: (104, 216, 178),
}
GROUND = (30, 32, 36)
PITCH = 3
"""Pixels a dot, the gap included."""
GAP = 14

Pixels = list[bytearray]


def canvas(width: int, height: int) -> Pixels:
    """Rows of RGB bytes."""
    return [bytearray(GROUND * width) for _ in range(height)]


def draw(pixels: Pixels, left: int, top: int, rows: Sequence[Row]) -> None:
    """Puts a figure on the canvas, its upper left corner at (left, top) in pixels."""
    for number, row in enumerate(rows):
        column = 0
        for run in row:
            for character in run.text:
                bits = ord(character) - 0x2800 if character != " " else 0
                for dot in range(8):
                    if bits >> dot & 1:
                        x, y = (dot // 3, dot % 3) if dot < 6 else (dot - 6, 3)
                        _square(
                            pixels, left + (column * 2 + x) * PITCH, top + (number * 4 + y) * PITCH, COLOURS[run.kind]
                        )
                column += 1


def _square(pixels: Pixels, left: int, top: int, colour: tuple[int, int, int]) -> None:
    for line in pixels[top : top + PITCH - 1]:
        line[left * 3 : (left + PITCH - 1) * 3] = bytes(colour * (PITCH - 1))


def write(path: Path, pixels: Pixels) -> None:
    """The canvas as a PNG file."""
    raw = b"".join(b"\0" + bytes(line) for line in pixels)
    size = struct.pack(">IIBBBBB", len(pixels[0]) // 3, len(pixels), 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", size), (b"IDAT", zlib.compress(raw, 6)), (b"IEND", b""))
    body = b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in chunks
    )
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + body)


def pictures(motion: Motion, *, grid: bool) -> list[tuple[int, int, tuple[Row, ...]]]:
    """(columns, rows, picture) of one figure."""
    if grid:
        return [(40, 16, Stage(motion, 40, 16).draw(motion.body(motion.still)))]
    small, middle, large = Stage(motion, 20, 8), Stage(motion, 40, 16), Stage(motion, 60, 24)
    found = [(20, 8, small.draw(motion.body(motion.still))), (40, 16, middle.draw(motion.keys[0].skeleton))]
    for leg in [leg for leg in motion.legs if leg.end == leg.start + 1][:3]:
        found += [(40, 16, middle.draw(motion.body(motion.at(leg.start, leg.end, share)))) for share in (0.5, 1.0)]
    return [*found, (60, 24, large.draw(motion.body(motion.still)))]


def main() -> None:
    """Draws the sheet."""
    parser = argparse.ArgumentParser(prog="python -m tests.figures.sheet")
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("-o", "--out", type=Path, default=Path("figures.png"))
    parser.add_argument("--grid", action="store_true", help="one pose of each, four in a row")
    options = parser.parse_args()
    made = []
    for path in options.files:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        if "figure" in table:
            print(path.stem)
            made.append(pictures(Motion(figure_from(table["figure"])), grid=options.grid))
    if options.grid:
        flat = [picture for row in made for picture in row]
        made = [flat[i : i + 4] for i in range(0, len(flat), 4)]
    widths = [sum(columns * 2 * PITCH + GAP for columns, _, _ in row) for row in made]
    heights = [max(rows for _, rows, _ in row) * 4 * PITCH + GAP for row in made]
    pixels = canvas(max(widths) + GAP, sum(heights) + GAP)
    top = GAP
    for row, height in zip(made, heights, strict=True):
        left = GAP
        for columns, rows, picture in row:
            draw(pixels, left, top + height - GAP - rows * 4 * PITCH, picture)
            left += columns * 2 * PITCH + GAP
        top += height
    write(options.out, pixels)
    print(options.out)


if __name__ == "__main__":
    main()
