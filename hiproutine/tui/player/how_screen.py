"""How and why: everything the files say about a step and its routine."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from hiproutine.plan.model import Interval
from hiproutine.routine.how import NOTHING, texts
from hiproutine.routine.loaded import Card
from hiproutine.tui.questions.more_below import MoreBelow


class HowScreen(ModalScreen[bool]):
    """Shows the texts of a step; any of its keys closes it."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,i,q,space,enter", "close", "Close", id="how.close")]

    def __init__(self, routine: Card, interval: Interval) -> None:
        super().__init__()
        self._routine = routine
        self._interval = interval

    def compose(self) -> ComposeResult:
        """A heading and the texts there are."""
        with VerticalScroll(classes="card reading") as card:
            yield MoreBelow(card)
            yield Static(Content.assemble((self._interval.name, "b $strong")), markup=False)
            cues = " · ".join(cue.say for cue in self._interval.cues)
            found = texts(self._routine, self._interval, cues)
            if not found:
                yield Static(NOTHING, classes="paragraph", markup=False)
            for label, text in found:
                yield Static(Content.assemble((f"{label}  ", "$quiet"), text), classes="paragraph", markup=False)
            yield Static(Content.assemble(("esc", "b"), (" back", "$quiet")), classes="paragraph", markup=False)

    def action_close(self) -> None:
        """Goes back to the player."""
        self.dismiss(False)
