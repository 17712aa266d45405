"""Where problems stand: one fault a file, and every value of files of every shape."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from time import process_time
from typing import Any

import pytest
import tomli_w
from hypothesis import example, given
from hypothesis import strategies as st

from hiproutine.errors import Place, Problem, Span
from hiproutine.routine.checking import Source, check_file
from hiproutine.routine.positions import DEEPEST, Positions
from tests.desk import Desk
from tests.routine.broken import BRIDGE, EXERCISES, PLANK, ROUTINES, Broken, broken

FORMS: dict[str, Callable[[str], bytes]] = {
    "as it is": lambda text: text.encode(),
    "with a byte order mark": lambda text: b"\xef\xbb\xbf" + text.encode(),
    "with CRLF": lambda text: text.replace("\n", "\r\n").encode(),
    "with both": lambda text: b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode(),
}


def only_problem(desk: Desk, content: bytes, *, exercise: bool) -> Problem:
    desk.exercise("bridge", BRIDGE)
    desk.exercise("plank", PLANK)
    path = desk.write(content, "exercises/mine.toml" if exercise else "mine.toml")
    (problem,) = check_file(Source(path, exercise), desk.catalogue).problems
    return problem


def same(found: Problem, wanted: Broken) -> None:
    assert (found.code, found.span) == (wanted.code, wanted.span), found.sentence()


def test_there_are_files_enough_and_one_for_every_code_that_a_text_can_have() -> None:
    assert len(ROUTINES) + len(EXERCISES) >= 60
    assert {name.split(maxsplit=1)[0] for name in ROUTINES} == {
        "toml-syntax", "control-character", "unknown-key", "missing-key", "wrong-type", "unknown-value", "out-of-range",
        "bad-duration", "bad-tempo", "bad-cue", "bad-id", "unknown-exercise", "no-dose", "two-doses", "block-time",
        "steps-and-blocks", "no-steps", "plan-too-long", "unsupported-format", "long-static-hold-before-run",
    }  # fmt: skip


@pytest.mark.parametrize("name", ROUTINES)
def test_the_only_problem_of_a_routine_has_its_code_and_its_place(desk: Desk, name: str) -> None:
    wanted = broken(name, ROUTINES[name])
    for form in FORMS.values():
        same(only_problem(desk, form(wanted.text), exercise=False), wanted)


@pytest.mark.parametrize("name", EXERCISES)
def test_the_only_problem_of_an_exercise_has_its_code_and_its_place(desk: Desk, name: str) -> None:
    wanted = broken(name, EXERCISES[name])
    for form in FORMS.values():
        same(only_problem(desk, form(wanted.text), exercise=True), wanted)


def test_bytes_that_are_no_text_are_found_by_characters(desk: Desk) -> None:
    for start in (b"", b"\xef\xbb\xbf"):
        found = only_problem(desk, start + 'title = "é"\nwhy = "日é'.encode() + b"\xff\xfe", exercise=False)
        assert (found.code, found.line, found.column) == ("not-utf8", 2, 10)


def test_a_file_that_is_too_large_is_pointed_at_as_a_whole(desk: Desk) -> None:
    found = only_problem(desk, b"a" * (1024 * 1024 + 1), exercise=False)
    assert (found.code, found.span) == ("too-large", Span(1, 1, 1, 1))


KEYS = st.one_of(st.sampled_from(["steps", "name", "a", "b-c", "1"]), st.text(max_size=4))
VALUES: st.SearchStrategy[Any] = st.recursive(
    st.one_of(
        st.booleans(),
        st.integers(-(2**60), 2**60),
        st.floats(allow_nan=False),
        st.text(max_size=12),
        st.sampled_from(["日本", "e\u0301", 'a"b', "a\nb", "\t", '"""', "''"]),
        st.dates(),
    ),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(KEYS, inner, max_size=4)),
    max_leaves=12,
)
TABLES = st.dictionaries(KEYS, VALUES, max_size=5)


def leaves(value: Any, place: Place = ()) -> list[tuple[Place, Any]]:
    """Every value that is no table with a place of its own, with that place."""
    if isinstance(value, dict):
        return [leaf for key, inner in value.items() for leaf in leaves(inner, (*place, key))]
    if isinstance(value, list):
        return [leaf for index, inner in enumerate(value) for leaf in leaves(inner, (*place, index))]
    return [(place, value)]


def written(text: str, span: Span) -> str:
    """What stands in a span."""
    lines = text.split("\n")[span.line - 1 : span.end_line]
    lines[-1] = lines[-1][: span.end_column - 1]
    lines[0] = lines[0][span.column - 1 :]
    return "\n".join(lines)


@given(TABLES, st.booleans())
@example({"a": [{"b": [{"c": 1}, {"c": 2}]}, {"b": [{"c": 3}]}]}, False)
@example({"a": {"": {"d": ["x\n\ny", "z"]}}}, True)
def test_every_value_stands_where_its_span_says(table: dict[str, Any], lines: bool) -> None:
    text = tomli_w.dumps(table, multiline_strings=lines)
    positions = Positions(text)
    for place, value in leaves(tomllib.loads(text)):
        assert tomllib.loads(f"v = {written(text, positions.span(place, 'value'))}")["v"] == value
        if isinstance(place[-1], str):
            assert [*tomllib.loads(f"{written(text, positions.span(place, 'key'))} = 0")] == [place[-1]]


@pytest.mark.parametrize(
    ("text", "place", "found"),
    [
        ("\"a.b\" . c.'d' = 1", ("a.b", "c", "d"), "1"),
        ("[ a . 'b' ]\nc = 1\n[[a.b.d]]\n[[a.b.d]]\nx = 2", ("a", "b", "d", 1, "x"), "2"),
        ("a = [ # no\n  1, # one\n  [ 2 ],\n]", ("a", 1, 0), "2"),
        ("a = 1979-05-27 07:32:00 # then", ("a",), "1979-05-27 07:32:00"),
        ('a = """x\\\n   y""""', ("a",), '"""x\\\n   y""""'),
        ("[[a]]\n[a.b]\nc = 1\n[[a]]\n[a.b]\nc = 2", ("a", 1, "b", "c"), "2"),
    ],
)
def test_a_place_is_found_however_it_is_written(text: str, place: Place, found: str) -> None:
    assert written(text, Positions(text).span(place, "value")) == found


def test_a_long_line_of_many_values_is_counted_soon() -> None:
    positions = Positions("a = [" + '"é", ' * 20_000 + "]")
    began = process_time()
    assert [positions.span(("a", n), "value").column for n in range(20_000)] == [6 + 5 * n for n in range(20_000)]
    assert process_time() - began < 5


def test_a_place_that_is_not_there_is_the_nearest_around_it() -> None:
    positions = Positions("a = { b = [1] }")
    assert positions.span(("a", "b", 7, "c"), "value") == positions.span(("a", "b"), "value") == Span(1, 11, 1, 14)
    assert positions.span(("z",), "value") == positions.span((), "table") == Span(1, 1, 1, 1)


def test_what_is_very_deep_is_placed_where_that_begins() -> None:
    text = "a = " + "[" * 5_000 + "]" * 5_000
    assert Positions(text).span(("a", *[0] * 4_000), "value").column == 5 + DEEPEST
