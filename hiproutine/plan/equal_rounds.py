"""A plan in passages: what is done in one round of a block, and how often it comes again. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from itertools import groupby
from operator import attrgetter
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
    """The heading with how often a round begins, or for how long: `A, 8 rounds, every 30 s`, `A, rounds for 10 min`."""
    rounds = plan.rounds_around[passage.first]
    every = next((one.every for one in plan.intervals[passage.first : passage.end] if one.every), None)
    parts = [passage.heading, f"rounds for {brief(rounds.seconds)}" if rounds else ""]
    return ", ".join(part for part in (*parts, f"every {brief(every)}" if every else "") if part)


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
    around = {title: list(rounds_around(title, titles)) for title in titles}
    rounds = []
    for _, row in groupby(plan.intervals, key=lambda one: (one.block, one.round)):
        first, *rest = row
        rounds.append(_Round(first.index, first.index + 1 + len(rest), _levels(first, around[first.block_title or ""])))
    return list(_folded(plan, rounds, 0, ""))


def _levels(first: Interval, around: Iterable[re.Match[str]]) -> tuple[_Level, ...]:
    title, at, found = first.block_title or "", 0, list[_Level]()
    for match in around:
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
            last = here.number == here.of and _are_same_but_for_the_end(asked, again)
            if here.number == before.number + 1 and (last or _are_same(asked, again)):
                continue
        yield turns[begin:at]
        begin = at


def _asked(plan: Plan, turn: _Turn) -> Sequence[Interval]:
    """All of a turn from the first thing that is no change."""
    first, end = turn[0].first, turn[-1].end
    while first < end and plan.intervals[first].kind in _CHANGES:
        first += 1
    return plan.intervals[first:end]


def _are_same(one: Sequence[Interval], other: Sequence[Interval]) -> bool:
    """Whether they ask for the same, wherever they stand."""
    return len(one) == len(other) and all(map(_is_same, one, other))


def _is_same(one: Interval, other: Interval) -> bool:
    return _WHAT(one) == _WHAT(other) and one.cues == other.cues


def _are_same_but_for_the_end(one: Sequence[Interval], other: Sequence[Interval]) -> bool:
    """The same without the rests at the end, and whatever is said there of what comes next."""
    one, other = _without_end(one), _without_end(other)
    if not (one and other):
        return not (one or other)
    cues = [[cue.at for cue in row[-1].cues] for row in (one, other)]
    return _are_same(one[:-1], other[:-1]) and _WHAT(one[-1]) == _WHAT(other[-1]) and cues[0] == cues[1]


def _without_end(row: Sequence[Interval]) -> Sequence[Interval]:
    end = len(row)
    while end and (row[end - 1].kind in _CHANGES or row[end - 1].kind is Kind.REST):
        end -= 1
    return row[:end]


_WHERE = {"index", "start", "block", "block_title", "round", "rounds", "step", "open_rounds", "cues"}
_WHAT = attrgetter(*(one.name for one in fields(Interval) if one.name not in _WHERE))
"""What an interval asks for, without its cues and where it stands."""
