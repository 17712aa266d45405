"""Whether more than the last time may be proposed: asked of the one judgement, never decided beside it. Pure."""

from __future__ import annotations

from hiproutine.advice.assess import Assessment
from hiproutine.advice.finding import Kind, Level
from hiproutine.advice.reactions import morning_level, reaction

ADDS_NOTHING = frozenset({Kind.REACTION, Kind.REACTIONS, Kind.AFTER, Kind.MORNING, Kind.RISE, Kind.DURING})
"""What says that nothing is to be added, where it says anything but that all is well."""


def eases(judged: Assessment) -> bool:
    """Whether the judgement asks for less than usual."""
    return judged.level.rank >= Level.EASIER.rank


def may_add(judged: Assessment, session: str) -> bool:
    """Whether more may be proposed after that session: nothing asks for less or for adding nothing, the hip did not
    react to it, and the morning after it, where it was answered, was calm. That an unanswered one is no hindrance is
    ours."""
    if eases(judged) or any(one.kind in ADDS_NOTHING and one.level is not Level.GO for one in judged.findings):
        return False
    last = next((one for one in judged.done if one.id == session), None)
    return last is None or (reaction(last) is None and morning_level(last) in {None, Level.GO})
