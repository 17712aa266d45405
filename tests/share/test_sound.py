"""A page with the sound inside: what it carries, and that the sound is its clock, in a real browser at real speed."""

from __future__ import annotations

import asyncio
import re
from base64 import b64decode
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Browser

from hiproutine.audio.formats import FORMATS
from hiproutine.audio.recording import record
from hiproutine.dialogue.during import DOWN
from hiproutine.plan.model import Kind, Plan
from hiproutine.routine.library import Library
from hiproutine.routine.loaded import Loaded
from hiproutine.share.page import Pages
from hiproutine.share.sound import Carried, without_waits
from tests.audio.rig import SECONDS, SHORT
from tests.cli.running import hiproutine
from tests.desk import Desk
from tests.share.browsing import Visit

AUDIO = "window.made = []; window.Audio = class extends Audio { constructor(from) { super(from); made.push(this); } };"
"""What the page plays is not among its elements."""
PLACE = "[made[0].currentTime, made[0].paused]"


@pytest.fixture
def loaded(desk: Desk) -> Loaded:
    """The short routine."""
    return desk.load(SHORT)


def sounding(loaded: Loaded, folder: Path, cool_down: Plan | None = None) -> str:
    """Its page, with tones."""
    path = folder / "sound.mp3"
    record(
        loaded, path, FORMATS["mp3"], voice=None, pace=1, volume=80, cache=folder, figure=lambda _: None, force=True
    )  # fmt: skip
    pages = Pages(lambda _: None, {}, cool_down=cool_down)
    return pages.page(loaded, sound=Carried("mp3", path.read_bytes()))


def test_nothing_waits_where_the_sound_goes_on(loaded: Loaded) -> None:
    plan = without_waits(loaded.plan)
    assert plan.seconds == SECONDS
    assert not any(one.waits for one in plan.intervals)
    (check,) = [one for one in plan.intervals if one.name.startswith("Check")]
    assert (check.kind, check.name, check.seconds) == (Kind.REST, "Check: Shoes tied?", 10)


def test_the_command_puts_the_sound_inside(loaded: Loaded, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "short.toml").write_text(SHORT)
    ran = hiproutine("share", "short.toml", "--sound", PATH="")
    assert (ran.status, ran.out) == (0, "short.html\n")
    assert ran.err.startswith("Tones alone, for there is no voice on this machine")
    page = (tmp_path / "short.html").read_text()
    (kind, data) = re.findall(r'<script type="text/plain" id="sound" data-kind="([^"]+)">([^<]+)</script>', page)[0]
    assert kind == "audio/mpeg"
    assert b64decode(data)[:3] == b"ID3"
    assert "media-src blob:;" in page
    silent = Pages(lambda _: None, {}).page(loaded)
    assert "media-src" not in silent
    assert "createObjectURL(new Blob([bytes]" not in silent
    refused = hiproutine("share", "--folder", "all", "--sound")
    assert "--sound is for one routine that is played." in refused.err


async def until(person: Visit, code: str, holds: Callable[[Any], bool]) -> Any:
    """What an expression gives once something holds of it; a busy machine has ten seconds."""
    for _ in range(200):
        found = await person.does(code)
        if holds(found):
            return found
        await asyncio.sleep(0.05)
    raise AssertionError(found)


@pytest.mark.asyncio(loop_scope="session")
async def test_the_sound_is_the_clock_and_follows_every_button(
    running: Browser, loaded: Loaded, library: Library, tmp_path: Path
) -> None:
    path = tmp_path / "page.html"
    follows = library.open("cool-down")[0].plan
    path.write_text(sounding(loaded, tmp_path, follows))
    context = await running.new_context()
    await context.add_init_script(AUDIO)
    person = Visit(await context.new_page())
    try:
        await person.opens(path)
        assert await person.text("#open .cues") == "You hear and feel\nvoice and tones\nvibration\nthe screen stays lit"
        await person.begin("0", "0", "None of these")
        assert not await person.does("[...document.querySelectorAll('#less, #more')].some((one) => one.offsetParent)")
        at, paused = await until(person, PLACE, lambda found: found[0] > 0.5)
        assert not paused
        assert at < 6
        await person.does("made[0].currentTime = 5.5")  # the sound has gone on, and no script has run
        await until(person, "document.querySelector('#phase').innerText", lambda found: found == "Hold")
        await person.press("Pause")
        stood = await person.does(PLACE)
        await asyncio.sleep(0.3)
        assert await person.does(PLACE) == stood
        assert stood[1]
        await person.press("Next")
        await person.press("Go on")
        at, paused = await person.does(PLACE)
        assert not paused
        assert 26 <= at < 28
        await person.does("made[0].pause()")  # a call comes in
        await until(person, "document.querySelector('#main').innerText", lambda found: found == "Go on")
        await person.press("Pain", "2", "An ache", "No", DOWN)  # goes on by the page's own clock, without the sound
        name = follows.intervals[0].name
        assert (await person.text("#name"), (await person.does(PLACE))[1]) == (name, True)
        await until(person, "document.querySelector('#time').innerText", lambda found: int(found) < 10)
        assert await person.does("made[0].paused")
        await person.press("End", "End here", "Skip", "Once more", "Skip")
        await until(person, PLACE, lambda found: 0.3 < found[0] < 5 and not found[1])  # and the routine with it again
        await person.does("made[0].currentTime = 110.7")
        await until(person, "document.body.dataset.section", lambda found: found == "ask")
        assert not (await person.does(PLACE))[1]  # the end sounds out
        assert person.wrong == []
        assert [url for url in person.asked_for if not url.startswith(("file:", "blob:"))] == []
    finally:
        await context.close()


def test_every_format_that_is_carried_can_be_written(library: Library) -> None:
    from hiproutine.share.sound import KINDS

    assert set(KINDS) <= set(FORMATS)
    assert library.entries()
