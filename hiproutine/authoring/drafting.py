"""A file while it is edited: its text as an editor shows it, and back to bytes that are as they were elsewhere."""

from __future__ import annotations

import os
import re
from codecs import BOM_UTF8
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import Enum
from pathlib import Path

from hiproutine.authoring.unsaved import Unsaved
from hiproutine.authoring.writing import CannotWrite, check_name, prepare, write_new, write_over
from hiproutine.errors import BadFile, HiproutineError, printable
from hiproutine.paths import Paths, bundled, whole_name
from hiproutine.routine.kinds import FOLDER, kind_by_place
from hiproutine.routine.reading import read_text
from hiproutine.wording import count

MOST_COMPARED = 4_000_000
"""Pairs of lines between which likeness is looked for."""
_PLANE = 0xF0000
"""A plane of characters without agreed meaning: there stands what an editor must not obey."""
_UNSHOWN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\U000f0000-\U000f2fff]"
)
_STANDS_IN = re.compile("[\U000f0000-\U000f2fff]")
_LINES = re.compile(r"([^\n]*?)(\r?\n|\Z)")

Stamp = tuple[int, int, int]
"""What changes when a file does."""


class ChangedMeanwhile(HiproutineError):
    """Raised where another program has written the file since it was read."""


class FileState(Enum):
    """What became of a file since it was read: as it was, changed, or gone."""

    SAME = "same"
    CHANGED = "changed"
    GONE = "gone"


def editor_text(text: str) -> str:
    """A text with every line ended alike, and a stand-in for each character that a screen could obey."""
    return guard_text("\n".join(line for line, _ in _lines(text)))


def guard_text(text: str) -> str:
    """A text with a stand-in for each character that a screen could obey; tabs and line ends stay."""
    return text if text.isascii() and text.isprintable() else _UNSHOWN.sub(_stand_in, text)


def file_text(text: str) -> str:
    """What a text with stand-ins stands for."""
    return text if text.isascii() else _STANDS_IN.sub(lambda match: chr(ord(match[0]) - _PLANE), text)


def _stand_in(match: re.Match[str]) -> str:
    code = ord(match[0])
    return match[0] if code >= _PLANE else chr(code + _PLANE)


def _lines(text: str) -> Iterator[tuple[str, str]]:
    """Each line with its end; the last one has none."""
    for match in _LINES.finditer(text):
        yield match[1], match[2]
        if not match[2]:
            return


def merged_bytes(before: str, edited: str) -> tuple[str, int]:
    """What is to be written of an edited text, and how many lines were changed, added or taken out.

    Lines that were left alone stay as they were, ends included; others end as most do.
    """
    old = list(_lines(before))
    bodies, new = [guard_text(line) for line, _ in old], edited.split("\n")
    if bodies == new:
        return before, 0
    ends = Counter(end for _, end in old if end)
    usual = ends.most_common(1)[0][0] if ends else "\n"
    lines = [(file_text(line), usual) for line in new]
    changed = max(len(old), len(new))
    for here, there, size in _alike(bodies, new):
        changed -= size
        lines[there : there + size] = [(line, end or usual) for line, end in old[here : here + size]]
    return "".join(line + end for line, end in lines[:-1]) + lines[-1][0], max(1, changed)


def _alike(old: list[str], new: list[str]) -> Iterator[tuple[int, int, int]]:
    """Runs of lines that are the same: where in the old ones, where in the new ones, how many."""
    least = min(len(old), len(new))
    first = next((n for n in range(least) if old[n] != new[n]), least)
    last = next((n for n in range(least - first) if old[-1 - n] != new[-1 - n]), least - first)
    yield 0, 0, first
    middle, other = old[first : len(old) - last], new[first : len(new) - last]
    if len(middle) * len(other) <= MOST_COMPARED:
        for match in SequenceMatcher(None, middle, other, autojunk=False).get_matching_blocks():
            yield match.a + first, match.b + first, match.size
    yield len(old) - last, len(new) - last, last


def stamp_of(path: Path) -> Stamp | None:
    """What a file is known by; None where there is none."""
    try:
        status = path.stat()
    except (OSError, ValueError):
        return None
    return status.st_mtime_ns, status.st_size, status.st_ino


