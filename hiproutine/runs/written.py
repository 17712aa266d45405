"""Numbers, lengths of time and dates as tables of many languages write them. Pure."""

from __future__ import annotations

import re
import unicodedata
from datetime import UTC, datetime
from typing import NamedTuple

_NUMBER = re.compile(r"[0-9][0-9.,]*")
_CLOCK = re.compile(r"(?:([0-9]{1,3}):)?([0-9]{1,3}):([0-9]{2})(?:[.,]([0-9]{1,3}))?")
_TIME = re.compile(r"([0-9]{1,2}):([0-9]{2})(?::([0-9]{2}))?(?:[.,][0-9]+)?\s*([ap])?\.?\s?(?:m\b\.?)?", re.IGNORECASE)
_NUMERIC = re.compile(r"([0-9]{1,4})\s*[./年-]\s*([0-9]{1,2})\s*[./月-]\s*([0-9]{1,4})")
_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}([T ][0-9]{2}:[0-9]{2}.*)?")
_MONTHS = (
    "jan ene gen янв sty led",
    "feb fev fevr fév lut unor",
    "mar mär maer marz mrt brez",
    "apr avr abr kwi dub",
    "may mai maj mag mei май мая kve",
    "jun juin giu cze cerven",
    "jul juil lug lip cervenec",
    "aug aou ago août sie srp",
    "sep set wrz zar",
    "oct okt ott out paz rij окт",
    "nov lis нояб",
    "dec dez dic des déc gru pro дек",
)
_CYRILLIC = "янв фев мар апр мая июн июл авг сен окт ноя дек".split()


class Moment(NamedTuple):
    """A date as it was written."""

    at: datetime
    """Naive, but where an offset is written."""
    timed: bool
    """Whether the time of day is written with it."""


def numbers(text: str) -> tuple[float, ...]:
    """What a number can mean, the likelier first: `5,81` is one thing, `1,020` two. Nothing for `--`."""
    plain = re.sub(r"[\s'’\u00a0\u202f]", "", text)
    if not _NUMBER.fullmatch(plain) or len(plain) > 15:
        return ()
    dots, commas = plain.count("."), plain.count(",")
    if dots and commas:
        sign = max(".,", key=plain.rfind)
        other = "," if sign == "." else "."
        return (_float(plain.replace(other, "").replace(sign, ".")),) if plain.count(sign) == 1 else ()
    if dots + commas == 0:
        return (float(plain),)
    sign = "." if dots else ","
    whole = _float(plain.replace(sign, ""))
    if dots + commas > 1:
        return (whole,)
    part = _float(plain.replace(sign, "."))
    if len(plain) - plain.index(sign) == 4:
        return (part, whole) if sign == "." else (whole, part)
    return (part,)


def _float(text: str) -> float:
    return float(text.strip(".") or 0)


def length(text: str) -> float | None:
    """Seconds of `1:02:10`, `28:30`, `28:30.5`; None for anything else."""
    match = _CLOCK.fullmatch(text.strip())
    if match is None:
        return None
    hours, minutes, seconds = (int(part or 0) for part in match.groups()[:3])
    return hours * 3600 + minutes * 60 + seconds + float(f"0.{match.group(4) or 0}")


def moment(text: str, *, month_first: bool = False) -> Moment | None:
    """A date, with its time of day where it has one; None for anything else.

    `month_first` is how a date such as 05/04/2026 is meant.
    """
    plain = re.sub(r"[\u00a0\u202f\u2009]", " ", text).strip()
    if not 6 <= len(plain) <= 60:
        return None
    if match := _ISO.fullmatch(plain):
        try:
            return Moment(datetime.fromisoformat(plain), match.group(1) is not None)
        except ValueError:
            return None
    time = _TIME.search(plain)
    rest = f"{plain[: time.start()]} {plain[time.end() :]}" if time else plain
    day = _day(rest, month_first=month_first)
    if day is None:
        return None
    hour, minute, second = (int(part or 0) for part in time.groups()[:3]) if time else (0, 0, 0)
    half = (time.group(4) or "").lower() if time else ""
    if half and hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    try:
        return Moment(datetime(*day, hour, minute, second), time is not None)  # noqa: DTZ001 - as written
    except ValueError:
        return None


def _day(text: str, *, month_first: bool) -> tuple[int, int, int] | None:
    match = _NUMERIC.search(text)
    if match:
        first, second, third = (int(part) for part in match.groups())
        if len(match.group(1)) == 4:
            return first, second, third
        year = third + 2000 if third < 100 else third
        return (year, first, second) if (month_first and first <= 12) or second > 12 else (year, second, first)
    found = [int(part) for part in re.findall(r"[0-9]+", text)]
    years, days = [one for one in found if one > 999], [one for one in found if one <= 31]
    month = next((number for word in re.findall(r"[^\W\d_]{3,}", text) if (number := _month(word))), None)
    if len(years) != 1 or len(days) != 1 or month is None:
        return None
    return years[0], month, days[0]


def _month(word: str) -> int | None:
    """The number of a month by its name or the beginning of it, in the languages known here."""
    folded = word.casefold()
    plain = "".join(c for c in unicodedata.normalize("NFKD", folded) if not unicodedata.combining(c))
    for number, names in enumerate(_MONTHS, start=1):
        if folded.startswith(_CYRILLIC[number - 1]):
            return number
        if plain[:4] in {"juin", "juil"}:
            return 6 if plain[:4] == "juin" else 7
        if any(len(one) >= 3 and plain.startswith(one) for one in names.split()):
            return number
    return None


def month_first(texts: list[str]) -> bool:
    """Whether dates such as 05/14/2026 stand in a column: then all of it has the month first."""
    for text in texts:
        match = _NUMERIC.search(text)
        if match and len(match.group(1)) < 4 and "." not in match.group(0):
            if int(match.group(2)) > 12:
                return True
            if int(match.group(1)) > 12:
                return False
    return False


def in_utc(found: Moment) -> datetime:
    """The moment, where what is written without an offset is UTC."""
    return found.at if found.at.tzinfo else found.at.replace(tzinfo=UTC)
