"""Where the keys, values and tables of a TOML text stand, by tree-sitter.

The parser is loaded only here, and this is imported only after something was found wrong. The text is one that tomli
has read, except where `Positions.second` is asked; what the parser could not place is placed at what is around it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cache
from itertools import accumulate
from typing import Literal, NamedTuple

import tomli
import tree_sitter_toml
from tree_sitter import Language, Node, Parser

from hiproutine.errors import START, Place, Span
from hiproutine.routine.toml_1_1 import as_1_0

Nodes = tuple[Node, Node]
"""The first and the last node of something."""

DEEPEST = 200
"""Tables inside tables: what stands deeper is placed where this ends."""
_STATEMENTS = frozenset({"pair", "table", "table_array_element"})
_KEYS = frozenset({"bare_key", "quoted_key", "dotted_key"})


@cache
def _parser() -> Parser:
    return Parser(Language(tree_sitter_toml.language()))


class Second(NamedTuple):
    """A key, or the name in a header, that stands in a text once more."""

    name: str
    kind: str
    """What it stands in: `pair`, `table` or `table_array_element`."""
    span: Span
    first: Span | None
    """Where it is named first."""
    first_kind: str
    listed: bool
    """Whether its value is a list."""
    first_empty: bool
    """Whether a list with nothing in it stands there."""
    within: str
    """Of a key in one table of a list, that list's name."""


