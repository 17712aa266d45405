"""Less than the whole routine in a browser: offered after pain, played as in plain mode, and kept as it was cut."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.async_api import Browser

from hiproutine.dialogue.easing import Eased, eased
from hiproutine.journal.store import Journal
from hiproutine.journal.transfer import import_lines
from hiproutine.routine.library import Library
from hiproutine.share.writing import write_page
from tests.share.browsing import Visit, visit
from tests.share.test_browser import PACE, in_lines

pytestmark = pytest.mark.asyncio(loop_scope="session")
IMPACT = frozenset({"impact"})
ANSWERS = ("Start", "I understand", "4", "4", "No", "None of these")
"""Pain of four, without a reliever and without a sign."""


async def _begins_easier(person: Visit, less: Eased) -> None:
    await person.press(*ANSWERS)
    ways = (await person.text("#ask .ways")).split("\n")
    assert less.option("").words in ways, ways
    await person.press(less.option("").words)


@pytest.mark.parametrize("name", ["post-run-hip-stretch", "hip-core-strength-2", "warm-up-quick"])
async def test_less_of_it_is_played_as_in_lines(name: str, running: Browser, library: Library, tmp_path: Path) -> None:
    loaded = library.open(name)[0]
    less = eased(loaded, IMPACT, easier=True)
    assert less
    path = write_page(library, loaded, tmp_path / "page.html")
    async with visit(running, path) as person:
        await person.does("world.listen()")
        await _begins_easier(person, less)
        assert (
            len(await person.does("[...document.querySelectorAll('#bar i')].map((one) => 1)")) == less.loaded.plan.steps
        )
        begins, setup = less.loaded.plan.intervals[0].cues[0].say, less.loaded.plan.intervals[0].about.setup
        assert await person.text("#cue") == f"{begins} {setup}".strip()
        await person.does("pace => world.play(pace)", PACE)
        told = [(round(at, 3), line) for at, line in await person.does("world.told")]
        assert told == in_lines(less.loaded)
        await person.press("4", "4", "No")
        if await person.does("document.body.dataset.section") == "ask":
            await person.press("Skip")
        assert await person.text("#result") == "Done."
        saved = await person.saves(tmp_path)
        await person.press("Once more")
        await person.press("Skip")
        assert less.option("").words in await person.text("#ask .ways")  # of the whole, not of what was cut
        assert not person.wrong
    with Journal(tmp_path / "journal.sqlite3") as journal:
        import_lines(journal, saved.read_bytes().splitlines(keepends=True), saved.name)
        (session,) = journal.sessions()
        assert (session.cut, session.note, session.title) == (less.cut, less.note, less.loaded.plan.titled)
        assert (session.plan_seconds, session.steps) == (less.loaded.plan.seconds, less.loaded.plan.steps)


async def test_what_is_cut_goes_on_as_it_was_after_a_reload(running: Browser, library: Library, tmp_path: Path) -> None:
    loaded = library.open("hip-core-strength-2")[0]
    less = eased(loaded, IMPACT, easier=True)
    assert less
    async with visit(running, write_page(library, loaded, tmp_path / "page.html")) as person:
        await _begins_easier(person, less)
        await person.does("world.play(5, 100)")
        where, name = (await person.text("#where")).split(" · ")[0], await person.text("#name")
        assert where.endswith(f"of {less.loaded.plan.steps}")
        await person.page.reload()
        await person.is_open()
        await person.press(await person.text("#resume"))
        assert (await person.text("#where")).split(" · ")[0] == where
        assert await person.text("#name") == name
        assert not person.wrong
