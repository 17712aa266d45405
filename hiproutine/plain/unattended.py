"""A session that nobody can be asked about: what is known is said, nothing is answered in anybody's place."""

from __future__ import annotations

from hiproutine.advice.assess import Assessment
from hiproutine.advice.finding import Level
from hiproutine.advice.pain.sessions import Load
from hiproutine.dialogue.context import Context
from hiproutine.dialogue.course import Decision, Done, Play, Played
from hiproutine.dialogue.loads import ask_loads, with_last_loads
from hiproutine.dialogue.questions import Notice
from hiproutine.dialogue.scales import NOTICE_SENTENCES
from hiproutine.dialogue.session import Course
from hiproutine.dialogue.weeks import in_its_week
from hiproutine.journal.pain_facts import NOTICE, noted
from hiproutine.routine.loaded import Loaded

KICKER = "Before you begin"
LEFT = "Not played, since nobody is here to choose to go on."
NOBODY = "Nobody can answer here, so nothing is asked, and what you would pace takes its estimate."


def unattended_session(context: Context, loaded: Loaded, *, rehearsal: bool = False) -> Course:
    """Plays one session without asking; returns whether its routine was finished."""
    yield Notice(NOBODY, "")
    if context.trouble:
        yield Notice(f"The journal cannot be used. {context.trouble}", "")
    if not context.read(lambda journal: bool(noted(journal, NOTICE)), True):
        for sentence in NOTICE_SENTENCES:
            yield Notice(sentence, "")
    loaded, week = in_its_week(context, loaded)
    if week:
        yield Notice(week, KICKER)
    judged = context.judged()
    sentence = _advice(judged, loaded)
    if sentence:
        yield Notice(sentence, KICKER)
    if not rehearsal and _leaves(judged, loaded):
        yield Notice(LEFT, KICKER)
        return False
    loaded = with_last_loads(context, loaded)
    played: Played = yield Play(loaded, Decision(loaded, advice=sentence))
    yield from ask_loads(context, KICKER, played.session, played.id, asks=False)
    yield Done(played.session, rehearsal, kept=played.id is not None)
    return played.session.finished


def _leaves(judged: Assessment, loaded: Loaded) -> bool:
    """Whether somebody should be seen before this: leaving is the default, and going on is for a person to choose."""
    against = judged.before(loaded.plan.id, Load(loaded.plan.load))
    return judged.level is Level.URGENT or any(one.level.rank >= Level.SEE_SOMEONE.rank for one in against)


def _advice(judged: Assessment, loaded: Loaded) -> str:
    """The gravest of the judgement, and what speaks against this routine; empty where all is well."""
    against = judged.before(loaded.plan.id, Load(loaded.plan.load))
    words = (judged.findings[0], *against[:1])
    return " ".join(dict.fromkeys(one.sentence for one in words if one.level is not Level.GO))
