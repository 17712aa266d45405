"""A page's figures stand in it short, and are whole again where it reads them: the same poses, bends and ways."""

from __future__ import annotations

import json
from typing import Any

import pytest
from py_mini_racer import MiniRacer

from hiproutine.routine.exercise_figure import figure_of
from hiproutine.routine.library import Library
from hiproutine.share.drawing import Drawing
from hiproutine.share.modules import script
from hiproutine.share.other_side import other_pair, other_points, swapped
from hiproutine.share.packing import packed

READ = """
const read = (text) => {
  const { keys, bends, table, moves, over } = new $figure.Motion(JSON.parse(text));
  return JSON.stringify({ keys, bends, moves, over, count: table.count, out: table.out.map((leg) => leg.slice(0, 2)) });
};
"""


@pytest.fixture(scope="module")
def page() -> MiniRacer:
    """A JavaScript engine that has read the page's module for figures."""
    engine = MiniRacer()
    engine.eval(script(("figure",)) + READ)
    return engine


def _drawings(library: Library) -> dict[str, Drawing]:
    found = {name: figure_of(name, library.catalogue) for name in library.catalogue.ids}
    return {name: Drawing(figure) for name, figure in found.items() if figure}


def test_every_figure_is_whole_again_in_the_page(library: Library, page: MiniRacer) -> None:
    short = 0
    for name, drawing in _drawings(library).items():
        table = json.dumps(drawing.drawn().table([]))
        read: dict[str, Any] = json.loads(str(page.call("read", table)))
        bends = {tuple(map(int, pair.split())): bend for pair, bend in read["bends"].items()}
        width = len(drawing._keys[0])
        assert read["keys"] == drawing._keys, name
        assert {pair: bend + [0] * (width - len(bend)) for pair, bend in bends.items()} == drawing._bends, name
        assert (read["count"], read["moves"]) == (len(drawing._keys), len(drawing._keys) > 1), name
        assert read["out"] == [[leg.start, leg.end] for leg in drawing._out], name
        assert read["over"] == pytest.approx(sum(leg.into + leg.stay for leg in drawing._out), abs=0.01), name
        short += "others" in table
    assert short >= 4


def test_numbers_are_read_as_they_were_packed(page: MiniRacer) -> None:
    again = [again for times in range(1, 30) for again in (times, -times) * times]
    for numbers in ([*range(-800, 800), 12_345, -12_345, 0], again, [0] * 101, [-900, 900] * 40 + [-900]):
        text = packed(numbers)
        assert json.loads(str(page.eval(f"JSON.stringify($figure.numbersIn({json.dumps(text)}))"))) == numbers
    assert packed([0, 19, -20]) == "S" + chr(102) + "?"
    assert packed([0, 0] * 3 + [1, 0]) == "SS1TS"
    assert packed([12_345, 0] * 26 + [0]) == "~12345;S;;0S"
    assert packed([0] * 5) == "SS0S"
    assert str(page.eval("JSON.stringify($figure.numbersIn(''))")) == "[]"


def test_what_comes_again_on_the_other_side_is_found_and_nothing_else_is() -> None:
    first, later = [0, 1, 5, 6, 7, 8], [0, 1, 7, 8, 5, 6]
    assert other_points([first, later], 1, {}) == [0, 2, 1]
    assert swapped(later, [0, 2, 1]) == first
    assert other_points([first, [0, 1, 7, 8, 5, 7]], 1, {}) is None
    assert other_points([first, later, first], 1, {}) is None
    assert [other_pair(pair, 2) for pair in ((0, 1), (1, 2), (0, 3))] == [(2, 3), (0, 3), (1, 2)]
