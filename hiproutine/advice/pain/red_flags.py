"""When the red-flag questions are asked, and which of them stand."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta, tzinfo
from enum import StrEnum
from typing import NamedTuple

from hiproutine.advice.pain.bands import Band
from hiproutine.advice.pain.because import Because
from hiproutine.advice.pain.days import day_of
from hiproutine.advice.pain.flags import BY_ID, FLAGS, SOON, Flag
from hiproutine.advice.pain.readings import Area, Reading, Side

AGAIN_AFTER = timedelta(days=7)
"""Whole days after which the questions come again, and after a check those that may return. Ours."""


class Screen(NamedTuple):
    """The questions answered once."""

    id: str
    """A UUID."""
    at: datetime
    chosen: frozenset[str] = frozenset()
    """The ids of the flags that apply; empty is "none of these"."""


class Check(NamedTuple):
    """What was said about one flag: checked by a professional on a date."""

    id: str
    """A UUID."""
    at: datetime
    """When it was noted."""
    flag: str
    on: date


class Standing(NamedTuple):
    """A flag that stands, and the answer it comes from."""

    flag: Flag
    screen: str
    day: date
    """Since when: the person's day on which it was first ticked and not checked since."""
    how: str = "ticked"
    """Or `answered`, beside a score."""

    @property
    def because(self) -> Because:
        """The answer, in words."""
        return Because((self.screen,), f"{self.flag.words} ({self.how} on {self.day:%Y-%m-%d})")


class Why(StrEnum):
    """Why the questions come now, to be said above them."""

    FIRST_USE = "These questions come once before you begin."
    HIGH = "Pain was at 6 or more, so these questions come again."
    NEW_SPOT = "The pain is in a new place, so these questions come again."
    WEEK_PASSED = "A week has passed since these questions."
    CHECKED = "A week has passed since this was checked."


def standing(screens: Sequence[Screen], checks: Sequence[Check], zone: tzinfo) -> tuple[Standing, ...]:
    """The flags that apply: chosen, and not noted as checked since. Answering "none" later does not take one back."""
    found = []
    unknown = sorted({name for one in screens for name in one.chosen} - BY_ID.keys())
    for flag in (*FLAGS, *map(flag_called, unknown)):
        checked = [check for check in checks if check.flag == flag.id]
        chosen = [one for one in screens if flag.id in one.chosen and not _cleared(checked, one.at, zone)]
        if chosen:
            first = min(chosen, key=lambda screen: screen.at)
            found.append(Standing(flag, first.id, day_of(first.at, zone)))
    return tuple(found)


def flag_called(name: str) -> Flag:
    """The question of an id; of one that this version does not know, one that has it looked at all the same."""
    shown = "".join(char if char.isprintable() else "?" for char in name)
    return BY_ID.get(name) or Flag(name, SOON, f"A sign that this version does not know ({shown})")


def when_to_ask(
    screens: Sequence[Screen],
    checks: Sequence[Check],
    reading: Reading | None,
    earlier: Sequence[Reading],
    *,
    now: datetime,
    zone: tzinfo,
) -> Why | None:
    """Why the questions are due, or None. Never twice in a day; they can be opened by hand at any time.

    `reading` is the answer just given, `earlier` are all before it.
    """
    if not screens:
        return Why.FIRST_USE
    today = day_of(now, zone)
    last = max(day_of(screen.at, zone) for screen in screens)
    if last >= today:
        return None
    if reading and max(reading.score, reading.worst or 0) >= Band.HIGH:
        return Why.HIGH
    if reading and _is_new_spot(reading, earlier):
        return Why.NEW_SPOT
    if today - last >= AGAIN_AFTER:
        return Why.WEEK_PASSED
    return Why.CHECKED if _returns(checks, last, today, zone) else None


def _cleared(checks: Sequence[Check], chosen: datetime, zone: tzinfo) -> bool:
    """A check counts when it was noted after the flag was chosen, and is not promised for a day to come."""
    return any(check.at >= chosen and check.on <= day_of(check.at, zone) for check in checks)


def _returns(checks: Sequence[Check], last: date, today: date, zone: tzinfo) -> bool:
    """Whether a check of a flag that may return is a week old and nothing was asked since that week was over."""
    ends = [day_of(check.at, zone) + AGAIN_AFTER for check in checks if check.flag in BY_ID and BY_ID[check.flag].again]
    return any(last < end <= today for end in ends)


def _is_new_spot(reading: Reading, earlier: Sequence[Reading]) -> bool:
    known = set().union(*(_spots(one) for one in earlier))
    return not _spots(reading) <= known


def _spots(reading: Reading) -> set[tuple[Side | None, Area]]:
    """Where it hurts, side by side; a spot nobody is sure of is none."""
    if reading.area in {None, Area.UNSURE} or not max(reading.score, reading.worst or 0):
        return set()
    sides = (Side.LEFT, Side.RIGHT) if reading.side is Side.BOTH else (reading.side,)
    return {(side, reading.area) for side in sides}
