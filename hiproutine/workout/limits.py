"""What watches take, in bytes and steps, each with where it is from; and texts that keep to it. Pure."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from hiproutine.plan.model import Side

_WRITTEN_BY_GARMIN = "https://forums.garmin.com/developer/fit-sdk/f/discussion/323237: a workout that the maker wrote"
_TOLD = "often told by owners of watches, never published; the older TCX schema numbers the steps of a workout to 20"


@dataclass(frozen=True, slots=True)
class Limit:
    """The most of something."""

    most: int
    source: str


STEP_NAME = Limit(15, f"{_WRITTEN_BY_GARMIN} has 16 bytes with the zero; the TCX schema has 15 characters, too")
WORKOUT_NAME = Limit(31, f"{_WRITTEN_BY_GARMIN} has 32 bytes with the zero")
NOTES = Limit(199, f"{_WRITTEN_BY_GARMIN} has 200 bytes with the zero")
TITLE = Limit(31, "as long as the name of a workout; the name that stands over a known exercise")
STEPS = Limit(50, _TOLD)
FIELD = Limit(254, "the FIT protocol: the size of a field is one byte, and a text ends with a zero")

MORE = "…"
LESS_TELLING = frozenset({"stretch", "pose", "standing", "the", "of", "and", "on", "a", "to", "into", "or", "with"})
"""Words that are left out of a name before others are."""
_JOINER = "\u200d"


def step_name(name: str, side: Side | None, most: int = STEP_NAME.most) -> str:
    """A step's name with its side, in so many bytes: less telling words go first, then the last ones; the side stays.

    Both sides of a step are shortened in the same way.
    """
    words, spare = " ".join(name.split()), Side.RIGHT if side else None
    for text, longest in zip(_names(words, side, most), _names(words, spare, most), strict=True):
        if _bytes(longest) <= most:
            return text[:1].upper() + text[1:]
    return cut(words, most)


def shortened(text: str, most: int) -> str:
    """The text in so many bytes: cut at a word, and at a whole character where one word is too long."""
    line = " ".join(text.split())
    if _bytes(line) <= most:
        return line
    room = most - _bytes(MORE)
    words = line.split(" ")
    while len(words) > 1 and _bytes(" ".join(words)) > room:
        words.pop()
    kept = " ".join(words)
    return (kept if _bytes(kept) <= room else cut(kept, room)).rstrip(" .,;:") + MORE


def cut(text: str, most: int) -> str:
    """As much of a text as so many bytes hold, at a whole character with its accents and joined signs."""
    kept, size = 0, 0
    for begin, end in _characters(text):
        size += _bytes(text[begin:end])
        if size > most:
            break
        kept = end
    return text[:kept]


def _names(name: str, side: Side | None, most: int) -> Iterator[str]:
    sides = (f", {side}", f" {side}", f" {side[0].upper()}") if side else ("",)
    words = name.split(" ")
    telling = [word for word in words if word.casefold().strip(",") not in LESS_TELLING] or words
    for shorter in (words, *(telling[:number] for number in range(len(telling), 0, -1))):
        kept = " ".join(shorter).rstrip(" ,;:")
        yield from (f"{kept}{end}" for end in sides)
    yield cut(telling[0], most - _bytes(sides[-1])) + sides[-1]


def _characters(text: str) -> Iterator[tuple[int, int]]:
    """Where each character begins and ends that a person sees as one."""
    begin = 0
    for place in range(1, len(text) + 1):
        if place == len(text) or not _belongs(text[place - 1], text[place]):
            yield begin, place
            begin = place


def _belongs(before: str, char: str) -> bool:
    joined = _JOINER in {before, char} or unicodedata.category(char) in {"Mn", "Me", "Mc"}
    return joined or "\U0001f3fb" <= char <= "\U0001f3ff"


def _bytes(text: str) -> int:
    return len(text.encode("utf-8", "replace"))
