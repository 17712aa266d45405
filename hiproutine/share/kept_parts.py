"""What pages have in common, kept ready in the cache: scripts and styles with their digests, and drawn figures.

A figure is kept beside the table it was drawn from, and used only for that very table. What other code made is as if
it was not there (`compiled_stamps`), and so is a file that is damaged. Where the cache has none, the one that comes
with the program is used.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

from hiproutine.routine.compiled_entries import shipped_folder
from hiproutine.routine.compiled_file import CompiledFile, Kept, read, write
from hiproutine.routine.compiled_stamps import cached_stamp, shipped_stamp
from hiproutine.share.drawn import Drawn

FILE = "pages"
HERE = Path(__file__).parent
CODE = (HERE, HERE / "web", HERE.parent / "figures", HERE.parent / "plan")
ENDS = (".py", ".js", ".css")
"""Where stands what scripts and drawings are made of, and by: the folders, and how the names of the files end."""


class Sealed(NamedTuple):
    """A script or style, and the digest by which a page lets it in."""

    text: str
    digest: str


class Parts:
    """Scripts, styles and drawings by their names, made where they are not kept."""

    def __init__(self, place: Path | None = None) -> None:
        """Without a `place` nothing is kept."""
        self._place = place
        self.new: dict[str, Kept] = {}
        """What is not kept yet."""
        self._comes = False
        """Whether what comes with the program is not in the cache yet."""

    def script(self, without: frozenset[str] = frozenset()) -> Sealed:
        """The script of a page, `without` modules that it does not need."""
        return self._sealed(" ".join(["script without", *sorted(without)]), lambda: _modules().page_script(without))

    def beginning(self) -> Sealed:
        """The first script of a page, which runs the other."""
        return self._sealed("beginning", lambda: _modules().beginning())

    def style(self) -> Sealed:
        """The styles of a page."""
        return self._sealed("style", lambda: _modules().style())

    def drawn(self, name: str, table: dict[str, Any] | None) -> Drawn | None:
        """The drawing of an exercise's `[figure]` table; None where there is none, or none that can be drawn."""
        if table is None:
            return None
        name, written = f"figure {name}", repr(table).encode()  # a date, which TOML has, is none for JSON
        with suppress(ValueError, TypeError, LookupError):
            kept = self._found(name)
            if kept and kept.texts[0] == written:
                return Drawn(*json.loads(kept.texts[1] or b""))
        from hiproutine.routine.exercise_figure import drawn

        figure = drawn(table)
        if figure is None:
            return None
        from hiproutine.share.drawing import Drawing

        found = Drawing(figure).drawn()
        self.new[name] = Kept(None, [written, json.dumps(found, separators=(",", ":")).encode()])
        return found

    def save(self) -> None:
        """Writes what is new, beside what is there. A disk that is full or read-only only costs time."""
        if self._place and (self.new or self._comes):
            before = {name: self._file.entry(name) for name in self._file.index}
            with suppress(OSError):
                write(self._place, cached_stamp(CODE, ENDS), before | self.new)

    def _sealed(self, name: str, make: Callable[[], str]) -> Sealed:
        with suppress(ValueError, TypeError, LookupError):
            if (kept := self._found(name)) and kept.texts[0]:
                return Sealed(kept.texts[0].decode(), str(kept.values))
        text = make()
        found = Sealed(text, digest_of(text))
        self.new[name] = Kept(found.digest, [text.encode()])
        return found

    def _found(self, name: str) -> Kept | None:
        return self.new.get(name) or (self._file.entry(name) if name in self._file.index else None)

    @cached_property
    def _file(self) -> CompiledFile:
        if not self._place:
            return CompiledFile()
        kept = read(self._place, cached_stamp(CODE, ENDS))
        if kept.index:
            return kept
        comes = _shipped()
        self._comes = bool(comes.index)
        return comes


def _shipped() -> CompiledFile:
    place = shipped_folder() / FILE
    with suppress(OSError):
        if place.is_file():
            return read(place, shipped_stamp(CODE, ENDS))
    return CompiledFile()


def _modules() -> ModuleType:
    """What makes scripts and styles; loaded where they are not kept."""
    from hiproutine.share import modules

    return modules


def digest_of(text: str) -> str:
    """How a policy names a script or style."""
    from base64 import b64encode
    from hashlib import sha256

    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"
