from __future__ import annotations

from pathlib import Path

import pytest

from hiproutine.play.view import Phase
from hiproutine.tui.player.how_screen import HowScreen
from hiproutine.tui.player.leave_screen import LeaveScreen
from hiproutine.tui.player.screen import PlayerScreen
from hiproutine.tui.player.summary_screen import SummaryScreen
from tests.tui.stage import on_stage

STRETCH = "post-run-hip-stretch"


@pytest.fixture
def short(tmp_path: Path) -> Path:
    path = tmp_path / "short.toml"
    path.write_text(
        'title = "[b]Short[/b] {name}"\n[defaults]\nget_ready = 3\ntransition = 2\n'
        '[[steps]]\nname = "One [red]step"\nhold = "5s"\ncues = ["Say [link=x]this"]\n'
        '[[steps]]\nname = "Two"\nreps = 4\n[[steps]]\nconfirm = "Is it off?"\n',
        encoding="utf-8",
    )
    return path


async def test_a_routine_plays_from_the_count_in_to_its_summary(short: Path) -> None:
    async with on_stage(short) as stage:
        await stage.play(3 + 5 + 2)
        await stage.press("space")
        await stage.press("enter")
        assert isinstance(stage.app.screen, SummaryScreen)
        assert "Done. 10 seconds, 2 steps." in stage.text()
        await stage.press("enter")
        assert stage.app.return_value is True


async def test_text_from_a_file_is_shown_as_it_is_written(short: Path) -> None:
    async with on_stage(short) as stage:
        await stage.play(4)
        assert "[b]Short[/b] {name}" in stage.text()
        assert "One [red]step" in stage.text()
        assert "Say [link=x]this" in stage.text()


async def test_space_pauses_everything_and_going_on_is_counted_in() -> None:
    async with on_stage(STRETCH) as stage:
        await stage.play(13)
        await stage.press("space")
        before = stage.text()
        stage.clock.advance(600)
        await stage.pilot.pause()
        assert stage.text() == before
        assert stage.player._timer is None
        await stage.press("space")
        assert stage.phase is Phase.COUNTING_IN
        await stage.play(3)
        assert stage.player.player.view().left == pytest.approx(27)


async def test_who_was_away_finds_it_waiting() -> None:
    async with on_stage(STRETCH) as stage:
        await stage.play(13)
        stage.clock.advance(90)
        stage.player.ask()
        await stage.pilot.pause()
        assert "away for 90 seconds, so it waits" in stage.text()
        assert stage.player.player.view().left == pytest.approx(27)


@pytest.mark.parametrize("key", ["q", "escape", "ctrl+c", "ctrl+q"])
async def test_every_way_out_asks_first(key: str) -> None:
    async with on_stage(STRETCH) as stage:
        await stage.play(13)
        await stage.press(key)
        assert isinstance(stage.app.screen, LeaveScreen)
        await stage.press("n")
        assert isinstance(stage.app.screen, PlayerScreen)
        assert stage.phase is Phase.COUNTING_IN
        await stage.press(key, "y")
        assert isinstance(stage.app.screen, SummaryScreen)
        await stage.press("enter")
        assert stage.app.return_value is False


async def test_a_routine_that_was_paused_stays_paused_when_one_stays() -> None:
    async with on_stage(STRETCH) as stage:
        await stage.play(13)
        await stage.press("space", "q", "n")
        assert stage.phase is Phase.PAUSED


async def test_ctrl_c_twice_leaves() -> None:
    async with on_stage(STRETCH) as stage:
        await stage.play(13)
        await stage.press("ctrl+c", "ctrl+c")
        assert isinstance(stage.app.screen, SummaryScreen)


async def test_how_and_why_waits_and_goes_on() -> None:
    async with on_stage(STRETCH) as stage:
        await stage.play(13)
        await stage.press("i")
        assert isinstance(stage.app.screen, HowScreen)
        assert stage.phase is Phase.PAUSED
        await stage.press("escape")
        assert stage.player.player.view().phase is Phase.COUNTING_IN


async def test_plus_and_minus_change_the_time() -> None:
    async with on_stage(STRETCH) as stage:
        await stage.play(13)
        await stage.press("plus")
        assert stage.player.digits.text == "37"
        await stage.press("minus", "minus")
        assert stage.player.digits.text == "17"


