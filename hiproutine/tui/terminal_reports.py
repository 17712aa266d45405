"""What a terminal reports beside keys: the mouse in its old and new ways, and answers to questions.

Nothing of that is text, so that nothing of it may be typed into a field. Pure: bytes as they came in, text out.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from time import monotonic

from textual._ansi_sequences import ANSI_SEQUENCES_KEYS

_OLD_MOUSE = rb"\x1b\[M(?P<old>[\x00\x20-\xff]{3})"
"""xterm's first: button, column and row as bytes, each 32 more; they need not be UTF-8."""
_MOUSE = rb"(?P<mouse>\x1b\[<\d{1,5};-?\d{1,5};-?\d{1,5}[Mm])"
_STRING = rb"(?P<string>\x1b[\]P_^X][^\x07\x1b]{1,4096}(?:\x07|\x1b\\))"
"""An answer in words, such as a colour."""
_BROKEN = rb"(?P<broken>\x1b\[(?:<[\d;:-]*[@-~]?|M[^\x1b]{0,2}))(?=\x1b|[^\d;:-]|\Z)"
_SEQUENCE = rb"(?P<sequence>\x1b\[[0-?]*[ -/]*[@-~])"
_FOUND = re.compile(b"|".join((_OLD_MOUSE, _MOUSE, _STRING, _SEQUENCE, _BROKEN)), re.DOTALL)
_HALF = re.compile(rb"\x1b\[(?:<[\d;:-]{0,24}|\?[\d;]{0,24}|M[\x00\x20-\xff]{0,2})\Z", re.DOTALL)
"""The beginning of a report, whose rest may follow: no key begins so."""
_KEYBOARD = re.compile(
    r"\x1b\[(?:[\d:]{0,24};?){1,3}[u~ABCDEFHPQRS]|\x1b\[[IO]|\x1b\[20[01]~|\x1b\[\?\d{1,5};\d\$y|\x1b\[48;[\d:;]{1,60}t"
)
REST_WITHIN = 0.5
"""Seconds in which the rest of a report follows, over slow links too. Ours."""
_RELEASED = 3
_MOVES, _TURNS = 32, 64


class Reports:
    """Takes what is no key and no text out of what a terminal sends, piece by piece."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        """`clock` gives seconds."""
        self._clock = clock
        self._held = b""
        self._held_at = 0.0

    def clean(self, sent: str) -> str:
        """What keys and the mouse said; `sent` has bytes that are no UTF-8 as lone surrogates (PEP 383)."""
        now = self._clock()
        held = self._held if now - self._held_at < REST_WITHIN else b""
        data = held + sent.encode("utf-8", "surrogateescape")
        half = _HALF.search(data)
        self._held, self._held_at = half.group() if half else b"", now
        data = data[: len(data) - len(self._held)]
        return _FOUND.sub(_kept, data).decode("utf-8", "ignore")


def as_text(sent: str) -> str:
    """What was pasted, without bytes that are no text."""
    return sent.encode("utf-8", "ignore").decode()


def _kept(found: re.Match[bytes]) -> bytes:
    """What stays of something that a terminal sent."""
    if old := found["old"]:
        return _as_new(*old)
    if found["mouse"]:
        return found.group()
    if sequence := found["sequence"]:
        text = sequence.decode("ascii")
        return sequence if text in ANSI_SEQUENCES_KEYS or _KEYBOARD.fullmatch(text) else b""
    return b""


def _as_new(button: int, column: int, row: int) -> bytes:
    """A report of the old way in the new one; a column beyond 223 is none."""
    button, column, row = button - 32, column - 32, row - 32
    if button < 0 or column < 1 or row < 1:
        return b""
    released = button & 3 == _RELEASED and not button & (_MOVES | _TURNS)
    return b"\x1b[<%d;%d;%d%s" % (button & ~3 if released else button, column, row, b"m" if released else b"M")