@dataclass
class Draft:
    """One file that is edited: its text, and how it is read and saved."""

    path: Path
    """Where it is read."""
    target: Path
    """Where it is saved: elsewhere until a bundled file has become one's own."""
    unsaved: Unsaved
    """What is kept of it while it is not saved."""
    exercise: bool | None = False
    """Whether it is an exercise; None where only its text can say."""
    text: str = ""
    """What was read or saved last, as an editor shows it."""
    raw: str = ""
    marked: bool = False
    """Whether a byte order mark stands before it."""
    stamp: Stamp | None = None
    differs: bool = False
    """Whether another text stands on disk than was read, and is to be written over."""

    @property
    def copies(self) -> bool:
        """Whether saving makes one's own copy."""
        return self.path != self.target

    def read(self) -> None:
        """Takes what is on disk in place of what was read before.

        Raises:
            BadFile: it cannot be read.
        """
        stamp = stamp_of(self.path)
        raw = read_text(self.path)
        try:
            with self.path.open("rb") as file:
                self.marked = file.read(len(BOM_UTF8)) == BOM_UTF8
        except OSError:
            self.marked = False
        self.stamp, self.raw, self.text, self.differs = stamp, raw, editor_text(raw), False

    def keep_mine(self) -> None:
        """Lets the next save write over what another program wrote."""
        self.stamp, self.differs = stamp_of(self.path), True

    def look(self) -> FileState:
        """What became of the file since it was read."""
        stamp = stamp_of(self.path)
        if stamp is None:
            return FileState.SAME if self.stamp is None else FileState.GONE  # not there yet, or not any more
        if stamp == self.stamp:
            return FileState.SAME
        try:
            same = read_text(self.path) == self.raw
        except BadFile:
            same = False
        if same:
            self.stamp = stamp
        return FileState.SAME if same else FileState.CHANGED

    def save(self, edited: str, *, over: bool = False) -> str:
        """Writes the text; what was done, in a sentence. Only `over` what another program wrote if that is wanted.

        Raises:
            ChangedMeanwhile: another program wrote it.
            CannotWrite: it cannot be written; the file is as it was.
        """
        if not self.writable:
            raise CannotWrite(f"{printable(self.target.name)} is write-protected. f12 saves under another name.")
        found = FileState.SAME if self.copies else self.look()
        if found is FileState.CHANGED and not over:
            raise ChangedMeanwhile
        text, changed = merged_bytes(self.raw, edited)
        if not changed and found is FileState.SAME and not (self.copies or self.differs):
            return "Nothing has changed since it was saved."
        whole = ("\ufeff" if self.marked else "") + text
        name = printable(str(self.target))
        if self.copies:
            prepare(self.target)
            write_new(self.target, whole)
            now = "routines use it" if self.exercise else "it is played"
            said = f"Saved as your own copy: {name}. From now on {now} instead of the bundled one."
        else:
            real = Path(os.path.realpath(self.target))
            with suppress(OSError):
                real.parent.mkdir(parents=True, exist_ok=True)
            write_over(real, whole)
            said = f"Saved {printable(self.target.name)}: {count(changed, 'line')} changed."
            if found is FileState.GONE:
                said = f"Saved {name}; it had vanished, and is there again."
        self.unsaved.drop()
        self.path, self.raw, self.text, self.differs = self.target, text, editor_text(text), False
        self.stamp = stamp_of(self.target)
        return said

    @property
    def writable(self) -> bool:
        """Whether it can be saved where it belongs; what is not there yet is asked about when it is saved."""
        return not self.target.exists() or os.access(self.target, os.W_OK)

    def save_as(self, name: str, edited: str, paths: Paths) -> str:
        """Writes the text into a new file, an id or a path, and goes on with that one; what was done, in a sentence.

        Raises:
            BadName: nothing can be called so.
            CannotWrite: there is such a file, or none can be written there.
        """
        if os.sep in name or name.endswith(".toml"):
            path = Path(name).expanduser().absolute()
        else:
            check_name(name)
            path = self.target.with_name(f"{name}.toml")
        if os.path.lexists(path):
            raise CannotWrite(f"{printable(path.name)} is there already. Choose another name.")
        prepare(path)
        text, _ = merged_bytes(self.raw, edited)
        write_new(path, ("\ufeff" if self.marked else "") + text)
        self.unsaved.drop()
        self.path = self.target = path
        self.raw, self.text, self.differs, self.stamp = text, editor_text(text), False, stamp_of(path)
        self.unsaved = Unsaved(paths, path)
        return f"Saved as {printable(path.name)}. From here on this file is edited."

    def keep(self, edited: str) -> None:
        """Keeps the text beside everything that is not saved.

        Raises:
            CannotWrite: there is nowhere to keep it.
        """
        self.unsaved.keep(("\ufeff" if self.marked else "") + merged_bytes(self.raw, edited)[0])


def new_draft(path: Path, paths: Paths) -> Draft:
    """An exercise that is not there yet: saving writes its file."""
    return Draft(path, path, Unsaved(paths, path), exercise=True)


def open_draft(path: Path, paths: Paths, exercise: bool | None = None) -> Draft:
    """A file to edit; a bundled one is saved in one's own folder of its kind. Unsaid, its place says its kind.

    Raises:
        BadFile: it cannot be read.
    """
    homes = {bundled().absolute(): paths.routines, bundled().absolute() / FOLDER: paths.exercises}
    home = homes.get(Path(whole_name(path)).parent)
    kind = kind_by_place(path, paths) if exercise is None else exercise
    target = home / path.name if home else path
    draft = Draft(path, target, Unsaved(paths, target), kind)
    draft.read()
    return draft


__all__ = [
    "CannotWrite",
    "ChangedMeanwhile",
    "Draft",
    "FileState",
    "editor_text",
    "file_text",
    "guard_text",
    "merged_bytes",
    "new_draft",
    "open_draft",
]
