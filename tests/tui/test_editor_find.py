"""Finding words in a text, and writing others in their place."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from textual.events import Key

from hiproutine.authoring.searching import matches, replaced
from hiproutine.tui.editor.find_bar import FindBar
from hiproutine.tui.editor.screen import EditorScreen
from tests.tui.writing import SMALL, writing


@given(st.text("aAb.\n", max_size=20), st.text("aAb.", min_size=1, max_size=2), st.text("xa\\1", max_size=3))
def test_every_place_is_found_and_written_over(text: str, wanted: str, other: str) -> None:
    folded = wanted == wanted.lower()
    for start, end in matches(text, wanted):
        here = text[start:end]
        assert here == wanted or (folded and here.lower() == wanted)
    done = replaced(text, wanted, other)
    assert len(done) == len(text) + len(matches(text, wanted)) * (len(other) - len(wanted))
    assert matches(text, "") == []
    assert replaced(text, "", other) == text


async def test_what_is_found_is_selected_and_enter_goes_on_around_the_end() -> None:
    async with writing() as desk:
        await desk.press("ctrl+f", *"hold")
        assert desk.code.selected_text == "hold"
        assert desk.code.selection.start[0] == 4
        assert "1 of 2" in desk.text()
        assert "enter next" in desk.text()
        await desk.press("enter")
        assert desk.code.selection.start[0] == 8
        await desk.press("down")
        assert desk.code.selection.start[0] == 4
        await desk.press("up")
        assert desk.code.selection.start[0] == 8
        await desk.press("escape")
        assert desk.code.has_focus
        assert desk.code.selected_text == "hold"
        assert not desk.editor.query_one(FindBar).display
        await desk.press("ctrl+g")
        assert desk.code.selection.start[0] == 4
        assert isinstance(desk.app.screen, EditorScreen)


async def test_one_is_written_over_or_all_and_all_is_undone_at_once() -> None:
    async with writing(size=(60, 20)) as desk:
        await desk.press("ctrl+f", *"hold", "tab", *"time", "enter")
        assert desk.code.written == SMALL.replace("hold", "time", 1)
        assert desk.code.selected_text == "hold"
        await desk.press("ctrl+r")
        assert desk.code.written == SMALL.replace("hold", "time")
        assert "1 place written over. ctrl+z takes it back." in desk.text()
        await desk.press("escape", "ctrl+z", "ctrl+z")
        assert desk.code.written == SMALL
        await desk.press("ctrl+home", "ctrl+f", *"nowhere", "ctrl+r")
        assert "It is not there." in desk.text()
        assert desk.code.written == SMALL


async def test_what_is_selected_is_looked_for() -> None:
    async with writing() as desk:
        await desk.go(5)
        await desk.press(*["shift+right"] * 4, "ctrl+f")
        assert "1 of 2" in desk.text()


async def test_letters_do_not_overtake_the_key_that_opens_the_line() -> None:
    async with writing() as desk:
        for key in ("ctrl+f", "h", "o", "l", "d"):
            desk.app.post_message(Key(key, key if len(key) == 1 else None))
        await desk.pilot.pause()
        await desk.settle()
        assert desk.code.written == SMALL
        assert desk.code.selected_text == "hold"
