"""Sentences of which any number may apply."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.getters import query_one
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option as Entry

from hiproutine.dialogue.questions import Option, Several
from hiproutine.tui.questions.question import QuestionScreen
from hiproutine.tui.widgets.hanging import Hanging

MARKS = {True: ("[x] ", "b $strong"), False: ("[ ] ", "$quiet")}


class SeveralScreen(QuestionScreen):
    """Dismissed with the values that apply, or an `Aside`."""

    DEFAULT_CSS = """
    SeveralScreen #ask { align: left top; }
    SeveralScreen #why { color: $quiet; margin-bottom: 1; height: auto; }
    SeveralScreen #options { height: 1fr; }
    SeveralScreen #options > .option-list--option-disabled { color: $quiet; text-style: bold; }
    """

    SCROLLS: ClassVar[str] = "#options"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "none", "None of these", id="several.none"),
        Binding("c", "confirm", "These are all", id="several.confirm"),
    ]

    options = query_one(OptionList)

    def __init__(self, question: Several) -> None:
        super().__init__(question.text, question.kicker)
        self._several = question
        self._chosen = set(question.chosen)

    def answers(self) -> Iterable[Widget]:
        """Why it is asked, and the sentences under their headings."""
        yield Static(self._several.why, id="why", markup=False)
        entries = []
        for heading, options in self._several.groups:
            entries.append(Entry(heading, disabled=True))
            entries += [Entry(self._line(option), id=option.value) for option in options]
        yield OptionList(*entries, id="options", markup=False, compact=True)

    def keys(self) -> Iterable[tuple[str, str]]:
        """Enter marks, one key confirms."""
        yield "n", "none of these"
        yield "enter", "mark"
        yield "c", "these apply"
        yield "esc", "not now"

    def on_mount(self) -> None:
        """The arrows work at once."""
        self.set_focus(self.options, scroll_visible=False)
        self.options.highlighted = 1

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Marks a sentence, or takes its mark away."""
        self._chosen ^= {str(event.option.id)}
        option = next(one for _, group in self._several.groups for one in group if one.value == event.option.id)
        self.options.replace_option_prompt_at_index(event.option_index, self._line(option))

    def action_none(self) -> None:
        """None of these applies; what was marked here is let go."""
        self.dismiss(frozenset())

    def action_confirm(self) -> None:
        """What is marked applies."""
        self.dismiss(frozenset(self._chosen))

    def _line(self, option: Option) -> Hanging:
        return Hanging(Content.assemble(MARKS[option.value in self._chosen]), Content(option.words))
