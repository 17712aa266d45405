"""The help page, kept ready: making it takes longer than all the rest of its start. A test holds it to the truth."""

from __future__ import annotations

import os
import sys
from pathlib import Path

WIDTH = 80
"""Columns it is made for; in fewer, and where the environment says otherwise, it is made anew."""
PAGE = Path(__file__).with_name("help.txt")


def show_help() -> bool:
    """Prints the page, if it suits; whether it did."""
    if "COLUMNS" in os.environ or _columns() < WIDTH:
        return False
    try:
        page = PAGE.read_text(encoding="utf-8")
    except OSError:
        return False
    from hiproutine.cli.output import printing

    with printing():
        sys.stdout.write(page)
    return True


def _columns() -> int:
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns
    except (OSError, ValueError):
        return WIDTH
