"""What goes wrong around a page is said in a line, and it plays on."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.async_api import Browser

from hiproutine.routine.library import Library
from hiproutine.share.writing import write_page
from tests.desk import Desk
from tests.share.browsing import NOTHING, Visit, visit

pytestmark = pytest.mark.asyncio(loop_scope="session")
NOTHING_KEPT = "This browser keeps nothing for this page, so save what you did before you close it."
NEWER = "What is kept here comes from a newer page. It is left as it is, and nothing is added."
LEFT_OUT = "Some of what was kept here cannot be read, and is left out."
NO_STORAGE = (
    "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } })"
)
FULL = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }"
SILENT = """
delete window.speechSynthesis; delete window.SpeechSynthesisUtterance; delete Navigator.prototype.vibrate;
delete Navigator.prototype.wakeLock; delete Navigator.prototype.mediaSession;
window.AudioContext = class { constructor() { throw new Error('not before a touch'); } };
"""
MANGLED = (
    "not JSON",
    "null",
    "[1]",
    json.dumps({"version": 1, "sessions": {}, "intervals": [], "readings": [], "flags": []}),
    json.dumps({
        "version": 1, "sessions": [1, None, {"id": 3}], "intervals": [None, {"session": 3, "seconds": "x"}],
        "readings": [{"moment": "before", "score": "9"}, {"moment": "before", "score": 99}, None],
        "flags": [None, {"flag": 3, "answer": "yes"}], "active": {"routine": "cool-down", "session": 3},
        "cues": {"tones": "maybe", "voice": None}, "notice": True,
    }),
)  # fmt: skip
"""What somebody may have put into the page's storage."""


