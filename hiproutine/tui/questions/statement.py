"""Something to know, what it rests on, and the ways on. The first way is the default."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, ClassVar

from textual.app import App
from textual.binding import Binding, BindingType
from textual.events import Key
from textual.getters import query_one
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option as Entry

from hiproutine.dialogue.questions import Statement
from hiproutine.tui.questions.pick import line
from hiproutine.tui.questions.question import QuestionScreen

_KEYS = {"esc": "escape"}


class StatementScreen(QuestionScreen):
    """Dismissed with the value of a way on."""

    DEFAULT_CSS = """
    StatementScreen .sentence { margin-bottom: 1; height: auto; }
    StatementScreen .because { color: $quiet; height: auto; }
    StatementScreen #options { margin-top: 1; }
    StatementScreen #closing { color: $quiet; margin-top: 1; height: auto; }
    StatementScreen.-grave #question { color: $error; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q", "back", "Back", id="statement.back")]

    options = query_one(OptionList)

    def __init__(self, statement: Statement) -> None:
        super().__init__(statement.text, statement.kicker)
        self._statement = statement
        self.set_class(statement.grave, "-grave")

    def answers(self) -> Iterable[Widget]:
        """Sentences, the readings they rest on, and the ways on."""
        for sentence in self._statement.sentences:
            yield Static(sentence, classes="sentence", markup=False)
        for number, reason in enumerate(self._statement.because):
            yield Static(f"{'From what you said: ' if not number else ''}{reason}", classes="because", markup=False)
        entries = (Entry(line(option)) for option in self._statement.options)
        yield OptionList(*entries, id="options", markup=False, compact=True)
        if self._statement.closing:
            yield Static(self._statement.closing, id="closing", markup=False)

    def keys(self) -> Iterable[tuple[str, str]]:
        """Enter takes what is lit."""
        yield "↑ ↓ enter", "choose"
        if self._statement.back:
            yield "esc", "back"

    def on_mount(self) -> None:
        """The default is lit."""
        self.set_focus(self.options, scroll_visible=False)
        self.options.highlighted = 0

    def on_key(self, event: Key) -> None:
        """Takes the way of a letter; enter takes what is lit."""
        for option in self._statement.options:
            if option.key != "enter" and event.key == _KEYS.get(option.key, option.key):
                event.stop()
                self.dismiss(option.value)
                return

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Takes what is lit."""
        self.dismiss(self._statement.options[event.option_index].value)

    def action_back(self) -> None:
        """The way of escape, where there is one."""
        if self._statement.back:
            self.dismiss(self._statement.back)

    def action_aside(self, value: str) -> None:
        """Nothing is left out here."""


def show_pages(app: App[Any], pages: Sequence[Statement]) -> None:
    """Shows statements one after the other, as long as the first way of each is taken."""
    if not pages:
        return
    first, *more = pages

    def on(answer: object) -> None:
        if more and answer == first.options[0].value:
            show_pages(app, more)

    app.push_screen(StatementScreen(first), on)
