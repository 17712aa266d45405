"""The page in a real browser: it plays as plain mode does, comes back, prints, and runs nothing but its own script."""

from __future__ import annotations

import asyncio
import json
import re
from pathlib import Path

import pytest
from playwright.async_api import Browser

from hiproutine.advice.assess import SOON_SENTENCE, URGENT_SENTENCE
from hiproutine.advice.pain.flags import FLAGS
from hiproutine.advice.pain.readings import Feel, Moment
from hiproutine.cues import Chorus
from hiproutine.errors import HiproutineError
from hiproutine.journal.records import PAIN, State
from hiproutine.journal.signs import standing_since
from hiproutine.journal.store import Journal
from hiproutine.journal.transfer import import_lines
from hiproutine.plain.lines import Teller
from hiproutine.plain.stage import Stage
from hiproutine.play.player import Player
from hiproutine.play.view import Phase
from hiproutine.routine.library import Library
from hiproutine.routine.loaded import Loaded
from hiproutine.share.data import TOUCH
from hiproutine.share.writing import write_page, write_to_look_at
from tests.clocks import ManualClock
from tests.desk import Desk
from tests.plain.room import Room
from tests.share.browsing import AT_ONCE, visit, visit_without_scripts
from tests.share.test_page import HOSTILE, IDS

pytestmark = pytest.mark.asyncio(loop_scope="session")
PACE = 7.25
"""Seconds that are taken for what has no clock."""


class Paced(Room):
    """A person who presses done `PACE` seconds after what has no clock began."""

    def __init__(self, player: Player, clock: ManualClock) -> None:
        super().__init__(clock)
        self._player = player

    def wait(self, seconds: float | None) -> str | None:
        """Time that passes, or the key."""
        view = self._player.view()
        left = PACE - view.elapsed
        if view.phase is Phase.PLAYING and view.interval.waits and (seconds is None or left <= seconds):
            self.clock.advance(left)
            return " "
        return super().wait(seconds)


def in_lines(loaded: Loaded) -> list[tuple[float, str]]:
    """What plain mode says, with the moments."""
    clock = ManualClock()
    player = Player(loaded.plan, Chorus([], lambda _: None), clock)
    room = Paced(player, clock)
    teller = Teller(loaded.plan, keys=TOUCH)
    room.say(teller.begin())
    Stage(room, player, teller, loaded.card, None, pressing=TOUCH).run()
    return room.heard


@pytest.mark.long
async def test_every_routine_plays_to_its_end_as_in_lines(running: Browser, library: Library, tmp_path: Path) -> None:
    waiting = list(IDS)

    async def plays() -> None:
        async with visit(running) as person:
            while waiting:
                loaded = library.open(waiting.pop())[0]
                path = write_page(library, loaded, tmp_path / f"{loaded.plan.id}.html")
                await person.opens(path)
                await person.does("world.listen()")
                await person.begin()
                await person.does("pace => world.play(pace)", PACE)
                told = [(round(at, 3), line) for at, line in await person.does("world.told")]
                assert told == in_lines(loaded), path.name
                assert person.asked_for == [path.as_uri()]
                assert not person.wrong
                await person.does("localStorage.clear()")

    await asyncio.gather(*(plays() for _ in range(AT_ONCE)))


async def test_after_a_reload_it_goes_on_where_it_was(running: Browser, library: Library, tmp_path: Path) -> None:
    path = write_page(library, library.open("post-run-hip-stretch")[0], tmp_path / "page.html")
    async with visit(running, path) as person:
        await person.begin("2", "2", "No", "None of these")
        assert "Mild. Go ahead, keep an eye on it, and stop if it grows." in await person.text("#cue")
        await person.does("world.pass(47.5)")
        assert "Mild." not in await person.text("#cue")
        name = await person.text("#name")
        await person.page.reload()
        await person.is_open()
        offer = await person.text("#resume")
        assert offer.startswith(f"Go on at {name}, ")
        await person.press(offer)
        assert (await person.text("#phase"), await person.text("#time")) == ("Go on in", "3")
        await person.does("world.play(5)")
        await person.press("1", "2", "No")
        assert await person.text("#result") == "Done."
        assert await person.text("#pain") == "Pain 2 → 1, easier."
        kept = await person.does("JSON.parse(localStorage.hiproutine)")
        (session,) = kept["sessions"]
        assert session["outcome"] == "finished"
        assert abs(session["active_seconds"] - library.open("post-run-hip-stretch")[0].plan.seconds) < 0.01
        assert [one["session"] for one in kept["readings"]] == [session["id"]] * 2


