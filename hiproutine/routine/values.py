"""Single values as authors write them: durations, tempos, cues, ids. A parser says what is wrong, and the cure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from hiproutine.wording import PLACEHOLDERS, nearest, template_problem

DAY = 24 * 3600
LONGEST_DOSE = 4 * 3600
"""Seconds; a longer dose is a slip of the pen (FORMAT: a dose is 1 s to 4 h)."""

SLUG = re.compile(r"[a-z0-9][a-z0-9-]{0,99}")

_UNITS = re.compile(r"(?:([0-9]{1,6})h)?(?:([0-9]{1,6})m)?(?:([0-9]{1,6})s)?")
_COLONS = re.compile(r"(?:([0-9]{1,4}):)?([0-9]{1,4}):([0-9]{2})")
_TEMPO = re.compile(r"[0-9]{1,2}(?:-[0-9]{1,2}){2,3}")

_WRITE_DURATION = 'write it as "30s", "1m30s" or "1:30"'


class BadValue(ValueError):
    """Raised for a value that cannot be used: a code of the format, what is wrong, and the cure."""

    def __init__(self, code: str, message: str, cure: str = "", inside: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.code, self.message, self.cure, self.inside = code, message, cure, inside
        self.also: tuple[BadValue, ...] = ()


@dataclass(frozen=True, slots=True)
class Cue:
    """Something said at a moment of a step."""

    say: str
    """The text, with placeholders."""
    anchor: Literal["spread", "start", "end", "half"] = "spread"
    """From where the moment counts; `spread` is evenly with the other plain texts."""
    seconds: int = 0
    """The distance from the anchor."""


def quoted(value: object) -> str:
    """A value as it stands in the file, short enough for a sentence."""
    if isinstance(value, bool):
        return "true" if value else "false"
    try:
        text = f'"{value}"' if isinstance(value, str) else str(value)
    except ValueError:  # Python writes out no integer of more than 4,300 digits
        return "a huge number"
    return shortened(text)


def shortened(text: str) -> str:
    """A text, cut where it is too long for a sentence."""
    return text if len(text) <= 60 else f"{text[:57]}…"


def parse_duration(value: object, *, least: int = 1, most: int = LONGEST_DOSE) -> int:
    """Whole seconds from `"30s"`, `"5m"`, `"1m30s"`, `"1h"`, `"1:30"`, `"1:02:30"` or a plain integer.

    Raises:
        BadValue: `bad-duration`, or `out-of-range` outside `least` to `most`.
    """
    seconds = _seconds(value)
    if seconds < least:
        cure = "zero is only for pauses" if seconds == 0 else ""
        raise BadValue("out-of-range", f"{quoted(value)} is too short, the least is {least} s", cure)
    if seconds > most:
        raise BadValue("out-of-range", f"{quoted(value)} is too long, the most is {most // 3600} h")
    return seconds


def _seconds(value: object) -> int:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, str):
        if match := _COLONS.fullmatch(value):
            hours, minutes, seconds = (int(part or 0) for part in match.groups())
            if seconds < 60 and (match.group(1) is None or minutes < 60):
                return hours * 3600 + minutes * 60 + seconds
        if value and (match := _UNITS.fullmatch(value)):
            hours, minutes, seconds = (int(part or 0) for part in match.groups())
            return hours * 3600 + minutes * 60 + seconds
    if isinstance(value, float):
        raise BadValue("bad-duration", f"{value} is not a whole number of seconds", _WRITE_DURATION)
    raise BadValue("bad-duration", f"{quoted(value)} is not a duration", _WRITE_DURATION)


def parse_tempo(value: object) -> tuple[int, ...]:
    """`"2-1-2"` as (out, pause, back) in seconds, with a fourth for a pause at the end.

    Raises:
        BadValue: `bad-tempo`.
    """
    cure = 'write seconds out, pause and back, as in "2-1-2"'
    if not isinstance(value, str) or not _TEMPO.fullmatch(value):
        raise BadValue("bad-tempo", f"{quoted(value)} is not a tempo", cure)
    beats = tuple(int(part) for part in value.split("-"))
    if not sum(beats):
        raise BadValue("bad-tempo", f"{quoted(value)} takes no time", cure)
    return beats


def parse_slug(value: object) -> str:
    """An id: `a-z 0-9 -`.

    Raises:
        BadValue: `wrong-type` or `bad-id`.
    """
    if not isinstance(value, str):
        raise BadValue("wrong-type", f"{quoted(value)} is not a text", "write it in quotes")
    if not SLUG.fullmatch(value):
        raise BadValue("bad-id", f"{quoted(value)} is not an id", "use a-z, 0-9 and - only")
    return value


def parse_cue(value: object) -> Cue:
    """A plain text, or a table `{ at = "10s" | "-10s" | "half", say = "..." }`.

    Raises:
        BadValue: `bad-cue`, `wrong-type`, `unknown-key` or `missing-key`, with the key inside the cue; and the others.
    """
    if isinstance(value, str):
        return Cue(_cue_text(value, ()))
    if not isinstance(value, dict):
        raise BadValue("wrong-type", f"{quoted(value)} is not a cue", 'write a text, or { at = "half", say = "..." }')
    wrong = [_no_key_of_a_cue(str(key)) for key in value if key not in {"at", "say"}]
    anchor: tuple[Literal["start", "end", "half"], int] = ("start", 0)
    say = ""
    try:
        anchor = _moment(_part(value, "at"))
    except BadValue as bad:
        wrong.append(bad)
    try:
        say = _cue_text(_part(value, "say"), ("say",))
    except BadValue as bad:
        wrong.append(bad)
    if any(bad.code == "unknown-key" for bad in wrong):
        wrong = [bad for bad in wrong if bad.code != "missing-key"]  # the one is the other, with a slip of the pen
    if wrong:
        wrong[0].also = tuple(wrong[1:])
        raise wrong[0]
    return Cue(say, *anchor)


def _no_key_of_a_cue(key: str) -> BadValue:
    close = nearest(key, ["at", "say"])
    cure = f"did you mean “{close[0]}”" if close else "a cue has “at” and “say”"
    return BadValue("unknown-key", f"a cue has no key “{shortened(key)}”", cure, (key,))


def _part(cue: dict[str, object], key: str) -> object:
    if key not in cue:
        raise BadValue("missing-key", f"the cue has no “{key}”", 'write { at = "half", say = "..." }')
    return cue[key]


def _cue_text(value: object, inside: tuple[str, ...]) -> str:
    if not isinstance(value, str):
        raise BadValue("wrong-type", f"{quoted(value)} is not a text", "write it in quotes", inside)
    if not value.strip():
        raise BadValue("out-of-range", "the cue is empty", "write what is to be said", inside)
    if problem := template_problem(value):
        names = ", ".join(f"{{{name}}}" for name in PLACEHOLDERS)
        raise BadValue("bad-cue", problem, f"use {names}, or write {{{{ and }}}} for braces", inside)
    return value


def _moment(value: object) -> tuple[Literal["start", "end", "half"], int]:
    if value == "half":
        return "half", 0
    cure = 'write "10s" from the start, "-10s" before the end, or "half"'
    before_end = isinstance(value, str) and value.startswith("-")
    try:
        if before_end and isinstance(value, str):
            return "end", _seconds(value[1:])
        seconds = _seconds(value)
    except BadValue:
        raise BadValue("bad-cue", f"{quoted(value)} is not a moment of the step", cure, ("at",)) from None
    return ("end", -seconds) if seconds < 0 else ("start", seconds)
