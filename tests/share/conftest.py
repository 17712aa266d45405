"""One browser for all tests of a worker, and the routines that come with the program."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import Browser

from hiproutine.paths import find_paths
from hiproutine.routine.library import Library
from tests.share.browsing import browser


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def running() -> AsyncIterator[Browser]:
    """The browser."""
    async with browser() as found:
        yield found


@pytest.fixture(scope="session")
def library() -> Library:
    """Every routine that comes with the program."""
    return Library(find_paths())
