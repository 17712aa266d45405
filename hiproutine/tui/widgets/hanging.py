"""A text beside its mark: where it folds, its further rows begin below the text, and not below the mark."""

from __future__ import annotations

from rich.segment import Segment
from textual.content import Content
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual


class Hanging(Visual):
    """A mark, such as the key of an answer, and what stands beside it."""

    def __init__(self, mark: Content, text: Content) -> None:
        self._mark, self._text = mark, text
        self._indent = mark.cell_length

    def render_strips(self, width: int, height: int | None, style: Style, options: RenderOptions) -> list[Strip]:
        """The rows, each with the mark or with blanks before it."""
        rows = self._text.render_strips(max(1, width - self._indent), height, style, options)
        marks = self._mark.render_strips(max(1, self._indent), 1, style, options)[:1]
        blank = Strip([Segment(" " * self._indent, style.rich_style)], self._indent)
        return [Strip.join([mark, row]) for mark, row in zip([*marks, *[blank] * len(rows)], rows, strict=False)]

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """As wide as all of it in one row."""
        return self._indent + self._text.get_optimal_width(rules, container_width)

    def get_height(self, rules: RulesMap, width: int) -> int:
        """As many rows as the text takes beside its mark."""
        return self._text.get_height(rules, max(1, width - self._indent))
