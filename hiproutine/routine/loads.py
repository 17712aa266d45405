"""Weights and bands as authors write them, and what is meant by other spellings. Pure."""

from __future__ import annotations

import re
from fractions import Fraction

from hiproutine.plan.distances import number_of
from hiproutine.routine.values import BadValue, quoted

HEAVIEST = 500
"""Of either unit; more is a slip of the pen."""
LONGEST_BAND = 40

_WEIGHT = re.compile(r"([0-9]{1,3}(?:\.[0-9]{1,2})?) ?(kg|lb)")
_LOOSE = re.compile(r"(?:[0-9] ?[x×] ?)?([0-9]{1,3}(?:[.,][0-9]{1,2})?)[ -]*([a-z]+)\.?")
_UNITS = {
    **dict.fromkeys(("kg", "kgs", "k", "kilo", "kilos", "kilogram", "kilograms", "kilogramm"), "kg"),
    **dict.fromkeys(("lb", "lbs", "pound", "pounds"), "lb"),
}
_NONE = frozenset({"", "0", "none", "no", "body", "bodyweight", "body weight", "bw", "-", "nothing"})
_WRITE = 'write it as "10 kg" or "20 lb"'


def parse_weight(value: object) -> str:
    """`"10 kg"` or `"20 lb"`, in one form.

    Raises:
        BadValue: `wrong-type`, `unknown-value` or `out-of-range`.
    """
    match = _WEIGHT.fullmatch(value) if isinstance(value, str) else None
    if match is None:
        code = "unknown-value" if isinstance(value, str) else "wrong-type"
        raise BadValue(code, f"{quoted(value)} is not a weight", _cure(value))
    number, unit = Fraction(match[1]), match[2]
    if not number:
        raise BadValue("out-of-range", f"{quoted(value)} is no weight", "take it out")
    if number > HEAVIEST:
        message = f"{quoted(value)} is too heavy, the most is {HEAVIEST} {unit}"
        raise BadValue("out-of-range", message, f'write "{HEAVIEST} {unit}" or less')
    return f"{number_of(number)} {unit}"


def parse_band(value: object) -> str:
    """A band by its colour or name, without the word: `green` of `"green band"`.

    Raises:
        BadValue: `wrong-type` or `out-of-range`.
    """
    if not isinstance(value, str):
        cure = 'write its colour or name, such as "green"' if value is not True else 'write which one, such as "green"'
        raise BadValue("wrong-type", f"{quoted(value)} stands where a text belongs", cure)
    name = re.sub(r"(?i)[ -]*(?:resistance )?band$", "", value.strip())
    if not name:
        raise BadValue("out-of-range", "it does not say which band", 'write its colour or name, such as "green"')
    if len(name) > LONGEST_BAND:
        message = f"the text has {len(name)} characters, the most is {LONGEST_BAND}"
        raise BadValue("out-of-range", message, "shorten it")
    return name.casefold() if name.isascii() and name.istitle() else name


def _cure(value: object) -> str:
    if isinstance(value, (int, float)) and not isinstance(value, bool) and 0 < value <= HEAVIEST:
        number = number_of(Fraction(value))
        return f'write "{number} kg" or "{number} lb"'
    if not isinstance(value, str):
        return _WRITE
    text = value.strip().casefold()
    if text in _NONE:
        return "take it out"
    match = _LOOSE.fullmatch(text)
    unit = _UNITS.get(match[2], "") if match else ""
    if match and unit:
        return f'write "{number_of(Fraction(match[1].replace(",", ".")))} {unit}"'
    return f'write "{text} kg" or "{text} lb"' if re.fullmatch(r"[0-9]{1,3}", text) else _WRITE
