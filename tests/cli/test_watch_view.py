"""What `watch` shows in a terminal of some size."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from hiproutine.cli.watch_view import (
    Line,
    View,
    changed_interval,
    first_of,
    moved,
    pieces,
    rows_of,
    shown,
    turned,
)
from hiproutine.paths import bundled
from hiproutine.plan.model import Plan
from hiproutine.routine.catalogue import Catalogue
from hiproutine.routine.loading import load_text

CATALOGUE = Catalogue([bundled() / "exercises"], [bundled()])
TEXT = "".join(f'[[steps]]\nname = "S{n}"\nhold = {n + 10}\n' for n in range(5))
LINES = [Line("head"), *(Line(f"{n}{part}", n, detail=part > "a") for n in range(6) for part in "ab")]


def plan(text: str) -> Plan:
    return load_text(f'title = "T"\n{text}', Path("a.toml"), CATALOGUE).plan


def test_details_are_folded_where_there_is_no_room_or_where_that_is_wanted() -> None:
    assert len(rows_of(LINES, 80, 20, None)) == 13
    assert [text for text, _ in rows_of(LINES, 80, 12, None)] == ["head", *(f"{n}a" for n in range(6))]
    assert len(rows_of(LINES, 80, 5, False)) == 13
    assert len(rows_of(LINES, 80, 50, True)) == 7


@given(
    st.sampled_from(["up", "down", "pageup", "pagedown", "home", "end", "x"]), st.integers(0, 30), st.integers(2, 20)
)
def test_no_key_leads_out_of_the_text(key: str, top: int, rows: int) -> None:
    after = moved(View(top, folded=False), key, 13, rows)
    assert 0 <= after.top <= max(0, 13 - rows)
    screen = shown(after, rows_of(LINES, 80, rows, False), rows + 1, 2, "Said.")
    assert len(screen) == rows + 1
    assert screen[-1].startswith("Said.")


def test_f_folds_and_folds_out_with_the_same_step_on_top() -> None:
    assert turned(View(), LINES, 80, 5) == View(0, folded=False)
    assert turned(View(), LINES, 80, 20) == View(0, folded=True)
    assert turned(View(4, folded=True), LINES, 80, 5) == View(7, folded=False)
    assert turned(View(8, folded=False), LINES, 80, 5) == View(4, folded=True)


def test_the_first_step_that_changed_is_found_wherever_the_others_moved_to() -> None:
    before = plan(TEXT)
    assert changed_interval(before, before) is None
    assert changed_interval(None, before) is None
    after = plan(TEXT.replace("hold = 12", "hold = 99"))
    index = changed_interval(before, after)
    assert index is not None
    assert after.intervals[index].name == "S2"
    more = plan(TEXT + '[[steps]]\nname = "New"\nhold = 5\n')
    index = changed_interval(before, more)
    assert index is not None
    assert more.intervals[index].name == "New"
    assert first_of([("a", 1), ("b", 2), ("c", 2)], 2) == 1
    assert first_of([], None) is None


@given(st.text("ab 股é", max_size=60), st.integers(2, 20))
def test_a_line_is_cut_into_pieces_that_fit_and_keeps_its_colour(text: str, columns: int) -> None:
    letters = text.replace(" ", "")
    assert "".join(pieces(text, columns)).replace(" ", "") == letters
    assert all(cell_len(piece) <= columns for piece in pieces(text, columns))
    red = pieces(f"\x1b[31m{text}\x1b[0m", columns)
    assert all(piece.startswith("\x1b[31m") for piece in red[1:])
    assert "".join(red).replace("\x1b[31m", "").replace("\x1b[0m", "").replace(" ", "") == letters


def test_a_line_is_cut_between_words() -> None:
    said = "From standing still to your running pace: walk, move"
    assert pieces(said, 20) == ["From standing still", "to your running", "pace: walk, move"]
    assert pieces("abcdefghijkl mnop", 10) == ["abcdefghij", "kl mnop"]


def test_a_marked_step_is_bold() -> None:
    screen = shown(View(), rows_of(LINES, 80, 20, True), 9, 3, "")
    assert [row for row in screen if row.startswith("\x1b[1m")] == ["\x1b[1m3a\x1b[0m"]
    assert replace(View(), top=2).top == 2
