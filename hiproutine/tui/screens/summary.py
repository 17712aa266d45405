"""What was done: shown when a session is over."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from hiproutine.session import Session
from hiproutine.wording import clock, count, minutes_said


class SummaryScreen(Screen[bool]):
    """Dismissed with whether the routine was finished."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space,escape,q", "close", "Close", id="summary.close"),
    ]

    def __init__(self, session: Session, *, rehearsal: bool) -> None:
        super().__init__()
        self._session = session
        self._rehearsal = rehearsal

    def compose(self) -> ComposeResult:
        """One sentence, and what there is to know beside it."""
        with VerticalScroll(id="summary"):
            yield Static(self._session.plan.title, classes="quiet", markup=False)
            yield Static(headline(self._session), id="headline", markup=False)
            for line in details(self._session, rehearsal=self._rehearsal):
                yield Static(line, classes="paragraph", markup=False)
            yield Static(Content.assemble(("enter", "b $foreground"), (" close", "$quiet")), classes="paragraph")

    def action_close(self) -> None:
        """Leaves."""
        self.dismiss(self._session.finished)


def headline(session: Session) -> str:
    """The whole in one sentence."""
    took = minutes_said(session.seconds)
    if session.finished and session.steps_done == session.plan.steps:
        return f"Done. {took.capitalize()}, {count(session.plan.steps, 'step')}."
    opening = "Done." if session.finished else "Ended early."
    return f"{opening} {took.capitalize()}, {session.steps_done} of {count(session.plan.steps, 'step')}."


def details(session: Session, *, rehearsal: bool) -> list[str]:
    """What the sentence leaves out."""
    lines = [f"Time in it: {clock(session.seconds)}, pauses not counted."]
    if session.skipped:
        lines.append("Skipped: " + "; ".join(session.skipped) + ".")
    if rehearsal:
        lines.append("This was a rehearsal.")
    return lines
