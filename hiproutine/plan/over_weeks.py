"""What grows over the weeks of a plan, in a line for each that does. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from hiproutine.plan.amounts import step_amount, times_text
from hiproutine.plan.beside import beside
from hiproutine.plan.model import Interval, Kind, Plan
from hiproutine.wording import brief, count

MOST = 12
"""Weeks that are all said; of more the first ones and the last."""

_Key = tuple[int, Kind, str]


def week_by_week(plans: Sequence[Plan]) -> list[str]:
    """`Side lunge, Reverse lunge: 3, 4, 5 times a side`: what is not the same in each of the `plans`, one a week.

    Steps that grow in the same way stand together, in the order of the routine; rounds and rests are said as well.
    """
    weeks = [_amounts(plan) for plan in plans]
    names: dict[tuple[str, ...], list[str]] = {}
    for key in weeks[0] if weeks else ():
        said = tuple(week.get(key, "none") for week in weeks)
        if len(set(said)) > 1 and key[2] not in (alike := names.setdefault(said, [])):
            alike.append(key[2])
    return [f"{', '.join(alike)}: {_in_a_row(said)}" for said, alike in names.items()]


def _amounts(plan: Plan) -> dict[_Key, str]:
    """How much of every step, rest and block there is."""
    found: dict[_Key, str] = {}
    for one in plan.intervals:
        if one.block_title and one.rounds > 1:
            found.setdefault((one.block, Kind.READY, one.block_title), count(one.rounds, "round"))
        if one.block_title and one.open_rounds:
            found.setdefault((one.block, Kind.READY, one.block_title), f"for {brief(one.open_rounds.seconds)}")
        if one.kind is Kind.WORK and (key := (one.block, one.kind, one.name)) not in found:
            found[key] = ", ".join([step_amount(plan, one, _one_set), *beside(one.about)])
        if one.kind is Kind.REST:
            found.setdefault((one.block, one.kind, one.name), brief(one.seconds))
    return found


def _one_set(one: Interval, a_side: str) -> str:
    return times_text(one, a_side) or f"{brief(one.seconds / (1 + one.alternating))}{a_side}"


def _in_a_row(said: Sequence[str]) -> str:
    """`3, 4, 5 times a side`: words that all end with are said once."""
    words = [text.split(" ") for text in said]
    same = 0
    while all(len(one) > same + 1 for one in words) and len({one[-1 - same] for one in words}) == 1:
        same += 1
    firsts = [" ".join(one[: len(one) - same]) for one in words]
    between = "; " if any("," in first for first in firsts) else ", "
    if len(firsts) > MOST:
        firsts = [*firsts[:4], "…", firsts[-1]]
    return " ".join([between.join(firsts), *words[0][len(words[0]) - same :]])
