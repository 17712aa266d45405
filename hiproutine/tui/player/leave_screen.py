"""Asks whether to leave a routine that is not over."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen

from hiproutine.tui.widgets.line import Line


class LeaveScreen(ModalScreen[bool]):
    """Dismissed with whether to leave. The key that asks does not answer: it may be held."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "answer(True)", "Leave", id="leave.yes"),
        Binding("n,escape,space,enter", "answer(False)", "Stay", id="leave.no"),
    ]

    def compose(self) -> ComposeResult:
        """One question, two keys."""
        with Vertical(classes="card"):
            yield Line(Content.assemble(("Leave the routine here?", "b $strong")))
            yield Line()
            yes, no = ("y", "b $foreground"), ("n", "b $foreground")
            yield Line(Content.assemble(yes, (" leave    ", "$quiet"), no, (" stay", "$quiet")))

    def action_answer(self, leaves: bool) -> None:
        """Dismisses with the answer of a key."""
        self.dismiss(leaves)
