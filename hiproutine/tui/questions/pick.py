"""One of a few answers: its letter, the arrows or the pointer."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Key
from textual.getters import query_one
from textual.widget import Widget
from textual.widgets import OptionList
from textual.widgets.option_list import Option as Entry

from hiproutine.dialogue.questions import Option, Pick
from hiproutine.tui.questions.question import QuestionScreen
from hiproutine.tui.widgets.hanging import Hanging


class PickScreen(QuestionScreen):
    """Dismissed with the value of an option, or an `Aside`."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("right", "take", show=False)]

    options = query_one(OptionList)

    def __init__(self, question: Pick) -> None:
        super().__init__(question.text, question.kicker)
        self._pick = question

    def answers(self) -> Iterable[Widget]:
        """A line an option, with its letter; what was said last time is marked."""
        entries = (Entry(line(option, self._pick.last)) for option in self._pick.options)
        yield OptionList(*entries, id="options", markup=False, compact=True)

    def keys(self) -> Iterable[tuple[str, str]]:
        """The letters of the answers, with their words."""
        yield " ".join(option.key for option in self._pick.options), "answer"
        yield "↑ ↓ enter", "choose"
        yield "s", "skip"
        yield "esc", "skip all"

    def on_mount(self) -> None:
        """The arrows work at once."""
        values = [option.value for option in self._pick.options]
        self.set_focus(self.options, scroll_visible=False)
        self.options.highlighted = values.index(self._pick.last) if self._pick.last in values else 0

    def on_key(self, event: Key) -> None:
        """Takes the option of a letter."""
        for option in self._pick.options:
            if event.key == option.key:
                event.stop()
                self.dismiss(option.value)
                return

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Takes the option under the cursor."""
        self.dismiss(self._pick.options[event.option_index].value)

    def action_take(self) -> None:
        """Takes the option under the cursor."""
        self.options.action_select()


def line(option: Option, last: str | None = None) -> Content | Hanging:
    """A line of a list of options."""
    again = ("   · last time", "$quiet") if option.value == last else ("", "")
    words = Content.assemble(option.words, again)
    return Hanging(Content.styled(f"{option.key:<6}", "b $quiet"), words) if option.key else words
