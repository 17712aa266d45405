"""Days as people write them: `today`, `yesterday`, `monday`, `3 days ago`, `31.3.`, `31 March`, `2026-03-31`. Pure.

Where a day can be read in two ways it is asked about, and a day without a year is the last one that was.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
LEAST_LETTERS = 3
"""Of a name, so that it is not another one's."""
YEAR = timedelta(days=366)
LEAP_YEAR = 2000
"""A year that has every day."""
HOW = 'write it as "yesterday", "monday", "31 March" or "2026-03-31"'

_AGO = re.compile(r"(\d{1,4}|an?|one|two|three) (day|week)s? ago")
_NUMBERS = re.compile(r"(\d{1,4})([-./ ])(\d{1,2})(?:\2(\d{1,4}))?\.?")
_NAMED = re.compile(
    r"(?:(\d{1,2})(?:st|nd|rd|th|\.)? ?(?:of )?([a-z]+)|([a-z]+) (\d{1,2})(?:st|nd|rd|th)?)[ ,.]*(\d{4})?"
)
_WORDS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3}


def day_called(text: str, today: date) -> date:
    """The day that a text names; weekdays and days without a year are the last that were, today among them.

    Raises:
        ValueError: with a sentence: it names none, or may be two.
    """
    said = " ".join(text.casefold().replace(",", " ").split())
    found = _word(said, today) or _numbered(said, today) or _month_named(said, today)
    if found is None:
        raise ValueError(HOW)
    return found


def _word(said: str, today: date) -> date | None:
    ago = {"today": 0, "now": 0, "tonight": 0, "this morning": 0, "yesterday": 1, "last night": 1}.get(said)
    if said == "the day before yesterday":
        ago = 2
    if match := _AGO.fullmatch(said):
        number = _WORDS.get(match[1]) or int(match[1])
        ago = number * (7 if match[2] == "week" else 1)
    if ago is not None:
        return _back(today, ago)
    name = said.removeprefix("last ").removeprefix("on ")
    weekday = _of(name, WEEKDAYS)
    if weekday is None:
        return None
    back = (today.weekday() - weekday) % 7
    return today - timedelta(days=back or (7 if said.startswith("last ") else 0))


def _numbered(said: str, today: date) -> date | None:
    """`2026-03-31`, `31.3.2026`, `31.3.`, `31/3`; what may be a day or a month is asked about."""
    if re.fullmatch(r"\d{8}", said):
        said = f"{said[:4]}-{said[4:6]}-{said[6:]}"
    match = _NUMBERS.fullmatch(said)
    if not match:
        return None
    first, mark, second, third = int(match[1]), match[2], int(match[3]), match[4]
    if len(match[1]) == 4:
        return _day(first, second, int(third)) if third else None
    year = None if third is None else int(third) + (2000 if len(third) < 3 else 0)
    if mark == ".":
        return _year_found(first, second, year, today)
    if mark == "-" and third is None:
        return _year_found(second, first, year, today)  # as in 03-31, the end of an ISO date
    if first > 12 or first == second:
        return _year_found(first, second, year, today)
    if second > 12:
        return _year_found(second, first, year, today)
    raise ValueError(
        f"it may be {first} {MONTHS[second - 1].capitalize()} or {second} {MONTHS[first - 1].capitalize()}; {HOW}"
        if first > 0 and second > 0
        else HOW
    )


def _month_named(said: str, today: date) -> date | None:
    match = _NAMED.fullmatch(said)
    if not match:
        return None
    month = _of(match[2] or match[3], MONTHS)
    if month is None:
        return None
    year = int(match[5]) if match[5] else None
    return _year_found(int(match[1] or match[4]), month + 1, year, today)


def _of(name: str, names: tuple[str, ...]) -> int | None:
    """Which of the names one begins, by its place."""
    if len(name) < LEAST_LETTERS:
        return None
    return next((place for place, one in enumerate(names) if one.startswith(name.rstrip("."))), None)


def _year_found(day: int, month: int, year: int | None, today: date) -> date:
    """That day; without a year the last one that was, if that is no longer ago than a year."""
    if year is not None:
        return _day(year, month, day)
    _day(LEAP_YEAR, month, day)
    for back in range(2):
        try:
            found = date(today.year - back, month, day)
        except ValueError:
            continue
        if found <= today and today - found <= YEAR:
            return found
    raise ValueError(f"there was no {day} {MONTHS[month - 1].capitalize()} in the last twelve months; {HOW}")


def _day(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise ValueError(f"there is no such day; {HOW}") from None


def _back(today: date, days: int) -> date:
    try:
        return today - timedelta(days=days)
    except OverflowError:
        raise ValueError(HOW) from None
