"""Rounds of which steps were left out: they begin with what is left, and those on the minute still do. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, takewhile

from hiproutine.plan.about import About
from hiproutine.plan.model import Interval, Kind, Plan

_CHANGES = frozenset({Kind.READY, Kind.SWITCH})


def rounds_mended(kept: Sequence[Interval], plan: Plan) -> list[Interval]:
    """What was kept of a plan, with its rounds whole again.

    Where the first step of rounds without a number is gone, the change to the one that now comes first stands before
    them, and leads back to it at their end. A round on the minute begins with its first work, without a change, and
    lasts as long as before; one in which nothing is left is a rest of the one before it.
    """
    return _begun_outside(_on_time(kept, plan))


def _begun_outside(kept: Sequence[Interval]) -> list[Interval]:
    found: list[Interval] = []
    for rounds, group in groupby(kept, key=lambda one: one.open_rounds):
        inside = list(group)
        lead = _leading(inside) if rounds else []
        if len(lead) == len(inside):
            found += inside
            continue
        rested = bool(found) and found[-1].kind is Kind.REST
        found += [outside(one) for one in lead if not (rested and one.kind in _CHANGES)]
        found += inside[len(lead) :]
        if lead and inside[-1].kind is not Kind.REST:
            found += lead
    return found


def _on_time(kept: Sequence[Interval], plan: Plan) -> list[Interval]:
    found: list[Interval] = []
    owed: list[Interval] = []
    """Empty rounds without one before them, which come again after the others."""
    for first, group in groupby(kept, key=lambda one: _round_of(plan, one)):
        inside = list(group)
        if first is None or len(inside) == plan.next_round(first) - first:
            found += inside
        elif not all(one.closes or one.kind is Kind.CONFIRM for one in inside):
            found += _round(inside, found, last=plan.next_round(first) == len(plan.intervals))
        elif _ends_with(found, inside[-1]):
            found = _longer(found, inside[-1])
        else:
            owed += inside[-1:]
    for empty in owed:
        end = max(
            (at for at, one in enumerate(found, 1) if one.closes and one.open_rounds == empty.open_rounds), default=0
        )
        if empty.open_rounds and end:
            found[:end] = _longer(found[:end], empty)
    return found


def _round_of(plan: Plan, one: Interval) -> int | None:
    """Where the round on the minute begins that it belongs to."""
    if not one.every:
        return None
    return next(at for at in range(one.index, -1, -1) if plan.intervals[at].begins)


def _round(inside: Sequence[Interval], before: Sequence[Interval], *, last: bool) -> Iterator[Interval]:
    """What is left of a round, which begins and ends when it did."""
    lead = _leading(inside)
    rest = [one for one in inside if one.closes]
    work = [*inside[len(lead) : len(inside) - len(rest)]]
    on_time = bool(before) and before[-1].closes
    for one in lead:
        if not (on_time and one.kind in _CHANGES):
            yield replace(outside(one), open_rounds=one.open_rounds)
    yield replace(work[0], begins=True)
    yield from work[1:]
    every = work[0].every or 0
    left = every - sum(one.seconds for one in work)
    if rest or (left > 0 and (not last or work[0].open_rounds)):
        yield replace(rest[0] if rest else _rest_after(work[-1]), seconds=max(left, 1.0))


def _ends_with(found: Sequence[Interval], empty: Interval) -> bool:
    """Whether a round on the minute has just ended that an empty one can be the rest of."""
    return bool(found) and found[-1].closes and found[-1].open_rounds == empty.open_rounds


def _longer(found: list[Interval], empty: Interval) -> list[Interval]:
    """What ends with a round on the minute, which now takes as long as it and an empty one."""
    more = empty.every or 0
    start = max(at for at, one in enumerate(found) if one.begins)
    *inside, rest = (replace(one, every=(one.every or 0) + more) for one in found[start:])
    return [*found[:start], *inside, replace(rest, seconds=rest.seconds + more)]


def _leading(inside: Sequence[Interval]) -> list[Interval]:
    """The changes and confirms that stand before the first work or rest."""
    return [*takewhile(lambda one: one.kind in _CHANGES or one.kind is Kind.CONFIRM, inside)]


def outside(one: Interval) -> Interval:
    """The same before the rounds that it stood in."""
    return replace(one, open_rounds=None, every=None, begins=False, skips=False)


def _rest_after(work: Interval) -> Interval:
    """The rest until the next round begins."""
    return Interval(
        index=work.index, kind=Kind.REST, start=work.start, seconds=0.0, block=work.block, block_title=work.block_title,
        name="Rest", side=None, set=1, sets=1, round=work.round, rounds=work.rounds, step=work.step, dose=None,
        reps=None, tempo=None, sides="both", self_paced=False, cues=(), about=About(), every=work.every, closes=True,
        skips=work.skips, open_rounds=work.open_rounds,
    )  # fmt: skip
