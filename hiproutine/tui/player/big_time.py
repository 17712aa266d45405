"""The one thing of the player: large digits, as tall as the room allows."""

from __future__ import annotations

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region
from textual.strip import Strip

from hiproutine.tui.player.digit_glyphs import draw, tallest, width
from hiproutine.tui.widgets.cached_rows import CachedRows


class BigTime(CachedRows):
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
        """The characters that stand here."""
        return self._text

    def room(self, columns: int, rows: int) -> None:
        """Takes the tallest digits with which the longest text fits."""
        fitting = tallest(self._template, columns, rows)
        if fitting != self._rows:
            self._rows = fitting
        self.styles.height = fitting
        self.refresh()

    def show(self, text: str, *, alone: bool = False) -> None:
        """Shows another text; `alone` says that nothing else changes with it."""
        before, self._text = self._text, text
        if text == before:
            return
        if alone and len(text) == len(before):
            stays = next(at for at, letter in enumerate(text) if letter != before[at])  # the rest comes round again
            column = width(text[:stays], self._rows)
            self.repaint(column, before[stays:], text[stays:], was=lambda: self._strips(before))
        else:
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """One row of the digits."""
        return self.content_rows(range(y, y + 1), self.visual_style.rich_style)[0]

    def content_rows(self, rows: range, style: Style) -> list[Strip]:
        """Rows of the digits."""
        columns = self.size.width
        drawn = draw(self._text, self._rows) if self._text else ()
        lines = ((drawn[y] if y < len(drawn) else "")[:columns].ljust(columns) for y in rows)
        return [Strip([Segment(line, style)], columns) for line in lines]

    def _strips(self, text: str) -> list[Strip]:
        """Another text as it was painted: every hold of 30 seconds counts the same ones."""
        now, self._text = self._text, text
        try:
            return self.bare_rows(Region(0, 0, *self.size))
        finally:
            self._text = now
