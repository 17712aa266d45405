"""Routines kept compiled in the cache folder: each beside the text it was made of, and used only while that is there.

A routine hangs on its own file and on those of the exercises it names; all are compared byte for byte, so that no clock
and no checksum has a say in it. What other code made is as if it was not there, and nothing of it can run.
"""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Callable
from contextlib import suppress
from dataclasses import fields, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zlib import crc32

from hiproutine import __version__
from hiproutine.errors import Place, Problem
from hiproutine.plan.model import About, Interval, Plan
from hiproutine.routine.compiled_file import CompiledFile, Kept, read, write
from hiproutine.routine.loaded import Card, Loaded
from hiproutine.routine.record_values import plain, reader
from hiproutine.routine.values import SLUG

if TYPE_CHECKING:
    from hiproutine.routine.catalogue import Catalogue

FORMAT = 1
"""Of what the entries hold."""
_HEAD = ("id", "title", "load", "seconds", "estimated", "steps")
"""What is known of a plan before its intervals are made."""
_ABOUT = [field.name for field in fields(Interval)].index("about")


class CompiledRoutines:
    """The routines of one file in the cache. `exercises` are the folders that theirs come from."""

    def __init__(self, place: Path, exercises: tuple[Path, ...]) -> None:
        self._place = place
        self._folders = exercises
        self._file: CompiledFile = read(place, _stamp())
        self._texts: dict[str, tuple[bytes | None, ...]] = {}
        """What stood in the files of an exercise when it was first asked for."""
        self._figures: dict[str, dict[str, Any] | None] = {}
        self._new: dict[str, tuple[bytes, Loaded, list[str]]] = {}

    def find(self, path: Path, load: Callable[[], Loaded]) -> Loaded | None:
        """The routine of a file; None where it has to be read. `load` reads it, should it be damaged after all."""
        found = self._file.index.get(_name(path))
        try:
            if found is None or not self._is_fresh(path, found):
                return None
            (card, head, warnings, names, drawn), places = found
            bulk = _Bulk(self._file.text(places[1]) or b"", load)
            figures = [self._file.text(at) for at in places[2 + len(names) * len(self._folders) :]]
            plan = Plan.begun(lambda: {"intervals": bulk.made()[0]}, **dict(zip(_HEAD, head, strict=True)))
            return Loaded.begun(
                lambda: {"places": bulk.made()[1], "figures": _figures_of(drawn, figures)},
                path=path, card=_read_card(card), plan=plan, warnings=_read_warnings(warnings, path),
            )  # fmt: skip
        except (ValueError, TypeError, LookupError):
            return None

    def keep(self, path: Path, catalogue: Catalogue, load: Callable[[Catalogue], Loaded]) -> Loaded:
        """Loads a routine, and keeps it unless a file of it changes meanwhile, or it has two plans: one for each side.

        Raises:
            BadFile: as `load` does; what has problems is not kept.
        """
        from hiproutine.routine.asked import AskedCatalogue

        names: dict[str, None] = {}

        def note(name: str) -> None:
            names[name] = None
            self._texts_of(name)

        before = _text_of(path)
        loaded = self._with_figures(load(AskedCatalogue(catalogue, note)), catalogue)
        if before is not None and before == _text_of(path) and loaded.right_first is None:
            self._new[_name(path)] = before, loaded, [*names]
        return loaded

    def save(self) -> None:
        """Writes what is new, beside what is there still. A disk that is full or read-only only costs time."""
        unchanged = cache(lambda name: self._texts_of(name) == self._read_texts(name))
        new = {path: one for path, one in self._new.items() if all(map(unchanged, one[2]))}
        self._new.clear()
        if not new:
            return
        there = [name for name in self._file.index if name not in new and os.path.lexists(name)]
        with suppress(OSError, ValueError, TypeError):  # a date in a figure is nothing that JSON has
            entries = {name: self._file.entry(name) for name in there}
            entries |= {path: self._compiled(*one) for path, one in new.items()}
            write(self._place, _stamp(), entries)

    def _is_fresh(self, path: Path, found: list[Any]) -> bool:
        (*_, names, _), places = found
        if not _is(path, self._file.text(places[0])):
            return False
        count = len(self._folders)
        texts = [self._file.text(at) for at in places[2:]]
        return all(
            self._texts_of(name) == tuple(texts[number * count : (number + 1) * count])
            for number, name in enumerate(names)
        )

    def _compiled(self, text: bytes, loaded: Loaded, names: list[str]) -> Kept:
        plan = loaded.plan
        head = [getattr(plan, name) for name in _HEAD]
        values = [plain(loaded.card), head, plain(loaded.warnings), names, [*loaded.figures]]
        exercises = [one for name in names for one in self._texts_of(name)]
        figures = [json.dumps(one).encode() for one in loaded.figures.values()]
        return Kept(values, [text, _bulk_text(loaded), *exercises, *figures])

    def _with_figures(self, loaded: Loaded, catalogue: Catalogue) -> Loaded:
        for interval in loaded.plan.intervals:
            if (name := interval.about.exercise) and name not in self._figures:
                self._figures[name] = catalogue.figure(name)
        used = dict.fromkeys(one.about.exercise for one in loaded.plan.intervals if one.about.exercise)
        return replace(loaded, figures={name: self._figures[name] for name in used})

    def _texts_of(self, name: str) -> tuple[bytes | None, ...]:
        if name not in self._texts:
            self._texts[name] = self._read_texts(name)
        return self._texts[name]

    def _read_texts(self, name: str) -> tuple[bytes | None, ...]:
        if not SLUG.fullmatch(name):
            return (None,) * len(self._folders)
        return tuple(_text_of(folder / f"{name}.toml") for folder in self._folders)


