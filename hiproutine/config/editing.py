"""Changes single values of a TOML text, and leaves every other character as it is. Pure: texts in, texts out.

The text is one in which everything is right: tables stand under headers, in braces over one or several lines, or have
dotted keys.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from typing import Any, Literal

import tomli

from hiproutine.errors import HiproutineError, Place
from hiproutine.routine.positions import Positions

_BY_HAND = "The file is written in a way that cannot be changed from here; please change it by hand."
_COMMA = re.compile(r"(?:[ \t\r\n]|#[^\n]*\n)*+,")
"""The comma after a value, maybe behind comments and on a line of its own."""
_BARE = re.compile(r"[A-Za-z0-9_-]+")


class CannotEdit(HiproutineError):
    """Raised where a text cannot be changed without changing more of it than was asked for."""


def with_value(text: str, place: Place, literal: str) -> str:
    """The text with a value, given as TOML, at a place.

    Raises:
        CannotEdit: it would say something else too.
    """
    document = _Document(text)
    found = document.replaced(place, literal) if document.has(place) else document.added(place, literal)
    wanted = copy.deepcopy(document.table)
    inner: dict[Any, Any] = wanted
    for part in place[:-1]:
        inner = inner.setdefault(part, {})
    inner[place[-1]] = tomli.loads(f"it = {literal}")["it"]
    return _proven(found, wanted)


def without(text: str, place: Place) -> str:
    """The text without the value at a place; a comment behind it stays.

    Raises:
        CannotEdit: it would say something else too.
    """
    document = _Document(text)
    if not document.has(place):
        return text
    wanted = copy.deepcopy(document.table)
    inner: dict[Any, Any] = wanted
    for part in place[:-1]:
        inner = inner[part]
    del inner[place[-1]]
    return _proven(document.removed(place), wanted)


def _proven(text: str, wanted: dict[str, Any]) -> str:
    try:
        if _filled(tomli.loads(text)) == _filled(wanted):
            return text
    except tomli.TOMLDecodeError:
        pass
    raise CannotEdit(_BY_HAND)


def _filled(table: dict[str, Any]) -> dict[str, Any]:
    """A table without tables in which nothing is."""
    inner = {key: _filled(value) if isinstance(value, dict) else value for key, value in table.items()}
    return {key: value for key, value in inner.items() if value != {}}


class _Document:
    """One text, with where its values stand."""

    def __init__(self, text: str) -> None:
        self.table = tomli.loads(text)
        self._text = text
        self._positions = Positions(text)
        self._newline = "\r\n" if "\r\n" in text else "\n"
        self._starts = [0, *(match.end() for match in re.finditer("\n", text))]

    def has(self, place: Place) -> bool:
        """Whether something stands there."""
        return self._at(place) is not None

    def replaced(self, place: Place, literal: str) -> str:
        """With another value where one is."""
        start, end = self._span(place)
        return self._text[:start] + literal + self._text[end:]

    def added(self, place: Place, literal: str) -> str:
        """With a value where none is."""
        table, pair = place[:-1], f"{_key(place[-1:])} = {literal}"
        if not table:
            return self._added_on_top(pair)
        if self._at(table) is None:
            return self._appended(table, pair)
        if not isinstance(self._at(table), dict):
            raise CannotEdit(_BY_HAND)
        start, end = self._span(table)
        if self._text[start] == "{":
            return self._added_in_braces(table, end, pair)
        if self._text[start] != "[":
            return self._after(self._last_end(table), f"{_key(place)} = {literal}")
        if self._at_header(table, self._text[start:end]):
            return self._after(self._last_end(table, end), pair)
        return self._appended(table, pair)

    def removed(self, place: Place) -> str:
        """The text with a setting's line taken out."""
        start, end = self._span(place, "key")[0], self._span(place)[1]
        if self._in_braces(place):
            return self._removed_in_braces(start, end)
        line, rest = self._line_start(start), self._line_end(end)
        comment = self._text[end:rest].strip()
        if comment:
            indent = re.match(r"[ \t]*", self._text[line:])
            return self._text[:line] + (indent[0] if indent else "") + self._text[end:rest].lstrip() + self._text[rest:]
        return self._text[:line] + self._text[rest:]

    def _at(self, place: Place) -> Any:
        value: Any = self.table
        for part in place:
            if not isinstance(value, dict) or part not in value:
                return None
            value = value[part]
        return value

    def _span(self, place: Place, at: Literal["value", "key"] = "value") -> tuple[int, int]:
        span = self._positions.span(place, at)
        start = self._starts[span.line - 1] + span.column - 1
        return start, self._starts[span.end_line - 1] + span.end_column - 1

    def _values(self, place: Place) -> Iterator[Place]:
        """What stands in a table, without what is below headers of its own."""
        for key, value in self._at(place).items():
            inner = (*place, key)
            if isinstance(value, dict) and self._text[self._span(inner)[0]] != "{":
                if self._text[self._span(inner)[0]] != "[":
                    yield from self._values(inner)
            else:
                yield inner

    def _last_end(self, table: Place, header: int = 0) -> int:
        """Where the last value of a table ends; where there is none, its header."""
        ends = [self._span(place)[1] for place in self._values(table)]
        return max([header, *ends])

    def _added_on_top(self, pair: str) -> str:
        """Before the first table."""
        ends = [self._span(place)[1] for place in self._values(())]
        if ends:
            return self._after(max(ends), pair)
        headers = [match.start() for match in re.finditer(r"^[ \t]*\[", self._text, re.MULTILINE)]
        if not headers:
            return self._with_newline() + pair + self._newline
        line = headers[0]
        while line and self._text[self._line_start(line - 1) : line].lstrip().startswith("#"):
            line = self._line_start(line - 1)  # a comment right above belongs to what is below it
        return self._text[:line] + pair + self._newline * 2 + self._text[line:]

    def _appended(self, table: Place, pair: str) -> str:
        text = self._with_newline()
        gap = self._newline if text.strip() else ""
        return f"{text}{gap}[{_key(table)}]{self._newline}{pair}{self._newline}"

    def _after(self, end: int, pair: str) -> str:
        """On a line of its own after that of a position, as far to the right."""
        line, rest = self._line_start(end), self._line_end(end)
        indent = re.match(r"[ \t]*", self._text[line:])
        pair = (indent[0] if indent else "") + pair
        if self._text[line:rest].endswith("\n"):
            return self._text[:rest] + pair + self._newline + self._text[rest:]
        return self._text + self._newline + pair + self._newline

    def _added_in_braces(self, table: Place, end: int, pair: str) -> str:
        start, text = self._span(table)[0], self._text
        if not self._at(table):
            rest = text[start + 1 :] if "\n" in text[start:end] else f" {text[end - 1 :]}"
            return f"{text[: start + 1]} {pair}{rest}"
        last = self._last_end(table)
        comma = _COMMA.match(text, last)
        after = comma.end() if comma else last
        if "\n" not in text[last : end - 1]:
            return f"{text[:after]}{'' if comma else ','} {pair}{',' if comma else ''}{text[after:]}"
        line = self._line_end(after)
        indent = re.match(r"[ \t]*", text[self._line_start(last) :])
        below = f"{indent[0] if indent else ''}{pair}{',' if comma else ''}{self._newline}"
        return f"{text[:last]}{'' if comma else ','}{text[last:line]}{below}{text[line:]}"

    def _removed_in_braces(self, start: int, end: int) -> str:
        text, line = self._text, self._line_start(start)
        comma = _COMMA.match(text, end)
        if comma:
            rest = self._line_end(comma.end())
            behind = text[comma.end() : rest].strip()
            if not text[line:start].strip() and (not behind or behind.startswith("#")):  # a line of its own
                return text[:start] + text[comma.end() :].lstrip(" \t") if behind else text[:line] + text[rest:]
            return text[:start] + text[comma.end() :].lstrip(" \t")
        before = re.search(r"[ \t]*,[ \t]*$", text[:start])
        return text[: before.start() if before else start] + text[end:]

    def _in_braces(self, place: Place) -> bool:
        tables = [place[:length] for length in range(1, len(place))]
        return any(self._text[self._span(table)[0]] == "{" for table in tables)

    @staticmethod
    def _at_header(table: Place, header: str) -> bool:
        """Whether a header is that of a table, and not of one inside it."""
        inner: Any = tomli.loads(header)
        for part in table:
            inner = inner.get(part, {"": ""})
        return bool(inner == {})

    def _line_start(self, offset: int) -> int:
        return self._text.rfind("\n", 0, offset) + 1

    def _line_end(self, offset: int) -> int:
        """Past the end of a line."""
        end = self._text.find("\n", offset)
        return len(self._text) if end < 0 else end + 1

    def _with_newline(self) -> str:
        return self._text if not self._text or self._text.endswith("\n") else self._text + self._newline


def _key(place: Place) -> str:
    """A key as it is written."""
    return ".".join(part if _BARE.fullmatch(part) else f'"{part}"' for part in map(str, place))
