"""How looking back fits into a room: what stands together, how large it is drawn, and which keys are named."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from textual.content import Content

from hiproutine.config.keymap import first_key, foot_keys

PARTS = ("Month", "Pain", "Sessions")
"""What stands on the screen one at a time where there is no room for all."""
ROOM = (80, 24)
"""Columns and rows from which all parts stand together."""
WIDE = 100
"""Columns from which the session under the cursor stands beside the list."""
WIDEST = 110
"""Columns of the answers at most."""
NOTHING_SHOWN = "Nothing"
"""In place of a part, where there is nothing to show."""

_MONTH, _SIDE, _END = ("← →", "month"), ("s", "side"), (("?", "keys"), ("q", "back"))
_WHY = ("i", "why")
_KEYS = {
    "Month": (("tab", "pain"), _MONTH, ("enter", "sessions"), *_END),
    "Pain": (("tab", "sessions"), _SIDE, _MONTH, *_END),
    "Sessions": (("tab", "month"), ("enter", "open"), ("e", "correct"), *_END),
    NOTHING_SHOWN: _END,
    "": (("enter", "open"), ("e", "correct"), _MONTH, _SIDE, *_END),
}


@dataclass(frozen=True, slots=True)
class Shape:
    """How a room is used."""

    in_parts: bool
    """Whether only one part at a time fits."""
    beside: bool
    """Whether the session under the cursor stands beside the list."""
    airy: bool
    """Whether there are blank rows to spare."""
    cell: int
    """Columns of a day of the calendar."""
    months: int
    lane: int
    """Rows of a lane of the chart."""
    chart: int
    """Columns of the chart."""


def shape_of(columns: int, rows: int) -> Shape:
    """The shape that suits a screen."""
    if columns < ROOM[0] or rows < ROOM[1]:
        cell, lane = 6 if columns >= 48 else 4, 2 if rows < 22 else 3
        return Shape(in_parts=True, beside=False, airy=True, cell=cell, months=1, lane=lane, chart=columns - 4)
    cell = 4 if columns < WIDE else 5 if columns < 160 else 6
    lane = 2 if rows < 32 else 3 if rows < 50 else 4
    months = 2 if lane == 4 else 1
    chart = columns - 7 * cell - 6
    return Shape(False, columns >= WIDE, rows >= 28, cell, months, lane, chart)


def parts_line(part: str) -> Content:
    """The names of the parts, the one that is shown lit."""
    names = []
    for name in PARTS:
        chosen = name == part
        names.append((f"{'● ' if chosen else '  '}{name}   ", "b $phase-work" if chosen else "$quiet"))
    return Content.assemble(*names)


def nothing(changed: Mapping[str, str]) -> str:
    """What stands there while nothing is kept. `changed` are the keys that the person has changed."""
    back, play = first_key("history.close", changed), first_key("library.play", changed)
    return (
        "Nothing is kept yet.\n\nPlay a routine, and it stands here: what you did, how long, and how the hip felt "
        f"before, after and the next morning.\n\n{back} goes back to the library, where {play} plays."
    )


def keys_line(part: str, changed: Mapping[str, str], *, why: bool = False) -> Content:
    """The keys of a part, of all together, or where there is nothing. `changed` are those of the person."""
    own = _KEYS[part][: -len(_END)]
    if why:
        own = (*(own[:2] if part == "Month" else own), _WHY)
    keys = foot_keys((*own, *_END), changed, "history")
    parts = [text for key, word in keys for text in ((key, "b $foreground"), (f" {word}  ", "$quiet"))]
    return Content.assemble(*parts)
