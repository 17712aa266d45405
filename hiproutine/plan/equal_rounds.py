"""A plan in passages: what is done in one round of a block, and how often it comes again. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import NamedTuple

from hiproutine.plan.model import Interval, Kind, Plan
from hiproutine.plan.titled_rounds import rounds_around
from hiproutine.wording import brief, count

_CHANGES = frozenset({Kind.READY, Kind.SWITCH})


class Again(NamedTuple):
    """That what ends here comes again."""

    until: float
    """Seconds from the beginning of the routine to the end of the last time."""
    what: str
    """The title of what comes again, where it is more than the passage above; else empty."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Intervals in a row under one heading."""

    first: int
    """The index of the first one."""
    end: int
    """Just past the last one."""
    heading: str
    """`Squat, 8 rounds`, `Squat, rounds 1 to 7 of 8`, `Squat, round 8 of 8`; empty without blocks."""
    again: tuple[Again, ...] = ()
    """The innermost first."""


def headed(plan: Plan, passage: Passage) -> str:
    """The heading, also of rounds without a number: `Squat, 8 rounds`, `Ten, rounds for 10 min`."""
    rounds = plan.rounds_around[passage.first]
    return f"{passage.heading}, rounds for {brief(rounds.seconds)}" if rounds else passage.heading


class _Level(NamedTuple):
    """A round of one of the blocks around some intervals, or of their own."""

    title: str
    number: int
    of: int
    block: int | None
    """Of the own block, which pass through it."""


class _Round(NamedTuple):
    first: int
    end: int
    levels: tuple[_Level, ...]


_Turn = Sequence[_Round]
"""One round of a block around them, or of their own."""


def passages(plan: Plan) -> list[Passage]:
    """All of a plan in order, in which rounds that ask for the same stand once."""
    titles = {one.block_title or "" for one in plan.intervals}
    rounds = []
    for _, row in groupby(plan.intervals, key=lambda one: (one.block, one.round)):
        first, *rest = row
        rounds.append(_Round(first.index, first.index + 1 + len(rest), _levels(first, titles)))
    return list(_folded(plan, rounds, 0, ""))


def _levels(first: Interval, titles: set[str]) -> tuple[_Level, ...]:
    title, at, found = first.block_title or "", 0, list[_Level]()
    for match in rounds_around(title, titles):
        found.append(_Level(title[at : match.start()], int(match[1]), int(match[2]), None))
        at = match.end() + len(": ")
    return (*found, _Level(title[at:], first.round, first.rounds, first.block))


def _folded(plan: Plan, rounds: Sequence[_Round], depth: int, before: str) -> Iterator[Passage]:
    """The passages of rounds whose first levels are the same; `before` is what their headings begin with."""
    blocks = groupby(rounds, key=lambda one: one.levels[depth]._replace(number=0))
    for level, row in blocks:
        turns = [list(turn) for _, turn in groupby(row, key=lambda one: one.levels[depth].number)]
        for equal in _equal(plan, turns, depth):
            once, last = equal[0], equal[-1]
            numbers = once[0].levels[depth].number, last[0].levels[depth].number
            heading = f"{before}{level.title}{_numbered(*numbers, level.of)}"
            if level.block is None:
                *inner, end = _folded(plan, once, depth + 1, f"{heading}: ")
            else:
                inner, end = [], Passage(once[0].first, once[-1].end, heading)
            if last is not once:
                final = plan.intervals[last[-1].end - 1]
                what = level.title if level.block is None else ""
                end = replace(end, again=(*end.again, Again(final.start + final.seconds, what)))
            yield from (*inner, end)


def _numbered(first: int, last: int, of: int) -> str:
    if of == 1:
        return ""
    if (first, last) == (1, of):
        return f", {count(of, 'round')}"
    return f", round {first} of {of}" if first == last else f", rounds {first} to {last} of {of}"


def _equal(plan: Plan, turns: Sequence[_Turn], depth: int) -> Iterator[Sequence[_Turn]]:
    """Turns that follow each other and ask for the same; after the last of all there may be no rest."""
    begin = 0
    for at in range(1, len(turns) + 1):
        if at < len(turns):
            before, here = turns[at - 1][0].levels[depth], turns[at][0].levels[depth]
            asked, again = _asked(plan, turns[begin]), _asked(plan, turns[at])
            same = asked == again or (here.number == here.of and _without_end(asked) == _without_end(again))
            if same and here.number == before.number + 1:
                continue
        yield turns[begin:at]
        begin = at


def _asked(plan: Plan, turn: _Turn) -> list[Interval]:
    """What is asked for, wherever it stands, from the first thing that is no change."""
    row = list(plan.intervals[turn[0].first : turn[-1].end])
    while row and row[0].kind in _CHANGES:
        del row[0]
    return [
        replace(one, index=0, start=0.0, block=0, block_title=None, round=1, step=1, open_rounds=None) for one in row
    ]


def _without_end(row: list[Interval]) -> list[Interval]:
    """Without the rests at its end, and without what is said there of what comes next."""
    row = list(row)
    while row and row[-1].kind in {*_CHANGES, Kind.REST}:
        del row[-1]
    return [*row[:-1], *(replace(one, cues=tuple(replace(cue, say="") for cue in one.cues)) for one in row[-1:])]
