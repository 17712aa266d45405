"""Pages as files: one routine, or all of them with a page that lists them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from functools import cache
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from hiproutine import __version__
from hiproutine.errors import BadFile, HiproutineError, UnknownRoutine, printable
from hiproutine.share.kept_parts import FILE, Parts
from hiproutine.share.kept_rules import cool_down, named
from hiproutine.share.page import Find, Pages, facts, policy
from hiproutine.wording import count

if TYPE_CHECKING:
    from hiproutine.plan.model import Plan
    from hiproutine.routine.library import Library
    from hiproutine.routine.loaded import Loaded
    from hiproutine.share.sound import Carried

MADE_HERE = '<meta name="generator" content="hiproutine '
"""By this a page is known that may be written over."""
HEAD = 2_000
"""Characters in which it stands."""


class CannotShare(HiproutineError):
    """Raised for a page that cannot be written; says which, and why."""


class NotOurs(CannotShare):
    """Another's file stands in the place."""


def write_page(
    library: Library,
    loaded: Loaded,
    path: Path | None = None,
    *,
    force: bool = False,
    find_figure: Find | None = None,
    prints: bool = False,
    sound: Carried | None = None,
) -> Path:
    """Writes the page of a routine, `ID.html` here where no path is given; gives the path.

    Figures are those of the library where nothing else finds them; `prints` and `sound` are as in `Pages.page`.

    Raises:
        CannotShare: it cannot be written, or another's file stands there.
    """
    place = path or Path(f"{loaded.plan.id}.html")
    parts = _parts(library)
    known = _named(library)
    pages = Pages(find_figure or _figures(library, [loaded], parts), _titles(known), parts, known.get(cool_down()))
    _write(place, pages.page(loaded, prints=prints, sound=sound), force=force)
    parts.save()
    return place


def write_to_look_at(
    library: Library, loaded: Loaded, *, find_figure: Find | None = None, prints: bool = False
) -> Path:
    """Writes the page where the system keeps what is not for keeps: the same place again until the program ends.

    Raises:
        CannotShare: it cannot be written.
    """
    path = _passing_folder() / f"{loaded.plan.id}.html"
    return write_page(library, loaded, path, force=True, find_figure=find_figure, prints=prints)


@cache
def _passing_folder() -> Path:
    import tempfile

    try:
        return Path(tempfile.mkdtemp(prefix="hiproutine-"))
    except OSError as error:
        raise CannotShare(f"There is no room for a page to look at: {error.strerror}.") from error


def write_folder(
    library: Library, folder: Path, *, force: bool = False, in_its_week: Callable[[Loaded], Loaded] = lambda one: one
) -> tuple[Path, int]:
    """Writes every routine that can be played and `index.html`; gives the path of that, and how many there are.

    `in_its_week` gives a plan over weeks as it is this week.

    Raises:
        CannotShare: as `write_page`.
    """
    entries = [in_its_week(entry.loaded) for entry in library.entries() if entry.loaded]
    entries.sort(key=lambda one: one.plan.title.casefold())
    parts = _parts(library)
    known = _named(library)
    pages = Pages(_figures(library, entries, parts), _titles(known), parts, known.get(cool_down()))
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CannotShare(f"{printable(str(folder))} cannot be made: {error.strerror}.") from error
    written = 0
    try:
        for one in entries:
            _write(folder / f"{one.plan.id}.html", pages.page(one), force=force)
            written += 1
        _write(folder / "index.html", index(entries, parts), force=force)
        parts.save()
    except CannotShare as error:
        if not written:
            raise
        raise type(error)(f"{error} Before that {count(written, 'page')} were written; no list names them.") from error
    return folder / "index.html", len(entries)


def index(entries: list[Loaded], parts: Parts) -> str:
    """A page that lists routines beside which it stands."""
    style = parts.style()
    rows = "".join(
        f'<li><p><a href="{escape(one.plan.id)}.html">{escape(one.plan.titled)}</a><br>'
        f"<span>{escape(facts(one))}</span></p></li>"
        for one in entries
    )
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy((), style)}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'{MADE_HERE}{escape(__version__)}">\n<title>Routines</title>\n<style>{style.text}</style>\n</head>\n'
        f'<body><main><section id="open"><h1>Routines</h1><ul class="steps">{rows}</ul></section></main></body>\n'
        "</html>\n"
    )


def _parts(library: Library) -> Parts:
    return Parts(library.kept_at / FILE)


def _figures(library: Library, routines: Iterable[Loaded], parts: Parts) -> Find:
    """Those that came with the routines; of others the library's."""
    tables = {name: table for one in routines for name, table in one.figures.items()}
    return lambda name: parts.drawn(name, tables[name] if name in tables else library.catalogue.figure(name))


def _named(library: Library) -> dict[str, Plan]:
    """The routines that an advice may name, by their ids; one that cannot be played is not named."""
    found = {}
    for name in named():
        with suppress(UnknownRoutine, BadFile):
            found[name] = library.open(name)[0].plan
    return found


def _titles(plans: Mapping[str, Plan]) -> dict[str, str]:
    return {name: plan.title for name, plan in plans.items()}


def _write(path: Path, text: str, *, force: bool) -> None:
    """All of it, or nothing. A file of somebody else stays as it is."""
    try:
        if not force and os.path.lexists(path) and not _is_ours(path):
            raise NotOurs(f"{printable(str(path))} is there already and is no page of hiproutine.")
        beside = path.with_name(f".{path.name[:100]}.{os.urandom(4).hex()}")
        try:
            beside.write_text(text, "utf-8", newline="\n")
            beside.replace(path)
        finally:
            beside.unlink(missing_ok=True)
    except OSError as error:
        raise CannotShare(f"{printable(str(path))} cannot be written: {error.strerror}.") from error


def _is_ours(path: Path) -> bool:
    with path.open(encoding="utf-8", errors="replace") as file:
        return MADE_HERE in file.read(HEAD)
