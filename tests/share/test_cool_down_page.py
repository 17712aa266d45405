"""Where pain stops a routine, the page offers the cool-down as the program does, and keeps both as it does."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.async_api import Browser

from hiproutine.advice.pain.readings import Moment
from hiproutine.dialogue.during import DOWN
from hiproutine.journal.records import State
from hiproutine.journal.store import Journal
from hiproutine.journal.transfer import import_lines
from hiproutine.routine.library import Library
from hiproutine.share.writing import write_page
from tests.share.browsing import Visit, visit
from tests.share.test_browser import PACE, in_lines

pytestmark = pytest.mark.asyncio(loop_scope="session")
BEFORE = ("0", "0", "None of these")
WORSE = ("Pain", "2", "An ache", "No")
STOP, SKIP = "End the session", "Skip this step"


async def _ways(person: Visit) -> list[str]:
    return (await person.text("#ask .ways")).split("\n")


async def test_after_a_stop_the_cool_down_is_played_and_kept_as_by_the_program(
    running: Browser, library: Library, tmp_path: Path
) -> None:
    loaded, follows = library.open("hip-core-strength-2")[0], library.open("cool-down")[0]
    async with visit(running, write_page(library, loaded, tmp_path / "page.html")) as person:
        await person.begin(*BEFORE)
        await person.does("world.play(5, 60)")
        await person.press(*WORSE)
        assert await person.text("#ask h1") == "Stopping here may be the better choice: pain has gone up by 2."
        assert await _ways(person) == [STOP, DOWN, SKIP, "Keep going anyway"]
        await person.does("world.listen()")
        await person.press(DOWN)
        pieces = await person.does("document.querySelectorAll('#bar i').length")
        assert (await person.text("#name"), pieces) == (follows.plan.intervals[0].name, follows.plan.steps)
        await person.does("pace => world.play(pace)", PACE)
        stopped, *told = [(round(at, 3), line) for at, line in await person.does("world.told")]
        assert (stopped, told) == ((0.0, "Stopped here."), in_lines(follows))
        assert "last time" in await person.text("#ask .last")
        await person.press("1", "2", "No")
        assert await person.text("#result") == "Ended early."
        assert await person.text("#pain") == "Pain 0 → 1, worse."
        assert f"of {loaded.plan.steps} steps" in await person.text("#did")
        saved = await person.saves(tmp_path)
        await person.press("Once more")
        assert await person.text("#ask .kicker") == loaded.plan.title
        assert not person.wrong
    with Journal(tmp_path / "journal.sqlite3") as journal:
        for _ in range(2):  # the second time nothing is doubled
            import_lines(journal, saved.read_bytes().splitlines(keepends=True), saved.name)
            down, first = journal.sessions()
            assert [(one.routine_id, one.outcome) for one in (first, down)] == [
                (loaded.plan.id, State.ENDED_EARLY), (follows.plan.id, State.FINISHED)
            ]  # fmt: skip
            assert (down.title, down.plan_seconds, down.advice, down.note) == (
                "Cool-down",
                follows.plan.seconds,
                "",
                "",
            )
            assert {one.session for one in journal.readings()} == {first.id}
            assert [(one.moment, one.score) for one in journal.readings()] == [
                (Moment.BEFORE, 0), (Moment.DURING, 2), (Moment.AFTER, 1)
            ]  # fmt: skip
            detail = journal.session(down.id)
            assert detail
            assert len(detail.intervals) == len(follows.plan.intervals)


async def test_in_the_cool_down_none_is_offered_and_after_a_reload_it_goes_on(
    running: Browser, library: Library, tmp_path: Path
) -> None:
    loaded = library.open("warm-up-quick")[0]
    async with visit(running, write_page(library, loaded, tmp_path / "page.html")) as person:
        await person.begin(*BEFORE)
        await person.press(*WORSE, DOWN)
        await person.does("world.pass(40)")
        await person.press(*WORSE)
        assert await _ways(person) == [STOP, SKIP, "Keep going anyway"]
        await person.press("Keep going anyway")
        name = await person.text("#name")
        await person.page.reload()
        await person.is_open()
        await person.press(await person.text("#resume"))
        assert await person.text("#name") == name
        await person.does("world.play(5)")
        await person.press("2", "2", "No")
        assert (await person.text("#result"), await person.text("#pain")) == ("Done.", "")
        kept = await person.does("JSON.parse(localStorage.hiproutine)")
        assert [one["outcome"] for one in kept["sessions"]] == ["ended_early", "finished"]
        first, down = (one["id"] for one in kept["sessions"])
        assert [one["session"] for one in kept["readings"]] == [first, first, down, down]
        assert not person.wrong


async def test_it_is_offered_only_where_nothing_speaks_against_it(
    running: Browser, library: Library, tmp_path: Path
) -> None:
    loaded = library.open("post-run-hip-stretch")[0]
    async with visit(running, write_page(library, loaded, tmp_path / "page.html")) as person:
        await person.begin(*BEFORE)
        await person.press("Pain", "2", "An ache", "Yes")  # a limp speaks against its jog
        assert await _ways(person) == [STOP, SKIP, "Keep going anyway"]
        await person.press("Keep going anyway", "Pain", "1", "An ache", "No")
        assert (await _ways(person))[0] == "Go on, easier"