@pytest.fixture(scope="module")
def page(library: Library, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page to be opened in many ways."""
    return write_page(library, library.open("cool-down")[0], tmp_path_factory.mktemp("page") / "page.html")


async def plays_to_the_end(person: Visit, folder: Path) -> None:
    """From the opening to what was done, and what is saved."""
    await person.press("Start")
    for _ in range(4):
        if await person.does("document.body.dataset.section") == "play":
            break
        asked = await person.text("#ask h1")
        answers = {"Before the first time": "I understand", "Does any of this apply?": "None of these"}
        await person.press(answers.get(asked, "Skip"))
    await person.does("world.play(4)")
    await person.press("Skip")
    assert await person.text("#result") == "Done."
    lines = [json.loads(line) for line in (await person.saves(folder)).read_text().splitlines()]
    assert [one["outcome"] for one in lines if one["kind"] == "session"] == ["finished"]
    assert not person.wrong


@pytest.mark.parametrize("broken", [NO_STORAGE, FULL], ids=["none", "full"])
async def test_without_storage_it_says_so_and_plays(broken: str, running: Browser, page: Path, tmp_path: Path) -> None:
    async with visit(running, before=broken) as person:
        await person.opens(page)
        assert await person.text("#trouble") == NOTHING_KEPT
        await plays_to_the_end(person, tmp_path)


async def test_what_a_newer_page_kept_stays(running: Browser, page: Path, tmp_path: Path) -> None:
    newer = json.dumps({"version": 99, "anything": "else"})
    async with visit(running, before=f"localStorage.hiproutine ??= {json.dumps(newer)}") as person:
        await person.opens(page)
        assert await person.text("#trouble") == NEWER
        await plays_to_the_end(person, tmp_path)
        assert await person.does("localStorage.hiproutine") == newer


@pytest.mark.parametrize("kept", MANGLED, ids=["text", "null", "list", "no-lists", "rows"])
async def test_what_was_mangled_does_not_hold_it_up(kept: str, running: Browser, page: Path, tmp_path: Path) -> None:
    async with visit(running, before=f"localStorage.hiproutine ??= {json.dumps(kept)}") as person:
        await person.opens(page)
        if kept.startswith("{"):
            assert await person.text("#trouble") == LEFT_OUT
        await plays_to_the_end(person, tmp_path)


async def test_what_another_page_keeps_meanwhile_stays(running: Browser, page: Path) -> None:
    async with visit(running, page) as person:
        await person.begin()
        first = json.loads(await person.does("localStorage.hiproutine"))["sessions"][0]["id"]
        await person.page.reload()
        await person.is_open()
        await person.press("Start", "Skip")
        kept = json.loads(await person.does("localStorage.hiproutine"))
        later = {"outcome": "ended_early", "updated_at": "2126-01-01T00:00:00+00:00", "answer": True}
        kept["sessions"] = [kept["sessions"][0] | later, {**kept["sessions"][0], "id": "other"} | later]
        kept["flags"] = [kept["flags"][0] | later]
        kept["intervals"] = [
            {"session": one, "number": 0, "plan_index": 0, "seconds": 3, "outcome": "done", "at": later["updated_at"]}
            for one in (first, "other")
        ]
        await person.does("kept => { localStorage.hiproutine = JSON.stringify(kept); }", kept)
        await person.does("world.play(4)")
        await person.press("Skip")
        found = json.loads(await person.does("localStorage.hiproutine"))
        mine = next(one["id"] for one in found["sessions"] if one["id"] not in {first, "other"})
        outcomes = {first: "ended_early", "other": "ended_early", mine: "finished"}
        assert {one["id"]: one["outcome"] for one in found["sessions"]} == outcomes
        assert [one["session"] for one in found["intervals"] if one["session"] != mine] == [first, "other"]
        assert [one["answer"] for one in found["flags"] if one["id"] == kept["flags"][0]["id"]] == [True]
        assert not person.wrong


async def test_where_the_oldest_sessions_give_way_the_newest_is_kept_whole(running: Browser, page: Path) -> None:
    async with visit(running, page) as person:
        await person.begin()
        await person.does(
            """() => {
                const kept = JSON.parse(localStorage.hiproutine);
                const old = { ...kept.sessions[0], outcome: "finished", ended_at: kept.sessions[0].started_at };
                const sessions = [...Array(100)].map((_, at) => ({ ...old, id: `old-${at}` }));
                localStorage.hiproutine = JSON.stringify({ ...kept, sessions, active: null, intervals: [] });
            }"""
        )
        await person.page.goto(NOTHING.as_uri())  # the page that is left adds its own
        await person.opens(page)
        await person.press("Start", "Skip")
        await person.does("world.play(4)")
        await person.press("Skip")
        assert "3 of 3 steps" in await person.text("#did")
        kept = json.loads(await person.does("localStorage.hiproutine"))
        assert len(kept["sessions"]) == 100
        assert len([one for one in kept["intervals"] if one["session"] == kept["sessions"][-1]["id"]]) > 3


async def test_where_nothing_can_be_heard_it_plays(running: Browser, page: Path, tmp_path: Path) -> None:
    async with visit(running, before=SILENT) as person:
        await person.opens(page)
        labels = "[...document.querySelectorAll('.cues label')].filter((one) => one.offsetParent)"
        assert await person.does(f"{labels}.map((one) => one.innerText)") == ["tones"]
        await plays_to_the_end(person, tmp_path)


async def fits(person: Visit) -> bool:
    """Whether nothing is wider than the screen, and the keys are on it."""
    return bool(
        await person.does(
            "document.documentElement.scrollWidth <= innerWidth"
            " && document.getElementById('more').getBoundingClientRect().bottom <= innerHeight"
            " && document.getElementById('time').getBoundingClientRect().right <= innerWidth"
            " && document.getElementById('play').scrollHeight <= innerHeight"
        )
    )


@pytest.mark.parametrize("size", [(320, 568), (568, 320), (1280, 720)])
async def test_long_names_and_long_times_fit(
    size: tuple[int, int], running: Browser, library: Library, tmp_path: Path, desk: Desk
) -> None:
    wide = "界" * 80
    hours = f'{{ name = "{wide}", time = "3h59m", cues = ["{wide}"], setup = "{wide}", sides = "each" }}'
    head = f'title = "{wide}"\ndefaults = {{ get_ready = 0, transition = 0 }}\n'
    path = desk.write(f"{head}steps = [{', '.join([hours] * 3)}]\n", "wide.toml")
    loaded = library.open(str(path))[0]
    assert loaded.plan.seconds > 23.8 * 3600
    async with visit(running, write_page(library, loaded, tmp_path / "page.html"), window=size) as person:
        assert await person.does("document.documentElement.scrollWidth <= innerWidth")
        await person.begin()
        await person.does("world.pass(12)")
        assert (await person.text("#time")).startswith("3:58:")
        assert await fits(person)
        await person.press("Pause")
        assert await fits(person)
        await person.press("Go on")
        await person.does("world.pass(4 * 3600)")
        assert await fits(person)
        assert not person.wrong


@pytest.mark.long
async def test_five_thousand_intervals_open_and_play(
    running: Browser, library: Library, tmp_path: Path, desk: Desk
) -> None:
    step = '{ name = "Step", hold = 5, sets = 20, set_rest = 5, transition = 0 }'
    blocks = f'[[blocks]]\ntitle = "B"\nrounds = 20\nsteps = [{", ".join([step] * 6)}]\n'
    loaded = library.open(str(desk.write(f'title = "T"\n{blocks}', "many.toml")))[0]
    assert len(loaded.plan.intervals) > 4_600
    async with visit(running, write_page(library, loaded, tmp_path / "page.html")) as person:
        await person.begin()
        await person.does("world.play(1, 300)")
        assert await person.does("document.body.dataset.section") == "play"
        assert not person.wrong
