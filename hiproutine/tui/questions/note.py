"""A sentence of the person's own."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Input

from hiproutine.dialogue.questions import Aside, Note
from hiproutine.tui.questions.question import QuestionScreen


class NoteScreen(QuestionScreen):
    """Dismissed with a text, or an `Aside` where none was written."""

    DEFAULT_CSS = """
    NoteScreen #note { background: $surface; border: none; padding: 0 1; height: 1; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "aside('skip')", "Skip", id="note.skip")]

    def __init__(self, question: Note) -> None:
        super().__init__(question.text, question.kicker)
        self._longest = question.longest

    def answers(self) -> Iterable[Widget]:
        """A line to write in."""
        yield Input(id="note", max_length=self._longest, compact=True)

    def keys(self) -> Iterable[tuple[str, str]]:
        """Enter keeps; empty, it keeps nothing."""
        yield "enter", "keep it, or go on without"

    def on_mount(self) -> None:
        """Letters go into the line at once."""
        self.set_focus(self.query_one(Input))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Takes what is written."""
        text = event.value.strip()
        self.dismiss(text or Aside.SKIP)
