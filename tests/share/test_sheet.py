"""The sheet to print says what is to be done, block by block, however often it comes."""

from __future__ import annotations

import re

import pytest

from hiproutine.paths import bundled, find_paths
from hiproutine.routine.library import Library
from hiproutine.share.page import Pages
from hiproutine.share.sheet import sheet
from tests.desk import Desk
from tests.plan.test_blocks_in_blocks import PRESS, SUPERSETS

MINUTE = """title = "T"
[[blocks]]
title = "First"
rounds = 3
steps = [{ name = "Bridge", reps = 8 }]
[[blocks]]
title = "Minute"
every = "1m"
rounds = 4
steps = [{ name = "Squat", reps = 1 }, { name = "Bridge", reps = 8 }]
"""


def printed(desk: Desk, text: str) -> list[str]:
    """The headings of the sheet, those of blocks with a mark before them."""
    html = sheet(desk.load(text), {})
    found = re.findall(r"(<li>.*?)?<h2>(.*?)</h2>", html)
    return [("" if row else "# ") + re.sub(r"<.*?>", "", said) for row, said in found]


def test_rounds_and_their_clock_stand_at_their_block(desk: Desk) -> None:
    assert printed(desk, MINUTE) == [
        "# First · 3 rounds", "Bridge 8 times", "# Minute · 4 rounds · every 1 min", "Squat once", "Bridge 8 times",
    ]  # fmt: skip
    assert "rounds" not in sheet(desk.load(MINUTE), {}).partition("<h2>")[0]


def test_the_page_lists_the_same_blocks(desk: Desk) -> None:
    page = Pages(lambda _: None, {}).page(desk.load(MINUTE))
    assert "<li><b>Minute · 4 rounds · every 1 min</b></li><li>Squat <span>once</span></li>" in page


def test_rounds_within_rounds_are_all_said(desk: Desk) -> None:
    assert printed(desk, SUPERSETS) == [
        "# Strength, 2 rounds: A · 3 rounds", "Bridge 5 s", "# Strength, 2 rounds: B", "Bug 20 s a side",
        "# Rest", "Lie 30 s",
    ]  # fmt: skip


def test_a_block_of_two_sides_is_listed_for_each(desk: Desk) -> None:
    texts = ["# Press and let go, {} side · 2 rounds", "Press 6 s, {} side", "Let go 10 s, {} side"]
    expected = [text.format(side) for side in ("left", "right") for text in texts]
    assert printed(desk, PRESS) == expected


def test_a_title_that_only_reads_like_a_round_is_a_title(desk: Desk) -> None:
    text = MINUTE.replace('"First"', '"Day, round 2 of 3: legs"')
    assert printed(desk, text)[:2] == ["# Day, round 2 of 3: legs · 3 rounds", "Bridge 8 times"]


def test_the_same_step_in_two_blocks_is_no_less_work(desk: Desk) -> None:
    text = MINUTE.replace('every = "1m"\n', "").replace("rounds = 3\n", "").replace("rounds = 4\n", "")
    assert printed(desk, text) == ["# First", "Bridge 8 times", "# Minute", "Squat once", "Bridge 8 times"]


@pytest.mark.parametrize(("name", "blocks"), [("warm-up-five-step", 0), ("foam-roll-hips", 0), ("return-to-run-1", 3)])
def test_blocks_are_told_apart_where_it_matters(name: str, blocks: int) -> None:
    assert (bundled() / f"{name}.toml").exists()
    html = sheet(Library(find_paths()).open(name)[0], {})
    assert html.count("<ol>") == max(1, blocks)
    assert ("Run and walk · 5 rounds" in html) is bool(blocks)
