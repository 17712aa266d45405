"""The page as it looks, in each of its states and on four screens: nothing leaves it or is too small for a thumb, one
thing is the largest, and axe finds nothing."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Literal, NamedTuple

import axe_playwright_python
import pytest
from playwright.async_api import Browser

from hiproutine.routine.library import Library
from hiproutine.share.writing import write_folder, write_page
from tests.desk import Desk
from tests.share.browsing import Visit, visit, visit_without_scripts

pytestmark = pytest.mark.asyncio(loop_scope="session")
AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js")
WIDE = "界" * 80
LOOK = """() => {
  const found = [], page = document.documentElement, play = document.body.dataset.section === "play";
  if (page.scrollWidth > innerWidth) found.push(`scrolls sideways to ${page.scrollWidth}`);
  if (play && page.scrollHeight > innerHeight) found.push(`scrolls to ${page.scrollHeight}`);
  const dialog = document.querySelector("dialog[open]");
  const seen = [...(dialog || document.querySelector("main")).querySelectorAll("*")].filter((one) => one.offsetParent);
  for (const one of seen) {
    const { left, right, width, height } = one.getBoundingClientRect();
    const named = `${one.tagName} ${one.id} ${one.textContent.slice(0, 20)}`;
    if (left < -1 || right > innerWidth + 1) found.push(`${named} leaves the screen`);
    if (one.tagName !== "BUTTON") continue;
    if (width < 43 || height < 43) found.push(`${named} is ${width} by ${height}`);
    if (one.scrollWidth > one.clientWidth + 1) found.push(`${named} has no room for its words`);
  }
  if (!play || dialog) return found;
  const size = (id) => parseFloat(getComputedStyle(document.querySelector(id)).fontSize);
  const large = document.querySelector(".asks") ? "#play h1" : "#time";
  const others = seen.filter((one) => one.closest("#play") && one.textContent && !one.closest(`${large}, .count`));
  for (const one of others.filter((each) => !each.querySelector(large))) {
    if (parseFloat(getComputedStyle(one).fontSize) >= size(large)) found.push(`${one.id || one.tagName} is as large`);
  }
  if (innerHeight >= 1000 && size(large) < 90) found.push(`${large} is only ${size(large)} on a television`);
  const { bottom } = document.querySelector("#main").getBoundingClientRect();
  if (bottom < innerHeight * 0.8) found.push("the buttons are high up");
  return found;
}"""


def gym(name: str, setup: str) -> str:
    """A routine of everything that can be seen, all of it called so."""
    reps = "18-200" if len(name) > 40 else "8-12"
    return f"""title = "{name}"
