"""Distances and paces as authors write them, and what is meant by other spellings. Pure."""

from __future__ import annotations

import re
from fractions import Fraction

from hiproutine.plan.distances import Distance, number_of, seconds_a_metre
from hiproutine.routine.durations import A_SIDE, SIDED
from hiproutine.routine.repetitions import each_set
from hiproutine.routine.values import BadValue, quoted

MOST = {"m": 99_999, "yd": 99_999, "km": 100, "mi": 100}
"""Of each unit; more is a slip of the pen."""
PERHAPS_METRES_FROM, METRES_FROM = 10, 50
"""A bare number from the first on may mean metres, and from the second on it does."""
FASTEST, SLOWEST = 2 * 60, 60 * 60
"""Seconds a kilometre or a mile that a pace may be."""

_DISTANCE = re.compile(r"([0-9]{1,6}(?:\.[0-9]{1,3})?(?= ?[km][mi])|[0-9]{1,6}) ?(m|km|mi|yd)")
"""Metres and yards are whole."""
_LOOSE = re.compile(r"([0-9]{1,6}(?:[.,][0-9]{1,3})?)[ -]*([a-z]+)\.?")
_UNITS = {
    **dict.fromkeys(("m", "mtr", "mtrs", "meter", "meters", "metre", "metres", "metern"), "m"),
    **dict.fromkeys(("km", "kms", "k", "kilometer", "kilometers", "kilometre", "kilometres"), "km"),
    **dict.fromkeys(("mi", "mile", "miles"), "mi"),
    **dict.fromkeys(("yd", "yds", "yard", "yards"), "yd"),
}
_PACE = re.compile(r"([0-9]{1,2}):([0-5][0-9]) ?/ ?(km|mi)")
_LOOSE_PACE = re.compile(
    r"@?\s*([0-9]{1,2})(?:[:.]([0-5][0-9]))?\s*(?:min(?:utes)?)?\s*(?:/|per|a|an|pro)?\s*([a-z]*)\.?"
)
_WRITE = 'write it as "400m", "1.5 km", "1 mi" or "440yd"'
_WRITE_PACE = 'write it as "5:30 /km" or "9:00 /mi"'


def parse_distance(value: object) -> Distance | tuple[Distance, ...]:
    """A distance such as `"400m"`, or a list with one for each set.

    Raises:
        BadValue: `wrong-type`, `unknown-value` or `out-of-range`, with the place inside a list.
    """
    return each_set(value, _one) if isinstance(value, list) else _one(value)


def parse_pace(value: object) -> Fraction:
    """`"5:30 /km"` or `"9:00 /mi"` as seconds a metre.

    Raises:
        BadValue: `wrong-type`, `unknown-value` or `out-of-range`.
    """
    match = _PACE.fullmatch(value) if isinstance(value, str) else None
    if match is None:
        raise BadValue(_code(value), f"{quoted(value)} is not a pace", _pace_cure(value))
    minutes, seconds, unit = int(match[1]), int(match[2]), match[3]
    if not FASTEST <= minutes * 60 + seconds <= SLOWEST:
        cure = f'write "{FASTEST // 60}:00 /{unit}" to "{SLOWEST // 60}:00 /{unit}"'
        raise BadValue("out-of-range", f"{quoted(value)} is no pace to run or to walk", cure)
    return seconds_a_metre(minutes, seconds, unit)


def meant_distance(value: object) -> str:
    """The distance that a text means, as it is to be written; empty where it means none."""
    match = _LOOSE.fullmatch(value.strip().casefold()) if isinstance(value, str) else None
    unit = _UNITS.get(match[2], "") if match else ""
    if match is None or not unit:
        return ""
    number = Fraction(match[1].replace(",", "."))
    return f"{max(1, round(number))}{unit}" if unit in {"m", "yd"} else f"{number_of(number)} {unit}"


def _code(value: object) -> str:
    return "unknown-value" if isinstance(value, str) else "wrong-type"


def _one(value: object) -> Distance:
    match = _DISTANCE.fullmatch(value) if isinstance(value, str) else None
    if match is None:
        raise BadValue(_code(value), f"{quoted(value)} is not a distance", _cure(value))
    amount, unit = Fraction(match[1]), match[2]
    if not amount:
        raise BadValue("out-of-range", f"{quoted(value)} is too short, the least is 1 m", 'write "1m" or more')
    if amount > MOST[unit]:
        message = f"{quoted(value)} is too far, the most is {MOST[unit]:,} {unit}"
        raise BadValue("out-of-range", message, f'write "{MOST[unit]} {unit}" or less')
    return Distance(f"{number_of(amount)} {unit}")


def _cure(value: object) -> str:
    if meant := meant_distance(value):
        return f'write "{meant}"'
    if isinstance(value, str) and (meant := meant_distance(SIDED.sub("", value.casefold()))):
        return f'write "{meant}"; {A_SIDE}'
    if isinstance(value, (int, float)) and not isinstance(value, bool) and 0 < value <= MOST["m"]:
        number = number_of(Fraction(value))
        metres = f'"{number}m", ' if value >= PERHAPS_METRES_FROM and value == round(value) else ""
        return f'write "{round(value)}m"' if value >= METRES_FROM else f'write {metres}"{number} km" or "{number} mi"'
    return _WRITE


def _pace_cure(value: object) -> str:
    match = _LOOSE_PACE.fullmatch(value.strip().casefold()) if isinstance(value, str) else None
    if match is None:
        return _WRITE_PACE
    pace, unit = f"{int(match[1])}:{match[2] or '00'}", _UNITS.get(match[3], "")
    if unit in {"km", "mi"}:
        return f'write "{pace} /{unit}"'
    return f'write "{pace} /km" or "{pace} /mi"' if not match[3] else _WRITE_PACE
