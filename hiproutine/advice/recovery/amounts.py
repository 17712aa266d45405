"""Distances and times as a person writes them, and a pace as it is said."""

from __future__ import annotations

import re

from hiproutine.advice.recovery.building import MILE, Unit
from hiproutine.advice.recovery.facts import Sport

FARTHEST = 1_000_000.0
"""Metres; more is a slip of the keys."""
LONGEST = 48 * 3600.0
"""Seconds."""

_DISTANCE = re.compile(r"([0-9][0-9.,'’ \u202f]{0,20})\s*([a-z]*)")
_GROUPED = re.compile(r"[0-9]{1,3}(?:([.,'’ \u202f])[0-9]{3})(?:\1[0-9]{3})*(?:[.,][0-9]{1,6})?")
"""With thousands apart, in whatever custom."""
_DECIMAL = re.compile(r"[0-9]{1,9}(?:[.,][0-9]{1,6})?")
_H, _M, _S = r"(?:h|hrs?|hours?)\.?", r"(?:m|mins?|minutes?|['’′])\.?", r"(?:s|secs?|seconds?|[\"”″]|['’′]{2})\.?"
_PART_OF = re.compile(rf"([0-9]{{1,4}})[.,]([0-9])\s*({_H}|{_M})?")
"""A length with one decimal, in hours or minutes."""
_CLOCK = re.compile(r"(?:([0-9]{1,2}):)?([0-9]{1,3}):([0-9]{2})")
_CLOCK_OF_HOURS = re.compile(rf"([0-9]{{1,2}}):([0-5][0-9])\s*{_H}")
_AND = r"(?:\s|,|and\b)*"
_PARTS = re.compile(rf"(?:([0-9]{{1,3}})\s*{_H})?{_AND}(?:([0-9]{{1,4}})\s*{_M})?{_AND}(?:([0-9]{{1,5}})\s*{_S})?")
_LAST_UNIT_LEFT_OUT = re.compile(rf"([0-9]{{1,3}}\s*(?:({_H})|{_M})){_AND}([0-5]?[0-9])")
"""As `1h30` and `28m30` are written."""
_IN_WORDS = {"an hour": "1h", "half an hour": "30m", "one hour": "1h", "an hour and a half": "1h30m"}


_METRES = {
    **dict.fromkeys(("km", "k"), 1000.0),
    **dict.fromkeys(("mi", "mile", "miles"), MILE),
    **dict.fromkeys(("m", "metres", "meters"), 1.0),
}


def metres_of(text: str, unit: Unit) -> float:
    """`5km`, `3.1 mi`, `400m`, or a bare number in `unit`; in metres where nobody could go so far in that.

    Raises:
        ValueError: with a sentence that says how to write it.
    """
    match = _DISTANCE.fullmatch(text.strip().casefold())
    scale = _METRES.get(match.group(2) or ("km" if unit is Unit.KM else "mi")) if match else None
    if match is None or scale is None:
        raise ValueError('write it as "5km", "3.1mi" or "400m"')
    said = match.group(1).strip()
    if not match.group(2) and _in_metres(said, scale):
        scale = 1.0
    metres = _number(said, grouped=scale == 1.0) * scale
    if not 0 < metres <= FARTHEST:
        raise ValueError("it goes from 1 metre to 1000 km")
    return round(metres, 3)


def _in_metres(said: str, scale: float) -> bool:
    """Whether a number without a unit can only be metres, such as `10 000` and `5000`."""
    if _DECIMAL.fullmatch(said):
        return float(said.replace(",", ".")) * scale > FARTHEST
    return bool(_GROUPED.fullmatch(said)) and not said.startswith("0")


