"""What was kept last, and the word that takes it back at the question after it. Pure."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hiproutine.journal.store import Journal

UNDO = "undo"
"""What is typed; no question has an answer that begins so."""


class TakingBack:
    """Offers to take back what was kept last, at one question."""

    def __init__(self, write: Callable[[Callable[[Journal], object]], bool]) -> None:
        """`write` says whether it could."""
        self._write = write
        self._kept: tuple[str, Callable[[Journal], object]] | None = None

    def kept(self, words: str, undo: Callable[[Journal], object]) -> None:
        """From now on `undo` can be asked for, until `over`."""
        self._kept = (words, undo)

    @property
    def offer(self) -> str:
        """The line that says what was kept and how it is taken back; empty where there is nothing."""
        return f"Kept: {self._kept[0]}. Type {UNDO} to take it back." if self._kept else ""

    def taken(self, line: str) -> str:
        """What is said after a line that asks for it, once it is done; empty where the line is an answer."""
        if self._kept is None or line.strip().casefold() != UNDO:
            return ""
        words, undo = self._kept
        self._kept = None
        return f"Taken back: {words}." if self._write(undo) else f"Still kept: {words}."

    def over(self) -> None:
        """What was kept stays."""
        self._kept = None
