"""A figure that stands still, as Textual content."""

from __future__ import annotations

from textual.content import Content

from hiproutine.figures.motion import Motion
from hiproutine.figures.pose import Figure
from hiproutine.figures.raster import LEAST, Row, Stage
from hiproutine.figures.shapes import Kind

TONES = {
    Kind.GROUND: "$faint",
    Kind.PROP: "$quiet",
    Kind.FAR: "$faint",
    Kind.FAR_WORKING: "$quiet",
    Kind.WORKING: "$phase-work",
}


def figure_content(figure: Figure, columns: int, rows: int) -> Content | None:
    """The pose that shows it best, without the empty rows above it; None where there is too little room."""
    if columns < LEAST[0] or rows < LEAST[1]:
        return None
    motion = Motion(figure)
    return as_content(Stage(motion, columns, rows).shown(motion.still))


def as_content(rows: tuple[Row, ...]) -> Content:
    """A picture, without the empty rows above it."""
    lines = [Content.assemble(*((run.text, TONES.get(run.kind, "$foreground")) for run in row)) for row in rows]
    while lines and not lines[0].plain.strip():
        lines.pop(0)
    return Content("\n").join(lines)
