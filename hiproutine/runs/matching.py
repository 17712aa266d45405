"""Whether a recording is a run that is kept already, and what two accounts of one run make together. Pure."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from hiproutine.advice.recovery.facts import Outing, Sport
from hiproutine.runs.recording import TRUST, Recording, Remark, Source, trust

OVERLAP = 0.6
"""Of the shorter of two, from which they are one run: watch and phone start up to minutes apart."""
ALIKE = 0.1
"""By which part two distances or times may differ where a run was typed without its time of day: people round."""
_NOON = (12, 0, 0)


def same_run(found: Recording, kept: Outing) -> bool:
    """Whether they share a key of their source, or are of one sport and lie over each other in time.

    What was typed has no time of day, or that of the typing: it is the run of its day that was over before, and is as
    far or as long.
    """
    if set(found.keys) & set(kept.keys):
        return True
    if (found.sport or Sport.RUN) is not kept.sport:
        return False
    if Remark.DAY_ONLY in found.remarks and Remark.DAY_ONLY in kept.remarks:
        return False  # two runs of one day in one table
    if Remark.DAY_ONLY in found.remarks or Remark.DAY_ONLY in kept.remarks:
        return found.start.date() == kept.at.date() and _alike(found, kept)
    if overlap(found.start, found.end, kept.start, kept.at) >= OVERLAP:
        return True
    return not kept.source and _typed_of_its_day(found, kept) and _alike(found, kept)


def recorded(typed: Outing, kept: Outing) -> bool:
    """Whether what a person types now is a run that a file told of before: of its day, over by then, and about as far.

    Where its pain was told already, it is another one.
    """
    if not kept.source or kept.pain is not None or kept.sport is not typed.sport:
        return False
    of_its_day = typed.at.date() == kept.start.astimezone(typed.at.tzinfo).date()
    return of_its_day and (_at_noon(typed) or typed.at >= kept.start) and _alike(typed, kept)


def told(typed: Outing, kept: Outing) -> Outing:
    """A run that a file told of, with what the person says of it."""
    return replace(kept, pain=typed.pain, surface=typed.surface or kept.surface, note=typed.note or kept.note)


def overlap(begin: datetime, end: datetime, other: datetime, other_end: datetime) -> float:
    """How much of the shorter of two spans lies in the other, 0 to 1; 0 where one has no length."""
    shorter = min(end - begin, other_end - other)
    common = min(end, other_end) - max(begin, other)
    return common / shorter if shorter > timedelta() else 0.0


def _typed_of_its_day(found: Recording, kept: Outing) -> bool:
    local = kept.at.astimezone(found.start.tzinfo)
    return found.start.date() in {kept.at.date(), local.date()} and (_at_noon(kept) or kept.at >= found.start)


def _at_noon(typed: Outing) -> bool:
    """Whether it was typed for a day, without its time."""
    return (typed.at.hour, typed.at.minute, typed.at.second, typed.at.microsecond) == (*_NOON, 0)


def _alike(found: Recording | Outing, kept: Outing) -> bool:
    """Whether what both know of distance and time is about the same; they have to know one of them both."""
    pairs = [(found.metres, kept.metres), (found.seconds, kept.seconds)]
    both = [(one, other) for one, other in pairs if one and other]
    return bool(both) and all(abs(one - other) <= ALIKE * max(one, other) for one, other in both)


def outing_of(found: Recording, identity: str) -> Outing:
    """A recording as it is kept; of one whose sport is not said, a run."""
    return Outing(
        identity,
        found.end,
        found.sport or Sport.RUN,
        found.metres,
        found.seconds,
        found.surface,
        source=found.source.value,
        elapsed=found.elapsed,
        keys=found.keys,
        remarks=tuple(one.value for one in found.remarks),
    )


def together(kept: Outing, found: Recording) -> Outing:
    """What is kept with what the recording adds: the better source tells distance, time and start.

    What the person typed (pain, surface, note) stays.
    """
    keys = tuple(dict.fromkeys((*kept.keys, *found.keys)))
    new = outing_of(found, kept.id)
    if found.trust <= trust_of(kept):
        return replace(
            kept,
            keys=keys,
            metres=kept.metres or new.metres,
            seconds=kept.seconds or new.seconds,
            surface=kept.surface or new.surface,
        )
    return replace(
        new,
        keys=keys,
        metres=new.metres or kept.metres,
        seconds=new.seconds or kept.seconds,
        surface=kept.surface or new.surface,
        pain=kept.pain,
        note=kept.note,
    )


def trust_of(kept: Outing) -> int:
    """How good the numbers of an outing are; those that were typed give way to any device's."""
    return trust(Source(kept.source), kept.remarks) if kept.source in TRUST else 0
