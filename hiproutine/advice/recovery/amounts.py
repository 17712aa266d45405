"""Distances and times as a person writes them, and a pace as it is said."""

from __future__ import annotations

import re

from hiproutine.advice.recovery.building import MILE, Unit

FARTHEST = 1_000_000.0
"""Metres; more is a slip of the keys."""
LONGEST = 48 * 3600.0
"""Seconds."""

_DISTANCE = re.compile(r"([0-9]{1,9}(?:[.,][0-9]{1,6})?)\s*([a-z]*)")
_CLOCK = re.compile(r"(?:([0-9]{1,2}):)?([0-9]{1,3}):([0-9]{2})")
_PARTS = re.compile(r"(?:([0-9]{1,3})\s*h)?\s*(?:([0-9]{1,4})\s*m(?:in)?)?\s*(?:([0-9]{1,5})\s*s)?")


_METRES = {
    **dict.fromkeys(("km", "k"), 1000.0),
    **dict.fromkeys(("mi", "mile", "miles"), MILE),
    **dict.fromkeys(("m", "metres", "meters"), 1.0),
}


def metres_of(text: str, unit: Unit) -> float:
    """`5km`, `3.1 mi`, `400m`, or a bare number in `unit`.

    Raises:
        ValueError: with a sentence that says how to write it.
    """
    match = _DISTANCE.fullmatch(text.strip().casefold())
    scale = _METRES.get(match.group(2) or ("km" if unit is Unit.KM else "mi")) if match else None
    if match is None or scale is None:
        raise ValueError('write it as "5km", "3.1mi" or "400m"')
    metres = float(match.group(1).replace(",", ".")) * scale
    if not 0 < metres <= FARTHEST:
        raise ValueError("it goes from 1 metre to 1000 km")
    return round(metres, 3)


def seconds_of(text: str) -> float:
    """`28m`, `1h5m`, `28:30`, `1:02:10`, or a bare number of minutes.

    Raises:
        ValueError: with a sentence that says how to write it.
    """
    said = text.strip().casefold()
    if match := _CLOCK.fullmatch(said):
        hours, minutes, seconds = (int(part or 0) for part in match.groups())
        fits = seconds < 60 and (match.group(1) is None or minutes < 60)
    elif said.isdecimal() and len(said) < 5:
        hours, minutes, seconds, fits = 0, int(said), 0, True
    else:
        match = _PARTS.fullmatch(said)
        hours, minutes, seconds = (int(part or 0) for part in match.groups()) if match else (0, 0, 0)
        fits = bool(match and said)
    total = float(hours * 3600 + minutes * 60 + seconds)
    if not fits:
        raise ValueError('write it as "28m", "28:30" or "1h5m"')
    if not 0 < total <= LONGEST:
        raise ValueError("it goes from 1 second to 48 hours")
    return total


def pace_text(metres: float, seconds: float, unit: Unit) -> str:
    """`5:36 a km`: minutes and seconds for one kilometre or mile, to a second."""
    scale = 1000.0 if unit is Unit.KM else MILE
    minutes, left = divmod(round(seconds * scale / metres), 60)
    return f"{minutes}:{left:02d} a {'km' if unit is Unit.KM else 'mile'}"