async def test_next_back_and_restart_go_where_they_say() -> None:
    async with on_stage(STRETCH) as stage:
        await stage.play(13)
        await stage.press("n")
        assert "Switch sides" in stage.text()
        await stage.press("n")
        assert "right side ▶" in stage.text()
        await stage.play(5)
        await stage.press("r")
        assert stage.player.player.view().elapsed == 0
        await stage.press("b")
        assert stage.player.player.view().interval.index == 0


async def test_mute_is_said_on_the_screen() -> None:
    async with on_stage(STRETCH) as stage:
        await stage.press("m")
        assert "muted" in stage.text()
        await stage.press("m")
        assert "muted" not in stage.text()


async def test_a_rehearsal_says_so() -> None:
    async with on_stage(STRETCH, speed=20.0) as stage:
        assert "rehearsal 20×" in stage.text()
        assert "done at" not in stage.text()


async def test_a_window_too_small_asks_for_room_and_the_session_goes_on() -> None:
    async with on_stage(STRETCH) as stage:
        await stage.play(13)
        await stage.pilot.resize_terminal(59, 24)
        await stage.pilot.pause()
        assert "A little more room, please" in stage.text()
        await stage.play(5)
        await stage.pilot.resize_terminal(80, 24)
        await stage.pilot.pause()
        assert stage.player.digits.text == "22"
        assert "A little more room" not in stage.text()


async def test_a_suspended_terminal_pauses() -> None:
    async with on_stage(STRETCH) as stage:
        await stage.play(13)
        stage.app.app_suspend_signal.publish(stage.app)
        await stage.pilot.pause()
        assert stage.phase is Phase.PAUSED


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40), (200, 60)])
async def test_digits_are_as_tall_as_the_room_allows(size: tuple[int, int]) -> None:
    async with on_stage("warm-up-five-step", size) as stage:
        await stage.play(15)
        rows = {20: 5, 24: 7, 40: 13, 60: 20}[size[1]]
        assert stage.player.digits.size.height == rows


async def test_nothing_moves_sideways_when_a_digit_changes() -> None:
    async with on_stage(STRETCH) as stage:
        await stage.play(10 + 20)
        assert stage.player.digits.text == "10"
        await stage.play(1)
        assert stage.player.digits.text == " 9"


async def test_leaving_while_something_is_read_asks_too() -> None:
    async with on_stage(STRETCH) as stage:
        await stage.play(13)
        await stage.press("i", "ctrl+q")
        assert isinstance(stage.app.screen, LeaveScreen)
        await stage.press("n")
        assert stage.phase is Phase.COUNTING_IN
        await stage.press("question_mark", "ctrl+c", "ctrl+c")
        assert isinstance(stage.app.screen, SummaryScreen)


async def test_keys_typed_faster_than_a_screen_opens_are_not_lost() -> None:
    async with on_stage(STRETCH) as stage:
        await stage.play(13)
        for key in ("q", "y"):
            stage.app.simulate_key(key)
        for _ in range(5):
            await stage.pilot.pause()
        assert isinstance(stage.app.screen, SummaryScreen)


async def test_at_every_height_everything_essential_is_there() -> None:
    essential = [
        "Hip flexor stretch",
        "left side",
        "Kneel on the left knee",
        "right side",
        "4:1",
        "Step 1 of 4",
        "space",
    ]
    async with on_stage(STRETCH, (100, 20)) as stage:
        await stage.play(11)
        for rows in range(20, 50):
            await stage.pilot.resize_terminal(100, rows)
            await stage.pilot.pause()
            text = stage.text()
            assert [words for words in essential if words not in text] == [], rows
            middle, cue = (stage.player.query_one(f"#{name}").region for name in ("middle", "cue"))
            assert cue.bottom <= middle.bottom, rows


async def test_a_step_is_gone_to_by_its_number() -> None:
    async with on_stage(STRETCH) as stage:
        await stage.play(13)
        await stage.press("g")
        assert "Go to which step?" in stage.text()
        assert stage.phase is Phase.PAUSED
        await stage.press("3", "enter")
        assert stage.player.player.view().interval.step == 3
        await stage.press("g", "escape")
        assert stage.player.player.view().interval.step == 3
