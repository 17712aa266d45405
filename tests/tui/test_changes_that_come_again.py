"""What changes every second is written without laying it out again, and is what Textual would have painted."""

from __future__ import annotations

import pytest
from rich.segment import Segment
from rich.style import Style
from textual.content import Content
from textual.strip import Strip

from hiproutine.tui.player.digit_glyphs import draw, width
from hiproutine.tui.widgets.line import reworded
from hiproutine.wording import countdown

INK, GROUND = Style(color="white", bgcolor="black"), Style(bgcolor="black")


def row(text: str, columns: int = 40) -> list[Strip]:
    """A text as it stands on the screen: in its colour, on a ground."""
    return [Strip([Segment(f" {text}", INK), Segment(" " * (columns - len(text) - 1), GROUND)])]


def test_only_letters_that_differ_are_put_into_a_row() -> None:
    before, after = (Content.styled(f"Step 1 of 7 · {time} left", "$foreground") for time in ("1:00:00", "0:59:59"))
    made = reworded(before, after, row(before.plain))
    assert made == row(after.plain)
    assert made[0].cell_length == 40


@pytest.mark.parametrize(
    ("before", "after", "rows"),
    [
        (Content("10:00 left"), Content("9:59 left"), row("10:00 left")),
        (Content("ab"), Content("a走"), row("ab")),
        (Content("ab"), Content("a\n"), row("ab")),
        (Content("ab"), Content.styled("ac", "bold"), row("ab")),
        (Content("a long text"), Content("a long word"), row("a long…")),
        (Content("ab"), Content("ac"), [*row("ab"), *row("ab")]),
    ],
)
def test_what_is_more_than_other_letters_is_laid_out_by_textual(
    before: Content, after: Content, rows: list[Strip]
) -> None:
    assert reworded(before, after, rows) is None


@pytest.mark.parametrize("rows", [3, 5, 12])
def test_the_same_last_digits_change_the_same_cells_in_every_minute(rows: int) -> None:
    known: dict[tuple[int, str, str], object] = {}
    for second in range(3700, 0, -1):
        before, after = countdown(second), countdown(second - 1)
        if len(before) != len(after):
            continue
        stays = next(at for at, letter in enumerate(after) if letter != before[at])
        column = width(after[:stays], rows)
        first, last = draw(before, rows), draw(after, rows)
        assert [one[:column] for one in first] == [one[:column] for one in last]
        change = [one[column:] for one in (*first, *last)]
        assert known.setdefault((column, before[stays:], after[stays:]), change) == change
    assert len(known) < 300
