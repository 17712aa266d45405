"""TOML 1.1 in every file: the same values as in 1.0, and everything where it stands."""

from __future__ import annotations

import sys
import tomllib
from dataclasses import dataclass, field
from datetime import time
from json import dumps
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from hiproutine.authoring.completing import Known, completion
from hiproutine.authoring.outline import outline
from hiproutine.errors import BadFile, Place, Span
from hiproutine.routine.positions import Positions
from hiproutine.routine.reading import table_of
from hiproutine.routine.syntax import span_of
from hiproutine.routine.toml_1_1 import as_1_0
from tests.desk import Desk

PARTS = st.lists(
    st.sampled_from(
        [
            "a", "b", " = ", " = ", "{", "}", "[", "]", ",", ", ", "\n", "\r\n", " # é{", '"', '"""', "'", "'''", "\\",
            "\\\\", "é",
            "\\e", "\\x41", "\\u0041", "1", "1.5", "07:32", "07:32:01", "2026-01-02", "T07:32Z", " 07:32+01:00",
            "07:32:01.5-02:00", '"x\\e"', "'\\e'", '"\\x4"', "{ a = 1 }", "{ a = 1, }", "{\na = 1 }", "[\n1,\n]",
            '""""y"""""',
            "b = 2\n", "[c]\n", '"d:{" = ', "''''z'''''",
        ]
    ),
    max_size=9,
)  # fmt: skip


def accepts(loads: object, text: str) -> bool:
    assert callable(loads)
    try:
        loads(text)
    except (ValueError, BadFile):
        return False
    return True


@pytest.mark.skipif(sys.version_info >= (3, 15), reason="tomllib reads TOML 1.1 there")
@settings(max_examples=60)
@given(PARTS)
@example(["a", " = ", "{ a = 1, }"])
@example(["a", " = ", '""""y"""""'])
@example(["a", " = ", "{ a = '}' # it's {", "\n", "}"])
@example(["a", " = ", '"', "\\\\", "\\e", '"'])
def test_what_is_good_in_1_1_is_good_in_1_0_once_that_is_written_over(parts: list[str]) -> None:
    for text in ("".join(parts), "a = " + "".join(parts)):
        plain = as_1_0(text)
        assert len(plain) == len(text.encode())
        if accepts(tomllib.loads, text):
            assert plain == text.encode()
        elif accepts(table_of, text):
            assert accepts(tomllib.loads, plain.decode()), plain


def test_quotes_without_an_end_are_read_once() -> None:
    """A million of them in a moment: what opens a text and does not close ends the search."""
    for text in ('{"""' + '""' * 500_000, "{'''" + "'\n" * 500_000, '{"' + "\\e" * 500_000, "{" * 1_000_000):
        assert as_1_0(text) == text.encode()


KEYS = st.sampled_from(["a", "b-c", "1", "\x1b", "é", "日 本", 'q"', ""])
TEXTS = st.text(
    st.sampled_from(["a", "é", "日", "\x1b", "\x07", "\\", '"', "#", "{", "}", ",", "\U0001f3c3"]), max_size=6
)
VALUES = st.recursive(
    st.one_of(st.integers(-9, 99), st.booleans(), TEXTS, st.times().map(lambda one: time(one.hour, one.minute))),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(KEYS, inner, max_size=3)),
    max_leaves=10,
)


@dataclass
class Twin:
    """One table, written as 1.0 or with everything that 1.1 has, and where each key and value of it was written."""

    newer: bool
    draw: Any
    text: str = ""
    keys: dict[Place, tuple[int, int]] = field(default_factory=dict)
    values: dict[Place, tuple[int, int]] = field(default_factory=dict)

    def write(self, table: dict[str, Any]) -> None:
        for key, value in table.items():
            self.pair((key,), value)
            self.text += "\n"

    def pair(self, place: Place, value: Any) -> None:
        start = len(self.text)
        self.text += self.quoted(str(place[-1]))
        self.keys[place] = start, len(self.text)
        self.text += " = "
        self.value(place, value)

    def value(self, place: Place, value: Any) -> None:
        start = len(self.text)
        if isinstance(value, dict):
            self.braced(place, value)
        elif isinstance(value, list):
            self.text += "["
            for number, one in enumerate(value):
                self.text += ", " if number else ""
                self.value((*place, number), one)
            self.text += "]"
        elif isinstance(value, str):
            self.text += self.quoted(value)
        elif isinstance(value, time):
            self.text += value.isoformat("minutes" if self.newer else "seconds")
        else:
            self.text += dumps(value)
        self.values[place] = start, len(self.text)

    def braced(self, place: Place, table: dict[str, Any]) -> None:
        self.text += f"{{{self.gap()}"
        for number, (key, value) in enumerate(table.items()):
            self.text += f",{self.gap()}" if number else ""
            self.pair((*place, key), value)
            self.text += self.gap()
        self.text += f"{',' if self.newer and table and self.draw(st.booleans()) else ''}{self.gap()}}}"

    def gap(self) -> str:
        return self.draw(st.sampled_from([" ", "\n", "\r\n\t", " # é, }\n"])) if self.newer else " "

    def quoted(self, text: str) -> str:
        plain = dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
        return plain.replace("\\u001b", "\\e").replace("\\u00", "\\x") if self.newer else plain

    def span(self, place: Place, at: str) -> Span:
        return span_of(self.text, *(self.keys if at == "key" else self.values)[place])


