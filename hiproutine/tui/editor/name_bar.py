"""A line under the text in which a name is written."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar, cast

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widgets import Input

from hiproutine.tui.widgets.line import Line

if TYPE_CHECKING:
    from hiproutine.tui.editor.text_screen import TextScreen


class NameBar(Horizontal):
    """Asks for one name; esc goes back without."""

    DEFAULT_CSS = """
    NameBar { display: none; height: 1; padding: 0 1; }
    NameBar Line { width: auto; color: $quiet; }
    NameBar Input { width: 1fr; height: 1; border: none; padding: 0 1; margin: 0 1; background: $surface; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", "Back to the text", show=False),
        Binding("tab", "close", show=False),
    ]

    def __init__(self, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self._taken: Callable[[str], bool] = lambda _: True

    def compose(self) -> ComposeResult:
        """What is asked, and the line."""
        yield Line(id="name-asked")
        yield Input(id="name", compact=True)
        yield Line("enter, or esc")

    def ask(self, question: str, begin: str, taken: Callable[[str], bool]) -> None:
        """Asks, with something written already; `taken` says whether a name will do."""
        self._taken = taken
        self.display = True
        self.query_one("#name-asked", Line).set_text(question)
        line = self.query_one("#name", Input)
        line.value = begin
        cast("TextScreen", self.screen).set_focus(line)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """A name, or another one is asked for."""
        event.stop()
        if self._taken(event.value.strip()):
            self.action_close()

    def action_close(self) -> None:
        """Back to the text."""
        screen = cast("TextScreen", self.screen)
        self.display = False
        screen.set_focus(screen.code)
