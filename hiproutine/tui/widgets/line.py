"""A text that repaints only when it has changed, and never lays the screen out again."""

from __future__ import annotations

from functools import partial
from typing import Self

from rich.segment import Segment
from textual.content import Content
from textual.geometry import Region
from textual.strip import Strip
from textual.widgets import Static

from hiproutine.tui.widgets.cached_rows import CachedRows


class Line(CachedRows, Static):
    """Text in a place of fixed size."""

    DEFAULT_CSS = """
    Line { width: 1fr; height: 1; text-wrap: nowrap; text-overflow: ellipsis; }
    """

    _is_alone = False

    def __init__(self, text: str | Content = "", *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__("", id=id, classes=classes, markup=False)
        self._said: Content | None = None
        if text:
            self.set_text(text)

    def set_text(self, text: str | Content, *, alone: bool = False) -> None:
        """Shows a text as it is written; nothing in it is markup. `alone` says that nothing else changes with it."""
        content = Content(text) if isinstance(text, str) else text
        if self._said is not None and self._said.is_same(content):
            return
        before, self._said = self._said, content
        self._is_alone = alone
        self.update(content, layout=False)
        self._is_alone = False
        if alone:
            self.repaint(now=partial(reworded, before, content) if before else None)

    def refresh(self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False) -> Self:
        """As every widget; what changes alone is repainted by itself."""
        if self._is_alone:
            self._layout_cache.clear()  # what Textual's own refresh forgets: there lies the text of before
            self._set_dirty()
            return self
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    @property
    def text(self) -> str:
        """The text that stands here."""
        return self._said.plain if self._said else ""


def reworded(before: Content, after: Content, rows: list[Strip]) -> list[Strip] | None:
    """The row of one text made of that of another, where only letters differ; None where Textual has to lay it out."""
    old, new = before.plain, after.plain
    if len(rows) != 1 or len(old) != len(new) or before.spans != after.spans:
        return None
    changed = "".join([f"{one}{other}" for one, other in zip(old, new, strict=True) if one != other])
    start = rows[0].text.find(old)
    if start < 0 or not (changed.isascii() and changed.isprintable()):
        return None
    text = f"{rows[0].text[:start]}{new}{rows[0].text[start + len(old) :]}"
    segments, at = [], 0
    for was, style, control in rows[0]:
        segments.append(Segment(text[at : at + len(was)], style, control))
        at += len(was)
    return [Strip(segments, rows[0].cell_length)]
