"""Steps that come again and again, written once: the fewest lines that unroll to the same. Pure."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T", bound=Hashable)
LONGEST = 60
"""Steps that may be repeated together; more than a watch takes in all."""


@dataclass(frozen=True, slots=True)
class Repeat:
    """Does again what stands from `first` to here."""

    first: int
    """Where in the written steps it begins, from 0."""
    times: int
    """How often in all."""


def folded(steps: Sequence[T]) -> tuple[T | Repeat, ...]:
    """The steps with repeats, one inside another never: as few lines as can be, the earliest repeat first."""
    number = len(steps)
    known: dict[T, int] = {}
    same = [known.setdefault(step, len(known)) for step in steps]
    best = [0] * (number + 1)
    chosen: list[tuple[int, int]] = [(1, 1)] * number
    for at in range(number - 1, -1, -1):
        best[at] = 1 + best[at + 1]
        for length in range(min(LONGEST, (number - at) // 2), 0, -1):
            for many in range(2, _times(same, at, length) + 1):
                lines = length + 1 + best[at + length * many]
                if lines <= best[at] and length * many > length + 1:
                    best[at], chosen[at] = lines, (length, many)
    written: list[T | Repeat] = []
    at = 0
    while at < number:
        length, times = chosen[at]
        first = len(written)
        written += steps[at : at + length]
        if times > 1:
            written.append(Repeat(first, times))
        at += length * times
    return tuple(written)


def unrolled(written: Sequence[T | Repeat]) -> list[T]:
    """The steps as they are done, repeats and all."""
    done: list[T] = []
    begins: list[int] = []
    for line in written:
        begins.append(len(done))
        if isinstance(line, Repeat):
            done += done[begins[line.first] :] * (line.times - 1)
        else:
            done.append(line)
    return done


def _times(steps: Sequence[int], at: int, length: int) -> int:
    """How often the steps from `at` on stand there one after the other."""
    piece, times = steps[at : at + length], 1
    while steps[at + times * length : at + (times + 1) * length] == piece:
        times += 1
    return times
