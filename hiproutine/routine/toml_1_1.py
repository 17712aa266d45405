"""What only TOML 1.1 allows: found in a text, and said in the same words on every Python.

Files are TOML 1.0. The reader reads 1.1 on every Python, so nothing but this decides, and a file that is good on one
machine is good on all. Source of the list: the changes of TOML 1.1.0 (inline tables over several lines and with a comma
before the brace, `\\e` and `\\x`, times without seconds).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
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
    | (?P<comma>   , )
    | (?P<open>    [\[{] )
    | (?P<close>   [\]}] )
    | (?P<newline> \r?\n )
    ''',
    re.VERBOSE | re.DOTALL,
)
_ESCAPE = re.compile(r"\\(x([0-9a-fA-F]{2})|.)", re.DOTALL)
_LIST = re.compile(r"[ \t]*(steps|blocks)[ \t]*=[ \t]*")
_NOTHING = re.compile(r"(?:[ \t\r\n]|\#[^\n]*\n)*+")
_TABLE = re.compile(r"^[ \t]*\[{1,2}[ \t]*([\w.]+)[ \t]*\]", re.MULTILINE)
_IS_NEWER = "is TOML 1.1, and files here are TOML 1.0"


class Newer(NamedTuple):
    """One thing that TOML 1.0 does not allow."""

    message: str
    cure: str
    start: int
    """Where it stands in the text, and where it ends."""
    end: int


@dataclass(slots=True)
class _Open:
    """A bracket that is not closed yet."""

    sign: str
    start: int
    name: str = ""
    """Of a list of the routine itself, the header that each of its entries could have."""
    lines: bool = False
    """Whether a line ends inside it, and a comment."""
    comments: bool = False


def first_newer(text: str, end: int | None = None) -> Newer | None:
    """The first thing before an end that only TOML 1.1 allows; None where there is none."""
    return next(iter(newer_in(text, end)), None)


def newer_in(text: str, end: int | None = None) -> list[Newer]:
    """Everything before an end that only TOML 1.1 allows, in the order of the text.

    The text is TOML 1.1 as far as the end; quotes that do not close there end the search.
    """
    end = len(text) if end is None else end
    if not _SUSPECT.search(text, 0, end):
        return []
    found: list[Newer] = []
    open_: list[_Open] = []
    after_comma = -1
    for match in _TOKEN.finditer(text, 0, end):
        kind = match.lastgroup
        if kind == "unclosed":
            break
        if kind == "open":
            name = "" if open_ or match[0] == "{" else _header(text, match.start())
            open_.append(_Open(match[0], match.start(), name))
        elif kind == "comma":
            after_comma = match.end()
        elif kind in {"newline", "comment"}:
            _goes_on(open_[-1:], kind)
        elif kind == "close":
            found += _closed(open_, text, match, after_comma)
        else:
            found += _in_token(match)
    found += [_several_lines(open_[: depth + 1]) for depth, one in enumerate(open_) if one.lines]
    return sorted(found, key=lambda one: one.start)


def _goes_on(innermost: list[_Open], kind: str) -> None:
    """Past the end of a line, or a comment, directly inside a bracket."""
    for one in innermost:
        one.lines |= kind == "newline" and one.sign == "{"
        one.comments |= kind == "comment"


def _closed(open_: list[_Open], text: str, match: re.Match[str], after_comma: int) -> Iterator[Newer]:
    """What is new about a table in braces that ends here."""
    if not open_:
        return
    if open_[-1].sign == "{" and after_comma >= 0 and _NOTHING.fullmatch(text, after_comma, match.start()):
        yield Newer(f"a comma before the }} {_IS_NEWER}", "take the last comma out", after_comma - 1, after_comma)
    if open_[-1].lines:
        yield _several_lines(open_)
    del open_[-1]


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


def _header(text: str, at: int) -> str:
    """The header that entries of the list could have which begins at an offset: `steps`, `blocks.steps` or nothing."""
    match = _LIST.fullmatch(text, text.rfind("\n", 0, at) + 1, at)
    if not match:
        return ""
    headers = _TABLE.findall(text, 0, at)
    within = headers[-1] if headers else ""
    return {("steps", ""): "steps", ("blocks", ""): "blocks", ("steps", "blocks"): "blocks.steps"}.get(
        (match[1], within), ""
    )


def _several_lines(open_: list[_Open]) -> Newer:
    """About the innermost table in braces."""
    table = open_[-1]
    cure = f"write this {{ }} on one line{', its comments above it' if table.comments else ''}"
    if name := open_[0].name if len(open_) == 2 else "":
        cure += f"; or write [[{name}]] for each entry of the list, its keys below it without commas"
    return Newer(f"{{ }} over several lines {_IS_NEWER}", cure, table.start, table.start + 1)


def _in_token(match: re.Match[str]) -> Iterator[Newer]:
    """What is new within a text in double quotes, or about a time."""
    if match["escaped"]:
        for escape in _ESCAPE.finditer(match[0]):
            if escape[1][0] in "ex":
                start = match.start() + escape.start()
                cure = "take it out, or write \\\\ for a backslash"
                if code := escape[2]:
                    cure = f"write \\u00{code}, or \\\\ for a backslash"
                elif escape[1] == "x":
                    cure = "write \\u and four digits, as in \\u00e9, or \\\\ for a backslash"
                yield Newer(f"\\{escape[1][0]} {_IS_NEWER}", cure, start, start + 2)
    elif match["time"] and not match["seconds"]:
        cure = f'put it in quotes: "{match[0]}"'
        yield Newer(f"a time without seconds {_IS_NEWER}", cure, *match.span())
