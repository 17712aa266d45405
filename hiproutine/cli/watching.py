"""Follows a file: prints what there is to see of it after every change; in a terminal, on a screen with keys."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from time import sleep
from typing import TYPE_CHECKING, NamedTuple

import click

from hiproutine.cli.watch_view import Line, View, changed_interval, first_of, moved, pieces, rows_of, shown, turned
from hiproutine.plain.console import CONTINUED, CTRL_C, CTRL_Z, ESCAPE
from hiproutine.plan.model import Plan

if TYPE_CHECKING:
    from hiproutine.plain.console import Console

LOOK_EVERY = 0.25
"""Seconds between two looks at a file."""
_HOME, _REST_OF_LINE, _REST = "\x1b[H", "\x1b[K", "\x1b[J"
_CLEARED = "\x1b[H\x1b[2J"
_KEYS = {"k": "up", "j": "down", " ": "pagedown"}


class Seen(NamedTuple):
    """What there is to see of a file."""

    lines: list[Line]
    plan: Plan | None
    said: str
    """In a sentence."""
    stale: Callable[[], bool] = lambda: False
    """Whether another file that it is made of has changed since."""


def follow(path: Path, look: Callable[[], Seen]) -> None:
    """Shows a file now and after each change of it or of the terminal's size, until `q`, or for ever without keys."""
    if sys.stdout.isatty() and os.environ.get("TERM", "dumb") != "dumb":
        _Screen(path, look).run()
        return
    before: object = ()
    seen: Seen | None = None
    while True:
        if (state := _stamp(path)) != before or (seen and seen.stale()):
            before = state
            seen = look()
            text = "\n".join(line.text for line in seen.lines)
            click.echo(f"{text}\n\n{seen.said}" if text and seen.said else text or seen.said, color=True)
            sys.stdout.flush()
        sleep(LOOK_EVERY)


class _Screen:
    """One file on one terminal."""

    def __init__(self, path: Path, look: Callable[[], Seen]) -> None:
        self._path, self._look = path, look
        self._seen: Seen | None = None
        self._plan: Plan | None = None
        """The last that could be played."""
        self._view = View()
        self._lit: int | None = None
        """The interval that changed."""
        self._drawn: list[str] = []
        self._console: Console

    def run(self) -> None:
        """Until `q`, or the end of the terminal; however it ends, the terminal is as it was."""
        from hiproutine.plain.console import Gone
        from hiproutine.plain.open_console import ignore_what_is_never_meant, open_console

        ignore_what_is_never_meant()  # till the end: the console gives back what it found
        with open_console() as console:
            self._console = console
            console.write(_CLEARED)
            with suppress(Gone):
                self._follow()
                console.write(_CLEARED)
                return
        sys.exit(1)

    def _follow(self) -> None:
        stamp: object = ()
        size: os.terminal_size | None = None
        while True:
            if (now := _stamp(self._path)) != stamp or (self._seen and self._seen.stale()):
                stamp = now
                self._changed()
            if (is_now := _size()) != size:
                size = is_now
                self._drawn = []
            self._draw(size)
            key = self._console.wait(LOOK_EVERY)
            if key in {"q", ESCAPE, CTRL_C}:
                return
            if key is not None:
                self._pressed(_KEYS.get(key, key), size)

    def _pressed(self, key: str, size: os.terminal_size) -> None:
        if key == CTRL_Z:
            self._console.stand_aside()
        elif key in {CONTINUED, "ctrl+l"}:
            self._drawn = []
            self._console.write(_CLEARED)
        elif key == "f" and self._seen:
            self._view = turned(self._view, self._seen.lines, size.columns, size.lines - 1)
        else:
            self._view = moved(self._view, key, len(self._on_screen(size)), size.lines - 1)

    def _changed(self) -> None:
        """To the step that is another now; where something is wrong, to the top, where it is said."""
        self._seen = self._look()
        self._lit = changed_interval(self._plan, self._seen.plan)
        self._plan = self._seen.plan or self._plan
        size = _size()
        row = first_of(self._on_screen(size), self._lit)
        top = 0 if row is None else row - size.lines // 3
        self._view = View(max(0, top), self._view.folded)

    def _on_screen(self, size: os.terminal_size) -> list[tuple[str, int | None]]:
        lines = self._seen.lines if self._seen else []
        return rows_of(lines, size.columns, size.lines - 1, self._view.folded)

    def _draw(self, size: os.terminal_size) -> None:
        said = self._seen.said if self._seen else ""
        rows = shown(self._view, self._on_screen(size), size.lines, self._lit, said)
        rows[-1] = pieces(rows[-1], size.columns)[0]
        if rows != self._drawn:
            self._drawn = rows
            self._console.write(_HOME + f"{_REST_OF_LINE}\r\n".join(rows) + _REST_OF_LINE + _REST)


def _stamp(path: Path) -> object:
    from hiproutine.authoring.drafting import stamp_of

    return stamp_of(path)


def _size() -> os.terminal_size:
    """Of the terminal as it is now, whatever the environment says of it."""
    with suppress(OSError, ValueError):
        size = os.get_terminal_size(sys.stdout.fileno())
        return os.terminal_size((max(10, size.columns), max(3, size.lines)))
    return os.terminal_size((80, 24))
