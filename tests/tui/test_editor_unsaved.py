"""What is kept of a text that is not saved, files that cannot be written, and other names."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from hiproutine.authoring.unsaved import Unsaved
from hiproutine.paths import find_paths
from tests.tui.writing import SMALL, own, writing


def kept_of(path: Path) -> list[str]:
    return [one.text for one in Unsaved(find_paths(), path).found()]


async def test_what_is_written_is_kept_and_gone_once_saved() -> None:
    async with writing() as desk:
        await desk.press("#")
        desk.editor._document.keep()
        await desk.settle()
        assert kept_of(desk.path) == ["#" + SMALL]
        await desk.press("ctrl+s")
        assert kept_of(desk.path) == []
        await desk.press("#")
        desk.editor._document.keep()
        await desk.settle()
        await desk.press("ctrl+q", "d")
    assert kept_of(desk.path) == []


async def test_what_undoing_took_back_is_kept_no_longer() -> None:
    async with writing() as desk:
        await desk.press("#")
        desk.editor._document.keep()
        await desk.settle()
        await desk.press("ctrl+z")
        desk.editor._document.keep()
        await desk.settle()
        assert kept_of(desk.path) == []


async def test_texts_that_were_not_saved_are_offered_and_can_be_undone() -> None:
    path = own()
    for text in ("# older\n" + SMALL, "# newer\n" + SMALL):
        Unsaved(find_paths(), path).keep(text)
    for number, one in enumerate(sorted((find_paths().data / "unsaved").iterdir(), key=lambda p: p.read_text())):
        os.utime(one, (1_000_000_000 - number, 1_000_000_000 - number))  # “newer” sorts first
    async with writing(path) as desk:
        assert "Of small.toml there is text that was not saved." in desk.text()
        assert "10 lines" in desk.text()
        await desk.press("1")
        assert desk.code.written == "# newer\n" + SMALL
        assert "This is what was not saved." in desk.text()
        await desk.press("ctrl+z")
        assert desk.code.written == SMALL
        await desk.press("ctrl+y", "ctrl+s")
    assert path.read_text() == "# newer\n" + SMALL
    assert kept_of(path) == ["# older\n" + SMALL]
    async with writing(path) as desk:
        await desk.press("d")
        assert desk.code.written == "# newer\n" + SMALL
    assert kept_of(path) == []


async def test_a_file_that_cannot_be_written_is_said_before_the_first_key(monkeypatch: pytest.MonkeyPatch) -> None:
    path = own()
    real = os.access
    monkeypatch.setattr(os, "access", lambda file, mode: file != path and real(file, mode))
    async with writing(path) as desk:
        assert "small.toml is write-protected." in desk.text()
        await desk.press("#", "ctrl+s")
        assert "small.toml is write-protected. f12 saves under another name." in desk.text()
        await desk.press("f12", *"small", "enter")
        assert "is there already" in desk.text()
        await desk.press("backspace", *"est", "enter")
        assert "Saved as" in desk.text()
        assert desk.editor.draft.path.name == "smalest.toml"
        assert not desk.editor.changed
        await desk.press("#", "ctrl+s", "f12", "escape")
        assert desk.code.has_focus
    assert path.read_text() == SMALL
    assert path.with_name("smalest.toml").read_text() == "##" + SMALL


async def test_a_name_that_no_file_can_have_is_asked_for_again() -> None:
    async with writing(size=(160, 40)) as desk:
        await desk.press("f12", *"Big", "space", *"One", "enter")
        assert "such as big-one" in desk.text()
        assert not desk.code.has_focus
