"""A key or a table that is there already: what it is called, where it stands first, and how both can stay."""

from __future__ import annotations

import re

from hiproutine.errors import Problem
from hiproutine.routine.positions import Positions, Second

_NEARLY_BLOCKS = re.compile(r"[ \t]*\[\[?[ \t]*[Bb][Ll][Oo][Cc][Kk][Ss]?[ \t]*\]\]?")
_TABLES = frozenset({"table", "table_array_element"})
_OF_MANY = frozenset(
    {"steps", "blocks", "blocks.steps", "blocks.blocks", "blocks.blocks.steps", "blocks.blocks.blocks",
     "blocks.blocks.blocks.steps"}
)  # fmt: skip


def twice(read: str, line: int, column: int) -> Problem | None:
    """The problem of the statement that ends just before a place of a text that is sound up to there."""
    found = Positions(read).second(line, column)
    if found is None:
        return None
    message = f"“{_called(found)}” stands here a second time"
    if found.first:
        message = f"{message}; the first is in line {found.first.line}"
    cure = _cure(found)
    if above := _steps_above(found, read):
        message, cure = above
    elif found.name.endswith(".cues") and found.kind in _TABLES and found.first_kind == "pair" and found.first:
        message = f"“{_called(found)}” cannot go on with the list cues = [ ] of line {found.first.line}"
        cure = "write it into that list as one more { at = …, say = … }, and take this header out"
    elif found.kind in _TABLES and found.name in _OF_MANY and found.first_kind == "pair" and found.first:
        name = found.name.rpartition(".")[2]
        message = f"“{_called(found)}” cannot go on with the list {name} = [ ] of line {found.first.line}"
    return Problem("toml-syntax", message, help=cure, span=found.span)


def _called(found: Second) -> str:
    brackets = {"table": "[{}]", "table_array_element": "[[{}]]"}
    return brackets.get(found.kind, "{}").format(found.name)


def _steps_above(found: Second, read: str) -> tuple[str, str] | None:
    """Steps that stand above the block they belong to."""
    if (found.name, found.kind, found.first_kind) != ("blocks", "table_array_element", "table_array_element"):
        return None
    line = found.first.line if found.first else 1
    for number, written in enumerate(read.split("\n")[:line], 1):
        match = _NEARLY_BLOCKS.match(written)
        if match and match[0].strip() != "[[blocks]]":
            called = match[0].strip()
            message = f"{called} in line {number} is not [[blocks]], to which [[blocks.steps]] of line {line} belongs"
            return message, f"write [[blocks]] in line {number}"
    message = f"[[blocks.steps]] stands in line {line} already, above its [[blocks]]"
    return message, f"move [[blocks]] and its title above line {line}"


def _cure(found: Second) -> str:
    """How to have both: nothing that was written is to be lost."""
    if found.kind in _TABLES and found.name in _OF_MANY:
        return _of_a_list(found)
    if found.kind in _TABLES:
        return f"put the lines of both under one [{found.name}]"
    if found.listed:
        return "write both lists as one, in [ ]"
    step = f", or write [[{found.within}]] and the exercise or name of a step of its own above this one"
    return f"keep the one that is meant{step if found.within.endswith('steps') else ''}"


def _of_a_list(found: Second) -> str:
    if found.first_kind != "pair" or not found.first:
        return f"write [[{found.name}]] in both places: each is one of a list"
    if found.first_empty:
        return f"take out line {found.first.line}: its list is empty"
    listed = "write it into that list as one more { … }"
    return f"{listed}, or turn each entry of the list into a {_called(found)}"
