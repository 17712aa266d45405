"""In the page: what a step is done with and how hard it is meant to be, shown, and asked back afterwards."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.async_api import Browser

from hiproutine.advice.pain.readings import Moment
from hiproutine.journal.store import Journal
from hiproutine.journal.transfer import import_lines
from hiproutine.plan.loads import LoadUsed
from hiproutine.routine.library import Library
from hiproutine.share.writing import write_page
from tests.desk import Desk, routine
from tests.share.browsing import visit

pytestmark = pytest.mark.asyncio(loop_scope="session")
DROP = '{ name = "Drop", reps = 5, weight = "10 kg", band = "green", effort = 7 }'


async def test_effort_and_loads_are_shown_asked_back_and_kept(
    running: Browser, library: Library, tmp_path: Path
) -> None:
    loaded = Desk(tmp_path / "desk").load(routine(DROP, '{ name = "Run", distance = "400m" }'))
    path = write_page(library, loaded, tmp_path / "page.html")
    async with visit(running, path) as person:
        await person.press("Start", "I understand", "0", "0", "None of these")
        await person.does("world.pass(12)")
        assert await person.text("#set") == "10 kg, green band, effort 7 of 10"
        await person.press("Done")
        assert await person.text("#set") == "400 m"
        await person.does("world.pass(6)")
        assert await person.text("#time") == "400 m"
        await person.press("Done", "0", "0")
        assert await person.text("#ask h1") == "How hard was it? Meant: 7 of 10."
        await person.press("8")
        assert await person.text("#ask h1") == "The weight and the band the next time?"
        await person.press("More")
        saved = await person.saves(tmp_path)
        assert not person.wrong
    with Journal(tmp_path / "journal.sqlite3") as journal:
        import_lines(journal, saved.read_bytes().splitlines(keepends=True), saved.name)
        assert [one.effort for one in journal.readings() if one.moment is Moment.AFTER] == [8]
        used = LoadUsed("Drop", "10 kg, green band", "10 kg", "green", "more")
        assert [one.loads for one in journal.sessions()] == [(used,)]
