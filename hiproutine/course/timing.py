"""Whether now is the time for it: ice, heat, and coming back to running."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import uuid4

from hiproutine.course.desk import Desk
from hiproutine.journal.between import add_onset, ices, last_onset, outings
from hiproutine.pain.advice import LIGHT, Advice, Kind, Level
from hiproutine.pain.readings import Reading
from hiproutine.pain.sessions import family
from hiproutine.questions import Asking, Option, Pick
from hiproutine.recovery import icing, stages
from hiproutine.recovery.facts import Onset, Outing, Sport
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


def began(desk: Desk, loaded: Loaded, reading: Reading | None) -> Asking[bool]:
    """Before ice or heat for something that hurts, once: when it began. Whether the person is not sure."""
    if loaded.plan.id not in {ICE, HEAT} or reading is None or not max(reading.score, reading.worst or 0):
        return False
    onset = desk.read(last_onset, None)
    if onset and onset.at >= desk.now() - REMEMBERED:
        return False
    answer = yield Pick("When did this pain begin?", loaded.card.title, BEGAN)
    keep_onset(desk, answer if isinstance(answer, str) else "")
    return bool(answer == UNSURE)


def keep_onset(desk: Desk, answer: str) -> Onset | None:
    """Keeps when a pain began; what was two days ago or more starts nothing, and is not kept."""
    days = {TODAY: 0, YESTERDAY: 1}.get(answer)
    if days is None:
        return None
    onset = Onset(str(uuid4()), desk.now() - timedelta(days=days))
    desk.write(lambda journal: add_onset(journal, onset))
    return onset


def timed(desk: Desk, loaded: Loaded, reading: Reading | None = None, *, unsure: bool = False) -> Advice | None:
    """What is said about this hour or this day; None where nothing is."""
    now, zone = desk.now(), desk.zone
    match family(loaded.plan.id):
        case "ice-therapy":
            return icing.too_soon(_ices(desk), now, zone)
        case "heat-therapy":
            onset = desk.read(last_onset, None)
            said = icing.heat(onset, last_run(desk), desk.flags(), now, zone)
            return said or (icing.unsure() if unsure else None)
        case "return-to-run":
            return _stage(desk, loaded.plan.id, reading)
    return None


def last_run(desk: Desk) -> datetime | None:
    """When the last run that was noted ended."""
    found = recent(desk, timedelta(days=2))
    ends = [one.at for one in found if one.sport is Sport.RUN and one.at <= desk.now()]
    return max(ends, default=None)


def recent(desk: Desk, back: timedelta) -> tuple[Outing, ...]:
    """The outings of so long."""
    return desk.read(lambda journal: outings(journal, desk.now() - back), ())


def entry(desk: Desk, reading: Reading | None = None) -> stages.Entry:
    """What coming back to running begins with, as far as it is known."""
    latest = reading or next(reversed(desk.readings()), None)
    fresh = latest if latest and desk.now() - latest.at <= timedelta(days=1) else None
    return stages.Entry(
        red_flags=bool(desk.flags()),
        now=fresh.score if fresh else None,
        worst24=max(fresh.score, fresh.worst or 0) if fresh else None,
        brisk_walk=stages.brisk_walk(recent(desk, timedelta(days=stages.WALK_DAYS + 1)), desk.now(), desk.zone),
    )


def _ices(desk: Desk) -> tuple[datetime, ...]:
    return desk.read(lambda journal: ices(journal, desk.now() - icing.FIRST_DAYS), ())


def _stage(desk: Desk, routine: str, reading: Reading | None) -> Advice | None:
    """What the stages propose instead, where that is less than what was chosen, or later."""
    found = stages.proposal(desk.sessions(STAGES_BACK), entry(desk, reading), desk.now(), desk.zone)
    _, _, number = routine.rpartition("-")
    if not found.waits and number.isdecimal() and int(number) <= found.stage:
        return None
    other = LIGHT if found.waits else found.routine
    return Advice(Kind.STAGE, Level.REST_INSTEAD, found.sentence, found.because, found.source, other)
