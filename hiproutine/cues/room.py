"""Where there is room to say something while work goes on. Pure: seconds in, seconds out.

The last three seconds belong to the count. A cue that would still be spoken then is said a little earlier, where it
touches nothing else; and what comes next is said in the last part, between the cues.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from math import ceil

from hiproutine.plan.model import Interval
from hiproutine.wording import shown_seconds

Lasts = Callable[[str], float]
"""The seconds that a text takes."""
FREE = 3.0
"""The last seconds, in which nothing but the count is heard."""
MARGIN = 0.2
"""Seconds that a voice needs to begin and to be known to have ended."""
LAST_PART = 20
"""Seconds from the end of work in which what comes next is said, and never before half of it is over."""
EARLIER = 6.0
"""Seconds by which a cue is said earlier at the most: further from its moment it would be wrong. Ours."""
HALF_TIME = "Half time."


@dataclass(frozen=True, slots=True)
class Piece:
    """Something that is said while work goes on, from its start."""

    at: float
    text: str
    cue: str = ""
    """The cue as it is written, if it is one that may be moved."""


@dataclass(frozen=True, slots=True)
class Moved:
    """A cue that is said earlier: as it is written, the second that is shown then, and what is said."""

    cue: str
    second: int
    text: str


def moved_of(interval: Interval, pieces: list[Piece], lasts: Lasts) -> tuple[Moved, ...]:
    """The cues that would take the count's seconds, where there is room for them earlier; the others stay."""
    found: list[Moved] = []
    rest = list(pieces)
    for one, begins, until in reversed(_spoken(pieces, lasts)):
        if until + MARGIN <= interval.seconds - FREE:
            break
        if not one.cue or one.at == 0 or sum(one.cue == other.cue for other in pieces) > 1:
            continue
        rest.remove(one)
        latest = found[-1].second + 1 if found else 0
        earliest = min(interval.seconds - one.at + EARLIER, shown_seconds(interval.seconds) - 1)
        second = second_for(interval, busy(rest, lasts), lasts(one.text), latest, earliest)
        if second is None or interval.seconds - second >= begins:
            rest.append(one)
        else:
            rest.append(Piece(interval.seconds - second, one.text))
            found.append(Moved(one.cue, second, one.text))
    return tuple(found)


def busy(pieces: Iterable[Piece], lasts: Lasts) -> list[tuple[float, float]]:
    """From when to when something is said; what comes while the voice speaks waits for it."""
    return [(begins, until) for _, begins, until in _spoken(pieces, lasts)]


def second_for(
    interval: Interval, taken: list[tuple[float, float]], lasts: float, latest: int, earliest: float
) -> int | None:
    """The shown second nearest to the end at which so long a text touches nothing, from `latest` to `earliest`."""
    for second in range(max(ceil(FREE + MARGIN + lasts), latest), int(earliest) + 1):
        begins = interval.seconds - second
        if all(until + MARGIN <= begins or at >= begins + lasts + MARGIN for at, until in taken):
            return second
    return None


def _spoken(pieces: Iterable[Piece], lasts: Lasts) -> list[tuple[Piece, float, float]]:
    found, free = [], 0.0
    for one in sorted(pieces, key=lambda piece: piece.at):
        begins = max(one.at, free)
        free = begins + lasts(one.text)
        found.append((one, begins, free))
    return found