async def test_what_was_hidden_waits_or_is_on_time(running: Browser, library: Library, tmp_path: Path) -> None:
    path = write_page(library, library.open("ice-therapy")[0], tmp_path / "page.html")
    async with visit(running, path) as person:
        await person.begin()
        await person.press("Next", "Next")
        await person.does("world.pass(60)")
        left = await person.text("#where")
        await person.does("world.show('hidden'); world.pass(30); world.show('visible')")
        assert await person.text("#phase") != "Paused"
        assert await person.text("#where") != left
        left = (await person.text("#where")).split("left")[0]
        await person.does("world.show('hidden'); world.sleep(1800); world.show('visible')")
        assert (await person.text("#phase"), await person.text("#main")) == ("Paused", "Go on")
        assert await person.text("#cue") == "Nobody was here for a while, so it waits where you left."
        assert (await person.text("#where")).split("left")[0] == left


async def test_sheets_take_one_page_and_long_ones_two(
    running: Browser, library: Library, tmp_path: Path, desk: Desk
) -> None:
    many = ", ".join(f'{{ name = "Step {at}", hold = 10, cues = ["Breathe"], setup = "Lie down" }}' for at in range(26))
    long = library.open(str(desk.write(f'title = "T"\nsteps = [{many}]\n', "long.toml")))[0]
    bundled = [library.open(name)[0] for name in IDS]
    bundled.sort(key=lambda one: one.plan.steps)
    async with visit(running) as person:

        async def pages(loaded: Loaded, paper: str) -> int:
            await person.opens(write_page(library, loaded, tmp_path / f"{loaded.plan.id}.html"))
            printed = await person.page.pdf(format=paper)
            return len(re.findall(rb"/Type ?/Page\b", printed))

        for loaded in (bundled[0], *bundled[-3:]):
            assert [await pages(loaded, paper) for paper in ("A4", "Letter")] == [1, 1], loaded.plan.id
        assert [await pages(long, paper) for paper in ("A4", "Letter")] == [2, 2]


async def test_a_hostile_routine_runs_nothing_and_shows_as_text(
    running: Browser, library: Library, tmp_path: Path, desk: Desk
) -> None:
    bad = HOSTILE[:62] + " שלום &#60;"
    text, closing = json.dumps(bad), json.dumps("</script><script>hit = 1</script>&lt;b>")
    step = f"name = {text}, hold = 10, cues = [{closing}], stop_if = {text}, why = {text}, setup = {text}"
    head = f"title = {text}\nsummary = {text}\nwhy = {text}\nsafety = {text}\nsource = {text}\n"
    path = desk.write(f"{head}steps = [{{ {step} }}, {{ confirm = {text} }}]\n", "hostile.toml")
    loaded = library.open(str(path))[0]
    async with visit(running, write_page(library, loaded, tmp_path / "page.html")) as person:
        assert loaded.plan.title in await person.text("#open")
        await person.begin()
        await person.does("world.pass(8)")
        assert loaded.plan.intervals[-2].name in (await person.text("#name"), await person.text("#next"))
        await person.press("How")
        assert loaded.plan.intervals[0].about.stop_if in await person.text("#how-text")
        await person.press("Close", "Go on")
        await person.does("world.play(2)")
        await person.press("Skip")
        assert await person.text("#result") == "Done."
        assert await person.does("[...document.querySelectorAll('img, b2, script')].length") == 3
        assert await person.does("typeof hit") == "undefined"
        assert not person.wrong
        assert len(person.asked_for) == 1


async def test_without_scripts_it_says_so_and_shows_the_sheet(
    running: Browser, library: Library, tmp_path: Path
) -> None:
    path = write_page(library, library.open("cool-down")[0], tmp_path / "page.html")
    async with visit_without_scripts(running, path) as person:
        assert await person.page.locator(".noscript").is_visible()
        assert "Share or save the file and open it in a browser." in await person.page.locator(".noscript").inner_text()
        assert await person.page.locator(".sheet").is_visible()
        assert not await person.page.locator("#start").is_visible()


async def test_a_page_that_prints_asks_the_browser_for_it(running: Browser, library: Library) -> None:
    path = write_to_look_at(library, library.open("cool-down")[0], prints=True)
    async with visit(running, path, before="window.print = () => { window.printed = true; }") as person:
        await person.does("world.pass(0.1)")
        assert await person.does("window.printed")


