"""The numbers from 0 to 10 in a row, large enough to be read from a mat; one of them may be under the cursor."""

from __future__ import annotations

from textual.content import Content
from textual.events import Click
from textual.message import Message

from hiproutine.tui.widgets.line import Line

NUMBERS = range(11)
SHORT = 4
"""Rows of the row where there is no room for more."""
WIDEST = 9
"""Columns of a number at the most."""


class ScaleRow(Line):
    """Shows the row; `Chosen` is posted when a number is clicked."""

    DEFAULT_CSS = """
    ScaleRow { height: 4; text-wrap: nowrap; }
    ScaleRow.-tall { height: 6; }
    """

    class Chosen(Message):
        """A number was clicked."""

        def __init__(self, number: int) -> None:
            super().__init__()
            self.number = number

    def __init__(self, last: int | None, id: str | None = None) -> None:  # noqa: A002
        """`last` is what was said last time."""
        super().__init__(id=id)
        self._last = last
        self._cursor: int | None = None

    def show(self, cursor: int | None) -> None:
        """Puts the cursor on a number."""
        self._cursor = cursor
        self.on_resize()

    def on_resize(self) -> None:
        """Draws the row anew."""
        width = cell_width(self.size.width)
        if width:
            self.set_text(drawn(width, self._cursor, self._last, tall=self.size.height > SHORT))

    def on_click(self, event: Click) -> None:
        """Takes the number under the pointer."""
        number = event.x // max(1, cell_width(self.size.width))
        if number in NUMBERS:
            self.post_message(self.Chosen(number))


def cell_width(columns: int) -> int:
    """Columns of each number."""
    return min(WIDEST, columns // len(NUMBERS))


def drawn(width: int, cursor: int | None, last: int | None, *, tall: bool = False) -> Content:
    """A frame around the number under the cursor, and below them a mark under what was said last time."""
    empty = [""] if tall else []
    rows: list[list[tuple[str, str]]] = [[] for _ in range(6 if tall else 4)]
    for number in NUMBERS:
        here = number == cursor
        room = min(7 if tall else 5, width) - 2
        inner = max(room - (room % 2 == 0), len(str(number)))
        blank = [f"┃{' ' * inner}┃"] if tall else []
        box = ["┏" + "━" * inner + "┓", *blank, "┃" + str(number).center(inner) + "┃", *blank, "┗" + "━" * inner + "┛"]
        texts = box if here else ["", *empty, str(number), *empty, ""]
        style = "b $phase-work" if here else "b $foreground"
        for row, text in zip(rows, (*texts, "·" if number == last else ""), strict=True):
            row.append((text.center(width), style))
    return Content("\n").join(Content.assemble(*row) for row in rows)
