"""A real browser without a window: Debian's Chromium, or the one that `HIPROUTINE_BROWSER` names."""

from __future__ import annotations

import os
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal
from weakref import WeakKeyDictionary

import pytest
from playwright.async_api import Browser, CDPSession, ConsoleMessage, Dialog, Error, Page, Request, async_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--autoplay-policy=no-user-gesture-required"]
WORLD = Path(__file__).with_name("world.js")
NOTHING = Path(__file__).with_name("nothing.html")
"""A page without anything, of the same origin as all others."""
WINDOW = (1280, 720)
AT_ONCE = 2
"""Pages that play beside one another."""


def missing(what: str) -> None:
    """Skips and says why; where everything has to be there, as in CI, that is a failure."""
    if os.environ.get("HIPROUTINE_TESTS") == "all":
        pytest.fail(what)
    pytest.skip(what)


def chromium() -> str:
    """Where the browser is."""
    found = os.environ.get("HIPROUTINE_BROWSER") or next(filter(None, map(shutil.which, NAMES)), "")
    if not found:
        missing(f"no browser: none of {', '.join(NAMES)} is on the path")
    return found


@asynccontextmanager
async def browser() -> AsyncIterator[Browser]:
    """One that runs until the end."""
    path = chromium()
    async with async_playwright() as playwright:
        running = await playwright.chromium.launch(executable_path=path, args=FLAGS)
        try:
            yield running
        finally:
            await running.close()


class Visit:
    """Somebody who has opened a page."""

    def __init__(self, page: Page, *, runs: bool = True) -> None:
        """`runs` its scripts."""
        self.page = page
        self.runs = runs
        self.asked_for: list[str] = []
        """What the page requested."""
        self.wrong: list[str] = []
        """Errors, what the policy refused, and dialogs."""
        page.on("request", self._request)
        page.on("pageerror", self._error)
        page.on("console", self._line)
        page.on("dialog", self._dialog)

    def leaves(self) -> None:
        """Hears nothing of the page any more."""
        self.page.remove_listener("request", self._request)
        self.page.remove_listener("pageerror", self._error)
        self.page.remove_listener("console", self._line)
        self.page.remove_listener("dialog", self._dialog)

    def _request(self, request: Request) -> None:
        self.asked_for.append(request.url)

    def _error(self, error: Error) -> None:
        self.wrong.append(str(error))

    def _line(self, line: ConsoleMessage) -> None:
        if line.type in {"error", "warning"}:
            self.wrong.append(line.text)

    async def _dialog(self, dialog: Dialog) -> None:
        self.wrong.append(dialog.message)
        await dialog.dismiss()

    async def opens(self, path: Path) -> None:
        """Goes to a page."""
        self.asked_for.clear()
        await self.page.goto(path.as_uri())
        await self.is_open()

    async def is_open(self) -> None:
        """Until the page can be used."""
        if self.runs:
            await self.page.wait_for_selector("#start:enabled", state="attached")

    async def does(self, code: str, given: Any = None) -> Any:
        """What an expression of JavaScript gives."""
        return await self.page.evaluate(code, given)

    async def press(self, *names: str) -> None:
        """Buttons by what they say, without waiting for anything: nothing in the page moves meanwhile."""
        for name in names:
            found = await self.does(
                """name => {
                    const shown = [...document.querySelectorAll("button")].filter((one) => one.offsetParent);
                    const button = shown.find((one) => (one.querySelector("b") || one).textContent === name);
                    if (button) button.click();
                    return button ? "" : shown.map((one) => one.textContent).join(" | ");
                }""",
                name,
            )
            assert not found, f"no {name!r} among {found}"

    async def tick(self, words: str) -> None:
        """A box by its words, on or off."""
        await self.page.locator("label", has_text=words).locator("input").dispatch_event("click")

    async def text(self, place: str) -> str:
        """What stands in an element."""
        return str(await self.does("place => document.querySelector(place).innerText", place))

    async def saves(self, folder: Path) -> Path:
        """The file that the page's last button gives."""
        async with self.page.expect_download() as download:
            await self.press("Save what I did")
        saved = folder / (await download.value).suggested_filename
        await (await download.value).save_as(saved)
        return saved

    async def begin(self, *answers: str) -> None:
        """From the opening to the first second."""
        await self.press("Start", "I understand", *(answers or ("Skip", "None of these")))
        assert await self.does("document.body.dataset.section") == "play", await self.text("main")


@dataclass(frozen=True)
class Tab:
    """A tab that was opened once: a process of its own each time would take longer than most tests."""

    page: Page
    tools: CDPSession
    """What alone can take back a script that runs before the page."""

    @classmethod
    async def opened(cls, running: Browser, **options: Any) -> Tab:
        """A new one, in a context of its own; time stands in it until `world.pass`."""
        context = await running.new_context(reduced_motion="reduce", **options)
        await context.add_init_script(path=WORLD)
        page = await context.new_page()
        tools = await context.new_cdp_session(page)
        await tools.send("Page.enable")
        return cls(page, tools)

    async def forgets(self) -> None:
        """Is as it was when it was opened: nothing runs there, and nothing is kept."""
        await self.page.goto(NOTHING.as_uri())
        await self.page.evaluate("localStorage.clear()")


_free: WeakKeyDictionary[Browser, list[Tab]] = WeakKeyDictionary()
"""Those that nobody uses."""


@asynccontextmanager
async def visit(
    running: Browser,
    path: Path | None = None,
    *,
    before: str = "",
    window: tuple[int, int] = WINDOW,
    colours: Literal["dark", "light"] = "light",
) -> AsyncIterator[Visit]:
    """A page in a tab that remembers nothing; time stands until `world.pass`.

    `before` runs before the page does.
    """
    free = _free.setdefault(running, [])
    tab = free.pop() if free else await Tab.opened(running)
    page = tab.page
    found = Visit(page)
    try:
        await page.set_viewport_size({"width": window[0], "height": window[1]})
        await page.emulate_media(color_scheme=colours)
        added = before and await tab.tools.send("Page.addScriptToEvaluateOnNewDocument", {"source": before})
        if path:
            await found.opens(path)
        yield found
        found.leaves()
        if added:
            await tab.tools.send("Page.removeScriptToEvaluateOnNewDocument", added)
        await tab.forgets()
    except BaseException:  # nobody knows what state it is in
        await page.context.close()
        raise
    free.append(tab)


@asynccontextmanager
async def visit_without_scripts(running: Browser, path: Path) -> AsyncIterator[Visit]:
    """A page where scripts are switched off, in a tab that is used for nothing else."""
    tab = await Tab.opened(running, java_script_enabled=False)
    try:
        found = Visit(tab.page, runs=False)
        await found.opens(path)
        yield found
    finally:
        await tab.page.context.close()
