"""How far `runs import` is, on one line of a terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from threading import Event, Lock, Thread
from time import monotonic
from typing import Self

import click

from hiproutine.runs.sources import size_of
from hiproutine.wording import count

PATIENCE, STEP = 0.4, 0.1
"""Seconds before anybody is told how far it is, and between two times."""
STILL = 1.0
"""Seconds after which a large file that is taken apart in one go is said to be read yet."""


class Progress:
    """How far it is, on one line of a terminal that is told after a moment; nothing where there is no terminal."""

    def __init__(self, paths: Iterable[Path]) -> None:
        self._total = sum(size_of(path.expanduser()) for path in paths if str(path) != "-")
        self._done = 0
        self._shown = False
        self._began = self._told_at = monotonic()
        self._next = self._began + PATIENCE
        self._told = sys.stderr.isatty()
        self._over, self._line = Event(), Lock()
        self._waiting = Thread(target=self._wait, daemon=True)

    def __enter__(self) -> Self:
        if self._told:
            self._waiting.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        if self._told:
            self._waiting.join()
        if self._shown:
            click.echo("\r\x1b[K", nl=False, err=True)

    def advance(self, more: int) -> None:
        """So many more bytes were read."""
        self._done += more
        if self._told and monotonic() >= self._next:
            self._show("")

    def show(self, new: int) -> None:
        """Says how far it is, with so many new ones, if it is time to."""
        if self._told and monotonic() >= self._next:
            self._show(f", {count(new, 'new one')}")

    def _show(self, more: str) -> None:
        self._told_at = monotonic()
        self._next = self._told_at + STEP
        part = min(1.0, self._done / self._total) if self._total else 0.0
        bar = "█" * round(part * 20)
        self._say(f"{bar:░<20} {part:4.0%}{more}")

    def _wait(self) -> None:
        """Says each second that it goes on, where nothing else is said."""
        while not self._over.wait(STILL):
            if monotonic() - self._told_at >= STILL:
                self._say(f"Reading, {monotonic() - self._began:.0f} s")

    def _say(self, text: str) -> None:
        with self._line:
            self._shown = True
            click.echo(f"\r{text}\x1b[K", nl=False, err=True)
