"""Files -> tables: reads a file that may be anything at all, and says what is wrong with it as TOML."""

from __future__ import annotations

import os
import re
import stat
from codecs import BOM_UTF8
from itertools import islice
from pathlib import Path
from typing import Any, Literal

import tomli

from hiproutine.errors import BadFile, Place, Problem, Span
from hiproutine.routine.contents import LARGEST
from hiproutine.routine.placing import in_file

MOST_RAW = 1_000
"""Runs of raw control characters that are told of one file: what has more is no text at all."""
_TOO_DEEP = "the tables are nested too deeply"

PROSE = frozenset({"why", "source", "safety", "stop_if", "setup", "summary", "confirm"})
"""Keys whose text may have several lines."""

_DEEP_KEY = r"""(?<![A-Za-z0-9_-])(?:(?:[A-Za-z0-9_-]++|"(?:[^"\\\n]|\\.)*+"|'[^'\n]*+')[ \t]*+\.[ \t]*+){60}"""
"""A dotted key of so many parts that a reader would take minutes over it; itself read in one pass, never back."""
_RAW_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]+")
_HIDING = r"\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ue000-\uf8ff"
"""Characters that turn the reading direction, break lines or have no agreed shape."""
_MAY_HIDE = re.compile(rf"[\\\t{_HIDING}]|\"\"\"|'''")
"""Without any of these in a text, no value of it holds anything hostile."""
_HOSTILE = re.compile(rf"[\x00-\x1f\x7f-\x9f{_HIDING}]")
_HOSTILE_IN_PROSE = re.compile(rf"[\x00-\x08\x0b-\x1f\x7f-\x9f{_HIDING}]")


def read_table(path: Path) -> dict[str, Any]:
    """The top table of a TOML file.

    Raises:
        BadFile: with everything wrong with it as a file, as TOML, or in its characters.
    """
    with in_file(path):
        text = read_text(path)
    with in_file(path, text):
        table = table_of(text)
        if problems := control_characters(table, text):
            raise BadFile(problems)
    return table


def table_of(text: str) -> dict[str, Any]:
    """The top table of a TOML text.

    Raises:
        BadFile: it is no TOML, or holds raw control characters.
    """
    if found := [*islice(_RAW_CONTROL.finditer(text), MOST_RAW)]:
        raise BadFile([_raw(text, match) for match in found])
    try:
        dotted = any(line.count(".") >= 60 for line in text.split("\n"))
        if dotted and (match := re.search(_DEEP_KEY, text)):
            raise BadFile([Problem("toml-syntax", _TOO_DEEP, span=_span_of(text, match.start(), match.start()))])
        return tomli.loads(text)
    except RecursionError:
        raise BadFile([Problem("toml-syntax", _TOO_DEEP)]) from None
    except ValueError as error:
        from hiproutine.routine.syntax import syntax_problem

        raise BadFile([syntax_problem(text, str(error))]) from None


def read_text(path: Path) -> str:
    """What is written in a file, without a byte order mark.

    Raises:
        BadFile: `unreadable`, `too-large` or `not-utf8`.
    """

    def bad(code: str, message: str, cure: str = "") -> BadFile:
        return BadFile([Problem(code, message, help=cure)])

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
        return content.removeprefix(BOM_UTF8).decode()
    except UnicodeDecodeError as error:
        before = content.removeprefix(BOM_UTF8)[: error.start].decode()
        span = _span_of(before, len(before), len(before))
        raise BadFile(
            [Problem("not-utf8", "this is not UTF-8 text", help="save the file as UTF-8", span=span)]
        ) from None


def _span_of(text: str, start: int, end: int) -> Span:
    from hiproutine.routine.syntax import span_of  # only where something is wrong, as with all that knows cures

    return span_of(text, start, end)


def _raw(text: str, match: re.Match[str]) -> Problem:
    return Problem("control-character", _no_place(match[0][0]), help="take it out", span=_span_of(text, *match.span()))


def control_characters(table: dict[str, Any], text: str) -> list[Problem]:
    """Every value of a text with a character that a terminal could obey or that hides what is written."""
    if not _MAY_HIDE.search(text):
        return []
    problems: list[Problem] = []
    stack: list[tuple[Place, Any]] = [((), table)]
    while stack:
        place, value = stack.pop()
        if isinstance(value, dict):
            stack += [((*place, key), item) for key, item in value.items()]
            problems += [_control((*place, key), key, "", "key") for key in value if _hostile(key, "")]
        elif isinstance(value, list):
            stack += [((*place, index), item) for index, item in enumerate(value)]
        elif isinstance(value, str):
            key = next((part for part in reversed(place) if isinstance(part, str)), "")
            if _hostile(value, key):
                problems.append(_control(place, value, key))
    return problems


def _hostile(text: str, key: str) -> str:
    """The first character that may not stand in a text of this key, or nothing."""
    match = (_HOSTILE_IN_PROSE if key in PROSE else _HOSTILE).search(text)
    return match.group(0) if match else ""


def _control(place: Place, text: str, key: str, at: Literal["value", "key"] = "value") -> Problem:
    character = _hostile(text, key)
    if character == "\n" and at == "value":
        return Problem(
            "control-character", "this text has one line, and a line ends in it", place, "write it on one line"
        )
    return Problem("control-character", _no_place(character), place, "take it out", at)


def _no_place(character: str) -> str:
    return f"the character U+{ord(character):04X} has no place in a text"