class _Bulk:
    """Intervals and their places, made of their text when one of them is first asked for."""

    def __init__(self, text: bytes, load: Callable[[], Loaded]) -> None:
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


def _bulk_text(loaded: Loaded) -> bytes:
    """Intervals and places as JSON; the texts about a step, which each of its intervals has, stand there once."""
    abouts: dict[About, int] = {}
    intervals = []
    for interval in loaded.plan.intervals:
        values = plain(interval)
        values[_ABOUT] = abouts.setdefault(interval.about, len(abouts))
        intervals.append(values)
    return json.dumps([[plain(one) for one in abouts], intervals, plain(loaded.places)], separators=(",", ":")).encode()


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


def _read_card(values: Any) -> Card:
    made = reader(Card)
    assert made  # noqa: S101
    card: Card = made(values)
    return card


def _read_warnings(values: Any, path: Path) -> tuple[Problem, ...]:
    """Those of a file, under the name it has now."""
    made = reader(Problem) if values else None
    return tuple(replace(made(one), path=str(path)) for one in values) if made else ()


def _name(path: Path) -> str:
    """Of an entry: the whole path, whatever folder one is in."""
    return os.path.abspath(path)  # noqa: PTH100 - what it links to may change


def _text_of(path: Path) -> bytes | None:
    """What stands in a file; None where there is no plain file."""
    try:
        with open(path, "rb", opener=_open_at_once) as file:
            return file.read() if stat.S_ISREG(os.fstat(file.fileno()).st_mode) else None
    except (OSError, ValueError):
        return None


def _open_at_once(path: str, flags: int) -> int:
    """A pipe that nobody writes to is not waited for."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _is(path: Path, text: bytes | None) -> bool:
    return text is not None and _text_of(path) == text


@cache
def _stamp() -> str:
    """Whose file it is: the format, the version, and the code that makes routines as it stands here."""
    here = Path(__file__).parent
    with suppress(OSError):
        found = sorted(
            (entry.name, entry.stat().st_size, entry.stat().st_mtime_ns)
            for folder in (here, here.parent / "plan")
            for entry in os.scandir(folder)
            if entry.name.endswith(".py")
        )
        return f"{FORMAT} {__version__} {crc32(repr(found).encode())}"
    return f"{FORMAT} {__version__}"
