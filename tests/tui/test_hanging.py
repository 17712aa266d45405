"""Rows that fold beside a mark, and between keys."""

from __future__ import annotations

from textual.content import Content
from textual.style import Style
from textual.visual import RenderOptions

from hiproutine.tui.widgets.hanging import Hanging
from hiproutine.tui.widgets.in_groups import InGroups

AS_IT_IS = RenderOptions(lambda style: style if isinstance(style, Style) else Style(), {})


def rows(mark: str, text: str, width: int) -> list[str]:
    one = Hanging(Content(mark), Content(text))
    found = [strip.text for strip in one.render_strips(width, None, Style(), AS_IT_IS)]
    assert one.get_height({}, width) == len(found)
    return [row.rstrip() for row in found]


def test_further_rows_begin_below_the_text() -> None:
    assert rows("[ ] ", "one two three", 12) == ["[ ] one two", "    three"]
    assert rows("a     ", "one", 40) == ["a     one"]
    assert rows("[ ] ", "one", 2) == ["[ ] o", "    n", "    e"]


def test_a_key_is_never_parted_from_its_word() -> None:
    keys = InGroups([Content(text) for text in ("c these apply", "esc not now", "a word that is far too long")])
    for width, rows in (
        (60, ["c these apply   esc not now   a word that is far too long"]),
        (20, ["c these apply", "esc not now", "a word that is far", "too long"]),
    ):
        found = [strip.text.rstrip() for strip in keys.render_strips(width, None, Style(), AS_IT_IS)]
        assert found == rows
        assert keys.get_height({}, width) == len(rows)