summary = "{setup}"
load = "moderate"
equipment = ["{setup}"]
[[blocks]]
title = "{name}"
rounds = 2
steps = [
  {{ exercise = "clamshell", name = "{name}", setup = "{setup}", cues = ["{setup}"], hold = 10, sets = 3, set_rest = 20,
     weight = "12.5 kg", band = "green", effort = 7 }},
  {{ rest = 20 }},
  {{ name = "{name}", reps = "{reps}", setup = "{setup}", weight = "140 kg" }},
  {{ name = "{name}", distance = "21.1km" }},
  {{ exercise = "hip-bridge", reps = 12, tempo = "3-1-2" }},
  {{ confirm = "{setup}" }},
]
"""


async def _until(person: Visit, what: str) -> None:
    """Plays on until something is so in the page."""
    main = 'document.getElementById("main")'
    pressing = f'if ({main}.textContent === "Done") {main}.click(); else world.pass(0.5);'
    assert await person.does(
        f"() => {{ for (let at = 0; at < 400; at += 1) {{ if ({what}) return true; {pressing} }} }}"
    ), what


async def walk(person: Visit) -> AsyncIterator[str]:
    """Goes through the states of a page, and names each."""
    yield "opening"
    for pressed, state in (("Start", "notice"), ("I understand", "pain"), ("4", "worst"), ("4", "reliever"),
                           ("No", "signs"), ("None of these", "easier")):  # fmt: skip
        await person.press(pressed)
        yield state
    (easier,) = [one for one in (await person.text("#ask .ways")).split("\n") if one.startswith("Make it easier")]
    await person.press(easier)
    yield "get ready"
    phase, time = (f'document.getElementById("{name}")' for name in ("play", "time"))
    for kind, digits in (
        ("work", "."),
        ("switch", "."),
        ("rest", "."),
        ("work", "–"),
        ("work", "km"),
        ("work", "^[0-9]+$"),
    ):
        await _until(person, f'{phase}.dataset.phase === "{kind}" && /{digits}/.test({time}.textContent)')
        yield f"{kind} {digits}"
    for pressed, state in (("How", "how"), ("Close", "paused"), ("End", "leaving"), ("Stay", "paused again"),
                           ("Go on", "count-in")):  # fmt: skip
        await person.press(pressed)
        yield state
    await _until(person, f'{phase}.dataset.phase === "confirm"')
    yield "confirm"
    await person.page.reload()
    await person.is_open()
    yield "resume"
    await person.press(await person.text("#resume"))
    for pressed, state in (("Pain", "pain now"), ("8", "feel"), ("Sharp", "limp now"), ("Yes", "stop"),
                           ("End the session", "after"), ("5", "worst of it"), ("9", "limp"), ("No", "effort"),
                           ("7", "done")):  # fmt: skip
        await person.press(pressed)
        yield state
    assert await person.does("document.body.dataset.section") == "done"


class Screen(NamedTuple):
    """Where the page is looked at, and what its steps are called there."""

    size: tuple[int, int]
    colours: Literal["light", "dark"]
    name: str
    setup: str


LYING = "Lie on the other side with both legs straight, the named leg on top."
SCREENS = [
    Screen((320, 568), "light", WIDE, WIDE),
    Screen((390, 844), "dark", "Side-lying leg raise", LYING),
    Screen((1280, 720), "light", "W" * 80, "m" * 80),
    Screen((1920, 1080), "dark", "Clamshell", "Lie down."),
]


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: str(screen.size[0]))
async def test_every_state_fits_each_screen(screen: Screen, running: Browser, library: Library, tmp_path: Path) -> None:
    desk = Desk(tmp_path / "desk")
    loaded = library.open(str(desk.write(gym(screen.name, screen.setup), "gym.toml")))[0]
    found: list[str] = []
    path = write_page(library, loaded, tmp_path / "page.html")
    async with visit(running, path, window=screen.size, colours=screen.colours) as person:
        async for state in walk(person):
            found += [f"{state}: {one}" for one in await person.does(LOOK)]
            if screen.size[0] in {390, 1280}:
                if await person.does("typeof axe") == "undefined":
                    await person.does(AXE.read_text("utf-8"))
                told = await person.does("world.really(() => axe.run({ resultTypes: ['violations'] }))")
                found += [f"{state}: {one['id']}: {one['nodes'][0]['html']}" for one in told["violations"]]
        assert not person.wrong
    assert found == []


async def test_the_sheet_fits_a_phone_without_scripts(running: Browser, library: Library, tmp_path: Path) -> None:
    path = write_page(library, library.open("warm-up-five-step")[0], tmp_path / "page.html")
    async with visit_without_scripts(running, path) as person:
        await person.page.set_viewport_size({"width": 320, "height": 568})
        sheet = await person.page.locator(".sheet").bounding_box()
        wide = [await one.bounding_box() for one in await person.page.locator(".sheet li > *").all()]
        assert sheet
        assert max(box["x"] + box["width"] for box in wide if box) <= 320


async def test_the_list_of_routines_has_margins_and_links_for_thumbs(
    running: Browser, library: Library, tmp_path: Path
) -> None:
    path = write_folder(library, tmp_path / "all")[0]
    async with visit(running) as person:
        for width in (320, 1920):
            await person.page.set_viewport_size({"width": width, "height": 568})
            await person.page.goto(path.as_uri())
            assert await person.does("document.documentElement.scrollWidth") == width
            heading = await person.page.locator("h1").bounding_box()
            links = [await one.bounding_box() for one in await person.page.locator("li").all()]
            assert heading
            assert heading["x"] >= 16
            assert min(box["height"] for box in links if box) >= 44
        assert "none load" not in await person.text("main")
