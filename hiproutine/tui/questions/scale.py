"""A number from 0 to 10: one key answers, and so do the arrows and the pointer."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Resize
from textual.getters import query_one
from textual.widget import Widget

from hiproutine.dialogue.questions import Aside, Scale
from hiproutine.tui.questions.question import QuestionScreen
from hiproutine.tui.questions.scale_row import NUMBERS, ScaleRow, cell_width
from hiproutine.tui.widgets.line import Line

TALL = 30
"""Rows from which the numbers have more room."""


class ScaleScreen(QuestionScreen):
    """Dismissed with the number, or an `Aside`."""

    DEFAULT_CSS = """
    ScaleScreen #row { margin-top: 1; }
    ScaleScreen #word { margin-top: 1; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(str(number), f"answer({number})", show=False) for number in range(10)),
        Binding("x", "answer(10)", "10", id="scale.ten"),
        Binding("left", "move(-1)", "Less", id="scale.less"),
        Binding("right", "move(1)", "More", id="scale.more"),
        Binding("enter,space", "take", "This one", id="scale.take"),
        Binding("n", "usual", "No pain, as usual", id="scale.usual"),
    ]

    row = query_one(ScaleRow)

    def __init__(self, question: Scale) -> None:
        super().__init__(question.text, question.kicker)
        self._scale = question
        self._cursor: int | None = None

    def answers(self) -> Iterable[Widget]:
        """The row, what its ends mean, and the word of the number under the cursor."""
        yield ScaleRow(self._scale.last, id="row")
        yield Line(id="ends")
        yield Line(id="word")

    def keys(self) -> Iterable[tuple[str, str]]:
        """The keys that answer, with their words."""
        yield "0 … 9", "answer"
        yield "x", "10"
        if self._scale.usual:
            yield "n", "no pain, as usual"
        yield "s", "skip"
        yield "esc", "skip all"

    def on_mount(self) -> None:
        """Shows the row without a choice."""
        self.call_after_refresh(self._paint)

    def on_resize(self, event: Resize) -> None:
        """The row uses the room there is, and the words keep to it."""
        self.query(ScaleRow).set_class(event.size.height >= TALL, "-tall")  # it may come before there is one
        self.call_after_refresh(self._paint)

    def on_scale_row_chosen(self, message: ScaleRow.Chosen) -> None:
        """Takes what was clicked."""
        self.dismiss(message.number)

    def action_answer(self, number: int) -> None:
        """Dismisses with a number."""
        self.dismiss(number)

    def action_move(self, by: int) -> None:
        """Moves the cursor; it begins where the answer was last time."""
        if self._cursor is None:
            self._cursor = self._scale.last if self._scale.last is not None else 0
        else:
            self._cursor = min(NUMBERS[-1], max(0, self._cursor + by))
        self._paint()

    def action_take(self) -> None:
        """Takes the number under the cursor."""
        if self._cursor is not None:
            self.dismiss(self._cursor)

    def action_usual(self) -> None:
        """No pain, and nothing else to say."""
        if self._scale.usual:
            self.dismiss(Aside.AS_USUAL)

    def _paint(self) -> None:
        if not self.is_mounted:
            return
        self.row.show(self._cursor)
        width = cell_width(self.row.size.width)
        none, most = self._scale.ends
        left, room = f"0  {none}", width * len(NUMBERS)
        right = f"10  {most}"
        gap = max(2, room - len(left) - len(right) - width // 2)
        self.query_one("#ends", Line).set_text(
            Content.styled(f"{' ' * (width // 2)}{left}{' ' * gap}{right}", "$quiet")
        )
        self.query_one("#word", Line).set_text(self._word(width))

    def _word(self, width: int) -> Content:
        """Under the number it belongs to: the one under the cursor, or what was said last time."""
        number = self._scale.last if self._cursor is None else self._cursor
        if number is None:
            return Content("")
        here = self._cursor is not None
        text = self._scale.words[number] if here else f"last time {number}, {self._scale.words[number]}"
        room = width * len(NUMBERS)
        lead = min(max(0, number * width + width // 2 - len(text) // 2), max(0, room - len(text)))
        return Content.styled(" " * lead + text, "b $strong" if here else "$quiet")
