"""How hard it is meant to be, from 0 to 10, and the words for it. Pure.

The scale is that of the CR-10 (Borg 1998), on which a session is asked back afterwards; the words are ours.
"""

from __future__ import annotations

from hiproutine.plan.model import Kind, Plan

EFFORTS = {
    "very easy": 1,
    "easy": 2,
    "moderate": 3,
    "somewhat hard": 4,
    "hard": 5,
    "very hard": 7,
    "all out": 10,
}


def effort_text(effort: int | None) -> str:
    """`effort 7 of 10`; nothing where none is meant."""
    return "" if effort is None else f"effort {effort} of 10"


def meant(plan: Plan) -> str:
    """What the plan means the work to be: `7 of 10`, `4 to 7 of 10`; nothing where it says nothing."""
    efforts = [one.about.effort for one in plan.intervals if one.kind is Kind.WORK and one.about.effort is not None]
    if not efforts:
        return ""
    least, most = min(efforts), max(efforts)
    return f"{most} of 10" if least == most else f"{least} to {most} of 10"
