"""The page by its keys alone: everything is reached by Tab, what has the focus is seen, and Space presses it."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.async_api import Browser

from hiproutine.routine.library import Library
from hiproutine.share.writing import write_page
from tests.share.browsing import Visit, visit

pytestmark = pytest.mark.asyncio(loop_scope="session")
FOCUSED = """() => {
  const one = document.activeElement, { top, bottom } = one.getBoundingClientRect();
  const words = (one.closest("label") || one).textContent;
  if (one === document.body) return "";
  const seen = getComputedStyle(one).outlineStyle !== "none" && top >= -1 && bottom <= innerHeight + 1;
  return seen ? words : `unseen: ${words}`;
}"""


async def _to(person: Visit, name: str, key: str = "Tab") -> list[str]:
    """What has the focus on the way there."""
    passed: list[str] = []
    for _ in range(40):
        await person.page.keyboard.press(key)
        passed.append(await person.does(FOCUSED))
        if passed[-1].startswith(name):
            assert not [one for one in passed if one.startswith("unseen")], passed
            return passed
    raise AssertionError(f"{name} is not among {passed}")


async def test_everything_is_reached_seen_and_pressed_by_keys(
    running: Browser, library: Library, tmp_path: Path
) -> None:
    path = write_page(library, library.open("post-run-hip-stretch")[0], tmp_path / "page.html")
    async with visit(running, path, window=(390, 844)) as person:
        keys = person.page.keyboard
        assert await _to(person, "Start") == ["Start"]
        assert await _to(person, "the screen stays lit") == [
            "Print the sheet", "tones", "a voice", "vibration", "the screen stays lit"
        ]  # fmt: skip
        await _to(person, "Start", "Shift+Tab")
        await keys.press("Enter")
        await _to(person, "I understand")
        await keys.press("Space")
        assert await person.text("#ask h1") == "How is the hip right now?"
        assert len(await _to(person, "Skip")) == 12
        await keys.press("2")
        await keys.press("Escape")
        await _to(person, "No")
        await keys.press("Enter")
        (first, *_) = await _to(person, "New numbness")
        assert first.startswith("I cannot put weight")
        await keys.press("Space")
        await keys.press("Space")
        await _to(person, "None of these")
        await keys.press("Enter")
        await person.does("world.pass(12)")
        assert await person.text("#side") == "◀ left side"
        assert await _to(person, "+10 s") == ["Next", "−10 s", "Again", "How", "Pain", "End", "+10 s"]
        await _to(person, "How", "Shift+Tab")
        await keys.press("Space")
        assert await person.does("document.getElementById('how-dialog').open")
        await keys.press("Escape")
        assert await person.does("document.activeElement.id") == "how"
        await keys.press("Escape")
        assert await person.does("document.getElementById('leave-dialog').open")
        await keys.press("Escape")
        assert await person.text("#phase") == "Paused"
        await keys.press("ArrowRight")
        assert await person.text("#side") == "right side ▶"
        box = await person.does("document.getElementById('forward').getBoundingClientRect().toJSON()")
        await person.page.mouse.click(box["x"] + 9, box["y"] + 9)
        where = await person.text("#where")
        await keys.press("Space")  # what was clicked is not pressed again
        assert (await person.text("#where")).split(" · ")[0] == where.split(" · ")[0]
        await keys.press("Escape")
        await _to(person, "End here")
        await keys.press("Enter")
        await keys.press("3")
        await keys.press("4")
        await _to(person, "No")
        await keys.press("Enter")
        assert await person.does(FOCUSED) == "Save what I did"
        assert not person.wrong
