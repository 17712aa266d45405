"""A text that repaints only when it has changed, and never lays the screen out again."""

from __future__ import annotations

from typing import Self

from textual.content import Content
from textual.geometry import Region
from textual.strip import Strip
from textual.widgets import Static


class Line(Static):
    """Text in a place of fixed size."""

    DEFAULT_CSS = """
    Line { width: 1fr; height: 1; text-wrap: nowrap; text-overflow: ellipsis; }
    """

    def __init__(self, text: str | Content = "", *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__("", id=id, classes=classes, markup=False)
        self._said: Content | None = None
        self._painted: tuple[Region, list[Strip]] | None = None
        if text:
            self.say(text)

    def say(self, text: str | Content) -> None:
        """Shows a text as it is written; nothing in it is markup."""
        content = Content(text) if isinstance(text, str) else text
        if self._said is None or not self._said.is_same(content):
            self._said = content
            self.update(content, layout=False)

    def refresh(self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False) -> Self:
        """What was painted holds no longer."""
        self._painted = None
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def notify_style_update(self) -> None:
        """What was painted holds no longer."""
        self._painted = None
        super().notify_style_update()

    def render_lines(self, crop: Region) -> list[Strip]:
        """The rows as they were painted: Textual asks all widgets for theirs whenever one has changed."""
        if self._painted is None or self._painted[0] != crop:
            self._painted = crop, super().render_lines(crop)
        return self._painted[1]

    @property
    def said(self) -> str:
        """What stands here."""
        return self._said.plain if self._said else ""
