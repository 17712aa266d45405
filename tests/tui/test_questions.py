"""The questions around a session on the screen: one key answers, and what was said is kept."""

from __future__ import annotations

from datetime import timedelta

import pytest

from hiproutine.advice.pain.readings import Moment
from hiproutine.journal.pain_facts import NOTICE, answer_flags, note_once
from hiproutine.journal.records import State
from hiproutine.journal.store import Journal
from hiproutine.paths import find_paths
from hiproutine.play.view import Phase
from hiproutine.tui.player.screen import PlayerScreen
from hiproutine.tui.questions.scale_row import NUMBERS, cell_width, drawn
from tests.desk import Desk
from tests.tui.frames_at import same_as_committed
from tests.tui.stage import EVENING, Stage, on_stage

SHORT = """
title = "Short one"
load = "low"
defaults = { get_ready = "1s", transition = "0s" }
steps = [{ name = "First", hold = "20s" }, { name = "Second", hold = "20s" }]
"""
STRETCH = "post-run-hip-stretch"


@pytest.fixture
def journal() -> Journal:
    """The journal of somebody who has used the program before."""
    found = Journal(find_paths().journal, now=lambda: EVENING)
    note_once(found, NOTICE, EVENING)
    answer_flags(found, frozenset(), EVENING)
    found.close()
    return found


def short(desk: Desk) -> str:
    """The path of a routine of 40 seconds."""
    return str(desk.write(SHORT, "short-one.toml"))


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40), (200, 60)])
async def test_the_scale_looks_as_committed(journal: Journal, size: tuple[int, int]) -> None:
    async with on_stage(STRETCH, size, keeps=True) as stage:
        await stage.press("right", "right", "right", "right")
        same_as_committed(stage, "scale")


@pytest.mark.parametrize("size", [(60, 20), (80, 24)])
async def test_the_first_use_looks_as_committed(size: tuple[int, int]) -> None:
    async with on_stage(STRETCH, size, keeps=True) as stage:
        same_as_committed(stage, "notice")
        await stage.press("enter", "0", "0")
        same_as_committed(stage, "flags")
        await stage.press("n")
        assert isinstance(stage.app.screen, PlayerScreen)


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
async def test_an_advice_looks_as_committed(journal: Journal, size: tuple[int, int]) -> None:
    async with on_stage("hip-core-strength", size, keeps=True) as stage:
        await stage.press("3", "4", "n")
        same_as_committed(stage, "advice")
        await stage.press("t")
        same_as_committed(stage, "side")


async def test_a_session_is_kept_with_what_was_said_of_it(journal: Journal, desk: Desk) -> None:
    async with on_stage(short(desk), keeps=True) as stage:
        await stage.press("1", "2", "n")
        assert isinstance(stage.app.screen, PlayerScreen)
        await stage.play(41)
        assert "How is the hip now?" in stage.text()
        await stage.press("2", "2", "l", "o", "n", "4")
        await stage.press(*"better", "enter")
        same_as_committed(stage, "summary-kept")
        await stage.press("i")
        assert "it was not tested alone" in " ".join(stage.text().split())
        await stage.press("enter")
        assert "not tested in hips" in " ".join(stage.text().split())
        await stage.press("enter")
        assert "Done. 41 seconds, 2 steps." in stage.text()
    [session] = journal.sessions()
    assert (session.outcome, session.title) == (State.FINISHED, "Short one")
    readings = journal.readings_of([session.id])
    assert [(one.moment, one.score) for one in readings] == [(Moment.BEFORE, 1), (Moment.AFTER, 2)]
    assert (readings[1].side, readings[1].area, readings[1].limp, readings[1].effort) == ("left", "outer", False, 4)
    assert readings[1].note == "better"


async def test_pain_while_it_plays_waits_and_goes_on_with_a_count_in(journal: Journal, desk: Desk) -> None:
    async with on_stage(short(desk), keeps=True) as stage:
        await stage.press("0", "0")
        await stage.play(5)
        await stage.press("p")
        phases = [stage.phase]
        await stage.press("0")
        assert [*phases, stage.phase] == [Phase.PAUSED, Phase.COUNTING_IN]


async def test_a_step_skipped_because_of_pain_says_so_in_the_journal(journal: Journal, desk: Desk) -> None:
    async with on_stage(short(desk), keeps=True) as stage:
        await stage.press("0", "0")
        await stage.play(5)
        await stage.press("p", "3", "s", "s", "n")
        assert stage.player.player.view().interval.name == "Second"
    [session] = journal.sessions()
    detail = journal.session(session.id)
    assert detail
    assert [(one.name, one.reason) for one in detail.intervals if one.outcome == "skipped"] == [("First", "pain")]


async def test_stopping_for_pain_ends_it_and_asks(journal: Journal, desk: Desk) -> None:
    async with on_stage(short(desk), keeps=True) as stage:
        await stage.press("0", "0")
        await stage.play(5)
        await stage.press("p", "6", "h", "n")
        assert "Stopping here may be the better choice: the pain is sharp." in stage.text()
        await stage.press("enter")
        assert "How is the hip now?" in stage.text()
    assert journal.sessions()[0].outcome is State.ENDED_EARLY


async def test_arrows_begin_where_it_was_last_time_and_enter_takes(journal: Journal) -> None:
    async with on_stage(STRETCH, keeps=True) as stage:
        await stage.press("enter", "right", "right", "left", "right", "enter")
        assert "The worst in the last 24 hours?" in stage.text()
    assert journal.readings() == [] or journal.readings()[-1].score == 1


