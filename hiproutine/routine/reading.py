"""Files -> tables: reads a file that may be anything at all, and says what is wrong with it as TOML."""

from __future__ import annotations

import os
import re
import stat
import tomllib
from pathlib import Path
from typing import Any

from hiproutine.errors import BadFile, Place, Problem

LARGEST = 1024 * 1024
"""Bytes."""

PROSE = frozenset({"why", "source", "safety", "stop_if", "setup", "summary", "confirm"})
"""Keys whose text may have several lines."""

_PLACE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")
_DEEP_KEY = re.compile(
    r"""(?<![A-Za-z0-9_-])(?:(?:[A-Za-z0-9_-]++|"(?:[^"\\\n]|\\.)*+"|'[^'\n]*+')[ \t]*+\.[ \t]*+){60}"""
)
"""A dotted key of so many parts that tomllib would take minutes over it; itself read in one pass, never back."""
_RAW_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_HIDING = r"\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ue000-\uf8ff"
"""Characters that turn the reading direction, break lines or have no agreed shape."""
_HOSTILE = re.compile(rf"[\x00-\x1f\x7f-\x9f{_HIDING}]")
_HOSTILE_IN_PROSE = re.compile(rf"[\x00-\x08\x0b-\x1f\x7f-\x9f{_HIDING}]")


def read_table(path: Path) -> dict[str, Any]:
    """The top table of a TOML file.

    Raises:
        BadFile: with everything wrong with it as a file, as TOML, or in its characters.
    """
    text = _text(path)
    if match := _RAW_CONTROL.search(text):
        raise BadFile([_at(path, text, match.start(), match.group(0))])
    try:
        if _DEEP_KEY.search(text):
            raise RecursionError
        table = tomllib.loads(text)
    except RecursionError:
        raise BadFile([Problem("toml-syntax", "the tables are nested too deeply", path=str(path))]) from None
    except ValueError as error:
        raise BadFile([_syntax(path, str(error))]) from None
    if problems := _control_characters(table):
        raise BadFile([*problems])
    return table


def toml_files(folder: Path) -> list[Path]:
    """The TOML files of a folder, sorted by name; none if there is no such folder."""
    try:
        found = [path for path in folder.iterdir() if path.suffix == ".toml" and not path.name.startswith(".")]
    except OSError:
        return []
    return sorted(found)


def _text(path: Path) -> str:
    def bad(code: str, message: str, cure: str = "") -> BadFile:
        return BadFile([Problem(code, message, help=cure, path=str(path))])

    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise bad("unreadable", "this is a folder, not a file")
        if not stat.S_ISREG(status.st_mode):
            raise bad("unreadable", "this is not a plain file")
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except FileNotFoundError:
        raise bad("unreadable", "there is no such file") from None
    except (OSError, ValueError) as error:
        reason = os.strerror(error.errno) if isinstance(error, OSError) and error.errno else str(error)
        raise bad("unreadable", f"the file cannot be read: {reason.lower()}") from None
    if len(content) > LARGEST:
        raise bad("too-large", "the file is larger than 1 MiB", "a routine is a few kilobytes; is this the right file")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise bad("not-utf8", f"line {line} is not UTF-8 text", "save the file as UTF-8") from None


def _at(path: Path, text: str, offset: int, character: str) -> Problem:
    start = text.rfind("\n", 0, offset) + 1
    message = f"the character U+{ord(character):04X} has no place in a text"
    line = text.count("\n", 0, offset) + 1
    return Problem(
        "control-character", message, help="take it out", path=str(path), line=line, column=offset - start + 1
    )


def _syntax(path: Path, message: str) -> Problem:
    match = _PLACE.search(message)
    words = _PLACE.sub("", message)
    if match and not match.group(1):
        words += " at the end of the file"
    line, column = (int(part or 0) for part in match.groups()) if match else (0, 0)
    if message.startswith("Exceeds the limit"):
        words = "a number is too long"
    return Problem("toml-syntax", words[:1].lower() + words[1:], path=str(path), line=line, column=column)


def _control_characters(table: dict[str, Any]) -> list[Problem]:
    """Every text with a character that a terminal could obey or that hides what is written."""
    problems: list[Problem] = []
    stack: list[tuple[Place, Any]] = [((), table)]
    while stack:
        place, value = stack.pop()
        if isinstance(value, dict):
            stack += [((*place, key), item) for key, item in value.items()]
            problems += [_control(place, key, "") for key in value if _hostile(key, "")]
        elif isinstance(value, list):
            stack += [((*place, index), item) for index, item in enumerate(value)]
        elif isinstance(value, str):
            key = next((part for part in reversed(place) if isinstance(part, str)), "")
            if _hostile(value, key):
                problems.append(_control(place, value, key))
    return sorted(problems, key=lambda problem: [str(part) for part in problem.place])


def _hostile(text: str, key: str) -> str:
    """The first character that may not stand in a text of this key, or nothing."""
    match = (_HOSTILE_IN_PROSE if key in PROSE else _HOSTILE).search(text)
    return match.group(0) if match else ""


def _control(place: Place, text: str, key: str) -> Problem:
    character = _hostile(text, key)
    message = f"the character U+{ord(character):04X} has no place in a text"
    return Problem("control-character", message, place, "take it out")
