"""The words in which work is announced: its name, its side, its dose and its set-up, as many as there is time for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from hiproutine.cues.measured import distance_said, numbers_said
from hiproutine.cues.respelling import name_said, respelled
from hiproutine.cues.words import duration_words, number_words, sentence
from hiproutine.plan.loads import load_words
from hiproutine.plan.model import Interval
from hiproutine.wording import side_text

SHORTER = ((True, True), (False, True), (True, False), (False, False))
"""Whether dose and set-up are said, from all to nothing; where there is no room for the set-up, the dose may stay."""


@dataclass(frozen=True, slots=True)
class Ahead:
    """What is said of the next work in the last part of this one, at the second that is shown then."""

    second: int
    text: str
    dose: bool
    setup: bool
    """Whether dose and set-up are in it."""


def once_more(comes: Interval, told: Ahead) -> Iterator[str]:
    """Name and side of what was said ahead, with what was not said of it; from all of that to nothing."""
    return (coming("", comes, dose and not told.dose, setup and not told.setup) for dose, setup in SHORTER)


def called(interval: Interval) -> str:
    """What a voice calls it inside a sentence: by what its author wrote for the ear, else by its name."""
    return name_said(interval.about.say or interval.name)


def coming(first: str, comes: Interval, dose: bool = False, setup: bool = False) -> str:
    """Name and side, and if wanted the dose, and with the first set the set-up."""
    effort = "" if comes.about.effort is None else f"effort {number_words(comes.about.effort)}"
    load = numbers_said(load_words(comes.about))
    doses = (set_words(comes) if comes.sets > 1 else "", dose_of(comes), load, effort) if dose else ()
    words = ", ".join(word for word in (called(comes), side_text(comes.side), *doses) if word)
    text = sentence(f"{first} {words}".strip())
    return f"{text} {sentence(respelled(comes.about.setup))}".strip() if setup and comes.set == 1 else text


def _number(interval: Interval) -> str:
    """The repetitions in words: `ten`, `eight to twelve`."""
    least = f"{number_words(interval.reps_from)} to " if interval.reps_from else ""
    return f"{least}{number_words(interval.reps or 0)}"


def set_words(interval: Interval) -> str:
    """Which set of how many."""
    return f"set {number_words(interval.set)} of {number_words(interval.sets)}"


def dose_of(interval: Interval) -> str:
    """What is asked for: a time, a number, or a person's own pace."""
    if interval.dose == "open":
        return "at your pace"
    if interval.distance:
        return distance_said(interval.further)
    if interval.reps:
        often = "once" if interval.reps == 1 else f"{_number(interval)} times"
        held = f", held {duration_words(interval.held)}" if interval.held else ""
        return f"{often}{' a side' if interval.alternating else ''}{held}"
    return duration_words(interval.seconds)
