"""The whole routine as a bar: a piece a step, wide as its time, filled as far as it was played."""

from __future__ import annotations

from itertools import accumulate

from textual.content import Content

from hiproutine.tui.widgets.line import Line

FILLED, HALF, EMPTY = "━", "╸", "─"


def piece_widths(seconds: tuple[float, ...], columns: int) -> list[int]:
    """Columns of each piece, with one between two; empty if there is not a column for each."""
    room = columns - (len(seconds) - 1)
    if room < len(seconds) or not seconds:
        return []
    total = sum(seconds) or 1.0
    spare = room - len(seconds)
    ends = [round(spare * end / total) for end in accumulate(seconds)]
    return [1 + end - begin for begin, end in zip([0, *ends], ends, strict=False)]


def drawn(seconds: tuple[float, ...], position: float, columns: int) -> tuple[str, int]:
    """The bar as a text, and how many of its columns are filled."""
    widths = piece_widths(seconds, columns)
    if not widths:
        seconds, widths = (sum(seconds),), [max(1, columns)]
    text, filled, before = [], 0, 0.0
    for length, width in zip(seconds, widths, strict=True):
        share = min(1.0, max(0.0, (position - before) / length)) if length else float(position >= before)
        halves = round(share * width * 2)
        full = halves // 2
        piece = FILLED * full + HALF * (halves % 2)
        text.append(piece + EMPTY * (width - len(piece)))
        if piece:
            filled = sum(map(len, text[:-1])) + len(text) - 1 + len(piece)
        before += length
    return " ".join(text), filled


class StepBar(Line):
    """Shows how far a plan has been played."""

    def __init__(self, step_seconds: tuple[float, ...], id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._seconds = step_seconds
        self._bar: tuple[str, int, bool] | None = None
        """What was drawn last."""

    def show(self, position: float, columns: int, *, dim: bool = False, alone: bool = False) -> None:
        """Fills the bar of so many columns up to a second of the plan; `alone` is as for every line."""
        text, filled = drawn(self._seconds, position, columns)
        if (text, filled, dim) == self._bar:
            return
        self._bar = text, filled, dim
        self.set_text(
            Content.assemble((text[:filled], "$quiet" if dim else "$phase-work"), (text[filled:], "$faint")),
            alone=alone,
        )
