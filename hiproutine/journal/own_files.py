"""A person's own routines, exercises and settings, as they go along with an export and come back from it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from hiproutine.journal.export_fields import BadLine
from hiproutine.paths import Paths

KIND = "file"
"""What a line of an export is called that holds one."""
LARGEST = 1_000_000
"""Bytes of a file; routines have a few thousand."""
MOST = 2000
"""Files in all."""
_PLACE = re.compile(r"(?:routines|exercises)/\w[\w.-]{0,119}\.toml|config\.toml")


@dataclass(frozen=True, slots=True)
class OwnFile:
    """One file: where it belongs, in folders with `/`, and what it holds."""

    place: str
    text: str


@dataclass(slots=True)
class BroughtBack:
    """What became of files: written, there already as they are, or there otherwise and left alone."""

    written: list[str] = field(default_factory=list)
    same: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)


def own_files(paths: Paths) -> tuple[list[OwnFile], list[str]]:
    """The files of a person, and the names of those that cannot go along: too large, or no UTF-8."""
    found, left = [], []
    for place, path in _there(paths):
        try:
            if path.stat().st_size > LARGEST:
                raise ValueError
            found.append(OwnFile(place, path.read_bytes().decode("utf-8")))
        except (OSError, ValueError):
            left.append(place)
    return found[:MOST], left + [one.place for one in found[MOST:]]


def checked(values: dict[str, Any]) -> OwnFile:
    """A decoded line as a file, or BadLine."""
    if set(values) != {"kind", "place", "text"}:
        raise BadLine("a file has “place” and “text”, and nothing else")
    place, text = values["place"], values["text"]
    if not isinstance(place, str) or not _PLACE.fullmatch(place) or ".." in place:
        raise BadLine("“place” has to be config.toml, or a file of routines/ or exercises/")
    if not isinstance(text, str) or len(text) > LARGEST:
        raise BadLine(f"“text” has to be a text of at most {LARGEST:,} characters")
    try:
        text.encode()
    except UnicodeEncodeError:
        raise BadLine("“text” holds half a character") from None
    return OwnFile(place, text)


def bring_back(files: Iterable[OwnFile], paths: Paths) -> BroughtBack:
    """Writes files where there are none; what is there stays as it is. OSError where a file cannot be written."""
    done = BroughtBack()
    for one in files:
        path = _path(one.place, paths)
        data = one.text.encode("utf-8")
        if path.exists() or path.is_symlink():
            same = path.is_file() and path.read_bytes() == data
            (done.same if same else done.left).append(one.place)
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as out:
            out.write(data)
        done.written.append(one.place)
    return done


def _there(paths: Paths) -> list[tuple[str, Path]]:
    found = [("config.toml", paths.settings)] if paths.settings.is_file() else []
    for name, folder in (("routines", paths.routines), ("exercises", paths.exercises)):
        if folder.is_dir():
            found += [(f"{name}/{path.name}", path) for path in sorted(folder.iterdir()) if _is_own(name, path)]
    return found


def _is_own(folder: str, path: Path) -> bool:
    return path.is_file() and _PLACE.fullmatch(f"{folder}/{path.name}") is not None


def _path(place: str, paths: Paths) -> Path:
    folder, _, name = place.rpartition("/")
    return {"routines": paths.routines, "exercises": paths.exercises}.get(folder, paths.config) / name
