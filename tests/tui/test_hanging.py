"""Rows that fold beside a mark."""

from __future__ import annotations

from textual.content import Content
from textual.style import Style
from textual.visual import RenderOptions

from hiproutine.tui.widgets.hanging import Hanging

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