class Positions:
    """The spans of one text, by place."""

    def __init__(self, text: str) -> None:
        content = text.encode()
        self._content = content
        self._lines = content.split(b"\n")
        self._starts = [0, *accumulate(len(line) + 1 for line in self._lines)]
        """Where each line begins, in bytes: the parser reads a text that has fewer of them."""
        self._root = _parser().parse(as_1_0(text)).root_node
        self._keys: dict[Place, Nodes] = {}
        """Every key, where it is first named."""
        self._values: dict[Place, Nodes] = {}
        """Every value; of a table with a header, that header."""
        self._lists: set[Place] = set()
        """The places of lists in brackets."""
        self._placed: dict[int, Place] = {}
        """The place that each part of a key names, by its first byte."""
        self._newest: dict[Place, int] = {}
        """The index of the newest table of each `[[list]]`."""
        self._indexed = False
        self._inner: dict[int, list[int]] = {}
        """By row, the bytes that do not begin a character."""

    def _index(self) -> None:
        self._indexed = True
        for child in self._root.named_children:
            if child.type == "pair":
                self._pair(child, ())
            elif child.type in _STATEMENTS:
                self._table(child)

    def span(self, place: Place, at: Literal["value", "key", "table"]) -> Span:
        """Where a place stands: its value, its key, or the header of its table; else what is nearest around it."""
        if not self._indexed:
            self._index()
        if at == "key" and place in self._keys:
            return self._between(*self._keys[place])
        for length in range(len(place), 0, -1):
            part = place[:length]
            if part in self._values:
                keyed = at == "table" and part in self._lists and part in self._keys
                return self._between(*(self._keys if keyed else self._values)[part])
        return START

    def second(self, line: int, column: int) -> Second | None:
        """What the statement names again that ends just before a position of the text, and where it is named first."""
        before = len(self._lines[line - 1].decode()[: max(0, column - 2)].encode())
        at = self._starts[line - 1] + before
        node = self._root.descendant_for_byte_range(at, at)
        while node and node.type not in _STATEMENTS:
            node = node.parent
        key = next((child for child in node.named_children if child.type in _KEYS), None) if node else None
        if node is None or key is None or self._row((key if node.type != "pair" else node).end_byte) < line - 1:
            return None  # another sign on this line hides it from the parser
        if not self._indexed:
            self._index()
        parts = _parts(key)
        place = self._placed.get(parts[-1].start_byte, ())
        start = parts[-1].start_byte
        while place and not (place in self._keys and self._keys[place][0].start_byte < start):
            place = place[:-1]
        first = self._keys.get(place)
        statement = first[0] if first else None
        while statement and statement.type not in _STATEMENTS:
            statement = statement.parent
        return Second(
            name=".".join(self._name(part) for part in parts),
            kind=node.type,
            span=self._between(key, key),
            first=self._between(*first) if first else None,
            first_kind=statement.type if statement else "",
            listed=node.type == "pair" and node.named_children[-1].type == "array",
            first_empty=bool(statement and statement.named_children[-1].text in {b"[]", b"[ ]"}),
            within=self._header(node.parent),
        )

    def _header(self, node: Node | None) -> str:
        key = next((child for child in node.named_children if child.type in _KEYS), None) if node else None
        listed = node and node.type == "table_array_element"
        return ".".join(self._name(part) for part in _parts(key)) if key and listed else ""

    def _pair(self, node: Node, base: Place) -> None:
        """A key with its value, and everything in that value."""
        stack = [(node, base)]
        while stack:
            node, place = stack.pop()
            if node.type == "pair":
                parts = [child for child in node.named_children if child.type != "comment"]
                if len(parts) < 2 or parts[0].type not in _KEYS:
                    continue
                place, node = self._key(parts[0], place), parts[1]
            self._values[place] = node, node
            if len(place) > DEEPEST:
                continue
            if node.type == "array":
                self._lists.add(place)
                entries = [child for child in node.named_children if child.type != "comment"]
                stack += [(child, (*place, index)) for index, child in enumerate(entries)]
            elif node.type == "inline_table":  # the last is taken first: what is named first is to be found first
                stack += [(child, place) for child in node.named_children[::-1] if child.type == "pair"]

    def _key(self, node: Node, base: Place) -> Place:
        """The place that a key, dotted or not, names inside a table."""
        place = base
        for part in _parts(node):
            place = (*place, self._name(part))
            self._keys.setdefault(place, (part, part))
            self._values.setdefault(place, (part, part))
            self._placed[part.start_byte] = place
        return place

    def _table(self, node: Node) -> None:
        """A `[table]` or one of a `[[list]]`, with its pairs."""
        key = next((child for child in node.named_children if child.type in _KEYS), None)
        closing = next((child for child in node.children if child.type in {"]", "]]"}), None)
        if key is None or closing is None:
            return
        header, parts = (node.children[0], closing), _parts(key)
        place: Place = ()
        for part in parts:
            place = (*place, self._name(part))
            self._keys.setdefault(place, (part, part))
            self._placed[part.start_byte] = place
            if part is parts[-1] and node.type == "table_array_element":
                self._newest[place] = self._newest.get(place, -1) + 1
            self._values.setdefault(place, header)
            if place in self._newest:
                place = (*place, self._newest[place])
        self._values[place] = header
        for child in node.named_children:
            if child.type == "pair":
                self._pair(child, place)

    def _name(self, node: Node) -> str:
        """What a key is called, without its quotes."""
        text = self._content[node.start_byte : node.end_byte].decode()
        if node.type == "quoted_key":
            try:
                return next(iter(tomli.loads(f"{text} = 0")))
            except tomli.TOMLDecodeError:
                return text
        return text

    def _between(self, first: Node, last: Node) -> Span:
        return Span(*self._place(first.start_byte), *self._place(last.end_byte))

    def _row(self, byte: int) -> int:
        return bisect_right(self._starts, byte) - 1

    def _place(self, byte: int) -> tuple[int, int]:
        """The line and the column of a byte, from 1."""
        row = self._row(byte)
        return row + 1, self._column(row, byte - self._starts[row])

    def _column(self, row: int, offset: int) -> int:
        """The column, in characters, of a byte of a line: bytes that go on with a character do not count."""
        if row not in self._inner:
            line = self._lines[row]
            self._inner[row] = [] if line.isascii() else [at for at, byte in enumerate(line) if byte & 0xC0 == 0x80]
        return offset - bisect_left(self._inner[row], offset) + 1


def _parts(node: Node) -> list[Node]:
    """The parts of a key, from the left."""
    parts, stack = [], [node]
    while stack:
        node = stack.pop()
        if node.type == "dotted_key":
            stack += node.named_children[::-1]
        else:
            parts.append(node)
    return parts
