"""The warning signs as the journal has them: ticked, checked by a professional, taken back. Each is something else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import groupby

from hiproutine.advice.pain.flags import LANDING
from hiproutine.advice.pain.readings import Reading
from hiproutine.advice.sore_places import landing_sign
from hiproutine.journal.landing import (
    CHECKED,
    TAKEN_BACK,
    landing_settled,
    readable_landing,
    settle_landing,
    standing_landing,
)
from hiproutine.journal.records import FlagRecord
from hiproutine.journal.store import Journal


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign from when it was ticked to what became of it; ticked again meanwhile, it is still one."""

    flag: str
    """The id of its question, which this version need not know."""
    since: datetime
    """When it was first ticked."""
    checked: datetime | None = None
    """When it was noted that a professional has checked it."""
    taken_back: datetime | None = None
    """When the person said that it was a slip."""
    answered: bool = False
    """Whether it was not ticked, but answered beside a score."""

    @property
    def stands(self) -> bool:
        """Whether it was neither checked nor taken back."""
        return self.checked is None and self.taken_back is None

    @property
    def settled(self) -> datetime | None:
        """When it was checked or taken back."""
        return self.checked or self.taken_back


def signs(answers: Iterable[FlagRecord]) -> tuple[Sign, ...]:
    """Every sign that was ever ticked, the oldest first. A check speaks for all that was ticked before it."""
    ticked = sorted((one for one in answers if one.answer), key=lambda one: (one.flag, one.at))
    found: list[Sign] = []
    for flag, group in groupby(ticked, key=lambda one: one.flag):
        rows = list(group)
        checks = sorted(max(one.checked_on, one.at) for one in rows if one.checked_on)  # whatever the clock did
        ends = [(one.at, _checked(one, checks), one.taken_back_on) for one in rows]
        found += [
            Sign(flag, min(at for at, *its in ends if tuple(its) == end), *end)
            for end in dict.fromkeys((checked, back) for _, checked, back in ends)
        ]
    return tuple(sorted(found, key=lambda one: (one.since, one.flag)))


def every_sign(journal: Journal) -> tuple[Sign, ...]:
    """Every sign that was ticked, and the newest answer about landing that says the same, the oldest first."""
    answers = journal.flags()
    found = [*signs(answers), *_landing(readable_landing(journal), answers)]
    return tuple(sorted(found, key=lambda one: (one.since, one.flag)))


def _landing(landing: Reading | None, answers: list[FlagRecord]) -> Iterator[Sign]:
    if landing is None or landing_sign([landing], (), UTC) is None:
        return
    checks = [at for at in landing_settled([one for one in answers if one.flag != TAKEN_BACK]) if at >= landing.at]
    backs = [one.at for one in answers if one.flag == TAKEN_BACK and one.at >= landing.at]
    back = min(backs, default=None)
    yield Sign(LANDING, landing.at, None if back else min(checks, default=None), back, answered=True)


def standing_since(journal: Journal) -> dict[str, datetime]:
    """The ids of the signs that stand, with when each was ticked or answered first."""
    return {one.flag: one.since for one in reversed(every_sign(journal)) if one.stands}


def check_signs(journal: Journal, flags: frozenset[str], at: datetime) -> None:
    """Notes that a professional has checked these."""
    for record in journal.flags(open_only=True):
        if record.flag in flags:
            journal.check_flag(record.id, at)
    if LANDING in flags and standing_landing(journal, journal.flags(), at.tzinfo or UTC):
        settle_landing(journal, CHECKED, at)


def take_back_signs(journal: Journal, flags: frozenset[str], at: datetime) -> None:
    """Notes that these were ticked by mistake; an answer about landing only where that alone is what stands."""
    ticked = [record for record in journal.flags(open_only=True) if record.flag in flags]
    for record in ticked:
        journal.take_back_flag(record.id, at)
    if LANDING in flags and not any(record.flag == LANDING for record in ticked):
        settle_landing(journal, TAKEN_BACK, at)


def _checked(record: FlagRecord, checks: list[datetime]) -> datetime | None:
    """When an answer was checked: by the first check after it. One that was taken back needs none."""
    if record.taken_back_on:
        return None
    return next((at for at in checks if at >= record.at), None)
