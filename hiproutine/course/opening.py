"""What is asked when the program starts: this morning's question, and a session that was cut short."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from hiproutine.course import scales
from hiproutine.course.desk import Desk
from hiproutine.course.flagging import shown
from hiproutine.journal.pains import MORNING_SKIPPED, note_once, noted, played
from hiproutine.pain.advice import Level
from hiproutine.pain.morning import Due, mornings_due, next_morning
from hiproutine.pain.readings import Moment, Stiffness
from hiproutine.questions import Aside, Asking, Option, Said, Told
from hiproutine.wording import minutes_said, phase_word, side_text

if TYPE_CHECKING:
    from hiproutine.journal.resume import Resume

MORNING_LOOKS_BACK = timedelta(days=4)
KICKER = "This morning"


def opening(desk: Desk) -> Asking[Resume | None]:
    """Everything that is open at a start; the session to go on with, if that was chosen."""
    due = mornings(desk)
    if due:
        yield from _morning(desk, due)
    resume = desk.read(lambda journal: journal.active(), None)
    return (yield from _going_on(desk, resume)) if resume else None


def mornings(desk: Desk) -> tuple[Due, ...]:
    """The days whose morning question is open."""
    since = desk.now() - MORNING_LOOKS_BACK
    return desk.read(
        lambda journal: mornings_due(
            played(journal, since),
            journal.readings(since=since),
            desk.now(),
            desk.zone,
            noted(journal, MORNING_SKIPPED),
        ),
        (),
    )


def _morning(desk: Desk, due: tuple[Due, ...]) -> Asking[None]:
    session = next(reversed(due[-1].sessions), None)
    before = next((one.before for one in desk.sessions() if one.id == session), None)
    score = yield scales.pain("How is the hip this morning?", KICKER, before.score if before else None)
    if score is Aside.SKIP or score is Aside.SKIP_REST:
        desk.write(lambda journal: note_once(journal, MORNING_SKIPPED, desk.now()))
        return
    stiff: str | Aside = Stiffness.USUAL
    if score is Aside.AS_USUAL:
        score = 0
    else:
        stiff = yield scales.stiffness(KICKER)
    stiffness = None if isinstance(stiff, Aside) else Stiffness(stiff)
    reading = desk.reading(Moment.MORNING, score, stiffness=stiffness, session=session)
    desk.keep(reading)
    advice = next_morning(before, reading)
    if advice.level is Level.GO:
        yield Told(advice.sentence, KICKER)
    else:
        yield shown(advice, (Option("enter", "Go on", "ok"),), KICKER, back="ok")


def _going_on(desk: Desk, resume: Resume) -> Asking[Resume | None]:
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
    answer = yield Said(ago, "A session is open", (rest,), options, back="later")
    if answer == "close":
        desk.write(lambda journal: journal.interrupt(resume.session))
        return None
    if answer == "later":
        return None
    return replace(resume, elapsed=0.0) if answer == "again" else resume
