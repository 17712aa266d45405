"""Specks: found as a plain search over the dots would find them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hiproutine.figures import raster
from hiproutine.figures.raster import LIMBS, Row, Stage
from hiproutine.figures.stray_dots import without_stray_dots
from tests.figures.examples import motion

Dot = tuple[int, int]


def read(*rows: str) -> list[int]:
    return [sum(1 << column for column, mark in enumerate(row) if mark == "#") for row in rows]


def parts(rows: list[int]) -> list[set[Dot]]:
    """Dots that hang together, corners included."""
    left = {(y, x) for y, row in enumerate(rows) for x in range(row.bit_length()) if row >> x & 1}
    found = []
    while left:
        part, edge = set(), {left.pop()}
        while edge:
            part |= edge
            edge = {(y + dy, x + dx) for y, x in edge for dy in (-1, 0, 1) for dx in (-1, 0, 1)} & left
            left -= edge
        found.append(part)
    return found


@given(st.lists(st.integers(0, 2**12 - 1), max_size=12), st.integers(0, 12))
def test_every_part_that_is_large_enough_stays_and_no_other(rows: list[int], least: int) -> None:
    kept = {dot for part in parts(rows) if len(part) >= least for dot in part}
    wanted = [sum(1 << x for y, x in kept if y == number) for number in range(len(rows))]
    assert without_stray_dots(rows, least) == wanted


def test_a_corner_holds_and_a_gap_does_not() -> None:
    assert without_stray_dots(read("##....", "..#...", ".....#"), 3) == read("##....", "..#...", "......")
    assert without_stray_dots(read("#.#", "###"), 5) == read("#.#", "###")  # two that join below


def test_a_picture_has_none(monkeypatch: pytest.MonkeyPatch) -> None:
    movement = motion("bird-dog")
    stage = Stage(movement, 40, 16)
    body = movement.body(movement.loop(0.4))
    least = round(stage.scale / 10)
    limbs = [mask for kind, mask in stage.layers(body).items() if kind in LIMBS]
    specks = [part for mask in limbs for part in parts(stage._grid.rows(mask)) if len(part) < least]
    assert specks
    clean = dots(stage.draw(body))
    monkeypatch.setattr(raster, "without_stray_dots", lambda rows, least: rows)
    assert dots(stage.draw(body)) - clean == sum(map(len, specks))


def dots(rows: tuple[Row, ...]) -> int:
    """How many there are."""
    return sum((ord(mark) - 0x2800).bit_count() for row in rows for run in row for mark in run.text if mark != " ")
