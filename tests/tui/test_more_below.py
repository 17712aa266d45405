"""A question that does not fit says so and scrolls by the keys; none of its text is cut, and nothing is answered."""

from __future__ import annotations

from typing import Any

import pytest
from textual.screen import Screen

from hiproutine.dialogue.questions import Option, Pick, Several, Statement
from hiproutine.tui.questions.confirm import ConfirmScreen
from hiproutine.tui.questions.pick import PickScreen
from hiproutine.tui.questions.several import SeveralScreen
from hiproutine.tui.questions.statement import StatementScreen
from tests.tui.stage import Stage, on_stage

LATIN = " ".join(f"word{n}" for n in range(160))
KANJI = "".join(chr(0x4E00 + n) for n in range(500))
"""A text without spaces in which no character stands twice."""
WAYS = (Option("enter", "go on", "on"), Option("t", "another routine", "other"))


def statement(text: str) -> Statement:
    """One that says a long sentence."""
    return Statement("Before you begin", "A sentence", sentences=(text,), options=WAYS, back="back")


def screens(text: str) -> list[Screen[Any]]:
    """The text to agree to, to confirm, and to answer."""
    return [
        StatementScreen(statement(text)),
        ConfirmScreen(text, (("s", "save and leave"), ("d", "leave without saving"))),
        PickScreen(Pick(text, "A question", options=WAYS)),
    ]


async def seen_by(stage: Stage, key: str, most: int = 60) -> list[str]:
    """What stands on the screen after each press, as long as it says that there is more below."""
    texts = [stage.text()]
    while "below" in texts[-1] and len(texts) < most:
        await stage.press(key)
        texts.append(stage.text())
    return texts


@pytest.mark.parametrize("text", [LATIN, KANJI], ids=["words", "no spaces"])
@pytest.mark.parametrize("kind", range(3), ids=["statement", "confirm", "pick"])
@pytest.mark.parametrize("keys", [("down", "up"), ("pagedown", "pageup")], ids=["rows", "pages"])
async def test_what_does_not_fit_says_so_and_is_scrolled_to(text: str, kind: int, keys: tuple[str, str]) -> None:
    answers: list[object] = []
    async with on_stage("post-run-hip-stretch", (60, 20)) as stage:
        screen = screens(text)[kind]
        await stage.app.push_screen(screen, answers.append)
        await stage.pilot.pause()
        first = stage.text()
        texts = await seen_by(stage, keys[0])
        assert "↓ more below" in first
        assert "↑ more above" in texts[-1]
        whole = "".join(texts)
        assert all(part in whole for part in (text.split() if " " in text else text))
        assert "…" not in whole
        assert any(last in texts[-1] for last in ("another routine", "leave without saving"))
        for _ in texts[1:]:
            await stage.press(keys[1])
        await stage.press(keys[1])
        assert "↓ more below" in stage.text()
        assert "above" not in stage.text()
        assert not answers
        assert stage.app.screen is screen
        await stage.press("t" if kind != 1 else "d")
        assert answers == ["other" if kind != 1 else "d"]


async def test_what_fits_says_nothing_and_the_arrows_choose() -> None:
    answers: list[object] = []
    async with on_stage("post-run-hip-stretch", (60, 20)) as stage:
        await stage.app.push_screen(StatementScreen(statement("Short.")), answers.append)
        await stage.pilot.pause()
        assert "more" not in stage.text()
        await stage.press("down", "enter")
        assert answers == ["other"]


async def test_the_arrows_choose_again_at_the_end() -> None:
    answers: list[object] = []
    async with on_stage("post-run-hip-stretch", (60, 20)) as stage:
        await stage.app.push_screen(StatementScreen(statement(LATIN)), answers.append)
        await stage.pilot.pause()
        await seen_by(stage, "pagedown")
        await stage.press("down", "enter")
        assert answers == ["other"]


async def test_a_larger_window_needs_no_line() -> None:
    async with on_stage("post-run-hip-stretch", (60, 20)) as stage:
        await stage.app.push_screen(StatementScreen(statement(LATIN)))
        await stage.pilot.pause()
        assert "more below" in stage.text()
        await stage.pilot.resize_terminal(120, 60)
        await stage.pilot.pause()
        await stage.pilot.pause()
        assert "more below" not in stage.text()


async def test_a_card_that_does_not_fit_says_so_and_hides_the_keys_under_it() -> None:
    async with on_stage("post-run-hip-stretch", (60, 20)) as stage:
        assert "n next" in stage.text()
        await stage.press("i")
        await stage.drawn()
        assert "↓ more below" in stage.text()
        assert "n next" not in stage.text()
        assert "back" in (await seen_by(stage, "pagedown"))[-1]
        await stage.press("escape")
        assert "n next" in stage.text()


async def test_a_list_to_mark_says_that_it_goes_on() -> None:
    many = tuple(Option("", f"sentence {n}", f"s{n}") for n in range(30))
    async with on_stage("post-run-hip-stretch", (60, 20)) as stage:
        await stage.app.push_screen(SeveralScreen(Several("What applies?", "A question", "", (("Now", many),))))
        await stage.pilot.pause()
        assert "↓ more below" in stage.text()
        await stage.press("end")
        await stage.pilot.pause()
        assert "↑ more above" in stage.text()
        assert "sentence 29" in stage.text()
