"""What only TOML 1.1 allows: found in a text, and said in the same words on every Python.

Files are TOML 1.0. The reader reads 1.1 on every Python, so nothing but this decides, and a file that is good on one
machine is good on all. Source of the list: the changes of TOML 1.1.0 (inline tables over several lines and with a comma
before the brace, `\\e` and `\\x`, times without seconds).
"""

from __future__ import annotations

import re
from typing import NamedTuple

_SUSPECT = re.compile(r"\{|\\[ex]|\d:\d\d(?!:)")
"""A text without any of these holds nothing that is new in 1.1."""
_TOKEN = re.compile(
    r'''
      (?P<comment> \#[^\n]* )
    | (?P<escaped> """(?:[^"\\]|\\.|"{1,2}(?!"))*+"{3,5} | "(?!"")(?:[^"\\\n]|\\.)*+" )
    | (?P<text>    \'\'\'(?:[^']|'{1,2}(?!'))*+'{3,5} | '(?!'')[^'\n]*+' )
    | (?P<unclosed> ["'] )
    | (?P<time>    \d\d:\d\d(?P<seconds>:\d\d(?:\.\d+)?)?(?:[zZ]|[+-]\d\d:\d\d)? )
    | (?P<open>    [\[{] )
    | (?P<close>   [\]}] )
    | (?P<newline> \r?\n )
    ''',
    re.VERBOSE | re.DOTALL,
)
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)


class Newer(NamedTuple):
    """One thing that TOML 1.0 does not allow."""

    message: str
    cure: str
    start: int
    """Where it stands in the text, and where it ends."""
    end: int


def first_newer(text: str, end: int | None = None) -> Newer | None:
    """The first thing before an end that only TOML 1.1 allows; None where there is none.

    The text is TOML 1.1 as far as the end; quotes that do not close there end the search.
    """
    end = len(text) if end is None else end
    if not _SUSPECT.search(text, 0, end):
        return None
    open_: list[str] = []
    for match in _TOKEN.finditer(text, 0, end):
        kind, in_table = match.lastgroup, open_[-1:] == ["{"]
        if kind == "unclosed":
            return None
        if kind == "open":
            open_.append(match[0])
        elif kind == "newline" and in_table:
            cure = "put it on one line, or write a table of its own such as [[steps]]"
            return Newer("{ } over several lines is TOML 1.1, and files here are TOML 1.0", cure, *[match.start()] * 2)
        elif kind == "close":
            if in_table and text[: match.start()].rstrip(" \t").endswith(","):
                message = "a comma before the } is TOML 1.1, and files here are TOML 1.0"
                return Newer(message, "take the last comma out", *match.span())
            del open_[-1:]
        elif found := _in_token(match):
            return found
    return None


def _in_token(match: re.Match[str]) -> Newer | None:
    """What is new within a text in double quotes, or about a time."""
    if match["escaped"]:
        for escape in _ESCAPE.finditer(match[0]):
            if escape[1] in "ex":
                start = match.start() + escape.start()
                message = f"\\{escape[1]} is TOML 1.1, and files here are TOML 1.0"
                cure = "write \\u and four digits, as in \\u00e9, or \\\\ for a backslash"
                return Newer(message, cure, start, start + 2)
    elif match["time"] and not match["seconds"]:
        message = "a time without seconds is TOML 1.1, and files here are TOML 1.0"
        return Newer(message, f'write {match[0][:5]}:00, or put it in quotes: "{match[0]}"', *match.span())
    return None
