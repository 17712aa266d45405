"""A workout as the text of intervals.icu, which passes it on to watches of several makers. Pure.

A step a line; what stands before the first length is shown as a cue; `m` is minutes; an empty line stands before and
after a repeat (https://forum.intervals.icu/t/workout-builder-syntax-quick-guide/123701). `press lap` after the length
ends a step by the lap key, a distance in `mtr` or `km` by itself. Numbers in a cue would be read as a length or a
target, so they are written in words.
"""

from __future__ import annotations

import re

from hiproutine.cues.respelling import respelled
from hiproutine.cues.words import number_words
from hiproutine.plan.model import Side
from hiproutine.workout.steps import End, Repeat, Step, Workout

_ESTIMATE = 10
"""Seconds that are written for what takes no time of its own."""
_OBEYED = re.compile(r"[^\w\s,'’-]|_")


def intervals_text(workout: Workout) -> str:
    """The text to paste there, a line for each step."""
    pieces: list[list[str]] = [[]]
    for number, line in enumerate(workout.steps):
        if isinstance(line, Repeat):
            many = number - line.first
            pieces[-1], again = pieces[-1][: len(pieces[-1]) - many], pieces[-1][-many:]
            pieces += [[f"{line.times}x", *again], []]
        else:
            pieces[-1].append(_line(line))
    return "\n\n".join("\n".join(piece) for piece in pieces if piece) + "\n"


def _line(step: Step) -> str:
    side = f", {Side(step.side).value}" if step.side else ""
    least = f"{number_words(step.least)} to " if step.least else ""
    often = f", {least}{number_words(step.amount)} times" if step.end is End.REPS else ""
    if step.end is End.DISTANCE:
        return f"- {_cue(step.title)}{side} {_distance(step.amount)}"
    lap = "" if step.end is End.TIME else " press lap"
    return f"- {_cue(step.title)}{side}{often} {_length(step.seconds)}{lap}"


def _distance(centimetres: int) -> str:
    """`400mtr`, `1.5km`: `m` would be minutes."""
    metres = max(1, round(centimetres / 100))
    return f"{metres}mtr" if metres < 1000 else f"{metres / 1000:g}km"


def _cue(text: str) -> str:
    """A text in which nothing is read as a number."""
    words = re.sub(r"\d+", lambda found: f" {_spelled(found[0])} ", respelled(text))
    return " ".join(_OBEYED.sub(" ", words).split()).replace(" ,", ",") or "Step"


def _spelled(digits: str) -> str:
    """A number in words; a long one digit by digit."""
    return number_words(int(digits)) if len(digits) < 3 else " ".join(number_words(int(digit)) for digit in digits)


def _length(seconds: float) -> str:
    whole = round(seconds) or _ESTIMATE
    minutes, left = divmod(whole, 60)
    return f"{minutes}m{left}s" if minutes and left else f"{minutes}m" if minutes else f"{left}s"
