"""Pain in the middle of a session, at the key for it."""

from __future__ import annotations

from dataclasses import dataclass

from hiproutine.advice.finding import Kind, Level
from hiproutine.advice.gentle import COOL_DOWN, SUGGESTED
from hiproutine.advice.pain.days import day_of
from hiproutine.advice.pain.readings import Feel, Moment, Reading
from hiproutine.advice.pain.sessions import Load, SessionPain
from hiproutine.dialogue import scales
from hiproutine.dialogue.context import Context
from hiproutine.dialogue.course import Then
from hiproutine.dialogue.questions import Aside, Asking, Option
from hiproutine.dialogue.red_flags import explained, severe, shown

KICKER = "While it plays"
ANYWAY, DOWN = "Keep going anyway", "End it, and play the cool-down"


@dataclass(frozen=True)
class Noted:
    """What was said, and what follows from it."""

    reading: Reading | None
    then: Then


def within(
    context: Context, routine: str, session: str | None, before: Reading | None, load: Load = Load.LOW
) -> Asking[Noted]:
    """Pain now, in one key; from the middle band on also what it is like. Then what the rules say."""
    score = yield scales.pain("Pain now?", KICKER, before.score if before else None, usual=False)
    if isinstance(score, Aside):
        return Noted(None, Then.GO_ON)
    reading = context.reading(Moment.DURING, score, session=session)
    if score > (before.score if before else 0):
        feel = yield scales.feel(KICKER)
        limp = Aside.SKIP if feel is Aside.SKIP_REST else (yield scales.limp(KICKER))
        reading = context.reading(
            Moment.DURING,
            score,
            session=session,
            feel=None if isinstance(feel, Aside) else Feel(feel),
            limp=None if isinstance(limp, Aside) else limp == scales.YES,
        )
    context.keep(reading)
    playing = SessionPain(session or "", routine, load, day_of(context.now(), context.zone), before, during=(reading,))
    judged = context.judged(playing=playing)
    found = judged.found(Kind.DURING)
    if found is None:
        return Noted(reading, Then.GO_ON)
    stops = found.level is Level.REST
    skip = Option("n", "Skip this step", Then.SKIP.value)
    if stops:
        stop, on = Option("enter", "End the session", Then.STOP.value), Option("g", ANYWAY, Then.GO_ON.value)
        down = Option("c", DOWN, Then.COOL_DOWN.value)
        suits = judged.allows(COOL_DOWN, Load.LOW) and not SUGGESTED[COOL_DOWN].areas & judged.avoid
        offered = routine != COOL_DOWN and suits
        options = (stop, down, skip, on) if offered else (stop, skip, on)
    else:
        options = (
            Option("enter", "Go on, easier", Then.GO_ON.value),
            skip,
            Option("q", "End the session", Then.STOP.value),
        )
    default = Then.STOP if stops else Then.GO_ON
    answer = yield from explained(found, shown(found, options, KICKER, back=default.value))
    then = Then(answer)
    if then in {Then.GO_ON, Then.SKIP}:
        yield from severe(context)  # who stops is asked after it
    return Noted(reading, then)
