"""How long the ice or the heat is to be, asked before it begins."""

from __future__ import annotations

from dataclasses import replace

from hiproutine.dialogue.context import Context
from hiproutine.dialogue.questions import Asking, Option, Pick
from hiproutine.journal.records import SessionRecord
from hiproutine.plan.model import Plan
from hiproutine.plan.therapy import LENGTHS, lasting, lengths
from hiproutine.routine.loaded import Loaded

KEYS = dict(zip(LENGTHS, "12", strict=True))
"""The first digit of the minutes."""


def of_chosen_length(context: Context, loaded: Loaded) -> Asking[Loaded]:
    """The routine with the length that is chosen; as it was written where nothing is to be chosen, or nothing is."""
    found = lengths(loaded.plan)
    if not found:
        return loaded
    options = tuple(Option(KEYS[one], f"{one // 60} minutes", str(one)) for one in found)
    answer = yield Pick("How long today?", loaded.card.title, options, _last(context, loaded.plan))
    return replace(loaded, plan=lasting(loaded.plan, int(answer))) if isinstance(answer, str) else loaded


def _last(context: Context, plan: Plan) -> str | None:
    """What was chosen the last time, by how long that session was to be."""
    newest = context.read(lambda journal: journal.sessions(1, routine=plan.id), list[SessionRecord]())
    lasted = [one for one in LENGTHS if newest and lasting(plan, one).seconds == newest[0].plan_seconds]
    return str(lasted[0]) if lasted else None
