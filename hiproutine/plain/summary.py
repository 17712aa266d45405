"""What was done, in lines. Pure."""

from __future__ import annotations

from hiproutine.advice.pain.bands import score_word
from hiproutine.advice.pain.because import CLOSING
from hiproutine.advice.pain.changes import change_text
from hiproutine.dialogue.course import Done
from hiproutine.play.session import Result, Session, StepDone
from hiproutine.wording import count, minutes_said, percent, rounds_words


def summary(done: Done) -> list[str]:
    """One sentence, how the hip took it, what became of each step, and what there is to know beside it."""
    lines = [headline(done.session), *_pain(done)]
    for advice in done.advice:
        reasons = "; ".join(reason.text for reason in advice.because)
        lines += [advice.sentence, *([f"From what you said: {reasons}."] if reasons else [])]
    lines += [f"What was found, and how sure that is: hiproutine today --why. {CLOSING}"] if done.advice else []
    lines += [_step(step) for step in done.session.steps]
    lines += [f"{one.title}: {rounds_words(one.rounds, one.steps)}." for one in done.session.rounds_done]
    if not done.session.finished:
        lines.append(f"{percent(done.session.share)} of the work was done.")
    if done.session.pauses:
        lines.append(f"{count(done.session.pauses, 'pause')}, not counted in the time.")
    if done.rehearsal:
        lines.append("This was a rehearsal.")
    lines.append("Tomorrow morning I ask once more." if done.kept else "Nothing of this is kept.")
    return lines


def headline(session: Session) -> str:
    """The whole in one sentence."""
    took, steps = minutes_said(session.seconds).capitalize(), session.plan.steps
    if session.finished and session.steps_done == steps:
        return f"Done. {took}, {count(steps, 'step')}."
    return f"{'Done' if session.finished else 'Ended early'}. {took}, {session.steps_done} of {count(steps, 'step')}."


def _pain(done: Done) -> list[str]:
    if done.before and done.after:
        change = change_text(done.before.score, done.after.score)
        return [f"Pain: {done.before.score} before, {done.after.score} after, {change}."]
    known = done.after or done.before
    if known is None:
        return []
    return [f"Pain: {known.score}, {score_word(known.score)}, {'after' if done.after else 'before'} it."]


def _step(step: StepDone) -> str:
    if step.result is Result.PARTLY:
        parts = "; ".join(part.removeprefix(f"{step.name}, ") for part in step.skipped)
        return f"{step.name}: {f'{parts} skipped' if parts else 'not to its end'}."
    return f"{step.name}: {step.result.value}."
