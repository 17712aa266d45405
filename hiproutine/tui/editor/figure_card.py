"""The figure beside the text of an exercise, while it is written: the pose that the cursor is in."""

from __future__ import annotations

import re
from typing import Any

from textual.content import Content

from hiproutine.figures.motion import Motion, Place
from hiproutine.figures.raster import LEAST, Stage
from hiproutine.figures.written import BadFigures, figure_from
from hiproutine.tui.widgets.figure_text import as_content

ROWS_A_COLUMN = 0.5
"""A body's height is about as many cells as half its width: more rows would stay empty."""
_TABLE = re.compile(r"[^\S\n]*(\[+)[^\S\n]*([a-z_.]+)")
_POSES = re.compile(r"[^\S\n]*(?:figure\.)?poses[^\S\n]*=")


class FigureCard:
    """Of one text. Whoever writes angles sees them at once; what has not changed is not reckoned again."""

    def __init__(self) -> None:
        self._table: dict[str, Any] | None = None
        self._motion: Motion | None = None
        self._stage: Stage | None = None

    def show_table(self, table: dict[str, Any] | None) -> None:
        """What the text says of the figure now."""
        if table == self._table:
            return
        self._table, self._motion, self._stage = table, None, None
        if table is not None:
            try:
                self._motion = Motion(figure_from(table))
            except BadFigures:
                return

    def content(self, pose: int | None, columns: int, rows: int) -> Content | None:
        """A pose, counted from 0, or the one that shows it best; None without a figure, or without room for one."""
        rows = min(rows, int(columns * ROWS_A_COLUMN))
        if self._motion is None or columns < LEAST[0] or rows < LEAST[1]:
            return None
        if self._stage is None or (self._stage.columns, self._stage.rows) != (columns, rows):
            self._stage = Stage(self._motion, columns, rows)
        there = pose is not None and pose < self._motion.written
        place = Place(pose, pose) if there and pose is not None else self._motion.still
        return as_content(self._stage.shown(place))


def in_figure(lines: list[str], row: int) -> bool:
    """Whether a line belongs to the `[figure]` table."""
    for line in reversed(lines[: row + 1]):
        if line.lstrip().startswith("figure."):
            return True
        if match := _TABLE.match(line):
            return match[1] == "[" and match[2] == "figure"
    return False


def pose_at(lines: list[str], row: int) -> int | None:
    """Which pose a line is in, counted from 0, each on a line of its own; None before the first."""
    count = -1
    for line in reversed(lines[: row + 1]):
        if _POSES.match(line):
            return count + line.count("{") if count + line.count("{") >= 0 else None
        count += line.lstrip().startswith("{")
    return None
