"""What many asked other programs for: to go to a step, to go on after a cut, to copy, to play a file as it is now."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from hiproutine.journal.history import Month
from hiproutine.journal.history_numbers import Day
from hiproutine.journal.pain_facts import NOTICE, answer_flags, note_once
from hiproutine.journal.records import State
from hiproutine.journal.store import Journal
from hiproutine.paths import find_paths
from hiproutine.tui.history.month import calendar
from tests.tui.stage import EVENING, on_stage

THREE = 'title = "Three"\n' + "".join(f'[[steps]]\nname = "{name}"\nhold = "30s"\n' for name in ("One", "Two", "Last"))


@pytest.fixture
def three(tmp_path: Path) -> Path:
    path = tmp_path / "three.toml"
    path.write_text(THREE, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("keys", "step"), [(("3", "enter"), 3), (("down", "enter"), 2), (("escape",), 1), (("9", "enter"), 1)]
)
async def test_g_goes_to_a_step_by_its_number_or_from_the_list(three: Path, keys: tuple[str, ...], step: int) -> None:
    async with on_stage(three) as stage:
        await stage.play(1)
        await stage.press("g")
        assert "Go to which step?" in stage.text()
        await stage.press(*keys)
        assert f"Step {step} of 3" in stage.text()


async def test_what_the_system_cuts_off_is_offered_again(three: Path) -> None:
    journal = Journal(find_paths().journal, now=lambda: EVENING)
    answer_flags(journal, frozenset(), EVENING)
    note_once(journal, NOTICE, EVENING)
    async with on_stage(three, keeps=True) as stage:
        await stage.press("0", "0")
        await stage.play(50)
        stage.app.ended_by_the_system()
        await stage.pilot.pause()
        assert stage.app.return_value is False
    assert [one.outcome for one in journal.sessions()] == [State.ACTIVE]
    journal.close()
    async with on_stage(three, keeps=True, now=lambda: EVENING + timedelta(hours=1)) as stage:
        assert "Three was cut short" in stage.text()


async def test_a_file_that_was_changed_just_now_plays_as_it_is(home: Path) -> None:
    folder = home / "hiproutine" / "routines"
    folder.mkdir(parents=True)
    (folder / "zebra.toml").write_text(THREE.replace("Three", "Zebra", 1), encoding="utf-8")
    async with on_stage() as stage:
        await stage.press(*"zebra")
        (folder / "zebra.toml").write_text(THREE.replace("Three", "Zebra", 1).replace("30s", "90s"), encoding="utf-8")
        await stage.press("enter")
        await stage.pilot.pause()
        assert sum(one.seconds for one in stage.player.player.plan.intervals if one.name == "One") >= 90


async def test_ctrl_c_copies_what_is_marked_and_stays() -> None:
    async with on_stage() as stage:
        await stage.press(*"pig")
        stage.app.screen.query_one("#search").action_select_all()  # type: ignore[attr-defined]
        await stage.press("ctrl+c")
        assert stage.app.clipboard == "pig"
        assert stage.app.is_running
        assert not stage.app.is_leaving


@pytest.mark.parametrize(("begin", "first"), [(0, "Mo"), (6, "Su"), (5, "Sa")])
def test_a_week_begins_where_the_person_says(begin: int, first: str) -> None:
    march = date(2026, 3, 1)  # a Sunday
    days = tuple(Day(march + timedelta(days=n), ()) for n in range(31))
    lines = calendar(Month(days, (), frozenset(), {}), march, begin=begin).plain.split("\n")
    assert lines[1].split()[0] == first
    row = next(line for line in lines[2:] if "1" in line)
    assert row.index("1") // 4 == (6 - begin) % 7
