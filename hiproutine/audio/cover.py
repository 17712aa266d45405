"""A cover picture: the figure of an exercise as a PNG, drawn by the same dots as in the terminal. Pure."""

from __future__ import annotations

import struct
import zlib

from hiproutine.figures.masks import Grid
from hiproutine.figures.motion import Motion
from hiproutine.figures.pose import Figure
from hiproutine.figures.raster import Stage
from hiproutine.figures.shapes import Kind

SIDE = 600
"""Pixels; players show covers as squares."""
EDGE = 40
"""Pixels left free on each side."""
GROUND = (0x1B, 0x1F, 0x26)
COLOURS = {
    Kind.GROUND: (0x5B, 0x66, 0x73),
    Kind.PROP: (0x8A, 0x93, 0x9E),
    Kind.FAR: (0x77, 0x86, 0x96),
    Kind.FAR_WORKING: (0xB9, 0x7A, 0x3C),
    Kind.NEAR: (0xC9, 0xD3, 0xDE),
    Kind.HEAD: (0xC9, 0xD3, 0xDE),
    Kind.WORKING: (0xF2, 0xA6, 0x4B),
}


def cover_of(figure: Figure) -> bytes:
    """The pose that shows an exercise best, as a PNG."""
    motion = Motion(figure)
    inside = SIDE - 2 * EDGE
    stage = Stage(motion, inside // 2, inside // 4)
    grid = Grid(inside, inside)
    kinds = list(COLOURS)
    rows = [bytearray(inside) for _ in range(inside)]
    for kind, mask in stage.layers(motion.body(motion.still)).items():
        number = bytes([kinds.index(kind) + 1])
        for row, dots in zip(rows, grid.rows(mask), strict=True):
            if dots:
                painted = f"{dots:0{inside}b}"[::-1].encode().translate(bytes.maketrans(b"01", b"\0" + number))
                row[:] = (int.from_bytes(row, "big") | int.from_bytes(painted, "big")).to_bytes(inside, "big")
    palette = bytes(part for colour in (GROUND, *COLOURS.values()) for part in colour)
    head = struct.pack(">IIBBBBB", SIDE, SIDE, 8, 3, 0, 0, 0)
    pixels = zlib.compress(b"".join(b"\0" + row for row in _in_the_middle(rows)), 9)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        _chunk(name, data) for name, data in ((b"IHDR", head), (b"PLTE", palette), (b"IDAT", pixels), (b"IEND", b""))
    )


def _in_the_middle(rows: list[bytearray]) -> list[bytes]:
    """The rows of the whole picture, what is drawn in its middle."""
    drawn = [place for place, row in enumerate(rows) if any(row)]
    shown = [bytes(EDGE) + bytes(row) + bytes(EDGE) for row in rows[drawn[0] : drawn[-1] + 1]]
    above = (SIDE - len(shown)) // 2
    blank = bytes(SIDE)
    return [*[blank] * above, *shown, *[blank] * (SIDE - above - len(shown))]


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
