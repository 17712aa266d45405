"""How numbers and texts are said: durations, counts, sides, and the placeholders of cues. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from math import ceil, floor
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fractions import Fraction

PLACEHOLDERS = ("name", "side", "seconds", "next")
"""What may stand in braces in a cue."""

MOST_UNUSED = 5
"""Exercises named where they are in no routine yet."""

_BRACES = re.compile(r"\{\{|\}\}|\{([^{}]*)\}|[{}]")


def clock(seconds: float) -> str:
    """Seconds as a clock shows them, rounded up to the next whole one: `0:05`, `4:32`, `1:02:30`."""
    whole = shown_seconds(seconds)
    hours, rest = divmod(whole, 3600)
    minutes, left = divmod(rest, 60)
    return f"{hours}:{minutes:02}:{left:02}" if hours else f"{minutes}:{left:02}"


def shown_seconds(seconds: float) -> int:
    """The whole number a countdown shows: rounded up, so that zero means over; dust of arithmetic is not a second."""
    return max(0, ceil(round(seconds, 6)))


def countdown(seconds: float) -> str:
    """A countdown in large digits: whole minutes as `4:32`, the last minute as seconds alone."""
    whole = shown_seconds(seconds)
    return str(whole) if whole < 60 else clock(whole)


def brief(seconds: float) -> str:
    """A length in a table or a line: `30 s`, `1:30`, `12 min`, `1 h 05 min`."""
    whole = round(seconds)
    if whole < 60:
        return f"{tidy(seconds)} s" if seconds < 60 else "1 min"
    if whole >= 3600:
        hours, rest = divmod(whole, 3600)
        return f"{hours} h {rest // 60:02} min"
    minutes, left = divmod(whole, 60)
    return f"{minutes}:{left:02}" if left else f"{minutes} min"


def load_words(load: str) -> str:
    """What a routine asks of the hip, beside length and steps: `low load`, and `no load` of one that asks nothing."""
    return f"{'no' if load == 'none' else load} load"


def spelt(seconds: int) -> str:
    """The one spelling in which lengths are written into files: `30s`, `1m30s`, `1h`."""
    hours, rest = divmod(seconds, 3600)
    minutes, left = divmod(rest, 60)
    text = "".join(f"{number}{unit}" for number, unit in ((hours, "h"), (minutes, "m"), (left, "s")) if number)
    return text or "0s"


def tidy(number: float) -> str:
    """A number without needless decimals: `30`, `25.3`."""
    return tenth(number).removesuffix(".0")


def tenth(number: float | Fraction) -> str:
    """A number to a tenth, halves away from zero, as people round: `10.3` for 10.25."""
    tenths = floor(round(abs(float(number)) * 10, 6) + 0.5)
    return f"{'-' if number < 0 and tenths else ''}{tenths // 10}.{tenths % 10}"


def minutes_said(seconds: float) -> str:
    """A length as a person says it: `45 seconds`, `12 minutes`, `1 hour 5 minutes`."""
    whole = round(seconds)
    if whole < 60:
        return count(whole, "second")
    minutes = round(whole / 60)
    hours, left = divmod(minutes, 60)
    if not hours:
        return count(minutes, "minute")
    return count(hours, "hour") + (f" {count(left, 'minute')}" if left else "")


def percent(share: float) -> str:
    """A share in whole percent, never rounded up: `79 %`."""
    return f"{floor(share * 100 + 1e-6)} %"


def rounds_words(rounds: int, steps: int) -> str:
    """What was done of rounds without a number: `6 rounds and 2 steps`, `1 step`, `no whole step`."""
    parts = [count(number, noun) for number, noun in ((rounds, "round"), (steps, "step")) if number]
    return " and ".join(parts) or "no whole step"


def count(number: int, noun: str) -> str:
    """A number with its noun: `1 step`, `9 steps`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def listed(words: Sequence[str]) -> str:
    """Words in a row as they are said: `A`, `A and B`, `A, B and C`."""
    *first, last = words or ("",)
    return f"{', '.join(first)} and {last}" if first else last


def ago(days: int) -> str:
    """How long a day lies back, in a word or three: `today`, `3 days ago`, `2 weeks ago`, `5 mths ago`."""
    if days < 2:
        return "yesterday" if days == 1 else "today"
    if days < 14:
        return f"{days} days ago"
    return f"{days // 7} weeks ago" if days < 61 else f"{days * 12 // 365} mths ago"


def side_text(side: str | None) -> str:
    """A side in words: `left side`, or nothing."""
    return f"{side} side" if side else ""


KIND_WORDS = {"ready": "Get ready", "switch": "Switch sides", "rest": "Rest", "confirm": "Check"}
DOSE_WORDS = {
    "hold": "Hold",
    "time": "Keep going",
    "reps": "Repeat",
    "open": "At your pace",
    "distance": "At your pace",
}
SHORT_WHEN = {"pre-run": "before", "post-run": "after", "rest-day": "rest day", "any-time": "any time"}
WHEN_WORDS = {"pre-run": "before a run", "post-run": "after a run", "rest-day": "rest day", "any-time": "any time"}


def phase_word(kind: str, dose: str | None) -> str:
    """What an interval asks for, in a word or two."""
    return KIND_WORDS.get(kind) or DOSE_WORDS.get(dose or "", "Keep going")


def template_problem(text: str) -> str | None:
    """What is wrong with the braces of a cue, or None."""
    for match in _BRACES.finditer(text):
        found = match.group(0)
        if found in {"{{", "}}"} or match.group(1) in PLACEHOLDERS:
            continue
        return f"“{found}” is not a placeholder" if len(found) > 1 else f"a single “{found}” stands in the text"
    return None


def fill(text: str, values: Mapping[str, str]) -> str:
    """The cue with its placeholders filled in. The text has passed `template_problem`."""

    def value(match: re.Match[str]) -> str:
        name = match.group(1)
        return match.group(0)[0] if name is None else values[name]

    return _BRACES.sub(value, text)


def unused_text(exercises: Sequence[str]) -> str:
    """What is said of exercises that are looked for and stand in no routine; empty where there are none."""
    if not exercises:
        return ""
    shown = exercises[:MOST_UNUSED]
    begins = f"hiproutine new {' '.join(f'--with {name}' for name in shown)}"
    if len(exercises) == 1:
        return f"{exercises[0]} is in no routine yet: {begins}"
    more = f" and {len(exercises) - len(shown)} more" if len(exercises) > len(shown) else ""
    return f"In no routine yet: {', '.join(shown)}{more}. To begin one: {begins}"


def nearest(word: str, words: list[str] | tuple[str, ...], most: int = 3) -> tuple[str, ...]:
    """The words that look like this one, best first."""
    from difflib import get_close_matches

    within = [w for w in words if len(word) >= 3 and word.casefold() in w]
    close = get_close_matches(word.casefold(), words, n=most, cutoff=0.6)
    return tuple(dict.fromkeys([*close, *within]))[:most]
