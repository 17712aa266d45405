"""The guides as they are kept: one Markdown file each, with two lines about it before its text."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

NAMES = (
    "hip-pain",
    "warning-signs",
    "ice-and-heat",
    "rest-and-cross-training",
    "pain-relievers",
    "braces-and-massage",
    "coming-back",
    "warming-up-and-stretching",
    "strength",
    "running-form",
    "shoes-and-surfaces",
    "the-hip",
    "questions",
    "about",
)
"""Every guide, in the order a person may need them."""
CLOSING = "General information, not medical advice."
"""How every guide ends."""
_FENCE = "---\n"


@dataclass(frozen=True, slots=True)
class Page:
    """One guide: name, title, summary and text."""

    id: str
    title: str
    summary: str
    """One line for a list."""
    text: str
    """Markdown, with the title as its first heading."""
    play: str = ""
    """The id of the routine that goes with it; empty if none does."""


@cache
def page(name: str) -> Page:
    """The guide of a name: its title, its summary and its text.

    Raises:
        KeyError: there is none.
    """
    if name not in NAMES:
        raise KeyError(name)
    whole = Path(__file__).with_name(f"{name}.md").read_text(encoding="utf-8")
    _, head, text = whole.split(_FENCE, 2)
    about = dict(line.split(": ", 1) for line in head.splitlines())
    text = text.strip() + "\n"
    title = text.partition("\n")[0].removeprefix("# ")
    return Page(name, title, about["summary"], text, about.get("play", ""))


def pages() -> tuple[Page, ...]:
    """Every guide, in order."""
    return tuple(page(name) for name in NAMES)
