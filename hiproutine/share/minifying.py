"""A script without the spaces and comments that are for who reads it. Names stay, and lines
whose end says something; strings are not touched."""

from __future__ import annotations

from collections.abc import Iterator

_TIGHT = frozenset("{}()[]=+-*<>,;:?&|!")
"""Beside these no space is needed."""
_GOES_ON = frozenset("{;,(")
"""After these, and before a closing brace, the end of a line says nothing."""
_BEFORE_REGEX = frozenset("(,=:[!&|?{};\n")
"""After these a slash begins a regular expression, and after others it divides."""


def minified(text: str) -> str:
    """The same script in fewer characters."""
    made: list[str] = []
    last, space, line = "\n", False, False
    for piece in _pieces(text):
        if piece in " \n":
            space, line = space or piece == " ", line or piece == "\n"
            continue
        if line and last not in _GOES_ON and piece != "}":
            made.append("\n")
            last = "\n"
        if space and _needed(last, piece[0]):
            made.append(" ")
        made.append(piece)
        last, space, line = piece[-1], False, False
    return "".join(made) + "\n" * line


def _needed(last: str, following: str) -> bool:
    """Whether a space between two characters tells them apart: two words, or two signs that would become another."""
    free = last in _TIGHT or last == "\n" or following in _TIGHT or following == "\n"
    return not free or (last == following and last in "+-")


def _pieces(text: str) -> Iterator[str]:
    """Strings, templates and regular expressions whole, runs of spaces as one, comments not at all, else characters."""
    at, before = 0, "\n"
    while at < len(text):
        one = text[at]
        end = at + 1
        if one in "\"'":
            end = _closed(text, at, one)
        elif one == "`":
            end = _template(text, at)
        elif text.startswith("//", at):
            at = text.find("\n", at)
            continue
        elif one == "/" and before in _BEFORE_REGEX:
            end = _regex(text, at)
        elif one in " \t":
            while text[end : end + 1] in {" ", "\t"}:
                end += 1
            yield " "
            at = end
            continue
        yield text[at:end]
        before, at = text[end - 1], end


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
