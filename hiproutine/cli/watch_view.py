"""What `watch` shows of a file in a terminal of some size: what has room, from where, and folded or not. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from hiproutine.plan.model import Interval, Plan

_PARTS = re.compile(r"(\x1b\[[0-9;]*m)|(.)", re.DOTALL)
KEYS = "q ends  ↑↓ scroll  f folds"


class Line(NamedTuple):
    """One line of what there is to see."""

    text: str
    interval: int | None = None
    """The interval of the plan that it is about."""
    detail: bool = False
    """Whether it can be folded away: set-up and cues."""


@dataclass(frozen=True, slots=True)
class View:
    """Where a person looks."""

    top: int = 0
    """How many lines lie above."""
    folded: bool | None = None
    """None: folded where there is no room for all."""


def rows_of(lines: Sequence[Line], columns: int, rows: int, folded: bool | None) -> list[tuple[str, int | None]]:
    """The lines as they stand on the screen, each with its interval: without details where folded, cut to the width."""
    whole = [(part, line.interval) for line in lines for part in pieces(line.text, columns)]
    if folded is False or (folded is None and len(whole) <= rows):
        return whole
    return [(part, line.interval) for line in lines if not line.detail for part in pieces(line.text, columns)]


def moved(view: View, key: str, length: int, rows: int) -> View:
    """The view after a key."""
    steps = {"up": -1, "down": 1, "pageup": 1 - rows, "pagedown": rows - 1, "home": -length, "end": length}
    return replace(view, top=max(0, min(view.top + steps.get(key, 0), length - rows)))


def turned(view: View, lines: Sequence[Line], columns: int, rows: int) -> View:
    """Folded where it was not and the other way round, with the same step on top."""
    before = rows_of(lines, columns, rows, view.folded)
    folded = len(before) == len(rows_of(lines, columns, rows, False)) if view.folded is None else not view.folded
    at = next((interval for _, interval in before[view.top :] if interval is not None), None) if view.top else None
    return View(first_of(rows_of(lines, columns, rows, folded), at) or 0, folded)


def shown(view: View, on_screen: Sequence[tuple[str, int | None]], rows: int, lit: int | None, said: str) -> list[str]:
    """So many rows, the changed interval marked, and a last one that says what else there is."""
    top = max(0, min(view.top, len(on_screen) - (rows - 1)))
    part = on_screen[top : top + rows - 1]
    marked = [f"\x1b[1m{text}\x1b[0m" if lit is not None and at == lit else text for text, at in part]
    more = f"  {top + 1}–{top + len(part)} of {len(on_screen)}" if len(on_screen) > len(part) else ""
    return [*marked, *[""] * (rows - 1 - len(part)), f"{said}{more}  {KEYS}"]


def first_of(on_screen: Sequence[tuple[str, int | None]], interval: int | None) -> int | None:
    """The row in which an interval begins."""
    return next((row for row, (_, at) in enumerate(on_screen) if interval is not None and at == interval), None)


def changed_interval(before: Plan | None, now: Plan | None) -> int | None:
    """The first interval that is another than before; None where there was no plan, or nothing changed."""
    if before is None or now is None:
        return None
    pairs = zip(map(_said, before.intervals), map(_said, now.intervals), strict=False)
    first = next((index for index, (old, new) in enumerate(pairs) if old != new), None)
    if first is None and len(before.intervals) != len(now.intervals):
        first = min(len(before.intervals), len(now.intervals) - 1)
    return first


def _said(interval: Interval) -> Interval:
    """What an interval says, wherever it stands."""
    return replace(interval, start=0.0, step=1)


def pieces(text: str, columns: int) -> list[str]:
    """A line in as many pieces as it needs, none wider than the terminal; colours go on.

    It is cut at a blank, which is left out, and inside a word only where that is longer than half a line.
    """
    if len(text) <= columns and text.isascii():
        return [text]
    from rich.cells import cell_len

    found: list[str] = []
    piece, width, colour = "", 0, ""
    blank: tuple[int, int, str] | None = None
    """Of the last blank in the piece: where it stands there, how wide the piece is with it, and the colour."""
    for escape, character in _PARTS.findall(text):
        if escape:
            colour = "" if escape == "\x1b[0m" else colour + escape
            piece += escape
            continue
        wide = cell_len(character)
        if width + wide > max(2, columns):
            at, before, painted = blank or (len(piece), width, colour)
            found.append(piece[:at] + ("\x1b[0m" if painted else ""))
            piece, width, blank = painted + piece[at + 1 if blank else at :], width - before, None
            if character == " " and not width:
                continue
        piece += character
        width += wide
        if character == " " and width > columns // 2:
            blank = len(piece) - 1, width, colour
    return [*found, piece]
