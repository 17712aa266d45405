"""What of routines and exercises can be found by words, place by place, and which exercises routines use."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from hiproutine.errors import BadFile
from hiproutine.ranking import Findable, called, findable, nearest, ranked

if TYPE_CHECKING:
    from hiproutine.routine.catalogue import Said
    from hiproutine.routine.exercise import Exercise
    from hiproutine.routine.library import Entry

MOST_NEAREST = 3


def routine_findable(entry: Entry, said: Mapping[str, Said]) -> Findable:
    """A routine by its title and id, its tags, its steps under each of their names, and the rest.

    A broken one by its id alone. `said` are the names of exercises by id.
    """
    if not entry.loaded:
        return findable([entry.id])
    card, intervals = entry.loaded.card, entry.loaded.plan.intervals
    used = [said[one] for one in {interval.about.exercise for interval in intervals} if one in said]
    steps = {interval.name for interval in intervals}
    others = [text for one in used for text in (one.name, *one.aliases)]
    muscles = [muscle for one in used for muscle in one.muscles]
    return findable([card.title, entry.id], card.tags, [*steps, *others], [card.summary, *card.equipment, *muscles])


class Found(NamedTuple):
    """What a search of routines came to."""

    entries: list[Entry]
    """Those that have every word, best first."""
    nearest: list[Entry]
    """Where there are none, those that have every word and do not suit, or else that come nearest."""
    unused: list[str]
    """Exercises that are meant and that no routine has."""


class RoutineSearch:
    """Searches routines by words; what of each can be found is kept from one search to the next."""

    def __init__(self, said: Callable[[], Mapping[str, Said]]) -> None:
        """`said` gives the names of exercises by id, and is asked when something is searched."""
        self._ask = said
        self._kept: dict[int, tuple[Entry, Findable, frozenset[str]]] = {}
        """By the identity of entries, for comparing them would compare plans: each, and which exercises it has."""

    @cached_property
    def _said(self) -> Mapping[str, Said]:
        return self._ask()

    def find(self, asked: str, entries: Sequence[Entry], suits: Callable[[Entry], bool] = lambda _: True) -> Found:
        """Those of the entries that suit and have the words; nearest are also those that do not suit."""
        suiting = [entry for entry in entries if suits(entry)]
        if not asked.strip():
            return Found(suiting, [], [])
        found = [suiting[index] for index in ranked(asked, [*map(self._findable, suiting)])]
        if not any(entry.loaded for entry in found):
            unused, every = self._unused(asked, entries), [*map(self._findable, entries)]
            close = ranked(asked, every)[:MOST_NEAREST] or (() if unused else nearest(asked, every, MOST_NEAREST))
            return Found(found, [entries[index] for index in close], unused)
        return Found(found, [], self._unused(asked, entries, named=True))

    def _unused(self, asked: str, entries: Sequence[Entry], *, named: bool = False) -> list[str]:
        """Exercises that no entry has and that are found, or only those that are called exactly so."""
        used = frozenset[str]().union(*(self._look_at(entry)[2] for entry in entries))
        said = [(name, one) for name, one in self._said.items() if name not in used]
        every = [said_findable(*one) for one in said]
        found = ranked(asked, every)[:MOST_NEAREST]
        return [said[i][0] for i in found if not named or called(asked, every[i])]

    def _look_at(self, entry: Entry) -> tuple[Entry, Findable, frozenset[str]]:
        if id(entry) not in self._kept:
            intervals = entry.loaded.plan.intervals if entry.loaded else ()
            used = frozenset(interval.about.exercise for interval in intervals)
            self._kept[id(entry)] = entry, routine_findable(entry, self._said), used
        return self._kept[id(entry)]

    def _findable(self, entry: Entry) -> Findable:
        return self._look_at(entry)[1]


def exercise_findable(name: str, exercise: Exercise | None) -> Findable:
    """An exercise by its name and id, its other names, what it works, and its kind, position and equipment."""
    if not exercise:
        return findable([name])
    rest = [exercise.kind or "", exercise.position or "", *(exercise.equipment or ())]
    return findable([exercise.name, name], exercise.aliases, exercise.muscles, rest)


def said_findable(name: str, said: Said) -> Findable:
    """An exercise by its name, id and other names alone."""
    return findable([said.name, name, *said.aliases])


def routines_using(files: Iterable[Path]) -> dict[str, list[str]]:
    """Ids of routines by the exercise that stands in them, of those files that can be read at all."""
    from hiproutine.routine.reading import read_text, table_of

    using: dict[str, list[str]] = {}
    seen: set[str] = set()
    for path in files:
        if path.stem in seen:
            continue
        try:
            table = table_of(read_text(path))
        except BadFile:
            continue
        seen.add(path.stem)
        for name in dict.fromkeys(_exercises(table)):
            using.setdefault(name, []).append(path.stem)
    return using


def _exercises(value: object) -> Iterable[str]:
    """What is written behind the key `exercise`, however deep; "Hip Bridge" stands for hip-bridge."""
    from hiproutine.routine.values import slug_of

    if isinstance(value, list):
        for one in value:
            yield from _exercises(one)
    elif isinstance(value, dict):
        for key, one in value.items():
            if key == "exercise" and isinstance(one, str):
                yield slug_of(one)
            elif isinstance(one, dict | list):
                yield from _exercises(one)
