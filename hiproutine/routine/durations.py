"""Lengths of time as authors write them and as the program prints them, and what is meant by other spellings. Pure."""

from __future__ import annotations

import re
from datetime import time

from hiproutine.routine.values import BadValue, quoted
from hiproutine.wording import spelt

DAY = 24 * 3600
LONGEST_DOSE = 4 * 3600
"""Seconds; a longer dose is a slip of the pen (FORMAT: a dose is 1 s to 4 h)."""

_UNITS = re.compile(r"(?:([0-9]{1,6}) ?h ?)?(?:([0-9]{1,6}) ?m(?:in)? ?)?(?:([0-9]{1,6}) ?s)?")
_COLONS = re.compile(r"(?:([0-9]{1,4}):)?([0-9]{1,4}):([0-9]{2})")
_NONE = re.compile(r"\s*(?:none|no|off|never|0+[.,]?0*\s*-?\s*[^\d\s]*)\s*", re.IGNORECASE)
_BARE = re.compile(r"[0-9]{1,6}")
_LOOSE = re.compile(r"([0-9]{1,6}(?:[.,][0-9]{1,3})?)\s*-?\s*([a-z]+|['’′\"”″]{1,2})")
_SECONDS_IN = {
    **dict.fromkeys(("h", "hr", "hrs", "hour", "hours", "std", "stunde", "stunden"), 3600),
    **dict.fromkeys(("m", "min", "mins", "minute", "minutes", "minuten", "'", "’", "′"), 60),
    **dict.fromkeys(("s", "sec", "secs", "second", "seconds", "sek", "sekunden", '"', "”", "″", "''", "’’", "′′"), 1),
}
_RANGE = re.compile(r"[0-9.,]+\s*[a-zA-Z]*\s*(?:-|–|to|bis|or)\s*([0-9.,]+\s*[a-zA-Z]+)")
_SHORT = re.compile(r"([0-9]{1,2})\s*h\s*([0-9]{1,2})|([0-9]{1,3}):([0-9])")
_UNIT_LEFT_OUT = re.compile(r"([0-9]{1,3})\s*m(?:in)?\.?\s*([0-5]?[0-9])")
_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_NUMBERS = {"half a": "0.5", "half an": "0.5", "a half": "0.5", "a": "1", "an": "1"} | {
    word: str(number) for number, word in enumerate(_WORDS, 1)
}
_IN_WORDS = re.compile(rf"^(?:{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})\b(?= )")
_TIMES = re.compile(r"([0-9]{1,2})\s*[x×*]\s*([0-9].*)")
SIDED = re.compile(r"\b(?:each|per|both|a) (?:side|leg)s?\b")
"""That an amount is one of each side."""
A_SIDE = 'sides = "each" is one side after the other'
"""What to write for that."""
_AS_LONG = re.compile(r"max(?:imum)?|amrap|(?:to |until )?failure|as long as .*|as many as .*|until .*|[0-9]+ breaths?")
_MANY_SECONDS = re.compile(r"[0-9]{1,2}:[6-9][0-9]")
_BETWEEN = re.compile(r"(?:[\s,.+~≈]|and\b|und\b|about\b|for\b|each|per|a side|side|leg)*")
_WRITE_DURATION = 'write it as "30s", "1m30s" or "1:30"'


def parse_duration(value: object, *, least: int = 1, most: int = LONGEST_DOSE) -> int:
    """Whole seconds from `"30s"`, `"5m"`, `"1m30s"`, `"1h"`, `"1:30"`, `"1:02:30"` or a number of seconds.

    What the program prints is understood too: `"30 s"`, `"5 min"`, `"1 h 05 min"`, `"90"`, `30.0`.

    Raises:
        BadValue: `bad-duration`, or `out-of-range` outside `least` to `most`.
    """
    if least == 0 and isinstance(value, str) and _NONE.fullmatch(value) and _read(value) is None:
        raise BadValue("bad-duration", f"{quoted(value)} is not a duration", 'write "0s" for none')
    seconds = seconds_of(value)
    if seconds < least:
        cure = f'write "{spelt(least)}" or more{"; zero is only for pauses" if seconds == 0 else ""}'
        raise BadValue("out-of-range", f"{quoted(value)} is too short, the least is {least} s", cure)
    if seconds > most:
        message = f"{quoted(value)} is too long, the most is {most // 3600} h"
        raise BadValue("out-of-range", message, f'write "{spelt(most)}" or less')
    return seconds


