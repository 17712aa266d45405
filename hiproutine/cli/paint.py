"""The colours of printed problems."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from hiproutine.routine.snippets import Paint

_COLOURS: dict[str, dict[str, Any]] = {
    "error": {"fg": "red", "bold": True},
    "warning": {"fg": "yellow", "bold": True},
    "where": {"bold": True},
    "frame": {"fg": "blue"},
}


def paint() -> Paint:
    """Colours on a terminal that wants them, and nothing otherwise."""
    from hiproutine.routine.snippets import plain

    coloured = sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return (lambda text, role: click.style(text, **_COLOURS[role])) if coloured else plain
