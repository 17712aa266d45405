"""Writing a routine in the editor."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from textual.events import Paste

from hiproutine.paths import bundled, find_paths
from hiproutine.routine.checking import Source, check_file
from hiproutine.routine.snippets import message_of
from hiproutine.tui.editor.rehearse import SPEED
from hiproutine.tui.editor.run import catalogue_of
from hiproutine.tui.editor.screen import EditorScreen
from hiproutine.tui.player.screen import PlayerScreen
from tests.tui.writing import SMALL, own, writing


async def test_the_plan_stands_beside_the_text_and_the_step_under_the_cursor_is_lit() -> None:
    async with writing() as desk:
        assert "2 steps · 1:45 · done at 18:41" in desk.text()
        assert "▸" not in desk.text()
        await desk.go(5)
        assert desk.text().count("▸") == 2  # left and right
        await desk.go(8)
        assert "▸ Sit" in desk.text()


WEEKLY = """title = "Small"
[[weeks]]
hold = 20
[[weeks]]
hold = 30
[[weeks]]
hold = 45
[[steps]]
name = "Sit"
hold = "$hold"
"""


async def test_the_plan_is_that_of_the_week_under_the_cursor_or_of_the_one_that_was_turned_to() -> None:
    async with writing(own(WEEKLY)) as desk:
        assert "Small, week 1 of 3" in desk.text()
        await desk.go(5)
        assert "Small, week 2 of 3" in desk.text()
        assert "30 s" in desk.text()
        await desk.go(9)
        assert "Small, week 2 of 3" in desk.text()
        await desk.press("ctrl+t", "ctrl+t")
        assert "Small, week 1 of 3" in desk.text()
        await desk.press("ctrl+t")
        await desk.write(WEEKLY.replace("30", "35"))
        assert "Small, week 2 of 3" in desk.text()
        assert "35 s" in desk.text()
        await desk.write(SMALL)
        await desk.press("ctrl+t")
        assert "It is the same every week." in desk.text()


async def test_problems_stand_there_in_the_words_of_check() -> None:
    path = own(SMALL.replace("30s", "30 secs").replace("hip-flexor-stretch", "hip-flexer-stretch"))
    wanted = check_file(Source(path, exercise=False), catalogue_of(find_paths())).problems
    async with writing(path, (120, 40)) as desk:
        assert len(wanted) == 2
        for problem in wanted:
            assert f"{problem.line}  {message_of(problem)}" in desk.text()
            assert problem.help in desk.text()
        assert "No plan yet" in desk.text()
        await desk.press("f8")
        assert desk.code.cursor_location == (wanted[0].line - 1, wanted[0].column - 1)
        await desk.press("f2")
        assert desk.code.cursor_location == (wanted[1].line - 1, wanted[1].column - 1)
        await desk.press("f8")
        assert desk.code.cursor_location == (wanted[0].line - 1, wanted[0].column - 1)


async def test_the_last_good_plan_stays_until_the_mistake_is_mended() -> None:
    async with writing() as desk:
        await desk.write(SMALL.replace('"20s"', "20 s"))
        assert "As it was before the mistake" in desk.text()
        assert "Sit" in desk.text()
        await desk.write(SMALL.replace("20s", "40s"))
        assert "2 steps · 2:05" in desk.text()


async def test_a_list_offers_keys_and_then_values_and_tab_takes_them() -> None:
    async with writing() as desk:
        await desk.go(6)
        await desk.press(*"sid")
        assert desk.editor.choices.offered
        assert "▸ sides" in desk.text()
        await desk.press("tab")
        assert desk.code.document.get_line(5) == "sides = "
        await desk.press("down", "up", "down", "enter")
        assert desk.code.document.get_line(5) == 'sides = "each"'
        assert desk.editor.choices.offered is None
        await desk.press("enter")
        assert desk.code.document.line_count == SMALL.count("\n") + 2


async def test_an_exercise_is_found_by_its_name_and_escape_closes_the_list() -> None:
    async with writing() as desk:
        await desk.go(4, 11)
        await desk.press("shift+end", *'"pigeon')
        assert '"pigeon' in desk.text()
        assert "Pigeon pose" in desk.text()
        await desk.press("escape")
        assert desk.editor.choices.offered is None
        await desk.press("ctrl+space", "tab")
        assert desk.code.document.get_line(3) == 'exercise = "pigeon-pose"'


async def test_saving_says_what_it_did_and_keeps_every_other_byte() -> None:
    content = b"\xef\xbb\xbf" + SMALL.replace("\n", "\r\n").encode()
    async with writing(own(content)) as desk:
        await desk.go(9, 8)
        await desk.press("delete", "5")
        assert "● not saved" in desk.text()
        await desk.press("ctrl+s")
        assert "Saved small.toml: 1 line changed." in desk.text()
        assert "not saved" not in desk.text()
        assert desk.path.read_bytes() == content.replace(b"20s", b"50s")
        await desk.press("ctrl+s")
        assert "Nothing has changed since it was saved." in desk.text()


async def test_a_bundled_routine_becomes_ones_own() -> None:
    before = (bundled() / "cool-down.toml").read_bytes()
    async with writing("cool-down", (120, 40)) as desk:
        assert "Comes with the program; saving makes your own copy." in desk.text()
        await desk.press("#", "ctrl+s")
        assert "Saved as your own copy" in desk.text()
        assert (find_paths().routines / "cool-down.toml").read_bytes() == b"#" + before
        assert (bundled() / "cool-down.toml").read_bytes() == before


async def test_leaving_asks_only_where_something_would_be_lost() -> None:
    async with writing() as desk:
        await desk.press("x", "escape", "escape")  # the first closes the list, or asks
        if isinstance(desk.app.screen, EditorScreen):
            await desk.press("escape")
        assert "There are changes that are not saved." in desk.text()
        await desk.press("escape")
        assert isinstance(desk.app.screen, EditorScreen)
        await desk.press("ctrl+q", "s")
        assert desk.path.read_text() == f"x{SMALL}"
        assert desk.app.return_value is True
    async with writing(own()) as desk:
        await desk.press("x", "ctrl+q", "d")
        assert desk.path.read_text() == SMALL
        assert desk.app.return_value is False
    async with writing(own()) as desk:
        await desk.press("escape")
        assert desk.app.return_value is False


@pytest.mark.parametrize("key", ["r", "k", "escape"])
async def test_a_file_that_another_program_changed_is_asked_about(key: str) -> None:
    async with writing() as desk:
        await desk.press("#")
        desk.path.write_text("# theirs\n" + SMALL)
        desk.look()
        await desk.pilot.pause()
        assert "Another program has changed this file, and so have you." in desk.text()
        await desk.press(key)
        if key == "r":
            assert desk.code.written == "# theirs\n" + SMALL
            assert "Read again" in desk.text()
            return
        assert desk.code.written == "#" + SMALL
        desk.look()
        await desk.press("ctrl+s")
        assert desk.path.read_text() == "#" + SMALL


async def test_it_is_noticed_when_saving_too_and_read_at_once_where_nothing_was_written() -> None:
    async with writing() as desk:
        await desk.press("#")
        desk.path.write_text("# theirs\n" + SMALL)
        await desk.press("ctrl+s")
        assert "Another program has changed this file" in desk.text()
        assert desk.path.read_text() == "# theirs\n" + SMALL
        await desk.press("k")
        assert desk.path.read_text() == "#" + SMALL
        desk.path.write_text(SMALL.replace("Small", "Theirs"))
        desk.look()
        await desk.settle()
        assert "Theirs" in desk.text()
        assert not desk.editor.changed


async def test_a_file_that_vanished_is_said_and_written_again() -> None:
    async with writing() as desk:
        desk.path.unlink()
        desk.look()
        await desk.pilot.pause()
        assert "The file is gone from its folder." in desk.text()
        await desk.press("ctrl+s")
        assert desk.path.read_text() == SMALL


async def test_where_nothing_can_be_written_nothing_is_lost() -> None:
    async with writing(size=(120, 40)) as desk:
        await desk.press("#")
        desk.path.unlink()
        desk.path.parent.rename(f"{desk.path.parent}-away")
        desk.path.parent.write_text("in the way")
        await desk.press("ctrl+s")
        assert "cannot be written" in desk.text()
        assert desk.code.written == "#" + SMALL
        assert desk.editor.changed
        await desk.press("ctrl+q", "s")
        assert isinstance(desk.app.screen, EditorScreen)


async def test_f5_plays_from_the_step_under_the_cursor_at_speed_and_comes_back() -> None:
    async with writing() as desk:
        await desk.go(8)
        await desk.press("f5")
        screen = desk.app.screen
        assert isinstance(screen, PlayerScreen)
        assert screen.player.speed == SPEED
        assert screen.player.view().interval.name == "Sit"
        await desk.press("q", "y")
        await desk.press("enter")
        assert isinstance(desk.app.screen, EditorScreen)
        await desk.write("broken")
        await desk.press("f5")
        assert "It can be played when the problems are mended." in desk.text()


async def test_another_editor_gets_the_file_and_what_it_writes_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with writing() as desk:
        monkeypatch.delenv("VISUAL", raising=False)
        monkeypatch.setenv("EDITOR", "")
        await desk.press("ctrl+o")
        assert "Name your editor" in desk.text()
        monkeypatch.setenv("EDITOR", "ed 'unclosed")
        await desk.press("ctrl+o")
        assert "EDITOR cannot be read: a quote in it is not closed." in desk.text()
        monkeypatch.setenv("EDITOR", "nothing-of-the-kind; touch /tmp/never")
        await desk.press("ctrl+o")
        assert "There is no program “nothing-of-the-kind;”. Is EDITOR right?" in desk.text()
        monkeypatch.setenv("EDITOR", f"'{sys.executable}'")
        await desk.press("ctrl+o")
        assert "cannot be lent" in desk.text()  # a test has no terminal


async def test_hostile_text_is_shown_and_not_obeyed() -> None:
    path = own(
        'title = "a\x1b]0;x\x07[bold]b[/] \u202ec\x9b31m"\n'.encode()
        + b'[[steps]]\nname = "[@click=app.quit]x"\nhold = 5\n'
    )
    async with writing(path, (120, 40)) as desk:
        assert not set(desk.text()) & {"\x1b", "\x07", "\x9b", "\u202e"}
        assert "␛]0;x␇[bold]b[/]" in desk.text()
        assert "the character U+001B has no place in a text" in desk.text()
        before = path.read_bytes()
        await desk.go(4, 8)
        await desk.press("1", "ctrl+s")
        assert path.read_bytes() == before.replace(b"= 5", b"= 51")


async def test_what_is_pasted_is_guarded_too() -> None:
    async with writing() as desk:
        desk.app.copy_to_clipboard("a\x1b[2J\r\nb")
        await desk.press("ctrl+v")
        assert desk.code.written.startswith("a\x1b[2J\nb# a routine")
        assert "\x1b" not in desk.text()


@pytest.mark.parametrize("theme", ["light", "nord", "textual-ansi"])
async def test_every_theme_has_its_colours(theme: str) -> None:
    async with writing(theme=theme) as desk:
        assert "Small" in desk.text()
        desk.app.theme = "hiproutine-dark"
        await desk.pilot.pause()
        assert "Small" in desk.text()


async def test_one_pane_turns_and_comes_back() -> None:
    async with writing(size=(60, 20)) as desk:
        assert "done at" not in desk.text()
        await desk.press("tab")
        assert "done at" in desk.text()
        assert "# a routine" not in desk.text()
        await desk.press("x", "tab")
        assert desk.code.written == SMALL
        await desk.press("x")
        assert desk.code.written == "x" + SMALL


async def test_a_key_for_a_list_that_typing_has_overtaken_takes_nothing_of_it() -> None:
    async with writing() as desk:
        await desk.go(6)
        await desk.press(*"sid")
        assert desk.editor.choices.offered
        desk.code.insert("=1")
        assert desk.editor._completions.took("enter")
        assert desk.code.document.lines[5:7] == ["sid=1", ""]
        assert desk.editor.choices.offered is None


async def test_undoing_a_paste_of_many_lines_takes_all_of_it_back_at_once() -> None:
    async with writing() as desk:
        desk.code.post_message(Paste("a\tb 😀\r\n" * 500 + "c"))
        await desk.settle()
        assert desk.code.document.line_count == 501 + SMALL.count("\n")
        await desk.press("ctrl+z")
        assert desk.code.written == SMALL
        await desk.press("ctrl+y")
        assert desk.code.written == "a\tb 😀\n" * 500 + "c" + SMALL
        await desk.press("ctrl+z", "x")
        assert desk.code.written == "x" + SMALL


NAMED = {
    " ": "space",
    "=": "equals_sign",
    "[": "left_square_bracket",
    "]": "right_square_bracket",
    '"': "quotation_mark",
}
BEGUN = ("hold = 5", "reps = 1", "sid", "[[s", 'exercise = "pig', "t", 'when = ["an', 'cues = [{ at = "h', "0=n")
TYPED = st.one_of(st.sampled_from(BEGUN), st.text('holdseritmpxa15"=[] -_', max_size=6))


@settings(max_examples=3)
@given(st.lists(TYPED, min_size=1, max_size=4), st.sampled_from(BEGUN[2:6]))
def test_what_is_typed_is_what_stands_there_and_what_was_taken_is_undone_at_once(lines: list[str], begun: str) -> None:
    async def typed() -> None:
        async with writing() as desk:
            await desk.go(6)
            for line in lines:
                await desk.press(*(NAMED.get(letter, letter) for letter in line), "enter")
            await desk.press("ctrl+s")
            assert desk.path.read_text(encoding="utf-8").split("\n")[5 : 5 + len(lines)] == lines
            await desk.press(*(NAMED.get(letter, letter) for letter in begun), "ctrl+space")
            before, offered = desk.code.text, desk.editor.choices.offered
            await desk.press("tab")
            if offered:
                assert desk.code.text != before
                await desk.press("ctrl+z")
            assert desk.code.text == before

    asyncio.run(typed())


async def test_arrows_move_in_the_text_where_nobody_asked_for_the_list() -> None:
    async with writing() as desk:
        await desk.go(6)
        await desk.press(*"sid")
        assert desk.editor.choices.offered
        await desk.press("down", "enter")
        assert desk.code.document.get_line(5) == "sid"
        assert desk.code.document.line_count == SMALL.count("\n") + 2


async def test_a_whole_value_is_offered_nothing_and_tab_can_be_taken_back() -> None:
    async with writing() as desk:
        await desk.go(6)
        await desk.press(*"hold", "space", "equals_sign", "space", "5")
        assert desk.editor.choices.offered is None
        await desk.press("enter", *"sid", "tab", "ctrl+z")
        assert desk.code.document.lines[5:7] == ["hold = 5", "sid"]


async def test_enter_takes_what_an_arrow_chose_from_a_list_that_was_asked_for() -> None:
    async with writing() as desk:
        await desk.go(6)
        await desk.press(*"sid", "ctrl+space", "down", "up", "enter")
        assert desk.code.document.get_line(5) == "sides = "


async def test_what_is_written_is_seen_and_kept_as_a_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[Path] = []
    monkeypatch.setattr("hiproutine.tui.sharing.opens", lambda path: not seen.append(path))  # type: ignore[func-returns-value]
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    async with writing() as desk:
        await desk.write(SMALL.replace("Small", "Seen early"))
        await desk.press("f4")
        await desk.app.workers.wait_for_complete()
        assert "The browser shows it." in desk.text()
        assert "<h1>Seen early</h1>" in seen[0].read_text("utf-8")
        await desk.press("f3")
        await desk.app.workers.wait_for_complete()
        page = tmp_path / f"{desk.path.stem}.html"
        assert f"Written: {page}"[:40] in desk.text()
        assert page.is_file()
        await desk.write("broken")
        await desk.press("f4")
        assert "It can be played when the problems are mended." in desk.text()
    assert len(seen) == 1
