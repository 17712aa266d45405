"""In which order workers begin: what takes long before all else, since a worker that begins it last is waited for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

T = TypeVar("T")


def long_first(items: Sequence[T], workers: int, is_long: Callable[[T], bool]) -> list[T]:
    """The same items, in even shares as they are dealt out to workers, each beginning with those that are long.

    xdist's worksteal deals so; what one worker takes over from another it takes from the end.
    """
    ordered: list[T] = []
    left = len(items)
    for waiting in range(workers, 0, -1):
        share = items[len(items) - left :][: left // waiting]
        ordered += sorted(share, key=lambda one: not is_long(one))
        left -= len(share)
    return ordered
