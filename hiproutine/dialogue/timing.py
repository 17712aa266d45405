"""When a pain began: asked before ice or heat, and noted by hand."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

from hiproutine.advice.pain.readings import Reading
from hiproutine.advice.recovery.facts import Onset, Outing
from hiproutine.dialogue.context import Context
from hiproutine.dialogue.questions import Asking, Option, Pick
from hiproutine.journal.outings import add_onset, last_onset, outings, remove_onset
from hiproutine.routine.loaded import Loaded

ICE, HEAT = "ice-therapy", "heat-therapy"
REMEMBERED = timedelta(days=14)
"""For so long nobody is asked again when a pain began. Ours."""
TODAY, YESTERDAY, EARLIER, UNSURE = "today", "yesterday", "earlier", "unsure"
BEGAN = (
    Option("t", "today", TODAY),
    Option("y", "yesterday", YESTERDAY),
    Option("e", "two days ago or more", EARLIER),
    Option("u", "not sure", UNSURE),
)


def began(context: Context, loaded: Loaded, reading: Reading | None, *, flared: bool = False) -> Asking[bool]:
    """Before ice or heat for something that hurts, once; and after a flare-up. Whether the person is not sure."""
    onset = context.read(last_onset, None)
    known = onset is not None and onset.at >= context.now() - REMEMBERED
    hurts = reading is not None and max(reading.score, reading.worst or 0) > 0
    if not flared and (loaded.plan.id not in {ICE, HEAT} or not hurts or known):
        return False
    text = "Did a new pain begin, and when?" if flared else "When did this pain begin?"
    answer = yield Pick(text, loaded.card.title, BEGAN)
    keep_onset(context, answer if isinstance(answer, str) else "")
    return bool(answer == UNSURE)


def keep_onset(context: Context, answer: str) -> Onset | None:
    """Keeps when a pain began; what was two days ago or more starts nothing, and is not kept."""
    days = {TODAY: 0, YESTERDAY: 1}.get(answer)
    if days is None:
        return None
    onset = Onset(str(uuid4()), context.now() - timedelta(days=days))
    if context.write(lambda journal: add_onset(journal, onset)):
        context.on_kept("when this pain began", lambda journal: remove_onset(journal, onset.id))
    return onset


def recent(context: Context, back: timedelta) -> tuple[Outing, ...]:
    """The outings of so long."""
    return context.read(lambda journal: outings(journal, context.now() - back), ())
