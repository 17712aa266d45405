"""A guide as Textual content."""

from __future__ import annotations

from textual.content import Content

from hiproutine.guides.lines import Tone, lines
from hiproutine.guides.pages import Page

WIDEST = 76
"""Columns of text at most: longer lines are hard to follow."""
_STYLES = {
    Tone.TITLE: "b $strong",
    Tone.HEADING: "b $strong",
    Tone.PLAIN: "$foreground",
    Tone.STRONG: "b $foreground",
    Tone.CODE: "$phase-work",
    Tone.MARK: "$faint",
    Tone.QUIET: "$quiet",
    Tone.DRAWING: "$foreground",
}


def guide_text(page: Page, width: int) -> Content:
    """The page in lines narrower than this: the last column stays free beside the scrollbar."""
    rows = (
        Content.assemble(*((text, _STYLES[tone]) for text, tone in line))
        for line in lines(page.text, max(20, min(WIDEST, width - 1)))
    )
    return Content("\n").join(rows)


def row(page: Page, width: int, *, summary: bool) -> Content:
    """One line of the list: the title, and where there is room what it is about."""
    title = Content.styled(page.title, "$foreground")
    if not summary:
        return title.truncate(width, ellipsis=True)
    return Content.assemble(title.truncate(31, ellipsis=True, pad=True), (page.summary, "$quiet"))
