"""Routines kept compiled in the cache folder; `compiled_entries` says when they are used.

Their values are those of the fields of `Card`, `Plan`, `Interval` and `About`, whatever these are. A routine hangs on
its own file, on the exercises it names, and on whatever file `Catalogue.hangs_on` was told of while it was read.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import fields, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_type_hints

from hiproutine.errors import Place, Problem
from hiproutine.plan.distances import AskMeasures, Measures
from hiproutine.plan.model import About, Interval, Plan
from hiproutine.routine.compiled_entries import CompiledEntries
from hiproutine.routine.compiled_file import Kept
from hiproutine.routine.contents import Contents, text_of, written_in
from hiproutine.routine.loaded import Card, Loaded, OfWeek
from hiproutine.routine.record_values import Read, plain, reader, values_of

if TYPE_CHECKING:
    from hiproutine.routine.catalogue import Catalogue

_HEAD = tuple(field.name for field in fields(Plan) if field.name != "intervals")
"""What is known of a plan before its intervals are made."""
_ABOUT = [field.name for field in fields(Interval)].index("about")


class CompiledRoutines:
    """The routines of one file in the cache."""

    def __init__(self, place: Path, contents: Contents, measures: AskMeasures = Measures) -> None:
        """`measures` are those by which distances are said and estimated; of others nothing is used."""
        self._measures = measures
        self._entries = CompiledEntries(place, contents)
        self._figures: dict[str, dict[str, Any] | None] = {}
        self.save = self._entries.save

    def find(self, path: Path, load: Callable[[], Loaded]) -> Loaded | None:
        """The routine of a file; None where it has to be read. `load` reads it, should it be damaged after all."""
        try:
            kept = self._entries.find(path, text_of(path))
            if kept is None:
                return None
            card, head, warnings, drawn, measured, later = kept.values
            if measured and measured != _measured(self._measures()):
                return None
            bulks, figures = kept.texts[: len(later) + 1], [*kept.texts[len(later) + 1 :]]
            weeks = [
                _begun(one, bulk, load, week)
                for week, (one, bulk) in enumerate(zip([head, *later], bulks, strict=True))
            ]
            first = weeks[0]
            return Loaded.begun(
                lambda: {"places": first.places, "figures": _figures_of(drawn, figures)},
                path=path, card=_read_card(card), plan=first.plan, warnings=_read_warnings(warnings, path),
                weeks=tuple(weeks) if later else (),
            )  # fmt: skip
        except (ValueError, TypeError, LookupError):
            return None

    def keep(
        self, path: Path, catalogue: Catalogue, load: Callable[[Catalogue], Loaded], text: str | None = None
    ) -> Loaded:
        """Loads a routine, and keeps it unless a file of it changes meanwhile, or it has two plans: one for each side.

        `text` is what was read in the file, where that was before.

        Raises:
            BadFile: as `load` does; what has problems is not kept.
        """
        from hiproutine.routine.asked import AskedCatalogue

        noted, before = self._entries.noting(), text_of(path)
        loaded = self._with_figures(load(AskedCatalogue(catalogue, noted)), catalogue)
        same = before == text_of(path) and (text is None or text == written_in(before))
        if same and loaded.right_first is None:
            self._entries.keep(path, before, noted, lambda: self._kept(loaded))
        return loaded

    def _with_figures(self, loaded: Loaded, catalogue: Catalogue) -> Loaded:
        plans = [week.plan for week in _weeks(loaded)]
        used = dict.fromkeys(one.about.exercise for plan in plans for one in plan.intervals if one.about.exercise)
        for name in used:
            if name not in self._figures:
                self._figures[name] = catalogue.figure(name)
        return replace(loaded, figures={name: self._figures[name] for name in used})

    def _kept(self, loaded: Loaded) -> Kept:
        weeks = _weeks(loaded)
        first, *later = [[plain(getattr(week.plan, name)) for name in _HEAD] for week in weeks]
        far = any(one.metres for week in weeks for one in week.plan.intervals)
        measured = _measured(self._measures()) if far else ""
        warnings = plain(tuple(one._replace(path="") for one in loaded.warnings))
        values = [plain(loaded.card), first, warnings, [*loaded.figures], measured, later]
        figures = [json.dumps(one).encode() for one in loaded.figures.values()]
        return Kept(values, [*map(_bulk_text, weeks), *figures])


def _weeks(loaded: Loaded) -> tuple[OfWeek, ...]:
    """The weeks of a plan; without weeks the one that there is."""
    return loaded.weeks or (OfWeek(loaded.plan, loaded.places),)


def _begun(head: Any, text: bytes | None, load: Callable[[], Loaded], week: int) -> OfWeek:
    """A week of a routine, from 0, of which only the head is made yet."""
    made = _Bulk(text or b"", lambda: _weeks(load())[week])
    plan = Plan.begun(lambda: {"intervals": made.made()[0]}, **_read_head(head))
    return OfWeek.begun(lambda: {"places": made.made()[1]}, plan=plan)


def _measured(measures: Measures) -> str:
    """By what the distances of a plan are said and estimated."""
    return f"{'miles' if measures.miles else 'km'} {measures.pace}"


class _Bulk:
    """Intervals and their places, made of their text when one of them is first asked for."""

    def __init__(self, text: bytes, load: Callable[[], OfWeek]) -> None:
        self._text, self._load = text, load
        self._made: tuple[tuple[Interval, ...], tuple[Place, ...]] | None = None

    def made(self) -> tuple[tuple[Interval, ...], tuple[Place, ...]]:
        """Both."""
        if self._made is None:
            try:
                self._made = _intervals_of(self._text)
            except (ValueError, TypeError, LookupError):
                loaded = self._load()
                self._made = loaded.plan.intervals, loaded.places
        return self._made


def _bulk_text(week: OfWeek) -> bytes:
    """Intervals and places as JSON; the texts about a step, which each of its intervals has, stand there once."""
    abouts: dict[About, int] = {}
    intervals = []
    for interval in week.plan.intervals:
        values = values_of(interval)
        values[_ABOUT] = abouts.setdefault(interval.about, len(abouts))
        intervals.append(values)
    whole = [[*abouts], intervals, week.places]
    return json.dumps(whole, separators=(",", ":"), default=values_of).encode()  # marks are texts to it, tuples lists


def _intervals_of(text: bytes) -> tuple[tuple[Interval, ...], tuple[Place, ...]]:
    abouts, intervals, places = json.loads(text)
    about, interval = reader(About), reader(Interval, {"about"})
    assert about  # noqa: S101
    assert interval  # noqa: S101
    known = [about(values) for values in abouts]
    for values in intervals:
        values[_ABOUT] = known[values[_ABOUT]]
    return tuple(map(interval, intervals)), tuple(map(tuple, places))


def _figures_of(names: list[str], texts: list[bytes | None]) -> dict[str, dict[str, Any] | None]:
    """Tables by the ids of exercises; none where they are not as they were written."""
    with suppress(ValueError, TypeError):
        return {name: json.loads(text or b"null") for name, text in zip(names, texts, strict=True)}
    return {}


def _read_head(values: Any) -> dict[str, Any]:
    reads = _head_readers()
    return {name: read(value) if read else value for (name, read), value in zip(reads, values, strict=True)}


@cache
def _head_readers() -> list[tuple[str, Read | None]]:
    hints = get_type_hints(Plan)
    return [(name, reader(hints[name])) for name in _HEAD]


def _read_card(values: Any) -> Card:
    made = reader(Card)
    assert made  # noqa: S101
    card: Card = made(values)
    return card


def _read_warnings(values: Any, path: Path) -> tuple[Problem, ...]:
    """Those of a file, under the name it has now."""
    made = reader(Problem) if values else None
    return tuple(made(one)._replace(path=str(path)) for one in values) if made else ()
