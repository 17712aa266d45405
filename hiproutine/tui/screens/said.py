"""Something to know, what it rests on, and the ways on. The first way is the default."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.events import Key
from textual.getters import query_one
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option as Entry

from hiproutine.questions import Said
from hiproutine.tui.screens.pick import line
from hiproutine.tui.screens.question import QuestionScreen

_KEYS = {"esc": "escape"}


class SaidScreen(QuestionScreen):
    """Dismissed with the value of a way on."""

    DEFAULT_CSS = """
    SaidScreen .sentence { margin-bottom: 1; height: auto; }
    SaidScreen .because { color: $quiet; height: auto; }
    SaidScreen #options { margin-top: 1; }
    SaidScreen #closing { color: $quiet; margin-top: 1; height: auto; }
    SaidScreen.-grave #question { color: $error; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q", "back", "Back", id="said.back")]

    options = query_one(OptionList)

    def __init__(self, said: Said) -> None:
        super().__init__(said.text, said.kicker)
        self._said = said
        self.set_class(said.grave, "-grave")

    def answers(self) -> Iterable[Widget]:
        """Sentences, the readings they rest on, and the ways on."""
        for sentence in self._said.sentences:
            yield Static(sentence, classes="sentence", markup=False)
        for number, reason in enumerate(self._said.because):
            yield Static(f"{'From what you said: ' if not number else ''}{reason}", classes="because", markup=False)
        entries = (Entry(line(option)) for option in self._said.options)
        yield OptionList(*entries, id="options", markup=False, compact=True)
        if self._said.closing:
            yield Static(self._said.closing, id="closing", markup=False)

    def keys(self) -> Iterable[tuple[str, str]]:
        """Enter takes what is lit."""
        yield "↑ ↓ enter", "choose"
        if self._said.back:
            yield "esc", "back"

    def on_mount(self) -> None:
        """The default is lit."""
        self.set_focus(self.options)
        self.options.highlighted = 0

    def on_key(self, event: Key) -> None:
        """Takes the way of a letter; enter takes what is lit."""
        for option in self._said.options:
            if option.key != "enter" and event.key == _KEYS.get(option.key, option.key):
                event.stop()
                self.dismiss(option.value)
                return

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Takes what is lit."""
        self.dismiss(self._said.options[event.option_index].value)

    def action_back(self) -> None:
        """The way of escape, where there is one."""
        if self._said.back:
            self.dismiss(self._said.back)

    def action_aside(self, value: str) -> None:
        """Nothing is left out here."""
