"""What is asked when the program starts: this morning's question, and a session that was cut short."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hiproutine.advice.asking import Ask
from hiproutine.advice.assess import Assessment
from hiproutine.advice.finding import Kind, Level
from hiproutine.advice.pain.readings import Moment, Stiffness
from hiproutine.dialogue import scales
from hiproutine.dialogue.context import Context
from hiproutine.dialogue.questions import Aside, Asking, Notice, Option, Statement
from hiproutine.dialogue.red_flags import explained, severe, shown
from hiproutine.journal.pain_facts import MORNING_SKIPPED, note_once
from hiproutine.wording import minutes_said, phase_word, side_text

if TYPE_CHECKING:
    from hiproutine.journal.resume import Resume

KICKER = "This morning"


def opening(context: Context) -> Asking[Resume | None]:
    """Everything that is open at a start; the session to go on with, if that was chosen."""
    judged = context.judged()
    if judged.asking(Ask.MORNING):
        yield from _morning(context, judged)
    resume = context.read(lambda journal: journal.active(), None)
    return (yield from _going_on(context, resume)) if resume else None


def _morning(context: Context, judged: Assessment) -> Asking[None]:
    """Asks about the whole day before: every session and run of it."""
    speaks_for = [one for one in judged.done if one.morning is None and one.day == judged.done[-1].day]
    session = next((one.id for one in reversed(speaks_for) if one.played), None)
    levels = [one.before.score for one in speaks_for if one.before]
    score = yield scales.pain("How is the hip this morning?", KICKER, max(levels, default=None))
    if score is Aside.SKIP or score is Aside.SKIP_REST:
        context.write(lambda journal: note_once(journal, MORNING_SKIPPED, context.now()))
        return
    stiff: str | Aside = Stiffness.USUAL
    if score is Aside.AS_USUAL:
        score = 0
    else:
        stiff = yield scales.stiffness(KICKER)
    stiffness = None if isinstance(stiff, Aside) else Stiffness(stiff)
    context.keep(context.reading(Moment.MORNING, score, stiffness=stiffness, session=session))
    yield from severe(context)
    judged = context.judged()
    morning, first = judged.found(Kind.MORNING), judged.findings[0]
    found = first if morning is None or first.level.rank > morning.level.rank else morning
    if found.level is Level.GO:
        yield Notice(found.sentence, KICKER)
    else:
        yield from explained(found, shown(found, (Option("enter", "Go on", "ok"),), KICKER, back="ok"))


def _going_on(context: Context, resume: Resume) -> Asking[Resume | None]:
    interval = resume.plan.intervals[resume.index]
    left = max(0.0, interval.seconds - resume.elapsed)
    where = [interval.name or phase_word(interval.kind, interval.dose), side_text(interval.side)]
    place = f"{', '.join(part for part in where if part)}, step {max(1, interval.step)} of {resume.plan.steps}"
    ago = f"{resume.title} was cut short {minutes_said(resume.seconds_ago)} ago."
    rest = f"{place}, {minutes_said(left)} left of it." if not interval.waits else f"{place}."
    options = (
        Option("enter", "Go on from there", "go on"),
        Option("r", "That step once more", "again"),
        Option("c", "Close it as it stands", "close"),
        Option("esc", "Decide later", "later"),
    )
    answer = yield Statement(ago, "A session is open", (rest,), options, back="later")
    if answer == "close":
        context.write(lambda journal: journal.interrupt(resume.session))
        return None
    if answer == "later":
        return None
    return replace(resume, elapsed=0.0) if answer == "again" else resume
