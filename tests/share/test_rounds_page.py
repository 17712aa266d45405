"""Rounds until a time is over on the page, in a real browser: counted, gone on with after a reload, and taken along."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.async_api import Browser

from hiproutine.journal.store import Journal
from hiproutine.journal.transfer import import_lines
from hiproutine.play.rounds_run import RoundsDone
from hiproutine.routine.library import Library
from hiproutine.share.writing import write_page
from tests.share.browsing import visit
from tests.share.test_browser import PACE, in_lines

pytestmark = pytest.mark.asyncio(loop_scope="session")
TITLE = "As many rounds as stay tidy"


def brought_in(saved: Path, folder: Path) -> tuple[RoundsDone, ...]:
    """The rounds of the one session of a file that a page saved."""
    with Journal(folder / "journal.sqlite3") as journal:
        import_lines(journal, saved.read_bytes().splitlines(), "file")
        (session,) = journal.sessions()
    return session.progress.rounds


async def test_rounds_are_counted_on_the_page_and_taken_along(
    running: Browser, library: Library, tmp_path: Path
) -> None:
    loaded = library.open("ten-minute-rounds")[0]
    path = write_page(library, loaded, tmp_path / "page.html")
    async with visit(running, path) as person:
        await person.does("world.listen()")
        await person.begin()
        await person.does("pace => world.play(pace)", PACE)
        lines = in_lines(loaded)
        assert [(round(at, 3), line) for at, line in await person.does("world.told")] == lines
        counted = next(line for _, line in lines if line.startswith("That makes "))
        await person.press("Skip")
        said = counted.removeprefix("That makes ")
        assert f"{TITLE}: {said}" in await person.text("#did")
        kept = await person.does("JSON.parse(localStorage.hiproutine)")
        (session,) = kept["sessions"]
        (rounds,) = session["rounds_done"]
        assert f"{rounds['rounds']} rounds" in said
        assert max(one["lap"] for one in kept["intervals"]) == rounds["rounds"] + 1
        assert not person.wrong
        saved = await person.saves(tmp_path)
        assert brought_in(saved, tmp_path) == (RoundsDone(TITLE, rounds["rounds"], rounds["steps"]),)


async def test_after_a_reload_the_same_round_goes_on_with_what_was_left(
    running: Browser, library: Library, tmp_path: Path
) -> None:
    path = write_page(library, library.open("ten-minute-rounds")[0], tmp_path / "page.html")
    async with visit(running, path) as person:
        await person.begin()
        await person.does("world.pass(10 + 60 + 10 + 7)")
        assert "round 1" in await person.text("#set")
        assert (await person.text("#time"), await person.text("#unit")) == ("9:53", "6× · left, done when you are")
        for _ in range(3):
            await person.press("Done")
            await person.does("world.pass(10 + 7)")
        await person.does("world.pass(20 - 7 + 10 + 5)")
        assert "round 2" in await person.text("#set")
        left = await person.text("#time")
        await person.page.reload()
        await person.is_open()
        await person.press(await person.text("#resume"))
        assert "round 2" in await person.text("#set")
        await person.does("world.pass(3)")
        assert await person.text("#time") == left
        await person.press("Back")
        assert "round 1" in await person.text("#set")
        assert not person.wrong
