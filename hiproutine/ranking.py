"""Things by what is asked for: which have the words, in which order, and what is nearest where none has. Pure.

A word counts where it is whole or begins another; "ice" is not in "practice". A title comes before a step and a step
before a text, and in one place the whole word before the part. Capitals, accents, hyphens and a plural's s are no
difference: "cooldown" is "Cool-down", "clam shell" is "clamshell". Only where nothing has the words are parts from
within a word taken, and words that look like the one that was typed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

WHOLE, JOINED, PART, CLOSE = range(4)
"""How well a word is met: as it is, across a hyphen or a blank, by its beginning, by its looks."""
LEAST_WITHIN = 4
"""Letters from which a word may be a part from within another, or typed wrong: of shorter ones too many are alike."""
ALIKE, NEAR = 0.75, 0.6
"""Of difflib's ratio: one letter wrong in four, two in eight; and what is no longer meant, but nearest."""
_AS_NEAR = 0.1
"""How much less alike than the nearest a word may be and still be meant."""
_MOST_WORDS = 12
"""Of what was asked; what is longer is no search any more."""
_SMALL = frozenset({"a", "an", "and", "for", "in", "my", "of", "or", "the", "to", "with"})
_WORD = re.compile(r"[^\W_]+")
_APOSTROPHES = str.maketrans("", "", "'’")


class Place(NamedTuple):
    """The words of one place, each once."""

    words: frozenset[str]
    joined: frozenset[str]
    """Two that stand beside each other, as one."""


class Findable(NamedTuple):
    """What of a thing can be found: its places, the most telling first."""

    places: tuple[Place, ...]
    names: tuple[str, ...] = ()
    """What it is called, each name as one word."""


def findable(*places: Iterable[str]) -> Findable:
    """A thing by the texts of its places, the most telling first; the first place holds what it is called."""
    texts = [[*place] for place in places]
    return Findable(tuple(_place(place) for place in texts), tuple("".join(_asked(name)) for name in texts[0]))


def called(asked: str, thing: Findable) -> bool:
    """Whether what is asked for is just what the thing is called."""
    return "".join(_asked(asked)) in thing.names


def ranked(asked: str, things: Sequence[Findable]) -> list[int]:
    """Which of the things have every word that is asked for, best first; all in their order where nothing is asked."""
    words = _asked(asked)
    if not words:
        return [*range(len(things))]
    return _ranked(words, things, {}) or _ranked(words, things, _close(words, things, ALIKE))


def nearest(asked: str, things: Sequence[Findable], most: int = 3) -> list[int]:
    """Which things come nearest where none has every word: those with most of the words, else with words like them."""
    words = _asked(asked)
    return (_some(words, things, {}) or _some(words, things, _close(words, things, NEAR)))[:most]


def _some(words: tuple[str, ...], things: Sequence[Findable], close: dict[str, frozenset[str]]) -> list[int]:
    """Those that have the most of the words, best first."""
    found: list[tuple[int, int, int, int]] = []
    for index, thing in enumerate(things):
        met = [cost for word in words if (cost := _cost(word, thing, close)) is not None]
        if met:
            found.append((-len(met), sum(met), _length(thing), index))
    return [index for number, *_, index in sorted(found) if number == min(found)[0]]


def _ranked(words: tuple[str, ...], things: Sequence[Findable], close: dict[str, frozenset[str]]) -> list[int]:
    whole = "".join(words)
    readings = [words, *((*words[:i], words[i] + words[i + 1], *words[i + 2 :]) for i in range(len(words) - 1))]
    found: list[tuple[int, int, int]] = []
    for index, thing in enumerate(things):
        if whole in thing.names:
            found.append((-1, 0, index))
            continue
        costs = [cost for reading in readings if (cost := _whole_cost(reading, thing, close)) is not None]
        if costs:
            found.append((min(costs), _length(thing), index))
    return [index for *_, index in sorted(found)]


def _length(thing: Findable) -> int:
    """Words of what a thing is called: among equals the shorter name is nearer to what was asked."""
    return len(thing.places[0].words)


def _whole_cost(words: tuple[str, ...], thing: Findable, close: dict[str, frozenset[str]]) -> int | None:
    """Of all the words together; None where one is missing."""
    whole = 0
    for word in words:
        cost = _cost(word, thing, close)
        if cost is None:
            return None
        whole += cost
    return whole


def _cost(word: str, thing: Findable, close: dict[str, frozenset[str]]) -> int | None:
    """How far down and how loosely a thing has a word, 0 for whole in its title; None where it has not."""
    for number, place in enumerate(thing.places):
        met = _met(word, place, close.get(word, frozenset()))
        if met is not None:
            return number * 4 + met
    return None


def _met(word: str, place: Place, close: frozenset[str]) -> int | None:
    if word in place.words:
        return WHOLE
    if word in place.joined:
        return JOINED
    if any(one.startswith(word) for one in place.words) or any(one.startswith(word) for one in place.joined):
        return PART
    return CLOSE if close and (close & place.words or close & place.joined) else None


def _close(words: tuple[str, ...], things: Sequence[Findable], alike: float) -> dict[str, frozenset[str]]:
    """For each word that stands nowhere, those that have it within or, the most, are so much alike."""
    places = [place for thing in things for place in thing.places]
    known = frozenset().union(*(place.words for place in places), *(place.joined for place in places))
    close: dict[str, frozenset[str]] = {}
    for word in words:
        if len(word) >= LEAST_WITHIN - (alike < ALIKE) and not any(one.startswith(word) for one in known):
            within = frozenset(one for one in known if word in one and len(word) >= LEAST_WITHIN)
            close[word] = within or _alike(word, known, alike)
    return close


def _alike(word: str, known: Iterable[str], least: float) -> frozenset[str]:
    """The words that look most like this one."""
    from difflib import SequenceMatcher

    matcher = SequenceMatcher(b=word[:100], autojunk=False)
    found: dict[str, float] = {}
    for one in known:
        matcher.set_seq1(one)
        if matcher.real_quick_ratio() >= least and matcher.quick_ratio() >= least:
            found[one] = matcher.ratio() + _AS_NEAR * (one[0] == word[0])  # the first letter is seldom the wrong one
    least = max(least, max(found.values(), default=0.0) - _AS_NEAR)
    return frozenset(one for one, ratio in found.items() if ratio >= least)


def _asked(text: str) -> tuple[str, ...]:
    words = _words(text)[:_MOST_WORDS]
    return tuple([word for word in words if word not in _SMALL] or words)


def _place(texts: Iterable[str]) -> Place:
    words: set[str] = set()
    joined: set[str] = set()
    for text in {*texts}:
        found = _words(text)
        words.update(found)
        joined.update(first + second for first, second in pairwise(found))
    return Place(frozenset(words), frozenset(joined))


def _words(text: str) -> list[str]:
    """The words of a text, folded: without capitals, accents, apostrophes and a plural's s."""
    folded = text.casefold()
    if not folded.isascii():
        folded = "".join(c for c in unicodedata.normalize("NFKD", folded) if not unicodedata.combining(c))
    return [_singular(word) for word in _WORD.findall(folded.translate(_APOSTROPHES))]


def _singular(word: str) -> str:
    if len(word) <= 3 or not word.endswith("s") or word.endswith("ss"):
        return word
    return word[:-2] if word.endswith(("ches", "shes", "sses", "xes")) else word[:-1]
