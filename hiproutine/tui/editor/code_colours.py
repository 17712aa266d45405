"""What colour each part of a line of TOML has. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from hiproutine.authoring.outline import TOKEN

TONES = {
    "comment": ("faint", False),
    "header": ("phase-ready", True),
    "key": ("phase-work", False),
    "text": ("foreground", False),
    "number": ("side-left", False),
    "mark": ("quiet", False),
}
"""By part: a colour of the theme, and whether it is bold."""

_HEADER = re.compile(r"\s*(\[\[?[^\]\[]*\]{0,2})")
_BEFORE_EQUALS = re.compile(r"[^\S\n]*=")


def tones_of(line: str, opened: str = "") -> Iterator[tuple[str, int, int]]:
    """The parts of a line with where they begin and end; `opened` are the quotes it begins inside of."""
    offset = 0
    if opened:
        end = line.find(opened)
        offset = len(line) if end < 0 else end + len(opened)
        yield "text", 0, offset
    elif match := _HEADER.match(line):
        offset = match.end()
        yield "header", match.start(1), offset
    while match := TOKEN.match(line, offset):
        offset = match.end()
        kind = str(match.lastgroup)
        if kind == "word":
            kind = "number"
        if kind in {"text", "number"} and _BEFORE_EQUALS.match(line, offset):
            kind = "key"
        if kind in TONES:
            yield kind, match.start(), offset


def opened_before(lines: Sequence[str]) -> dict[int, str]:
    """The lines that begin inside a text of several lines, with its quotes."""
    found: dict[int, str] = {}
    opened = ""
    for number, line in enumerate(lines):
        if opened:
            found[number] = opened
        if '"""' in line or "'''" in line:
            opened = _after(line, opened)
    return found


def _after(line: str, opened: str) -> str:
    """The quotes that are open where a line ends."""
    offset = 0
    if opened:
        end = line.find(opened)
        if end < 0:
            return opened
        offset = end + 3
    while match := TOKEN.match(line, offset):
        offset = match.end()
        quotes = match[0][:3]
        if (
            match.lastgroup == "text"
            and quotes in {'"""', "'''"}
            and not (len(match[0]) >= 6 and match[0].endswith(quotes))
        ):
            return quotes
    return ""
