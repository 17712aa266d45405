"""The guides from the shell: which there are, and one to read."""

from __future__ import annotations

import os
import shutil
import sys
from typing import TYPE_CHECKING, Any

import click

from hiproutine.cli.json_output import json_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hiproutine.guides.lines import Line
    from hiproutine.guides.pages import Page

WIDEST = 80
"""Columns of text at most."""
_STYLES: dict[str, dict[str, Any]] = {
    "title": {"bold": True, "underline": True},
    "heading": {"bold": True},
    "strong": {"bold": True},
    "code": {"fg": "cyan"},
    "mark": {"fg": "cyan"},
    "quiet": {"dim": True},
}
"""By the tones of hiproutine.guides.lines; plain text has none."""


@click.command()
@click.argument("name", required=False)
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def guide(name: str | None, as_json: bool) -> None:
    """Read the guide called NAME. Without one, list the guides."""
    from hiproutine.guides.pages import pages

    found = pages() if name is None else (_named(name),)
    if as_json:
        click.echo(json_text(guides=[_table(page) for page in found]))
    elif name is None:
        click.echo(_list(found))
    else:
        click.echo(_text(found[0].text), color=True)


def _named(name: str) -> Page:
    """A guide, or a usage error that offers the nearest."""
    from hiproutine.errors import printable
    from hiproutine.guides.pages import NAMES, page
    from hiproutine.wording import nearest

    try:
        return page(name)
    except KeyError:
        text = f"There is no guide called “{printable(name)}”."
        if close := nearest(name, NAMES):
            text += f" Did you mean {' or '.join(close)}?"
        raise click.UsageError(f"{text} “hiproutine guide” lists them all.") from None


def _table(page: Page) -> dict[str, str]:
    return {"id": page.id, "title": page.title, "summary": page.summary, "text": page.text}


def _list(pages: Iterable[Page]) -> str:
    """A line each; the summary goes to a line of its own where there is no room beside the name."""
    found = tuple(pages)
    widest = max(len(page.id) for page in found)
    beside = all(widest + 2 + len(page.summary) <= _columns() for page in found)
    return "\n".join(
        f"{page.id:<{widest}}  {page.summary}" if beside else f"{page.id}\n    {page.summary}" for page in found
    )


def _text(text: str) -> str:
    from hiproutine.config.choices import plain_by_environment
    from hiproutine.guides.lines import lines

    coloured = sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    drawn = not plain_by_environment(os.environ)  # a drawing says nothing to a screen reader
    found = lines(text, _columns(), quoted=not coloured, drawn=drawn)
    return "\n".join(_line(line, coloured=coloured) for line in found)


def _line(line: Line, *, coloured: bool) -> str:
    if not coloured:
        return "".join(text for text, _ in line)
    return "".join(click.style(text, **_STYLES[tone]) if tone in _STYLES else text for text, tone in line)


def _columns() -> int:
    return max(20, min(WIDEST, shutil.get_terminal_size((WIDEST, 24)).columns))


COMMANDS = [guide]
"""What the program registers."""