@settings(max_examples=60)
@given(st.dictionaries(KEYS, VALUES, max_size=4), st.data())
@example({"a": {"é": [{"b": "\x1b"}, {"b": time(7, 32)}], "c": {}}}, None)
def test_one_table_written_as_1_0_and_as_1_1_has_the_same_values_and_corresponding_places(
    table: dict[str, Any], data: st.DataObject | None
) -> None:
    def draw(strategy: st.SearchStrategy[Any]) -> Any:
        return data.draw(strategy) if data else " # é, }\n"

    for twin in (Twin(False, draw), Twin(True, draw)):
        twin.write(table)
        assert table_of(twin.text) == table, twin.text
        positions = Positions(twin.text)
        for place in twin.values:
            assert positions.span(place, "value") == twin.span(place, "value"), (twin.text, place)
        for place in twin.keys:
            assert positions.span(place, "key") == twin.span(place, "key"), (twin.text, place)


LONG = """title = "Écoute \\x41"
steps = [
  {
    exercise = "plank",   # é {
    hold = "30s",
    cues = [
      { at = "half", say = "caf\\xe9", },
    ],
  },
  { name = "Second", # the }
    hold = «"soon"»,
  },
]
"""


def test_a_problem_in_such_a_file_has_its_line_and_column(tmp_path: Any) -> None:
    desk = Desk(tmp_path)
    desk.exercise("plank", 'name = "Plank"\nhold = "20s"')
    for end in ("\n", "\r\n"):
        text = LONG.replace("\n", end)
        problem = desk.problem(text.replace("«", "").replace("»", ""))
        assert (problem.code, problem.span) == ("bad-duration", Span(11, 12, 11, 18))
    loaded = desk.load(LONG.replace('«"soon"»', "5"))
    assert loaded.plan.title == "Écoute A"
    assert loaded.plan.intervals[1].cues[0].say == "café"


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ('a = {\n b = "x",\n}\na = 1\n', "toml-syntax", 4, 1),
        ("a = {\n b = 1,\n b = 2,\n}\n", "toml-syntax", 3, 2),
        ('a = "\\e"\n', "control-character", 1, 5),
        ("steps = [\n { name = 'A',\n  hold = 5,\n { name = 'B' },\n]\n", "toml-syntax", 3, 11),
    ],
)
def test_what_is_wrong_beside_what_is_new_is_found_too(
    desk: Desk, text: str, code: str, line: int, column: int
) -> None:
    problem = next(one for one in desk.problems(text) if one.code == code)
    assert (problem.line, problem.column) == (line, column), problem


@pytest.fixture
def desk(tmp_path: Any) -> Desk:
    return Desk(tmp_path)


def test_a_time_that_is_no_duration_is_said_as_it_is_written(desk: Desk) -> None:
    problem = desk.problem('title = "T"\nsteps = [{ name = "A", hold = 01:30 }]\n')
    assert (problem.code, problem.column) == ("bad-duration", 31)


def test_the_editor_knows_which_step_a_line_of_a_table_over_several_lines_is_in() -> None:
    text = LONG.replace("«", "").replace("»", "")
    found = outline(text)
    assert [found.step_at(line) for line in (3, 4, 6, 9, 10)] == [
        ("steps", 0), ("steps", 0), ("steps", 0), ("steps", 1), ("steps", 1),
    ]  # fmt: skip
    at = text.index('    hold = "soon"')
    offered = completion(text[:at] + "    \n" + text[at:], at + 4, Known({}))
    assert offered
    assert {"setup", "sides"} <= {one.word for one in offered.candidates}
    assert "name" not in {one.word for one in offered.candidates}
