"""Short texts in a row, such as keys with their words, that fold between them and never inside one."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual


class InGroups(Visual):
    """Texts with a gap between them; one that is wider than a row folds by itself."""

    def __init__(self, groups: Sequence[Content], gap: str = "   ") -> None:
        self._groups, self._gap = groups, gap

    def render_strips(self, width: int, height: int | None, style: Style, options: RenderOptions) -> list[Strip]:
        """The rows."""
        strips = [strip for row in self._rows(width) for strip in row.render_strips(width, None, style, options)]
        return strips[:height]

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:  # noqa: ARG002 - asked by Textual
        """As wide as all of it in one row."""
        return Content(self._gap).join(self._groups).cell_length

    def get_height(self, rules: RulesMap, width: int) -> int:
        """As many rows as it takes."""
        return sum(row.get_height(rules, width) for row in self._rows(width))

    def _rows(self, width: int) -> list[Content]:
        rows: list[Content] = []
        for group in self._groups:
            longer = Content.assemble(rows[-1], self._gap, group) if rows else group
            if rows and longer.cell_length <= width:
                rows[-1] = longer
            else:
                rows.append(group)
        return rows
