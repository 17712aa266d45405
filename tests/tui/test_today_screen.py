"""The library says what suits today, puts it first, and takes down what happened."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest

from hiproutine.advice.pain.readings import Area, Moment, Reading
from hiproutine.advice.recovery.facts import Onset, Sport
from hiproutine.advice.today import Hint
from hiproutine.dialogue.context import open_context
from hiproutine.dialogue.day import lately
from hiproutine.journal.outings import add_onset, outings
from hiproutine.journal.store import Journal
from hiproutine.paths import find_paths
from hiproutine.routine.library import Library
from hiproutine.tui.library.ordering import today_lines
from hiproutine.tui.library.text import preview
from tests.tui.frames_at import compare
from tests.tui.stage import EVENING, on_stage

LONG = Hint("Please see a doctor or physiotherapist before you run or strength-train again.", "light")


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
async def test_what_suits_today_stands_first(size: tuple[int, int]) -> None:
    with Journal(find_paths().journal) as journal:
        add_onset(journal, Onset(str(uuid4()), EVENING - timedelta(hours=5)))
    async with on_stage(size=size, keeps=True, figures=True) as stage:
        compare(f"library-today-{size[0]}x{size[1]}", stage.text())
        assert "Ice therapy  every 3 to 4 hours, for two days" in stage.text()
        await stage.press("enter")
        assert "Before the first time" in stage.text()


async def test_a_run_is_written_down_and_the_stretch_follows() -> None:
    async with on_stage(keeps=True) as stage:
        await stage.press("n")
        assert "Before the first time" in stage.text()
        await stage.press("enter", "r", "5", "enter", "2", "8", "enter", "1", "t")
        assert "Kept: a run, 5.0 km in 28 minutes (5:36 a km), trail, pain 1." in stage.text()
        await stage.press("enter")
        await stage.app.workers.wait_for_complete()
        await stage.pilot.pause()
        assert "Today  Post-run hip stretch  you ran just now" in stage.text()
    with Journal(find_paths().journal) as journal:
        [kept] = outings(journal)
    assert (kept.sport, kept.metres, kept.pain) == (Sport.RUN, 5000, 1)


async def test_a_search_or_a_filter_leaves_the_order_alone() -> None:
    async with on_stage() as stage:
        await stage.press("right", "right")
        rows = stage.text().splitlines()
        assert next(row for row in rows if "Cool-down" in row) == rows[5]


def test_a_title_is_not_said_twice() -> None:
    hint = Hint("Leg strength: level 1 went well. Consider level 2.", "legs-2")
    said = today_lines((hint,), {"legs-2": "Leg strength 2"}, 76, most=4).plain
    assert said == "Today  Leg strength 2  level 1 went well. Consider level 2."
    other = today_lines((Hint("Noticeable: go easier.", "legs-2"),), {"legs-2": "Leg strength 2"}, 76, most=4).plain
    assert other == "Today  Leg strength 2  Noticeable: go easier."


@pytest.mark.parametrize(("columns", "most", "rows"), [(76, 4, 2), (56, 4, 3), (56, 2, 3), (200, 4, 1)])
def test_a_long_hint_is_broken_between_words_and_never_cut_short(columns: int, most: int, rows: int) -> None:
    titles = {"light": "Rest-day light stretch", "warm": "W"}
    found = today_lines((LONG, Hint("before a run", "warm")), titles, columns, most=most).plain.splitlines()
    assert len([row for row in found if "W  before" not in row]) == rows
    assert all(len(row) <= columns for row in found)


def test_a_hint_without_a_routine_begins_like_a_sentence() -> None:
    said = today_lines((Hint("rest"), Hint("why", "unknown")), {}, 60, most=4).plain
    assert said == "Today  Rest\n       Why"


def test_the_preview_names_what_is_better_left_out_today() -> None:
    entry = next(one for one in Library(find_paths()).entries() if one.id == "rest-day-light-stretch")
    sore = preview(entry, 70, avoid=frozenset({"outer-hip"})).plain
    assert "Today  better left out: Pigeon pose, Figure four stretch" in sore
    assert "better left out" not in preview(entry, 70).plain


def test_where_it_hurts_reaches_the_library() -> None:
    with Journal(find_paths().journal) as journal:
        journal.add_reading(Reading(str(uuid4()), EVENING, Moment.OTHER, 3, area=Area.OUTER))
    with open_context(find_paths().journal, now=lambda: EVENING) as context:
        assert "outer-hip" in lately(context).avoid
