from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from textual.widgets import OptionList

from hiproutine.audio import formats
from hiproutine.cli.correcting import add_session
from hiproutine.journal.outings import outings
from hiproutine.journal.store import Journal
from hiproutine.paths import bundled, find_paths
from hiproutine.tui.library.screen import LibraryScreen
from hiproutine.tui.player.screen import PlayerScreen
from tests.runs.fit_file import FitFile, seconds_of
from tests.tui import stage as stage_module
from tests.tui.stage import EVENING, QUIET, Stage, on_stage

COUNT = len(list(bundled().glob("*.toml")))
"""Routines that come with the program."""


def own(name: str, text: str) -> Path:
    folder = find_paths().routines
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.toml"
    path.write_text(text, encoding="utf-8")
    return path


def shown(stage: Stage) -> list[str]:
    screen = stage.app.screen
    assert isinstance(screen, LibraryScreen)
    return [entry.id for entry in screen._shown]


async def test_every_routine_is_listed_the_broken_last() -> None:
    own("mine", 'title = "Mine"\n[[steps]]\nname = "x"\nhold = 5\n')
    own("broken", 'title = "Broken"\n[[steps]]\nname = "x"\nhold = "5 secs"\n')
    async with on_stage() as stage:
        assert "mine" in shown(stage)
        assert shown(stage)[-1] == "broken"
        assert len(shown(stage)) == COUNT + 2
        assert f"{COUNT + 1} routines, 1 file with a problem" in stage.text()


async def test_typing_searches_names_steps_and_tags() -> None:
    async with on_stage() as stage:
        await stage.press(*"pigeon")
        assert set(shown(stage)) == {"post-run-hip-stretch", "rest-day-light-stretch"}
        await stage.press("escape")
        assert len(shown(stage)) == COUNT


async def test_the_best_find_is_first_whatever_was_typed_wrong() -> None:
    async with on_stage() as stage:
        await stage.press(*"cooldown")
        assert shown(stage) == ["cool-down"]
        await stage.press("escape", "slash", *"strech")
        assert shown(stage)[:2] == ["post-run-hip-stretch", "rest-day-light-stretch"]
        await stage.press("escape", *"pigeon zeb")
        assert "Nearest: Post-run hip stretch, Rest-day light stretch." in stage.text()
        await stage.press("escape", *"clamshell")
        assert "clamshell is in no routine yet: hiproutine new --with clamshell" in stage.text()


async def test_the_filter_keeps_what_suits_then_or_any_time() -> None:
    async with on_stage() as stage:
        await stage.press("right")
        assert {"warm-up-five-step", "warm-up-quick", "running-form-check"} <= set(shown(stage))
        assert "post-run-hip-stretch" not in shown(stage)
        await stage.press("left")
        assert len(shown(stage)) == COUNT


async def test_enter_plays_what_is_under_the_cursor() -> None:
    async with on_stage() as stage:
        await stage.press(*"cool-down")
        await stage.press("enter")
        assert isinstance(stage.app.screen, PlayerScreen)
        assert stage.player.loaded.plan.id == "cool-down"


async def test_after_a_session_the_library_is_back() -> None:
    async with on_stage() as stage:
        await stage.press("enter", "q", "y", "enter")
        assert isinstance(stage.app.screen, LibraryScreen)
        assert stage.app.is_running


async def test_enter_on_a_broken_file_shows_its_problem() -> None:
    own("zz-broken", 'title = "Broken"\n[[steps]]\nname = "x"\nhold = "5 secs"\n')
    async with on_stage() as stage:
        await stage.press("end", "enter")
        assert "This file cannot be played." in stage.text()
        assert "is not a duration" in stage.text()


async def test_markup_in_a_title_is_shown_as_written() -> None:
    own("marked", 'title = "A [bold red]title[/] [@click=app.quit]x"\n[[steps]]\nname = "x"\nhold = 5\n')
    async with on_stage(size=(120, 40)) as stage:
        assert "A [bold red]title[/] [@click=app.quit]x" in stage.text()


async def test_two_thousand_files_are_listed_and_the_first_frame_does_not_wait() -> None:
    folder = own("own-0", 'title = "Own 0"\n[[steps]]\nname = "x"\nhold = 5\n').parent
    for number in range(1, 2_000):
        (folder / f"own-{number}.toml").write_text(f'title = "Own {number}"\n[[steps]]\nname = "x"\nhold = 5\n')
    async with on_stage() as stage:
        assert len(shown(stage)) == COUNT + 2_000
        assert stage.app.screen.query_one(OptionList).option_count == COUNT + 2_000
        await stage.press(*"1999")
        assert shown(stage) == ["own-1999"]


