"""Whether now is the time for it: ice, heat, and coming back to running."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import uuid4

from hiproutine.advice.pain.advice import LIGHT, Advice, Kind, Level
from hiproutine.advice.pain.readings import Reading
from hiproutine.advice.pain.sessions import family
from hiproutine.advice.recovery import icing, stages
from hiproutine.advice.recovery.facts import Onset, Outing, Sport
from hiproutine.dialogue.context import Context
from hiproutine.dialogue.questions import Asking, Option, Pick
from hiproutine.journal.outings import add_onset, ices, last_onset, outings, remove_onset
from hiproutine.routine.loaded import Loaded

ICE, HEAT, RETURN = "ice-therapy", "heat-therapy", "return-to-run"
REMEMBERED = timedelta(days=14)
"""For so long nobody is asked again when a pain began. Ours."""
STAGES_BACK = timedelta(days=180)
"""How far stages and levels look back. Ours."""
TODAY, YESTERDAY, EARLIER, UNSURE = "today", "yesterday", "earlier", "unsure"
BEGAN = (
    Option("t", "today", TODAY),
    Option("y", "yesterday", YESTERDAY),
    Option("e", "two days ago or more", EARLIER),
    Option("u", "not sure", UNSURE),
)


def began(context: Context, loaded: Loaded, reading: Reading | None) -> Asking[bool]:
    """Before ice or heat for something that hurts, once: when it began. Whether the person is not sure."""
    if loaded.plan.id not in {ICE, HEAT} or reading is None or not max(reading.score, reading.worst or 0):
        return False
    onset = context.read(last_onset, None)
    if onset and onset.at >= context.now() - REMEMBERED:
        return False
    answer = yield Pick("When did this pain begin?", loaded.card.title, BEGAN)
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


def timed(context: Context, loaded: Loaded, reading: Reading | None = None, *, unsure: bool = False) -> Advice | None:
    """What is said about this hour or this day; None where nothing is."""
    now, zone = context.now(), context.zone
    match family(loaded.plan.id):
        case "ice-therapy":
            return icing.too_soon(_ices(context), now, zone)
        case "heat-therapy":
            onset = context.read(last_onset, None)
            said = icing.heat(onset, last_run(context), context.flags(), now, zone)
            return said or (icing.unsure() if unsure else None)
        case "return-to-run":
            return _stage(context, loaded.plan.id, reading)
    return None


def last_run(context: Context) -> datetime | None:
    """When the last run that was noted ended."""
    found = recent(context, timedelta(days=2))
    ends = [one.at for one in found if one.sport is Sport.RUN and one.at <= context.now()]
    return max(ends, default=None)


def recent(context: Context, back: timedelta) -> tuple[Outing, ...]:
    """The outings of so long."""
    return context.read(lambda journal: outings(journal, context.now() - back), ())


def entry(context: Context, reading: Reading | None = None) -> stages.Entry:
    """What coming back to running begins with, as far as it is known."""
    latest = reading or next(reversed(context.readings()), None)
    fresh = latest if latest and context.now() - latest.at <= timedelta(days=1) else None
    return stages.Entry(
        red_flags=bool(context.flags()),
        now=fresh.score if fresh else None,
        worst24=max(fresh.score, fresh.worst or 0) if fresh else None,
        brisk_walk=stages.brisk_walk(
            recent(context, timedelta(days=stages.WALK_DAYS + 1)), context.now(), context.zone
        ),
    )


def _ices(context: Context) -> tuple[datetime, ...]:
    return context.read(lambda journal: ices(journal, context.now() - icing.FIRST_DAYS), ())


def _stage(context: Context, routine: str, reading: Reading | None) -> Advice | None:
    """What the stages propose instead, where that is less than what was chosen, or later."""
    found = stages.proposal(context.sessions(STAGES_BACK), entry(context, reading), context.now(), context.zone)
    _, _, number = routine.rpartition("-")
    if not found.waits and number.isdecimal() and int(number) <= found.stage:
        return None
    other = LIGHT if found.waits else found.routine
    return Advice(Kind.STAGE, Level.REST_INSTEAD, found.sentence, found.because, found.source, other)
