"""A session that nobody can be asked about: what is known is said, nothing is answered in anybody's place."""

from __future__ import annotations

from hiproutine.course.before import Decision
from hiproutine.course.desk import Desk
from hiproutine.course.flagging import NOTICE_SENTENCES
from hiproutine.course.whole import Course, Done, Play, Played
from hiproutine.journal.pains import NOTICE, noted
from hiproutine.pain.advice import Advice, Level
from hiproutine.pain.days import day_of
from hiproutine.pain.gating import Situation, gate
from hiproutine.pain.sessions import Load
from hiproutine.questions import Told
from hiproutine.routine.loaded import Loaded

KICKER = "Before you begin"
NOBODY = "Nobody can answer here, so nothing is asked, and what you would pace takes its estimate."


def alone(desk: Desk, loaded: Loaded, *, rehearsal: bool = False) -> Course:
    """One session from beginning to end; the result is whether its routine was finished."""
    yield Told(NOBODY, "")
    if desk.trouble:
        yield Told(f"The journal cannot be used. {desk.trouble}", "")
    if not desk.read(lambda journal: bool(noted(journal, NOTICE)), True):
        for sentence in NOTICE_SENTENCES:
            yield Told(sentence, "")
    advice = _advice(desk, loaded)
    if advice:
        yield Told(advice.sentence, KICKER)
    played: Played = yield Play(loaded, Decision(loaded, advice=advice.sentence if advice else ""))
    yield Done(played.session, rehearsal, kept=played.id is not None)
    return played.session.finished


def _advice(desk: Desk, loaded: Loaded) -> Advice | None:
    """What the rules say about it from what was said before."""
    situation = Situation(
        load=Load(loaded.plan.load),
        routine=loaded.plan.id,
        today=day_of(desk.now(), desk.zone),
        sessions=desk.sessions(),
        flags=desk.flags(),
    )
    advice = gate(situation)
    return None if advice is None or advice.level is Level.GO else advice
