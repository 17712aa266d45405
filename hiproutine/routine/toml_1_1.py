"""What TOML 1.1 added to 1.0: the same text without it, for readers that know 1.0 alone, every byte at its place.

Files are TOML 1.1 and tomli reads them so; the grammar that says where things stand is of 1.0. Source of the list: the
changes of TOML 1.1.0 (inline tables over several lines and with a comma before the brace, `\\e` and `\\x`, times
without seconds).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_SUSPECT = re.compile(r"\{|\\[ex]|\d:\d\d(?!:)")
"""A text without any of these holds nothing that is new in 1.1."""
_TOKEN = re.compile(
    r'''
      (?P<comment> \#[^\n]* )
    | (?P<escaped> """(?:[^"\\]|\\.|"{1,2}(?!"))*+"{3,5} | "(?!"")(?:[^"\\\n]|\\.)*+" )
    | (?P<text>    \'\'\'(?:[^']|'{1,2}(?!'))*+'{3,5} | '(?!'')[^'\n]*+' )
    | (?P<unclosed> ["'] )
    | (?P<time>    (?:\d{4}-\d\d-\d\d[Tt ])?\d\d:\d\d(?P<seconds>:\d\d(?:\.\d+)?)?(?:[zZ]|[+-]\d\d:\d\d)? )
    | (?P<comma>   , )
    | (?P<open>    [\[{] )
    | (?P<close>   [\]}] )
    | (?P<newline> \r?\n )
    | (?P<other>   [^\s\#"'\[\]{},]+ )
    ''',
    re.VERBOSE | re.DOTALL,
)
_ESCAPE = re.compile(r"\\(?:[ex]|.)", re.DOTALL)
_CHANGES = {"\\e": "\\t", "\\x": "\\t"}
"""Escapes of 1.0 of the same length; the two digits after `\\x` are letters then."""


def as_1_0(text: str) -> bytes:
    """The text in UTF-8, with as many bytes before each thing, and in it only what TOML 1.0 allows too.

    Values are others where they had to be, but of the same length. Quotes that do not close end the search.
    """
    if not _SUSPECT.search(text):
        return text.encode()
    content = bytearray(text.encode())
    places = _places(text)
    for start, end, other in _new_in(text):
        here = start if places is None else places[start]
        size = (end if places is None else places[end]) - here
        content[here : here + size] = other.encode() or b" " * size
    return bytes(content)


def _places(text: str) -> list[int] | None:
    """Where each character begins in UTF-8; None where that is its place in the text."""
    if text.isascii():
        return None
    places = [0]
    for character in text:
        places.append(places[-1] + len(character.encode()))
    return places


def _new_in(text: str) -> Iterator[tuple[int, int, str]]:
    """From where to where something has to be written over, and by what; blanks where that is empty."""
    open_: list[str] = []
    comma = -1
    """Where a comma stands after which nothing was written so far."""
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup
        if kind == "unclosed":
            return
        if kind in {"comment", "newline"}:
            if open_[-1:] == ["{"]:
                yield *match.span(), ""
            continue
        if kind == "close":
            if comma >= 0 and open_[-1:] == ["{"] and match[0] == "}":
                yield comma, comma + 1, ""
            del open_[-1:]
        elif kind == "open":
            open_.append(match[0])
        elif kind == "escaped":
            yield from _escapes(match)
        elif kind == "time" and not match["seconds"]:
            yield *match.span(), "1" * len(match[0])
        comma = match.start() if kind == "comma" else -1


def _escapes(match: re.Match[str]) -> Iterator[tuple[int, int, str]]:
    for escape in _ESCAPE.finditer(match[0]):
        if other := _CHANGES.get(escape[0]):
            yield match.start() + escape.start(), match.start() + escape.end(), other


def open_brace(text: str, end: int) -> int | None:
    """Where the table in braces begins that is still open at a place of a text; None where none is."""
    open_: list[tuple[str, int]] = []
    for match in _TOKEN.finditer(text, 0, end):
        if match.lastgroup == "unclosed":
            return None
        if match.lastgroup == "open":
            open_.append((match[0], match.start()))
        elif match.lastgroup == "close":
            del open_[-1:]
    return open_[-1][1] if open_ and open_[-1][0] == "{" else None