async def test_letters_typed_faster_than_the_search_opens_are_not_lost() -> None:
    async with on_stage() as stage:
        for key in "zig":
            stage.app.simulate_key(key)
        await stage.pilot.pause()
        assert isinstance(stage.app.screen, LibraryScreen)
        assert stage.app.screen.search.value == "zig"


async def test_new_runs_of_a_watched_folder_are_kept_and_the_newest_asked_about(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = seconds_of(EVENING - timedelta(hours=2))
    (tmp_path / "run.fit").write_bytes(FitFile().about(created=begun).session(start=begun).bytes())
    monkeypatch.setattr(stage_module, "QUIET", QUIET._replace(run_folders=(str(tmp_path),)))
    async with on_stage(keeps=True) as stage:
        for _ in range(100):
            if "Before the first time" in stage.text():
                break
            await stage.pilot.pause(0.02)
        await stage.press("enter")
        assert "1 new run · a run, 4.5 km in 30 minutes" in " ".join(stage.text().split())
        await stage.press("3", "enter")
        assert isinstance(stage.app.screen, LibraryScreen)
    with Journal(find_paths().journal) as journal:
        assert [(one.pain, one.source) for one in outings(journal)] == [(3, "fit")]


async def test_s_takes_a_routine_along_and_says_where_and_how(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(formats, "format_for", lambda *_: formats.FORMATS["wav"])  # the quickest
    async with on_stage() as stage:
        await stage.press(*"cool-down", "down", "s")
        assert "How do you want to take it along?" in stage.text()
        said: dict[str, str] = {}
        for key in ("p", "w", "a"):
            await stage.press(*([] if key == "p" else ["s"]), key)
            await stage.app.workers.wait_for_complete()
            said[key] = [one.message for one in stage.app._notifications][-1]
        assert said["p"] == (
            f"Written: {tmp_path / 'cool-down.html'}, to play in any browser and to print. "
            "Send it to the phone, and open it there."
        )
        assert said["w"] == (
            f"Written: {tmp_path / 'cool-down.fit'}. Copy it into GARMIN/NewFiles on the watch, by cable, and unplug."
        )
        assert said["a"].startswith(f"Written: {tmp_path / 'cool-down.wav'}, 6:27. Tones alone, for there is no voice")
        assert said["a"].endswith("Send it to the phone: any player plays it on with the screen off.")
        (tmp_path / "cool-down.html").write_text("mine")
        await stage.press("s", "p")
        await stage.app.workers.wait_for_complete()
        assert "is no page of hiproutine." in [one.message for one in stage.app._notifications][-1]
        await stage.press("s", "escape")
        assert isinstance(stage.app.screen, LibraryScreen)
    assert (tmp_path / "cool-down.html").read_text() == "mine"


async def test_a_plan_over_weeks_stands_there_in_the_week_that_is_due_and_is_played_so() -> None:
    own("plan", 'title = "A plan"\nweeks = [{ s = 5 }, { s = 65 }]\nsteps = [{ name = "x", hold = "$s" }]\n')
    with Journal(find_paths().journal, now=lambda: EVENING) as journal:
        add_session(journal, "plan", EVENING - timedelta(days=8))
    async with on_stage(size=(120, 40), keeps=True) as stage:
        await stage.press(*"plan")
        assert "A plan, week 2 of 2" in stage.text()
        assert "Week 2 of 2, since yesterday." in stage.text()
        assert "1:15" in stage.text()


async def until(stage: Stage, so: Callable[[], bool]) -> None:
    for _ in range(100):
        if so():
            return
        await asyncio.sleep(0.02)
        await stage.pilot.pause()
    raise AssertionError(stage.text())


async def test_a_file_that_another_program_changes_shows_as_it_is_now(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hiproutine.tui.library.screen.LOOK_EVERY", 0.05)
    text = 'title = "Zebra"\n[[steps]]\nname = "Hold"\nhold = "{}"\n'
    own("zebra", text.format("30s"))
    async with on_stage(size=(120, 40)) as stage:
        await stage.press(*"zebra")
        assert "0:40" in stage.text()
        own("zebra", text.format("90s"))
        await until(stage, lambda: "1:40" in stage.text())
        assert "0:40" not in stage.text()
        await stage.press("escape", "down", "down")
        before = shown(stage)[2]
        own("aardvark", text.format("5s").replace("Zebra", "Aardvark"))
        await until(stage, lambda: "aardvark" in shown(stage))
        screen = stage.app.screen
        assert isinstance(screen, LibraryScreen)
        current = screen.current()
        assert current is not None
        assert current.id == before
