"""What was done: shown when a session is over."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from hiproutine.session import Result, Session, StepDone
from hiproutine.tui.widgets.line import Line
from hiproutine.wording import count, minutes_said

MARKS = {
    Result.DONE: ("✓", "$foreground"),
    Result.PARTLY: ("◐", "$foreground"),
    Result.SKIPPED: ("–", "$quiet"),
    Result.NOT_REACHED: ("·", "$quiet"),
}


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
        """One sentence, what became of each step, and what there is to know beside it."""
        with VerticalScroll(id="summary"):
            yield Static(self._session.plan.title, classes="quiet", markup=False)
            yield Static(headline(self._session), id="headline", markup=False)
            yield Static(steps(self._session), classes="paragraph", markup=False)
            for line in details(self._session, rehearsal=self._rehearsal):
                yield Static(line, classes="paragraph quiet", markup=False)
        yield Line(Content.assemble(("enter", "b $foreground"), (" close", "$quiet")), id="close")

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


def steps(session: Session) -> Content:
    """A line a step with its mark: done, partly, skipped or not reached."""
    return Content("\n").join(_step(step) for step in session.steps)


def _step(step: StepDone) -> Content:
    mark, tone = MARKS[step.result]
    note = "; ".join(part.removeprefix(f"{step.name}, ") for part in step.skipped)
    if step.result is Result.SKIPPED:
        note = "skipped"
    elif step.result is Result.PARTLY:
        note = f"{note} skipped" if note else "not to its end"
    elif step.result is Result.NOT_REACHED:
        note = "not reached"
    return Content.assemble((f"{mark} ", tone), (step.name, tone), (f"  {note}" if note else "", "$quiet"))


def details(session: Session, *, rehearsal: bool) -> list[str]:
    """What the sentence leaves out."""
    lines = []
    if session.pauses:
        lines.append(f"{count(session.pauses, 'pause')}, not counted in the time.")
    if rehearsal:
        lines.append("This was a rehearsal.")
    return lines
