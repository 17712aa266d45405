"""Ice and heat: how long they may take, and a plan with the length that was chosen. Pure."""

from __future__ import annotations

from dataclasses import replace

from hiproutine.plan.model import Interval, Plan, PlannedCue

LENGTHS = (15 * 60, 20 * 60)
"""Seconds to choose from: 15 to 20 minutes (“7 Ways to Relieve Hip Pain After Running”)."""
CHECK_EVERY = 5 * 60
"""Seconds from one look at the skin to the next."""


def lengths(plan: Plan) -> tuple[int, ...]:
    """What can be chosen for a plan, in seconds, the shortest first; nothing where its author chose another length."""
    found = [one for one in plan.intervals if one.longest is not None]
    return LENGTHS if len(found) == 1 and found[0].seconds == LENGTHS[0] else ()


def lasting(plan: Plan, seconds: int) -> Plan:
    """The plan with its ice or heat so long; a look at the skin every five minutes, and what follows later."""
    shift, intervals = 0.0, []
    for one in plan.intervals:
        new = _longer(one, float(seconds)) if one.longest is not None else one
        intervals.append(replace(new, start=one.start + shift))
        shift += new.seconds - one.seconds
    return replace(plan, seconds=plan.seconds + shift, intervals=tuple(intervals))


def _longer(interval: Interval, seconds: float) -> Interval:
    cues = [replace(cue, at=cue.moment(interval.seconds, seconds)) for cue in interval.cues]
    looks = {cue.at: cue.say for cue in cues if cue.anchor == "start" and cue.at and not cue.at % CHECK_EVERY}
    for at in range(CHECK_EVERY, int(seconds), CHECK_EVERY):
        if looks and at not in looks:
            first, say = next(iter(looks.items()))
            cues.append(PlannedCue(float(at), say.replace(f"{first / 60:.0f}", f"{at // 60}", 1)))
    return replace(interval, seconds=seconds, cues=tuple(sorted(cues, key=lambda cue: cue.at)))
