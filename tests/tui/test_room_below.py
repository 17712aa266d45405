"""What is said for a moment covers nothing of a question."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from hiproutine.dialogue.questions import Option, Statement
from hiproutine.tui.questions.statement import StatementScreen
from tests.tui.stage import Stage, on_stage

LONG = Statement(
    "Is it all right?",
    "Before you begin",
    tuple(f"This is sentence {number} of what is to be agreed to, and it is long." for number in range(3)),
    (Option("enter", "I understand", "yes"),),
    back="no",
)


async def shown(stage: Stage, so: Callable[[str], bool]) -> str:
    """What stands there once it is so, or after a while."""
    for _ in range(100):
        if so(stage.text()):
            break
        await stage.pilot.pause(0.05)
    return stage.text()


@pytest.mark.parametrize("size", [(60, 20), (80, 24)])
async def test_what_is_said_for_a_moment_covers_nothing(size: tuple[int, int]) -> None:
    async with on_stage(size=size) as stage:
        stage.app._disable_notifications = False
        await stage.app.push_screen(StatementScreen(LONG))
        await stage.drawn()
        before = stage.text()
        stage.app.notify("Kept: a run, 5.0 km in 28 minutes, on the road. Backspace takes it back.", timeout=60)
        text = await shown(stage, lambda text: "Backspace" in text and "enter choose" in text)
        assert "Backspace takes it back" in " ".join(text.replace("▌", "").split())
        assert "enter choose" in text
        assert "enter I understand" in text or "more below" in text
        stage.app.clear_notifications()
        assert await shown(stage, lambda text: text == before) == before


@pytest.mark.parametrize("letters", [26, 54])
async def test_two_that_are_said_stand_there_whole_wherever_the_first_one_folds(letters: int) -> None:
    async with on_stage(size=(60, 20)) as stage:
        stage.app._disable_notifications = False
        await stage.app.push_screen(StatementScreen(LONG))
        await stage.drawn()
        stage.app.notify(f"{'a ' * letters}end.", timeout=60)
        stage.app.notify("Said after it.", timeout=60)
        text = await shown(stage, lambda text: "Said after it" in text and "end." in text)
        assert ("end." in text, "Said after it" in text) == (True, True)
