"""What only TOML 1.1 allows is refused on every Python, and nothing else: tomllib before 3.15 is asked."""

from __future__ import annotations

import sys
import tomllib

import pytest
import tomli
from hypothesis import example, given, settings
from hypothesis import strategies as st

from hiproutine.errors import BadFile
from hiproutine.routine.reading import table_of
from hiproutine.routine.toml_1_1 import first_newer

PARTS = st.lists(
    st.sampled_from(
        [
            "a", "b", " = ", " = ", "{", "}", "[", "]", ",", ", ", "\n", "\r\n", " # {", '"', '"""', "'", "'''", "\\",
            "\\\\",
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
def test_a_text_is_good_where_a_reader_of_1_0_says_so(parts: list[str]) -> None:
    for text in ("".join(parts), "a = " + "".join(parts)):
        assert accepts(table_of, text) == accepts(tomllib.loads, text)
        if first_newer(text) and accepts(tomli.loads, text):
            assert not accepts(tomllib.loads, text)


def test_quotes_without_an_end_are_read_once() -> None:
    """A million of them in a moment: what opens a text and does not close ends the search."""
    for text in ('{"""' + '""' * 500_000, "{'''" + "'\n" * 500_000, '{"' + "\\e" * 500_000, "{" * 1_000_000):
        assert first_newer(text) is None
