"""Asks for one of a few keys before something is done that cannot be taken back."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.events import Key
from textual.screen import ModalScreen
from textual.widgets import Static

from hiproutine.tui.questions.more_below import MoreBelow, Scrolled


class ConfirmScreen(ModalScreen[str], Scrolled):
    """Dismissed with the key of an answer, or with nothing where there is to be no answer."""

    DEFAULT_CSS = """
    ConfirmScreen #ask { max-height: 100%; }
    ConfirmScreen #ask.-folded { height: 1fr; }
    ConfirmScreen #more { width: 64; max-width: 96%; padding: 0 3; background: $panel; }
    ConfirmScreen #question { margin-bottom: 1; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "answer('')", "Stay", id="ask.stay")]

    def __init__(self, question: str, answers: tuple[tuple[str, str], ...], stay: str = "stay") -> None:
        """`answers` are keys with their words; `stay` is what esc does."""
        super().__init__()
        self._question = question
        self._answers = answers
        self._stay = stay

    def compose(self) -> ComposeResult:
        """One question, and a key an answer."""
        with VerticalScroll(id="ask", classes="card", can_focus=False) as text:
            yield Static(Content.styled(self._question, "b $strong"), id="question", markup=False)
            for key, words in (*self._answers, ("esc", self._stay)):
                yield Static(Content.assemble((f"{key:<5}", "b $foreground"), (words, "$quiet")), markup=False)
        yield MoreBelow(text)

    def on_key(self, event: Key) -> None:
        """Dismisses with the answer of a key."""
        if event.key in {key for key, _ in self._answers}:
            event.stop()
            self.dismiss(event.key)

    def action_answer(self, key: str) -> None:
        """Dismisses without an answer."""
        self.dismiss(key)