async def test_a_number_is_taken_with_the_pointer(journal: Journal) -> None:
    async with on_stage(STRETCH, keeps=True) as stage:
        await stage.pilot.click("#row", offset=(6 * 3 + 2, 1))
        await stage.pilot.pause()
        assert "The worst in the last 24 hours?" in stage.text()
        await stage.press("3")
    assert journal.readings()[0].score == 3


async def test_leaving_an_advice_plays_nothing_and_ends_early(journal: Journal) -> None:
    async with on_stage("hip-core-strength", keeps=True) as stage:
        await stage.press("7", "7", "n", "escape")
        await stage.pilot.pause()
        assert stage.app.return_value is False
    assert journal.sessions() == []


async def test_ctrl_c_leaves_a_question(journal: Journal) -> None:
    async with on_stage(STRETCH, keeps=True) as stage:
        await stage.press("ctrl+c")
        await stage.pilot.pause()
        assert stage.app.return_value is False


async def test_a_session_cut_short_is_gone_on_with_in_its_place(journal: Journal, desk: Desk) -> None:
    path = short(desk)
    async with on_stage(path, keeps=True) as stage:
        await stage.press("0", "0")
        await stage.play(10)
    later = EVENING + timedelta(minutes=2)
    async with on_stage(path, keeps=True, now=lambda: later) as stage:
        assert "Short one was cut short 2 minutes ago." in stage.text()
        same_as_committed(stage, "resume")
        await stage.press("enter")
        assert stage.phase is Phase.COUNTING_IN
        assert stage.player.player.view().left == pytest.approx(13, abs=0.1)
        await stage.play(3 + 33)
        assert "How is the hip now?" in stage.text()
        await stage.press("n")
        assert "2 steps" in stage.text()
    [session] = journal.sessions()
    assert session.outcome is State.FINISHED
    assert session.progress.active_seconds == pytest.approx(41, abs=0.1)


async def test_a_rehearsal_asks_and_keeps_nothing(journal: Journal, desk: Desk) -> None:
    async with on_stage(short(desk), keeps=True, speed=10) as stage:
        assert isinstance(stage.app.screen, PlayerScreen)
        await stage.press("p")
        assert isinstance(stage.app.screen, PlayerScreen)
    assert journal.sessions() == []


async def test_the_warning_signs_can_be_opened_from_the_library(journal: Journal) -> None:
    async with on_stage(keeps=True) as stage:
        await stage.press("exclamation_mark")
        assert "Does any of this apply?" in stage.text()
        await stage.press("down", "enter", "c")
        assert "Please seek urgent medical care now" in stage.text()
        assert [one.flag for one in journal.flags(open_only=True)] == ["fall-or-pop"]
        await stage.press("b")
        assert journal.flags(open_only=True) == []
    assert [one.flag for one in journal.flags() if one.taken_back_on] == ["fall-or-pop"]


async def on_library(stage: Stage) -> str:
    """What the library shows."""
    await stage.pilot.pause(0.05)
    return stage.text()


@pytest.mark.parametrize("columns", [56, 72, 112, 192])
def test_every_number_has_its_place_in_the_row(columns: int) -> None:
    width = cell_width(columns)
    for cursor in (None, 0, 7, 10):
        lines = drawn(width, cursor, 5).plain.split("\n")
        assert max(map(len, lines)) <= columns
        assert [int(lines[1][n * width : (n + 1) * width].strip(" ┃")) for n in NUMBERS] == [*NUMBERS]
        assert lines[3].index("·") // width == 5


def told(stage: Stage) -> list[str]:
    """What is said in passing."""
    return [one.message for one in stage.app._notifications]


async def test_what_was_kept_before_stands_there_no_longer(journal: Journal) -> None:
    async with on_stage(STRETCH, keeps=True) as stage:
        await stage.press("4", "4", "n")
        assert told(stage) == ["Kept: pain 4, nagging. Backspace takes it back."]
        assert [one.score for one in journal.readings()] == [4]


async def test_what_was_kept_is_taken_back_by_one_key_while_its_word_stands_there(journal: Journal) -> None:
    async with on_stage(STRETCH, keeps=True) as stage:
        await stage.press("4", "4")
        assert told(stage) == ["Kept: pain 4, nagging. Backspace takes it back."]
        assert [one.score for one in journal.readings()] == [4]
        await stage.press("backspace")
        assert told(stage) == ["Taken back: pain 4, nagging."]
        assert journal.readings() == []
        await stage.press("backspace")


async def test_a_session_left_for_later_is_offered_and_nothing_is_asked(journal: Journal, desk: Desk) -> None:
    path = short(desk)
    async with on_stage(path, keeps=True) as stage:
        await stage.press("0", "0")
        await stage.play(10)
        await stage.press("q")
        assert "l go on later, within 4 hours" in stage.text()
        await stage.press("l")
        await stage.pilot.pause()
        assert stage.app.return_value is False
    assert [one.outcome for one in journal.sessions()] == [State.ACTIVE]
    later = EVENING + timedelta(hours=3)
    async with on_stage(path, keeps=True, now=lambda: later) as stage:
        assert "Short one was cut short 3 hours ago." in stage.text()


async def test_a_rehearsal_cannot_be_left_for_later(desk: Desk) -> None:
    async with on_stage(short(desk), speed=5.0) as stage:
        await stage.play(1)
        await stage.press("q", "l")
        assert "go on later" not in stage.text()
        assert stage.phase is Phase.PAUSED
