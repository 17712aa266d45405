"""The one thing of the player: large digits, as tall as the room allows."""

from __future__ import annotations

from rich.segment import Segment
from textual.geometry import Region
from textual.strip import Strip

from hiproutine.tui.glyphs import digit_width, draw, gap, stroke, tallest
from hiproutine.tui.widgets.kept import Kept


class BigTime(Kept):
    """Digits in large. Only the digits that change are painted again."""

    DEFAULT_CSS = """
    BigTime { width: 1fr; height: 5; }
    """

    def __init__(self, template: str = "88:88", id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        """`template` is the longest text that will stand here."""
        super().__init__(id=id)
        self._template = template
        self._text = ""
        self._rows = 5

    @property
    def text(self) -> str:
        """What stands here."""
        return self._text

    def room(self, columns: int, rows: int) -> None:
        """Takes the tallest digits with which the longest text fits."""
        fitting = tallest(self._template, columns, rows)
        if fitting != self._rows:
            self._rows = fitting
        self.styles.height = fitting
        self.refresh()

    def show(self, text: str) -> None:
        """Shows another text."""
        before, self._text = self._text, text
        if len(text) != len(before):
            self.refresh()
            return
        left = 0
        for old, new in zip(before, text, strict=True):
            width = stroke(self._rows) if new == ":" else digit_width(self._rows)
            if old != new:
                self.refresh(Region(left, 0, width, self._rows))
            left += width + gap(self._rows)

    def render_line(self, y: int) -> Strip:
        """One row of the digits."""
        style = self.visual_style.rich_style
        if not self._text or y >= self._rows:
            return Strip.blank(self.size.width, style)
        strip = Strip([Segment(draw(self._text, self._rows)[y], style)])
        return strip.adjust_cell_length(self.size.width, style)
