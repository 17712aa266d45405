"""The program in a browser through the real textual-serve: its screens are drawn there, and keys reach it."""

from __future__ import annotations

import asyncio
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from playwright.async_api import Browser, Page, WebSocket

from tests.benchmarks.homes import settled

pytestmark = pytest.mark.asyncio(loop_scope="session")
PATIENCE = 20
"""Seconds in which something has to be seen."""
SERVE = "from textual_serve.server import Server; Server({command!r}, host='127.0.0.1', port={port}).serve()"
HERE = Path(__file__).parents[2]


@asynccontextmanager
async def server(home: Path) -> AsyncIterator[str]:
    """The program behind textual-serve; gives its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    code = SERVE.format(command=f"{sys.executable} -m hiproutine", port=port)
    quiet = asyncio.subprocess.DEVNULL
    process = await asyncio.create_subprocess_exec(sys.executable, "-c", code, cwd=HERE, stdout=quiet, stderr=quiet)
    try:
        for _ in range(PATIENCE * 20):
            with socket.socket() as knock:
                if knock.connect_ex(("127.0.0.1", port)) == 0:
                    break
            await asyncio.sleep(0.05)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        await process.wait()


class Seen:
    """What the program has sent to a browser's terminal."""

    def __init__(self, page: Page) -> None:
        self.text = ""
        page.on("websocket", self._listen)

    def _listen(self, connection: WebSocket) -> None:
        connection.on("framereceived", self._take)

    def _take(self, frame: str | bytes) -> None:
        self.text += frame.decode(errors="replace") if isinstance(frame, bytes) else frame

    async def waits_for(self, text: str) -> None:
        """Until it is there."""
        for _ in range(PATIENCE * 20):
            if text in self.text:
                return
            await asyncio.sleep(0.05)
        pytest.fail(f"{text!r} was not seen in {self.text[-2000:]!r}")


@pytest.mark.long
async def test_the_library_opens_and_a_routine_plays(running: Browser, home: Path) -> None:
    settled(home / "hiproutine", asked=False)
    async with server(home) as address:
        page = await running.new_page(viewport={"width": 1280, "height": 720})
        await page.route("**/*", lambda route: route.continue_() if address in route.request.url else route.abort())
        seen = Seen(page)
        await page.goto(address)
        await seen.waits_for("Cool-down")
        await page.locator(".xterm-helper-textarea").focus()
        await page.keyboard.type("cool-down")
        await page.keyboard.press("Enter")
        await seen.waits_for("Get ready")
        await page.keyboard.press("q")
        await seen.waits_for("Leave the routine here?")
        await page.close()
