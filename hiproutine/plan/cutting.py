"""A plan made easier for today: one set of everything, half the range, and without the steps that are better left out.

Pure: a plan in, a plan out. What is left keeps its changes, its sides and its order.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from hiproutine.plan.cut_rounds import outside, rounds_mended
from hiproutine.plan.model import Interval, Kind, Plan, PlannedCue
from hiproutine.wording import listed, side_text

HALF = "Half the range."
_OUTER_ROUND = re.compile(r", round ([0-9]+) of [0-9]+: ")
"""In the title of a block that stands in another one."""


@dataclass(frozen=True, slots=True)
class Cut:
    """A plan that was cut, and what was taken off it."""

    plan: Plan
    words: str
    """`one set and half the range, without Pigeon pose`."""
    left_out: tuple[str, ...] = ()
    """The names of the steps that are gone, in order."""
    origins: tuple[int, ...] = ()
    """For each interval the number of the one that it was made from."""


def cut(plan: Plan, avoid: frozenset[str], *, easier: bool) -> Cut | None:
    """The plan without the steps that load an area to `avoid`, and where it is to be `easier` one set of the rest.

    None where nothing would be left, or nothing would change.
    """
    out = {one.step: one.name for one in plan.intervals if one.kind is Kind.WORK and avoid & set(one.about.avoid_if)}
    kept = [one for one in plan.intervals if not (_belongs(one) and one.step in out)]
    if easier:
        kept = [one for one in kept if _is_first(one) and not _between_sets_or_rounds(one) and not _again(one, plan)]
    else:
        kept = rounds_mended(kept, plan)
    kept = _without_idle_rounds(_without_idle_rests(kept, plan))
    if kept and kept[-1].closes and not kept[-1].open_rounds:
        kept.pop()  # nothing follows that it could lead to
    works = [one for one in kept if one.kind is Kind.WORK]
    if not works or not (out or easier):
        return None
    left_out = tuple(dict.fromkeys(out[step] for step in sorted(out)))
    words = _words(plan, left_out, easier=easier)
    kept = [_eased(one) if easier else one for one in _counted_in(kept, plan)]
    intervals, seconds = _in_place(kept)
    estimated = any(rounds.finishes if (rounds := one.open_rounds) else one.self_paced for one in intervals)
    title = f"{plan.title}, easier"
    whole = Plan(plan.id, title, plan.load, float(seconds), estimated, intervals, plan.week, plan.weeks)
    were = [one.index for one in kept]
    whole = replace(whole, intervals=_told(whole, plan, were, f"Made easier: {words}."))
    return Cut(whole, words, left_out, tuple(were))


def _is_first(interval: Interval) -> bool:
    """Whether it belongs to the first set of a first round, of its block and of those around it."""
    rounds = _OUTER_ROUND.findall(interval.block_title or "")
    return interval.set == interval.round == 1 and all(turn == "1" for turn in rounds)


def _again(interval: Interval, plan: Plan) -> bool:
    """Whether it leads back to the beginning of rounds without a number, of which only one is left."""
    section = plan.section_of(interval.index)
    return section is not None and not any(
        one.kind in {Kind.WORK, Kind.REST} for one in plan.intervals[interval.index : section.end]
    )


def _without_idle_rounds(kept: Sequence[Interval]) -> list[Interval]:
    """Rounds without a number in which there is nothing to do any more do not come again."""
    alive = {one.open_rounds for one in _works(kept)}
    return [one if one.open_rounds in alive else replace(one, open_rounds=None) for one in kept]


def better_left_out(plan: Plan, avoid: frozenset[str]) -> tuple[str, ...]:
    """The names of the steps that load an area to `avoid`, in order."""
    return tuple(dict.fromkeys(one.name for one in plan.intervals if avoid & set(one.about.avoid_if)))


def _belongs(interval: Interval) -> bool:
    """Whether it goes with its step; rests of their own, rests between rounds and confirms stand for themselves."""
    return interval.kind in {Kind.READY, Kind.WORK, Kind.SWITCH} or _between_sets(interval)


def _between_sets(interval: Interval) -> bool:
    return interval.kind is Kind.REST and interval.dose is None and interval.sets > 1


def _between_sets_or_rounds(interval: Interval) -> bool:
    return interval.kind is Kind.REST and interval.dose is None


def _without_idle_rests(kept: Sequence[Interval], plan: Plan) -> list[Interval]:
    """Of rests that meet the longest stays, unless a round ends or begins with it; one that has lost the work before
    it, or after it, goes."""
    was, alive = ([one.index for one in _works(intervals)] for intervals in (plan.intervals, kept))
    if not alive:
        return []
    playing = {one.open_rounds for one in _works(kept)} - {None}
    found: list[Interval] = []
    for one in kept:
        idle = was[0] < one.index < alive[0] or alive[-1] < one.index < was[-1]
        if one.kind is not Kind.REST:
            found.append(one)
        elif idle and one.open_rounds not in playing:
            continue
        elif found and found[-1].kind is Kind.REST and _same_rounds(found[-1], one):
            found[-1] = max(found[-1], one, key=lambda rest: rest.seconds)
        else:
            found.append(one)
    return found


def _same_rounds(one: Interval, after: Interval) -> bool:
    """Whether none of two rests is one that rounds are told by."""
    return one.open_rounds == after.open_rounds and not (one.every or after.every)


def _counted_in(kept: Sequence[Interval], plan: Plan) -> list[Interval]:
    """The first work gets the count-in that the first work had."""
    ready = next((one for one in plan.intervals if one.kind is not Kind.CONFIRM), None)
    if ready is None or ready.kind is not Kind.READY or ready in kept:
        return list(kept)
    place = next(number for number, one in enumerate(kept) if one.kind is not Kind.CONFIRM)
    first = kept[place]
    if first.kind is Kind.READY:
        longer = replace(first, seconds=max(first.seconds, ready.seconds))
        return [*kept[:place], longer, *kept[place + 1 :]]
    lead = replace(first, kind=Kind.READY, seconds=ready.seconds, dose=None, reps=None, tempo=None, cues=())
    lead = outside(replace(lead, self_paced=False, metres=None, distance=""))
    begun = replace(first, begins=first.every is not None)
    return [*map(outside, kept[:place]), lead, begun, *kept[place + 1 :]] if first.kind is Kind.WORK else list(kept)


def _eased(interval: Interval) -> Interval:
    """One set and one round of it, and where there is something to do half the range."""
    title = _OUTER_ROUND.sub(": ", interval.block_title) if interval.block_title else interval.block_title
    once = replace(interval, sets=1, rounds=1, block_title=title, every=None, begins=False, skips=False)
    once = replace(once, open_rounds=None)
    if interval.kind not in {Kind.READY, Kind.WORK}:
        return once
    about = replace(interval.about, setup=f"{HALF} {interval.about.setup}".strip())
    cues = interval.cues
    if interval.kind is Kind.WORK:
        said = cues[0].say if cues and not cues[0].at else ""
        cues = (PlannedCue(0.0, f"{HALF} {said}".strip()), *cues[bool(said) :])
    return replace(once, about=about, cues=cues)


def _in_place(kept: Sequence[Interval]) -> tuple[tuple[Interval, ...], Fraction]:
    """Numbers, steps and starts anew, and the whole length."""
    steps = sorted({one.step for one in _works(kept)})
    found: list[Interval] = []
    start = begun = Fraction(0)
    for index, one in enumerate(kept):
        earlier = kept[index - 1].open_rounds if index else None
        if earlier and one.open_rounds != earlier:
            start = begun + earlier.seconds
        if one.open_rounds != earlier:
            begun = start
        step = min(bisect_left(steps, one.step) + 1, len(steps))
        found.append(replace(one, index=index, start=float(start), step=step))
        start += Fraction(one.seconds)
    if rounds := kept[-1].open_rounds:
        start = begun + rounds.seconds
    return tuple(found), start


def _told(whole: Plan, plan: Plan, were: Sequence[int], sentence: str) -> tuple[Interval, ...]:
    """The intervals, which stood elsewhere in the plan before: what cues say of what follows is true again, and the
    first says what was cut."""
    found = []
    for one, was in zip(whole.intervals, were, strict=True):
        before, now = _following(plan, was), _following(whole, one.index)
        cues = tuple(replace(cue, say=cue.say.replace(before, now)) for cue in one.cues)
        if not one.index:
            cues = (PlannedCue(0.0, " ".join([sentence, *(cue.say for cue in cues if not cue.at)])), *_later(cues))
        found.append(replace(one, cues=cues))
    return tuple(found)


def _later(cues: Iterable[PlannedCue]) -> list[PlannedCue]:
    return [cue for cue in cues if cue.at]


def _following(plan: Plan, index: int) -> str:
    """What `{next}` says there: the next work, with its side."""
    work = plan.next_work(index)
    if work is None:
        return "the end"
    side = side_text(work.side)
    return f"{work.name}, {side}" if side else work.name


def _works(intervals: Iterable[Interval]) -> list[Interval]:
    return [one for one in intervals if one.kind is Kind.WORK]


def _words(plan: Plan, left_out: Sequence[str], *, easier: bool) -> str:
    several = any(one.sets > 1 or one.rounds > 1 or one.open_rounds for one in plan.intervals)
    less = ("one set and half the range" if several else "half the range") if easier else ""
    without = f"without {listed(left_out)}" if left_out else ""
    return ", ".join(part for part in (less, without) if part)
