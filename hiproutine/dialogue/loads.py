"""Weights and bands around a session: what is proposed before it, and asked and kept after it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hiproutine.advice.adding import eases, may_add
from hiproutine.dialogue.context import Context
from hiproutine.dialogue.questions import Asking, Option, Pick
from hiproutine.plan.loads import LESS, MORE, SAME, LoadUsed, has_loads, loads_done, with_loads
from hiproutine.routine.loaded import Loaded

if TYPE_CHECKING:
    from hiproutine.journal.records import SessionRecord
    from hiproutine.play.session import Session

LOOKED_AT = 20
"""Sessions of a routine that are looked through for what a step was last done with. Ours."""
OPTIONS = (Option("s", "the same", SAME), Option("m", "more", MORE), Option("l", "less", LESS))


def with_last_loads(context: Context, loaded: Loaded) -> Loaded:
    """The routine with what was used the last time, and what was said of it then."""
    if context.journal is None or not has_loads(loaded.plan):
        return loaded
    sessions = context.read(
        lambda journal: journal.sessions(LOOKED_AT, routine=loaded.plan.id), list["SessionRecord"]()
    )
    used = {one: session.id for session in reversed(sessions) for one in session.loads}
    if not used:
        return loaded
    judged = context.judged()
    newest = [one for session in sessions for one in session.loads]
    return replace(loaded, plan=with_loads(loaded.plan, newest, lambda one: may_add(judged, used[one])))


def ask_loads(context: Context, kicker: str, session: Session, kept: str | None, *, asks: bool) -> Asking[None]:
    """Keeps what was used, and where it `asks` what it is to be the next time; not where less is advised."""
    used = loads_done(session.plan, session.best)
    if not used or kept is None:
        return
    then = ""
    if asks and context.ask_loads and not eases(context.judged()):
        answer = yield Pick(f"{_called(used)} the next time?", kicker, OPTIONS)
        then = answer if isinstance(answer, str) else ""
    loads = tuple(replace(one, then=then) for one in used)
    context.write(lambda journal: journal.keep_loads(kept, loads))


def _called(used: tuple[LoadUsed, ...]) -> str:
    """`The weight`, `The weights`, `The weight and the bands`."""
    weights, bands = ([one for one in used if getattr(one, key)] for key in ("weight", "band"))
    words = [f"the {text}{'s' * (len(of) > 1)}" for of, text in ((weights, "weight"), (bands, "band")) if of]
    called = " and ".join(words)
    return f"{called[:1].upper()}{called[1:]}"