async def test_what_was_done_is_saved_as_import_takes_it(running: Browser, library: Library, tmp_path: Path) -> None:
    path = write_page(library, library.open("warm-up-quick")[0], tmp_path / "page.html")
    no_weight, swelling = FLAGS[0], next(flag for flag in FLAGS if flag.id == "swelling")
    async with visit(running, path) as person:
        await person.press("Start", "I understand", "2", "2", "No")
        for flag in (no_weight, swelling):
            await person.tick(flag.words)
        await person.press("These apply")
        assert await person.text("#ask h1") == URGENT_SENTENCE
        assert no_weight.words in await person.text("#ask")
        assert swelling.words not in await person.text("#ask")
        await person.press("Ticked by mistake, take it back")
        await person.tick(no_weight.words)
        await person.press("These")
        assert await person.text("#ask h1") == SOON_SENTENCE
        await person.press("Go on anyway, it is my decision")
        await person.does("world.play(3, 60)")
        await person.press("Next", "End", "End here", "3", "4", "Yes")
        assert await person.text("#result") == "Ended early."
        saved = await person.saves(tmp_path)
        assert not person.wrong
    with Journal(tmp_path / "journal.sqlite3") as journal:
        for _ in range(2):  # the second time nothing is doubled
            import_lines(journal, saved.read_bytes().splitlines(keepends=True), saved.name)
            (session,) = journal.sessions()
            assert (session.outcome, session.advice) == (State.ENDED_EARLY, SOON_SENTENCE)
            assert [(one.moment, one.score, one.worst) for one in journal.readings()] == [
                (Moment.BEFORE, 2, 2), (Moment.AFTER, 3, 4)
            ]  # fmt: skip
            assert {one.session for one in journal.readings()} == {session.id}
            assert set(standing_since(journal)) == {"swelling"}
        edited = saved.read_bytes().replace(b'"score":3', b'"score":33').splitlines(keepends=True)
        with pytest.raises(HiproutineError, match="“score” has to be a whole number from 0 to 10"):
            import_lines(journal, edited, saved.name)
        assert len(journal.readings()) == 2


async def test_a_sign_that_is_unmarked_is_asked_about(running: Browser, library: Library, tmp_path: Path) -> None:
    path = write_page(library, library.open("cool-down")[0], tmp_path / "page.html")
    async with visit(running, path) as person:
        await person.press("Start", "I understand", "Skip")
        await person.tick(FLAGS[0].words)
        await person.press("These apply", "Not today")
        await person.does("world.sleep(8 * 24 * 3600)")
        await person.press("Start", "Skip")
        assert "A week has passed since these questions." in await person.text("#ask")
        await person.tick(FLAGS[0].words)
        await person.press("None of these")
        assert await person.text("#ask h1") == "No longer marked: what has become of it?"
        await person.press("It still stands")
        assert await person.text("#ask h1") == URGENT_SENTENCE
        await person.press("A professional has checked this")
        assert await person.does("document.body.dataset.section") == "play"


async def test_pain_in_the_middle_is_asked_and_answered_as_by_the_program(
    running: Browser, library: Library, tmp_path: Path
) -> None:
    loaded = library.open("post-run-hip-stretch")[0]
    async with visit(running, write_page(library, loaded, tmp_path / "page.html")) as person:
        await person.begin("1", "1", "No", "None of these")
        await person.does("world.pass(12)")
        name, time = await person.text("#name"), await person.text("#time")
        await person.page.keyboard.press("p")
        assert await person.text("#ask h1") == "Pain now?"
        await person.does("world.pass(60)")
        await person.page.keyboard.press("1")  # no more than before: nothing is asked or said
        assert (await person.text("#phase"), await person.text("#time")) == ("Go on in", "3")
        await person.does("world.pass(3)")
        assert (await person.text("#name"), await person.text("#time")) == (name, time)
        await person.press("Pain", "2", "An ache", "No")
        assert await person.text("#ask h1") == "Go easier from here, with half the range and without the jumps."
        await person.press("Skip this step")
        assert await person.text("#name") != name or "right" in await person.text("#side")
        await person.press("Pain", "7", "Sharp", "Yes")
        assert await person.text("#ask h1") == "Stopping here may be the better choice: the pain is sharp."
        await person.press("Keep going anyway")
        assert await person.text("#ask h1") == "Does any of this apply?"
        await person.press("None of these")
        assert await person.text("#phase") == "Go on in"
        await person.press("Pain", "3", "Skip", "Skip", "End the session", "2", "7", "Yes")
        assert await person.text("#result") == "Ended early."
        assert "Your hip reacted to" in await person.text("#advice")
        saved = await person.saves(tmp_path)
        assert not person.wrong
    with Journal(tmp_path / "journal.sqlite3") as journal:
        import_lines(journal, saved.read_bytes().splitlines(keepends=True), saved.name)
        (session,) = journal.sessions()
        detail = journal.session(session.id)
        assert detail
        told = {(one.score, one.feel, one.limp) for one in detail.readings if one.moment is Moment.DURING}
        assert told == {(1, None, None), (2, Feel.ACHE, False), (3, None, None), (7, Feel.SHARP, True)}
        assert [one.reason for one in detail.intervals if one.outcome == "skipped"] == [PAIN]