def seconds_of(value: object) -> int:
    """A length of any size, or below zero.

    Raises:
        BadValue: `bad-duration`.
    """
    seconds = _read(value)
    if seconds is None:
        raise _no_duration(value)
    return seconds


def _read(value: object) -> int | None:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e9:
        return int(value)
    if not isinstance(value, str):
        return None
    hours = minutes = seconds = 0
    if match := _COLONS.fullmatch(value):
        hours, minutes, seconds = (int(part or 0) for part in match.groups())
        if seconds > 59 or (match.group(1) is not None and minutes > 59):
            return None
    elif _BARE.fullmatch(value):
        seconds = int(value)
    elif value.strip() == value and value and (match := _UNITS.fullmatch(value)):
        hours, minutes, seconds = (int(part or 0) for part in match.groups())
    else:
        return None
    return hours * 3600 + minutes * 60 + seconds


def _no_duration(value: object) -> BadValue:
    cure = _WRITE_DURATION
    if isinstance(value, float):
        if 1 <= value <= LONGEST_DOSE:
            cure = f'write "{spelt(round(value))}"'
        return BadValue("bad-duration", f"{quoted(value)} is not a whole number of seconds", cure)
    if isinstance(value, time):
        colons = f"{value.hour}:{value.minute:02}" + (f":{value.second:02}" if value.second else "")
        return BadValue("bad-duration", f"{quoted(value)} is a time of day here", f'write "{colons}", in quotes')
    if isinstance(value, str) and (name := re.fullmatch(r"\$([A-Za-z][A-Za-z0-9_-]*)", value)):
        cure = f'add [vars] with {name[1]} = "30s"'
    elif isinstance(value, list) and len(value) == 1 and (alone := _alone(value[0])) is not None:
        cure = f'write "{spelt(alone)}"'
    elif isinstance(value, list) and value:
        cure = "write one length, and a step for each of the others"
    elif isinstance(value, str):
        cure = _cure_of_text(value)
    return BadValue("bad-duration", f"{quoted(value)} is not a duration", cure)


def _cure_of_text(text: str) -> str:
    """What to write for a text that spells its length another way."""
    folded = text.strip().casefold()
    if (match := _RANGE.fullmatch(text.strip())) and (longest := meant_seconds(match[1])):
        return f'write one length: "{spelt(longest)}"'
    if (times := _TIMES.fullmatch(folded)) and (meant := meant_seconds(times[2])):
        return f'write "{spelt(meant)}"; for {times[1]} of them, sets = {times[1]}'
    if meant := meant_seconds(text):
        sided = f"; {A_SIDE}" if SIDED.search(folded) else ""
        return f'write "{spelt(meant)}"{sided}'
    if _AS_LONG.fullmatch(folded):
        return 'write open = "1m" in its place: the person ends it, and it is reckoned so long'
    return 'write seconds up to 59 after the colon, as in "1:30"' if _MANY_SECONDS.fullmatch(text) else _WRITE_DURATION


def _alone(value: object) -> int | None:
    """The seconds of a value that stands in a list of its own."""
    seconds = meant_seconds(value) if isinstance(value, str) else _read(value)
    return seconds if seconds is not None and seconds >= 0 else None


def meant_seconds(text: str) -> int | None:
    """What a text means that spells a length its own way, such as `1.5 Min.` or `30 secs each side`."""
    text = text[:100].casefold().replace("\xa0", " ").strip()
    text = _IN_WORDS.sub(lambda match: _NUMBERS[match[0]], text)
    if (seconds := _read(text)) is not None:
        return seconds
    if match := _UNIT_LEFT_OUT.fullmatch(text):  # 1m 30
        return int(match[1]) * 60 + int(match[2])
    if match := _SHORT.fullmatch(text):  # 1h30, and 1:5
        return int(match[1]) * 3600 + int(match[2]) * 60 if match[1] else int(match[3]) * 60 + int(match[4])
    total, at = 0.0, _past_words(text, 0)
    while at < len(text):
        match = _LOOSE.match(text, at)
        unit = _SECONDS_IN.get(match[2]) if match else None
        if match is None or unit is None:
            return None
        total += float(match[1].replace(",", ".")) * unit
        at = _past_words(text, match.end())
    return round(total) or None


def _past_words(text: str, at: int) -> int:
    """Past the words and signs that a length may stand among."""
    match = _BETWEEN.match(text, at)
    return match.end() if match else at


__all__ = ["DAY", "LONGEST_DOSE", "meant_seconds", "parse_duration", "seconds_of", "spelt"]
