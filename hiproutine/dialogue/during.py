"""Pain in the middle of a session, at the key for it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from hiproutine.advice.pain.advice import COOL_DOWN, Level
from hiproutine.advice.pain.during import during
from hiproutine.advice.pain.readings import Feel, Moment, Reading
from hiproutine.dialogue import scales
from hiproutine.dialogue.context import Context
from hiproutine.dialogue.questions import Aside, Asking, Option
from hiproutine.dialogue.red_flags import shown

KICKER = "While it plays"


class Then(Enum):
    """What follows."""

    GO_ON = "go on"
    SKIP = "skip"
    """This step is left out because of pain."""
    STOP = "stop"
    COOL_DOWN = "cool-down"
    """It stops here, and the cool-down follows."""


@dataclass(frozen=True)
class Noted:
    """What was said, and what follows from it."""

    reading: Reading | None
    then: Then


def within(context: Context, routine: str, session: str | None, before: Reading | None) -> Asking[Noted]:
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
    advice = during(reading, before)
    if advice is None:
        return Noted(reading, Then.GO_ON)
    skip = Option("n", "Skip this step", Then.SKIP.value)
    if advice.level is Level.STOP:
        stop, on = Option("enter", "End the session", Then.STOP.value), Option("g", advice.anyway, Then.GO_ON.value)
        down = Option("c", "End it, and play the cool-down", Then.COOL_DOWN.value)
        options = (stop, skip, on) if routine == COOL_DOWN else (stop, down, skip, on)
    else:
        options = (
            Option("enter", "Go on, easier", Then.GO_ON.value),
            skip,
            Option("q", "End the session", Then.STOP.value),
        )
    default = Then.STOP if advice.level is Level.STOP else Then.GO_ON
    answer = yield shown(advice, options, KICKER, back=default.value)
    return Noted(reading, Then(answer))
