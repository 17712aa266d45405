"""A script without the spaces and comments that are for who reads it. Names stay, and lines
whose end says something; strings are not touched."""

from __future__ import annotations

import re

_TIGHT = re.escape("{}()[]=+-*<>,;:?&|!")
"""Beside these no space is needed, unless it stands between two signs that would become another."""
_BEFORE_REGEX = frozenset("(,=:[!&|?{};\n")
"""After these a slash begins a regular expression, and after others it divides."""
_MARKS = re.compile(r"[\"'`/]")
"""What may begin a string, a template, a regular expression or a comment."""
_SAYS_NOTHING = re.compile(r"\n(?:(?<=[{;,(\[=>&|?:]\n)|(?=[})\].?:&|])|(?<=\}\n)(?=[\w$]))")
"""The end of a line there goes on, or comes before a closing brace, or after that of a block: a value that ends so has
its semicolon in the modules."""
_LAST = re.compile(r";(?=\})|,(?=[}\]])")
"""A semicolon before a closing brace, and a comma before the end of a list; the modules have no loop with nothing in
it, and no list that ends in a gap."""
_ONE_NAME = re.compile(r"(?<![\w$)\]])\((\w+)\)=>")
"""A function of one argument."""
_TRUTH = re.compile(r"(?<![\w$.])(true|false)(?![\w$:])")
"""What says so, and not a name that reads so."""
_SPACE = re.compile(rf" (?!(?<=\+ )\+|(?<=- )-)(?:(?=[{_TIGHT}])|(?<![^{_TIGHT}\n] ))")
"""One that is not needed."""
_RUNS = re.compile(r" [ \t]+|\t[ \t]*")
_STATEMENTS = re.compile(r"[()\[\]]|[{};\n](?:const )?")
"""What opens and closes, and what ends a statement, with the beginning of one that names constants."""
_WHOLE = "\0"
"""Stands for what is kept whole."""


def minified(text: str) -> str:
    """The same script in fewer characters."""
    code, kept = _parted(text)
    lines = [line.strip(" \t") for line in code.split("\n")]
    code = "\n".join([*([] if lines[0] else [""]), *filter(None, lines)])
    code = _TRUTH.sub(lambda one: "!0" if one[0] == "true" else "!1", code)
    code = _SPACE.sub("", _RUNS.sub(" ", _SAYS_NOTHING.sub("", code)))
    parts = _joined(_ONE_NAME.sub(r"\1=>", _LAST.sub("", code))).split(_WHOLE)
    made = [one for pair in zip(parts, kept, strict=False) for one in pair]
    return "".join([*made, parts[-1], "" if lines[-1] else "\n"])


def _joined(code: str) -> str:
    """Constants that follow one another, named in one statement."""
    found: list[str] = []
    constant = [code.startswith("const ")]
    end = 0
    for mark in _STATEMENTS.finditer(code):
        found.append(code[end : mark.start()])
        one, end = mark[0], mark.end()
        follows = one.endswith("const ")
        if one[0] in "([{":
            constant.append(follows)
        elif one[0] in ")]}":
            constant = constant[:-1] or [False]
            constant[-1] |= follows
        else:
            one = "," if follows and constant[-1] else one
            constant[-1] = follows
        found.append(one)
    return "".join([*found, code[end:]])


def _parted(text: str) -> tuple[str, list[str]]:
    """The script without its comments, with a mark for each string, template and regular expression, and these."""
    code: list[str] = []
    kept: list[str] = []
    at, before = 0, "\n"
    while mark := _MARKS.search(text, at):
        between = text[at : mark.start()]
        code.append(between)
        before = between.rstrip(" \t")[-1:] or before
        at = mark.start()
        if text.startswith("//", at):
            end = text.find("\n", at)
            at = len(text) if end < 0 else end
            continue
        if mark[0] == "/" and before not in _BEFORE_REGEX:
            code.append("/")
            before, at = "/", at + 1
            continue
        end = (
            _regex(text, at)
            if mark[0] == "/"
            else _template(text, at)
            if mark[0] == "`"
            else _closed(text, at, mark[0])
        )
        kept.append(text[at:end])
        code.append(_WHOLE)
        before, at = text[end - 1], end
    return "".join([*code, text[at:]]), kept


def _closed(text: str, at: int, quote: str) -> int:
    at += 1
    while text[at] != quote:
        at += 2 if text[at] == "\\" else 1
    return at + 1


def _template(text: str, at: int) -> int:
    """The end of a template, whatever stands in its places."""
    at += 1
    while text[at] != "`":
        if text.startswith("${", at):
            at = _place(text, at + 2)
        else:
            at += 2 if text[at] == "\\" else 1
    return at + 1


def _place(text: str, at: int) -> int:
    depth = 1
    while depth:
        one = text[at]
        if one in "\"'":
            at = _closed(text, at, one)
        elif one == "`":
            at = _template(text, at)
        else:
            depth += {"{": 1, "}": -1}.get(one, 0)
            at += 1
    return at


def _regex(text: str, at: int) -> int:
    at, inside = at + 1, False
    while text[at] != "/" or inside:
        inside = {"[": True, "]": False}.get(text[at], inside)
        at += 2 if text[at] == "\\" else 1
    return at + 1
