"""What was done: shown when a session is over."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from hiproutine.advice.finding import Finding
from hiproutine.advice.pain.bands import score_word
from hiproutine.advice.pain.because import CLOSING
from hiproutine.advice.pain.changes import change_text
from hiproutine.dialogue.course import Done
from hiproutine.dialogue.red_flags import basis
from hiproutine.play.rounds_run import RoundsDone
from hiproutine.play.session import Result, Session, StepDone
from hiproutine.tui.widgets.line import Line
from hiproutine.wording import count, minutes_said, percent, rounds_words

MARKS = {
    Result.DONE: ("✓", "$foreground"),
    Result.PARTLY: ("◐", "$foreground"),
    Result.SKIPPED: ("–", "$quiet"),
    Result.NOT_REACHED: ("·", "$quiet"),
}


class SummaryScreen(Screen[None]):
    """Dismissed when it was read."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space,escape,q", "close", "Close", id="summary.close"),
        Binding("i", "why", "What the advice rests on", id="summary.why"),
    ]

    def __init__(self, done: Done) -> None:
        super().__init__()
        self._done = done

    def compose(self) -> ComposeResult:
        """One sentence, how the hip took it, what became of each step, and what there is to know beside it."""
        done = self._done
        with VerticalScroll(id="summary"):
            yield Static(done.session.plan.titled, classes="quiet", markup=False)
            yield Static(headline(done.session), id="headline", markup=False)
            if change := pain_change(done):
                yield Static(change, classes="paragraph", markup=False)
            for advice in done.advice:
                yield Static(_advice(advice), classes="paragraph", markup=False)
            if done.advice:
                yield Static(CLOSING, classes="quiet", markup=False)
            if done.kept:
                yield Static("Tomorrow morning I ask once more.", classes="paragraph", markup=False)
            yield Static(steps(done.session), classes="paragraph", markup=False)
            for line in details(done):
                yield Static(line, classes="paragraph quiet", markup=False)
        why = (("   i", "b $foreground"), (" what it rests on", "$quiet")) if done.advice else ()
        yield Line(Content.assemble(("enter", "b $foreground"), (" close", "$quiet"), *why), id="close")

    def forget_pain(self) -> None:
        """Shows no pain afterwards any more: it was taken back."""
        self._done = self._done._replace(after=None, advice=())
        self.refresh(recompose=True)

    def action_why(self) -> None:
        """What the advice rests on: the answers, and what was found by whom."""
        if self._done.advice:
            from hiproutine.tui.questions.statement import show_pages

            show_pages(self.app, basis(self._done.advice, "After it"))

    def action_close(self) -> None:
        """Leaves the summary."""
        self.dismiss(None)


def pain_change(done: Done) -> Content | None:
    """Pain before and after as two numbers, an arrow and its word; or the one that is known."""
    before, after = done.before, done.after
    if before and after:
        change = change_text(before.score, after.score)
        scores = f"{before.score} → {after.score}"
        return Content.assemble(("Pain  ", "$quiet"), (scores, "b $strong"), (f"  {change}", "$foreground"))
    known = after or before
    if known is None:
        return None
    words = f"  {score_word(known.score)}, {'after' if after else 'before'} it"
    return Content.assemble(("Pain  ", "$quiet"), (str(known.score), "b $strong"), (words, "$foreground"))


def _advice(advice: Finding) -> Content:
    reasons = "; ".join(reason.text for reason in advice.because)
    return Content.assemble((advice.sentence, "b $strong"), (f"\nFrom what you said: {reasons}.", "$quiet"))


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


def rounds_line(done: RoundsDone) -> str:
    """What was done of rounds without a number: `Ten minutes: 6 rounds and 2 steps.`"""
    return f"{done.title}: {rounds_words(done.rounds, done.steps)}."


def details(done: Done) -> list[str]:
    """What the sentence leaves out."""
    lines = [rounds_line(one) for one in done.session.rounds_done]
    lines += [] if done.session.finished else [f"{percent(done.session.share)} of the work was done."]
    if done.session.pauses:
        lines.append(f"{count(done.session.pauses, 'pause')}, not counted in the time.")
    if done.rehearsal:
        lines.append("This was a rehearsal.")
    if not done.kept:
        lines.append("Nothing of this is kept.")
    return lines
