"""Single values as authors write them: tempos, ids, and how a sentence names any value. A parser says what is wrong,
and the cure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time
from json import dumps
from typing import Literal

SLUG = re.compile(r"[a-z0-9][a-z0-9-]{0,99}")

_TEMPO = re.compile(r"[0-9]{1,2}(?:-[0-9]{1,2}){2,3}")

_WRITE_TEMPO = 'write seconds out, pause and back, as in "2-1-2"'
_NUMBERS = re.compile(r"[0-9]{1,2}")
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9 _-]*")


class BadValue(ValueError):
    """Raised for a value that cannot be used: a code of the format, what is wrong, and the cure."""

    def __init__(self, code: str, message: str, cure: str = "", inside: tuple[str | int, ...] = ()) -> None:
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
    try:
        return shortened(f'"{value}"' if isinstance(value, str) else as_written(value))
    except ValueError:  # Python writes out no integer of more than 4,300 digits
        return "a huge number"


def as_written(value: object, depth: int = 0) -> str:
    """A value as TOML writes it, never as Python does; what is deep inside is left out."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return dumps(value, ensure_ascii=False)
    if isinstance(value, (list, dict)):
        return _bracketed(value, depth)
    if isinstance(value, (date, datetime, time)):
        return value.isoformat()
    return "nothing" if value is None else str(value)


def _bracketed(value: list[object] | dict[str, object], depth: int) -> str:
    if depth > 2 and value:
        return "[…]" if isinstance(value, list) else "{…}"
    most = 8 if depth else 200
    if isinstance(value, list):
        return f"[{', '.join(as_written(one, depth + 1) for one in value[:most])}]"
    pairs = [f"{key} = {as_written(one, depth + 1)}" for key, one in list(value.items())[:most]]
    return f"{{ {', '.join(pairs)} }}" if pairs else "{}"


def shortened(text: str) -> str:
    """A text, cut where it is too long for a sentence."""
    return text if len(text) <= 60 else f"{text[:57]}…"


def parse_tempo(value: object) -> tuple[int, ...]:
    """`"2-1-2"` as (out, pause, back) in seconds, with a fourth for a pause at the end.

    Raises:
        BadValue: `bad-tempo`.
    """
    if not isinstance(value, str) or not _TEMPO.fullmatch(value):
        raise BadValue("bad-tempo", f"{quoted(value)} is not a tempo", _tempo_cure(value))
    beats = tuple(int(part) for part in value.split("-"))
    if not sum(beats):
        raise BadValue("bad-tempo", f"{quoted(value)} takes no time", _WRITE_TEMPO)
    return beats


def _tempo_cure(value: object) -> str:
    """The tempo that is meant, where three or four numbers are there: `2:1:2`, `3010`, a list of them."""
    text = quoted(value)
    numbers = _NUMBERS.findall(text)
    if len(numbers) <= 2 and re.fullmatch(r'"?[0-9]{3,4}"?', text):
        numbers = [*text.strip('"')]
    if len(numbers) == 2 and re.fullmatch(r'"?[0-9]{1,2}[-:/ ][0-9]{1,2}"?', text):
        return f'write "{numbers[0]}-0-{numbers[1]}", with the pause between'
    if len(numbers) in {3, 4} and any(map(int, numbers)) and not re.search(r"[0-9]{3}-|[^\W\dsx]|^\"?-", text):
        return f'write "{"-".join(str(int(number)) for number in numbers)}"'
    return _WRITE_TEMPO


def parse_slug(value: object) -> str:
    """An id: `a-z 0-9 -`; written as a name, with capitals and blanks, it is the same id.

    Raises:
        BadValue: `wrong-type` or `bad-id`.
    """
    if not isinstance(value, str):
        alone = value[0] if isinstance(value, list) and len(value) == 1 and isinstance(value[0], str) else None
        one = f"write {as_written(alone)}" if alone else "name one here, and write a step for each of the others"
        cure = one if isinstance(value, list) and value else "write it in quotes"
        if isinstance(value, dict) and len(value) == 1 and isinstance(named := next(iter(value.values())), str):
            cure = f"write {as_written(named)}"
        raise BadValue("wrong-type", f"{quoted(value)} is not a text", cure)
    if slug := slug_of(value):
        return slug
    raise BadValue("bad-id", f"{quoted(value)} is not an id", _slug_cure(value))


def _slug_cure(value: str) -> str:
    if not value.strip():
        return "name an exercise, or take the line out"
    named = re.sub(r"\s*\(.*\)$", "", value)
    if named.endswith(".toml") or named.startswith("exercises/"):
        named = named.replace("\\", "/").rpartition("/")[2].removesuffix(".toml")
    if slug := slug_of(named):
        return f'write "{slug}"'
    if "," in value:
        return "name one here, and write a step for each of the others"
    return "use a-z, 0-9 and - only; for one that is not in the catalogue, write name in place of exercise"


def slug_of(name: str) -> str:
    """The id that a name stands for, such as `hip-bridge` for `Hip Bridge`; empty where it can be none."""
    if not _NAME.fullmatch(name):
        return ""
    slug = re.sub(r"[ _]+", "-", name.strip().casefold())
    return slug if SLUG.fullmatch(slug) else ""
