"""A text that is never cut short: it folds, also where there are no spaces; what does not fit is scrolled to."""

from __future__ import annotations

from textual.content import Content

from hiproutine.tui.widgets.line import Line

UP, DOWN, BOTH = "↑", "↓", "↕"
"""That there is more above, below, or both; the arrow keys go there."""


class Folded(Line):
    """Text in a place of fixed size, with a mark at its end where there is more."""

    DEFAULT_CSS = """
    Folded { text-wrap: nowrap; }
    """

    _whole = Content("")
    _first = 0
    """The row that stands at the top."""

    def set_text(self, text: str | Content, *, alone: bool = False) -> None:  # noqa: ARG002 - its rows may be others
        """Shows a text from its beginning; nothing in it is markup."""
        content = Content(text) if isinstance(text, str) else text
        if not self._whole.is_same(content):
            self._whole, self._first = content, 0
            self._show()

    @property
    def text(self) -> str:
        """The whole text."""
        return self._whole.plain

    def rows_for(self, width: int) -> int:
        """How many rows the whole takes in so many columns."""
        return len(folded(self._whole, width))

    def scroll_rows(self, by: int) -> None:
        """Goes down so many rows, or up where that is negative."""
        most = max(0, len(folded(self._whole, self.size.width - 2)) - self.size.height)
        first = min(most, max(0, self._first + by))
        if first != self._first:
            self._first = first
            self._show()

    def on_resize(self) -> None:
        """Folds anew."""
        self._show()

    def _show(self) -> None:
        width, height = self.size
        if not width or not height:
            return
        rows = folded(self._whole, width)
        if len(rows) > height:
            every = folded(self._whole, max(1, width - 2))
            self._first = min(self._first, max(0, len(every) - height))
            rows = every[self._first : self._first + height]
            above, below = self._first > 0, self._first + height < len(every)
            mark = BOTH if above and below else DOWN if below else UP
            gap = " " * max(1, width - 1 - rows[-1].cell_length)
            rows[-1] = Content.assemble(rows[-1], gap, (mark, "b $foreground"))
        super().set_text(Content("\n").join(rows))


def folded(text: Content, width: int) -> list[Content]:
    """A text in rows of at most so many columns: between words, and inside one where it is longer than a row."""
    return text.wrap(max(2, width), overflow="fold")
