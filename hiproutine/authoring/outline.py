"""Which table of a TOML text stands where, read with patience: the text may be half written.

Knows no values, only brackets, keys and headers; whatever does not fit is passed over, and a header at the beginning
of a line starts afresh, or a key where no table in braces goes on. So it answers in every state of a text that someone
is typing.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field

from hiproutine.errors import Place

TOKEN = re.compile(
    r'''(?P<comment>\#[^\n]*+)
    |(?P<text>"""(?:[^"\\]++|\\(?s:.)|"{1,2}(?!"))*+(?:"""(?:"{0,2})|\\?\Z)|\'\'\'(?s:.)*?(?:\'\'\'|\Z)
        |"(?:[^"\\\n]++|\\[^\n])*+"?|'[^'\n]*+'?)
    |(?P<mark>[\[\]{}=,])
    |(?P<newline>\n)
    |(?P<blank>[^\S\n]++)
    |(?P<word>[^\s\[\]{}=,\#"']++)''',
    re.VERBOSE,
)
"""Every character of a text is in one of these."""
_HEADER = re.compile(r"\[(\[?)[ \t]*([^\[\]\n#]*?)[ \t]*(?:\]{1,2}|(?=[\n#]|\Z))")
_AFRESH = re.compile(r"[^\S\n]*(?:(\[\[?[^\S\n]*[A-Za-z][\w.-]*[^\S\n]*\])|[A-Za-z_][\w.-]*[^\S\n]*=)")


@dataclass(slots=True)
class Table:
    """The top table, one with a header, or one in braces."""

    place: Place
    start: int
    """The offset of its header or brace."""
    end: int
    """Just past the last of it; of the last one past the end of the text, where one can still write."""
    keys: set[str] = field(default_factory=set)
    """What is written in it, dotted keys by their first part."""


@dataclass(frozen=True, slots=True)
class Context:
    """What an author is about to write at an offset: which table, which key, how much of it stands."""

    table: Place
    key: tuple[str, ...] = ()
    """The key whose value it is; empty where a key is written."""
    listed: bool = False
    """Whether the value stands in a list."""
    start: int = 0
    """Where the word or text begins that the offset is in or at the end of; else the offset."""
    end: int = 0
    header: bool = False
    """Whether it is a header."""
    fresh: bool = True
    """Whether nothing stands before the word: no second word, no value that is whole."""


@dataclass(frozen=True, slots=True)
class Outline:
    """The tables of one text, in its order."""

    tables: tuple[Table, ...]
    lines: tuple[int, ...]
    """The offset of each line."""
    context: Context | None = None
    """At the offset that was asked for; None in a comment."""

    def line_of(self, offset: int) -> int:
        """The line of an offset, counted from 0."""
        return bisect_right(self.lines, offset) - 1

    def step_at(self, line: int, column: int = 0) -> Place | None:
        """The step that stands at a line and column, both from 0, or the block that includes a routine."""
        for table in self._around(line, column):
            if (step := step_of(table.place)) is not None:
                return step
            if table.place[:1] == ("blocks",) and "include" in table.keys:
                return table.place
        return None

    def week_at(self, line: int, column: int = 0) -> int | None:
        """The week, from 1, that stands at a line and column, both from 0."""
        for table in self._around(line, column):
            if table.place[:1] == ("weeks",) and isinstance(number := table.place[-1], int):
                return number + 1
        return None

    def _around(self, line: int, column: int) -> list[Table]:
        """The tables that a place is in, the innermost first, and after them those in braces further on in its line."""
        offset = self.lines[min(line, len(self.lines) - 1)] + column
        inside = [table for table in self.tables if table.start <= offset < table.end]
        braced = [one for one in self.tables if one.start > offset and self.line_of(one.start) == line]
        return [*inside[::-1], *braced]

    def start_of(self, place: Place) -> tuple[int, int] | None:
        """The line and column at which the table of a place begins, both from 0."""
        table = next((table for table in self.tables if table.place == place), None)
        if table is None:
            return None
        line = self.line_of(table.start)
        return line, table.start - self.lines[line]

    @property
    def first_keys(self) -> set[str]:
        """What the top table has, be it a key or the header of a table."""
        return self.keys_of(()) | {str(table.place[0]) for table in self.tables if table.place}

    def keys_of(self, place: Place) -> set[str]:
        """What is written in the table of a place."""
        return set().union(*(table.keys for table in self.tables if table.place == place))


def step_of(place: Place) -> Place | None:
    """The step that a place belongs to; of what a block includes, that block."""
    if place[-1:] == ("include",):
        return place[:-1]
    for at in range(0, len(place) - 1, 2):
        if place[at] == "steps":
            return place[: at + 2]
        if place[at] != "blocks":
            return None
    return None


def outline(text: str, at: int | None = None) -> Outline:
    """The tables of a text, and what is being written `at` an offset."""
    return _Scan(text, at).run()


@dataclass(slots=True)
class _Open:
    """A bracket or a brace that is not closed."""

    mark: str
    place: Place
    index: int = 0
    table: Table | None = None
    """Of a brace."""
    key: tuple[str, ...] = ()
    valued: bool = False
    words: int = 0


class _Scan:
    """Goes once through a text."""

    def __init__(self, text: str, at: int | None) -> None:
        self.text, self.at = text, at
        self.here = Table((), 0, len(text) + 1)
        self.tables = [self.here]
        self.stack = [_Open("", (), table=self.here)]
        self.newest: dict[Place, int] = {}
        self.context: Context | None = None
        self.seen = at is None

    def run(self) -> Outline:
        """Token by token, and header by header."""
        offset, lines = 0, [0]
        begins = True
        while match := TOKEN.match(self.text, offset):
            kind = match.lastgroup
            if begins and (header := self._header(offset)):
                offset, begins = header, False
                continue
            if not self.seen and self._reached(match):
                self._look(match)
            offset = match.end()
            if kind == "newline":
                begins = True
                if len(self.stack) == 1 or self._begins_afresh(offset):
                    self._afresh()
            else:
                begins = begins and kind == "blank"
                self._take(match)
            if kind in {"text", "newline"}:
                lines += [match.start() + n + 1 for n, char in enumerate(match[0]) if char == "\n"]
        if not self.seen:
            self._look(None)
        self._close(len(self.text) + 1)
        return Outline(tuple(self.tables), tuple(lines), self.context)

    def _begins_afresh(self, offset: int) -> bool:
        """Whether a line that begins here belongs to nothing that is open: a header, or a key where none can follow."""
        match = _AFRESH.match(self.text, offset)
        within = self.stack[-1].mark == "{" and not self.stack[-1].valued  # the brace is new, or a comma came last
        return bool(match and (match[1] or not within))

    def _reached(self, match: re.Match[str]) -> bool:
        """Whether the offset that was asked for is before this token, in it, or at the end of a word."""
        assert self.at is not None  # noqa: S101
        if match.lastgroup in {"word", "text", "comment"}:
            return self.at <= match.end()
        return self.at <= match.start()

    def _look(self, match: re.Match[str] | None) -> None:
        """Notes what is being written here."""
        assert self.at is not None  # noqa: S101
        self.seen = True
        if match and match.lastgroup == "comment" and self.at > match.start():
            return
        top, start, end = self.stack[-1], self.at, self.at
        if match and match.lastgroup in {"word", "text"} and match.start() < self.at:
            start, end = match.span()
        if top.mark == "[":
            holder = next(one for one in reversed(self.stack) if one.mark != "[")
            self.context = Context(self._table(holder), holder.key, True, start, end, fresh=top.words == 0)
        elif top.valued:
            self.context = Context(self._table(top), top.key, False, start, end, fresh=top.words == 0)
        else:
            self.context = Context(top.place, (), False, start, end, fresh=top.words == 0)

    def _table(self, holder: _Open) -> Place:
        return (*holder.place, *holder.key[:-1])

    def _header(self, offset: int) -> int | None:
        """Begins the table of a header, if one stands here; just past it."""
        if self.text[offset] != "[" or len(self.stack) > 1:
            return None
        match = _HEADER.match(self.text, offset)
        if match is None:
            return None
        self._close(offset)
        place: Place = ()
        parts = [part.strip().strip("\"'") for part in match[2].split(".")]
        for number, part in enumerate(parts):
            place = (*place, part)
            if match[1] and number == len(parts) - 1:
                self.newest[place] = self.newest.get(place, -1) + 1
            if place in self.newest:
                place = (*place, self.newest[place])
        if not self.seen and self.at is not None and self.at <= match.end():
            self.seen = True
            if self.at > offset:
                self.context = Context(self.here.place, (), False, offset, match.end(), header=True)
            else:
                self.context = Context(self.here.place, (), False, offset, offset)
        self.here = Table(place, offset, len(self.text) + 1)
        self.tables.append(self.here)
        self.stack = [_Open("", place, table=self.here)]
        return match.end()

    def _close(self, offset: int) -> None:
        """Whatever is open ends here."""
        for one in self.stack:
            if one.table and one.table.end > offset:
                one.table.end = offset

    def _afresh(self) -> None:
        """A new line of the table whose header came last."""
        for one in self.stack[1:]:
            if one.table:
                one.table.end = one.table.start + 1
        self.stack = [_Open("", self.here.place, table=self.here)]

    def _take(self, match: re.Match[str]) -> None:
        top, kind = self.stack[-1], match.lastgroup
        if kind in {"word", "text"}:
            if not top.valued and top.mark != "[":
                word = match[0]
                top.key = (word.strip("\"'"),) if kind == "text" else tuple(word.split("."))
            top.words += 1
        elif kind == "mark":
            self._mark(match[0], match.start(), top)

    def _mark(self, mark: str, offset: int, top: _Open) -> None:
        if mark == "=":
            if not top.valued and top.key:
                top.valued, top.words = True, 0
                if top.table:
                    top.table.keys.add(top.key[0])
        elif mark == ",":
            top.index, top.words = top.index + 1, 0
            if top.mark == "{":
                top.key, top.valued = (), False
        elif mark in "[{":
            if top.valued or top.mark == "[":
                self._open(mark, offset, top)
        elif top.mark == {"]": "[", "}": "{"}[mark]:
            if top.table:
                top.table.end = offset + 1
            self.stack.pop()

    def _open(self, mark: str, offset: int, top: _Open) -> None:
        place = (*top.place, top.index) if top.mark == "[" else (*top.place, *top.key)
        top.words += 1
        table = Table(place, offset, len(self.text)) if mark == "{" else None
        if table:
            self.tables.append(table)
        self.stack.append(_Open(mark, place, table=table))