def _number(said: str, *, grouped: bool) -> float:
    """A number in either custom. Three digits after a separator are thousands where metres are meant (`grouped`).

    Kilometres and miles in thousands are farther than anybody runs, so that there they are decimals.

    Raises:
        ValueError: it may be two numbers.
    """
    if grouped and _GROUPED.fullmatch(said) and not said.startswith("0"):
        head, last = said, ""
        marks = re.sub(r"[0-9]", "", said)
        if len(set(marks)) > 1 or (len(marks) == 1 and not re.fullmatch(r".*\D[0-9]{3}", said)):
            head, last = re.split(r"[.,](?=[0-9]+$)", said, maxsplit=1)
        return float(re.sub(r"\D", "", head) + (f".{last}" if last else ""))
    if not _DECIMAL.fullmatch(said):
        raise ValueError('write it without thousands apart, as "12.5km" or "5000m"')
    return float(said.replace(",", "."))


def seconds_of(text: str) -> float:
    """`28m`, `1h5m`, `1h30`, `28:30`, `1:02:10`, `90 minutes`, or a bare number of minutes.

    Raises:
        ValueError: with a sentence that says how to write it.
    """
    said = " ".join(text.casefold().split())
    said = _IN_WORDS.get(said, said)
    if match := _LAST_UNIT_LEFT_OUT.fullmatch(said):
        said = f"{match.group(1)} {match.group(3)}{'m' if match.group(2) else 's'}"
    elif match := _CLOCK_OF_HOURS.fullmatch(said):
        said = f"{match.group(1)}h {match.group(2)}m"
    if match := _CLOCK.fullmatch(said):
        hours, minutes, seconds = (int(part or 0) for part in match.groups())
        fits = seconds < 60 and (match.group(1) is None or minutes < 60)
    elif part := _PART_OF.fullmatch(said):
        whole, tenth, unit = part.groups()
        minutes_each = 60 if (unit or "").startswith("h") else 1
        tenths = (int(whole) * 10 + int(tenth)) * minutes_each * 6
        hours, minutes, seconds, fits = 0, 0, tenths, True
    elif said.isdecimal() and len(said) < 5:
        hours, minutes, seconds, fits = 0, int(said), 0, True
    else:
        match = _PARTS.fullmatch(said)
        hours, minutes, seconds = (int(part or 0) for part in match.groups()) if match else (0, 0, 0)
        fits = bool(match and any(match.groups()))
    total = float(hours * 3600 + minutes * 60 + seconds)
    if not fits:
        raise ValueError('write it as "28m", "28:30" or "1h5m"')
    if not 0 < total <= LONGEST:
        raise ValueError("it goes from 1 second to 48 hours")
    return total


def is_unlikely(sport: Sport, metres: float | None, seconds: float | None) -> bool:
    """Whether nobody moves so fast, so slowly or so far: a slip of the keys, to be asked about."""
    fastest, slowest, farthest = _LIKELY.get(sport, (10.0, 86400.0, FARTHEST))
    if metres and metres > farthest:
        return True
    if not (metres and seconds):
        return False
    pace = seconds * 1000 / metres
    return not fastest <= pace <= slowest


_LIKELY = {
    Sport.RUN: (95.0, 1800.0, 350_000.0),
    Sport.WALK: (240.0, 5400.0, 200_000.0),
    Sport.HIKE: (240.0, 7200.0, 200_000.0),
    Sport.CYCLE: (45.0, 1200.0, FARTHEST),
    Sport.SWIM: (450.0, 9000.0, 100_000.0),
}
"""Seconds a kilometre at the fastest and slowest, and metres at the most: the fastest are world records, with some air
(100 m run 9.58 s, 20 km walked 76 min, 100 m swum 46 s); the slowest and the farthest are ours."""


def pace_text(metres: float, seconds: float, unit: Unit) -> str:
    """`5:36 a km`: minutes and seconds for one kilometre or mile, to a second."""
    scale = 1000.0 if unit is Unit.KM else MILE
    minutes, left = divmod(round(seconds * scale / metres), 60)
    return f"{minutes}:{left:02d} a {'km' if unit is Unit.KM else 'mile'}"
