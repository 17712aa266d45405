"""A session that nobody can be asked about: what is known is said, nothing is answered in anybody's place."""

from __future__ import annotations

from hiproutine.advice.pain.advice import Advice, Level
from hiproutine.advice.pain.days import day_of
from hiproutine.advice.pain.gating import Situation, gate
from hiproutine.advice.pain.sessions import Load
from hiproutine.dialogue.before import Decision
from hiproutine.dialogue.context import Context
from hiproutine.dialogue.questions import Notice
from hiproutine.dialogue.scales import NOTICE_SENTENCES
from hiproutine.dialogue.session import Course, Done, Play, Played
from hiproutine.journal.pain_facts import NOTICE, noted
from hiproutine.routine.loaded import Loaded

KICKER = "Before you begin"
NOBODY = "Nobody can answer here, so nothing is asked, and what you would pace takes its estimate."


def unattended_session(context: Context, loaded: Loaded, *, rehearsal: bool = False) -> Course:
    """Plays one session without asking; returns whether its routine was finished."""
    yield Notice(NOBODY, "")
    if context.trouble:
        yield Notice(f"The journal cannot be used. {context.trouble}", "")
    if not context.read(lambda journal: bool(noted(journal, NOTICE)), True):
        for sentence in NOTICE_SENTENCES:
            yield Notice(sentence, "")
    advice = _advice(context, loaded)
    if advice:
        yield Notice(advice.sentence, KICKER)
    played: Played = yield Play(loaded, Decision(loaded, advice=advice.sentence if advice else ""))
    yield Done(played.session, rehearsal, kept=played.id is not None)
    return played.session.finished


def _advice(context: Context, loaded: Loaded) -> Advice | None:
    """What the rules say about it from what was said before."""
    situation = Situation(
        load=Load(loaded.plan.load),
        routine=loaded.plan.id,
        today=day_of(context.now(), context.zone),
        sessions=context.sessions(),
        flags=context.flags(),
    )
    advice = gate(situation)
    return None if advice is None or advice.level is Level.GO else advice
