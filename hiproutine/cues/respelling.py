"""What a voice would misread, in words it reads right. Pure; what is shown stays as it was written."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache

from hiproutine.cues.words import duration_words, number_words

_FRACTIONS = {
    "1/2": "one half", "1/3": "one third", "2/3": "two thirds", "1/4": "one quarter", "3/4": "three quarters",
}  # fmt: skip
_PARTS = {"½": "half", "⅓": "third", "⅔": "two thirds", "¼": "quarter", "¾": "three quarters"}
_UNITS = {
    "km": "kilometre", "m": "metre", "cm": "centimetre", "mm": "millimetre", "mi": "mile", "kg": "kilogram",
    "g": "gram",
    "h": "hour", "hr": "hour", "hrs": "hour", "min": "minute", "mins": "minute", "s": "second", "sec": "second",
    "secs": "second",
}  # fmt: skip
_SIDES = {"L": "left", "R": "right"}
_N = r"(?<![\w.,/:-])(\d{1,4}(?:\.\d+)?)"
"""A number that stands by itself."""
_END = r"(?![\w/:-]|[.,]\d)"

Respell = Callable[[re.Match[str]], str]


def _number(text: str) -> str:
    """A number in words where it is whole and small, as it was elsewhere."""
    return number_words(int(text)) if text.isdigit() else text


def _pair(match: re.Match[str]) -> str:
    """`3/4` as a part, `90/90` as two numbers; which of two other numbers is meant is left to who hears them."""
    return _FRACTIONS.get(match[0].replace(" ", "")) or f"{_number(match[1])} {_number(match[2])}"


def _part(match: re.Match[str]) -> str:
    """`½` and `1½`."""
    part = _PARTS[match[2]]
    article = "" if " " in part else "a "
    return (
        f"{_number(match[1])} and {article}{part}" if match[1] else f"{article}{part}".removeprefix("a half") or "half"
    )


def _unit(match: re.Match[str]) -> str:
    noun = _UNITS[match[2]]
    return f"{match[1]} {noun}" if match[1] == "1" else f"{match[1]} {noun}s"


def _range_unit(match: re.Match[str]) -> str:
    return f"{_number(match[1])} to {_number(match[2])} {_UNITS[match[3]]}s"


def _times_unit(match: re.Match[str]) -> str:
    return f"{_number(match[1])} times {_number(match[2])} {_UNITS[match[3]]}s"


_UNIT_NAMES = "|".join(sorted(_UNITS, key=len, reverse=True))
_TABLE: tuple[tuple[str, Respell | str], ...] = (
    (rf"{_N}:([0-5]\d){_END}", lambda m: duration_words(int(float(m[1])) * 60 + int(m[2]))),
    (
        rf"(?<![\w.,/:-])\d{{1,2}}(?:\s?[-–]\s?\d{{1,2}}){{2,3}}{_END}",
        lambda m: ", ".join(map(_number, re.findall(r"\d+", m[0]))),
    ),
    (rf"{_N}\s?[-–]\s?(\d{{1,4}})\s?({_UNIT_NAMES})\b", _range_unit),
    (rf"{_N}\s?[-–]\s?(\d{{1,4}}){_END}", lambda m: f"{_number(m[1])} to {_number(m[2])}"),
    (rf"{_N}\s?/\s?(\d{{1,4}}){_END}", _pair),
    (rf"{_N}\s?[x×X]\s?(\d{{1,4}})\s?({_UNIT_NAMES})\b", _times_unit),
    (rf"{_N}\s?[x×X]\s?(\d{{1,4}}){_END}", lambda m: f"{_number(m[1])} times {_number(m[2])}"),
    (rf"{_N}\s?[x×](?!\w)", lambda m: f"{_number(m[1])} times"),
    (r"(?<!\w)[x×]\s?(\d{1,4})(?!\w)", lambda m: f"{_number(m[1])} times"),
    (r"(?:(\d{1,4})\s?)?([½⅓⅔¼¾])", _part),
    (rf"{_N}\s?({_UNIT_NAMES})(?![\w/])", _unit),
    (r"(\d)\s?%", r"\1 percent"),
    (r"(\d)\s?°", r"\1 degrees"),
    (r"(?<!\w)L\s?[/+&]\s?R(?!\w)", "left and right"),
    (r"(?<!\w)R\s?[/+&]\s?L(?!\w)", "right and left"),
    (r"(?<![\w.])([LR])(?![\w'’.])", lambda m: _SIDES[m[1]]),
    (r"(?<!\w)w/\s?", "with "),
    (r"(?i)(?<!\w)e\.g\.,?", "for example"),
    (r"(?i)(?<!\w)vs\.?(?!\w)", "versus"),
    (r"\s?&\s?", " and "),
    (r"(?<=\w)\s?\+\s?(?=\w)", " plus "),
    (r"[~≈]\s?(?=\d)", "about "),
    (r"(?<=[^\W\d])\s?/\s?(?=[^\W\d])", " or "),
    (r"\s*[(\[]\s*", ", "),
    (r"\s*[)\]]\s*(?=[\w])", ", "),
    (r"\s*[)\]]", ""),
    (r"\s*(?:[—→•·|]|\s–\s)\s*", ", "),
    (r"[*_#`\"“”„«»]+", " "),
    (r"!+", "."),
    (r"\s+([.,;:?])", r"\1"),
    (r"([,;:])(?:\s*[,;:])+", r"\1"),
    (r",(?=[.?])", ""),
    (r"\s+", " "),
)
_PLAIN = re.compile(r"[A-Za-z ,.;:'’?-]*")
"""A text of which nothing has to be changed; most are such."""
_LONELY_SIDE = re.compile(r"(?<!\w)[LR](?!\w)")
_OWN_END = " .,;:!?…"


@cache
def _compiled() -> list[tuple[re.Pattern[str], Respell | str]]:
    """The table, once something has to be changed by it: a program that says nothing has no time for it."""
    return [(re.compile(pattern), by) for pattern, by in _TABLE]


@lru_cache(maxsize=1024)  # the texts of a step are said again with each set, side and round
def respelled(text: str) -> str:
    """A text as a voice is to read it: `90/90`, `4x8`, `8-12`, `¾`, `5 km`, `L/R`, `&` and the like in words."""
    if _PLAIN.fullmatch(text) and not _LONELY_SIDE.search(text):
        return " ".join(text.split())
    for pattern, by in _compiled():
        text = pattern.sub(by, text)
    return text.strip(" ,")


def name_said(name: str) -> str:
    """A step's name inside a sentence: without the marks it ends with, and with none that would end the sentence."""
    said = respelled(name).strip(_OWN_END)
    return re.sub(r"[.;:!?…]+(?=\s)", ",", said)
