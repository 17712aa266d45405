"""Asks whether to leave a routine that is not over."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen

from hiproutine.tui.widgets.line import Line

LEAVE, LATER, STAY = "leave", "later", "stay"


class LeaveScreen(ModalScreen[str]):
    """Dismissed with leave, later or stay. The key that asks does not answer: it may be held."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "answer('leave')", "Leave", id="leave.yes"),
        Binding("l", "answer('later')", "Go on later", id="leave.later"),
        Binding("n,escape,space,enter", "answer('stay')", "Stay", id="leave.no"),
    ]

    def __init__(self, *, can_wait: bool = False) -> None:
        """`can_wait` is whether it is kept, so that it can be gone on with later."""
        super().__init__()
        self._can_wait = can_wait

    def compose(self) -> ComposeResult:
        """One question, and a key an answer."""
        with Vertical(classes="card"):
            yield Line(Content.assemble(("Leave the routine here?", "b $strong")))
            yield Line()
            yes, no = ("y", "b $foreground"), ("n", "b $foreground")
            yield Line(Content.assemble(yes, (" leave    ", "$quiet"), no, (" stay", "$quiet")))
            if self._can_wait:
                yield Line(Content.assemble(("l", "b $foreground"), (" go on later, within 4 hours", "$quiet")))

    def action_answer(self, answer: str) -> None:
        """Dismisses with the answer of a key."""
        if answer != LATER or self._can_wait:
            self.dismiss(answer)
