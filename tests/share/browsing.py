"""A real browser without a window: Debian's Chromium, or the one that `HIPROUTINE_BROWSER` names."""

from __future__ import annotations

import os
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Browser, Page, async_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--autoplay-policy=no-user-gesture-required"]
WORLD = Path(__file__).with_name("world.js")
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
        """Errors, and what the policy refused."""
        page.on("request", lambda request: self.asked_for.append(request.url))
        page.on("pageerror", lambda error: self.wrong.append(str(error)))
        page.on("console", lambda line: self.wrong.append(line.text) if line.type in {"error", "warning"} else None)

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

    async def begin(self, *answers: str) -> None:
        """From the opening to the first second."""
        await self.press("Start", "I understand", *(answers or ("Skip", "None of these")))
        assert await self.does("document.body.dataset.section") == "play", await self.text("main")


@asynccontextmanager
async def visit(
    running: Browser, path: Path | None = None, *, before: str = "", **options: Any
) -> AsyncIterator[Visit]:
    """A page in a window of its own that remembers nothing; time stands until `world.pass`.

    `before` runs before the page does.
    """
    context = await running.new_context(**{"reduced_motion": "reduce", **options})
    try:
        await context.add_init_script(path=WORLD)
        if before:
            await context.add_init_script(before)
        found = Visit(await context.new_page(), runs=options.get("java_script_enabled", True))
        if path:
            await found.opens(path)
        yield found
    finally:
        await context.close()
