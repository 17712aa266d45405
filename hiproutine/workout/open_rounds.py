"""Rounds until a time is over, for a watch: it repeats a number of times, so it gets as many as estimates give."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil

from hiproutine.plan.model import Interval, Plan
from hiproutine.plan.open_rounds import Section
from hiproutine.wording import brief, count


def by_estimate(plan: Plan) -> Iterator[Interval]:
    """The intervals in order, one round of a section as often as its time holds, the last one whole."""
    for one in plan.intervals:
        yield one
        section = plan.section_of(one.index)
        if section and one.index + 1 == section.end:
            for _ in range(_rounds(plan, section) - 1):
                yield from plan.intervals[section.first : section.end]


def remarks(plan: Plan) -> tuple[str, ...]:
    """A sentence for each section: that the watch does not know when its time is over."""
    return tuple(
        f"A watch does not repeat until a time is over: it has {count(_rounds(plan, one), 'round')} of "
        f"{plan.intervals[one.first].block_title}, as many as {brief(one.seconds)} hold by estimate. "
        "End them by its clock, and count your own."
        for one in plan.sections.values()
    )


def _rounds(plan: Plan, section: Section) -> int:
    once = sum(one.seconds for one in plan.intervals[section.first : section.end])
    return max(1, ceil(section.seconds / once)) if once else 1
