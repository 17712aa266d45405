"""Keys that the person has changed: they do what they are named for, and screens name them."""

from __future__ import annotations

from hiproutine.config.keymap import ACTIONS
from hiproutine.dialogue.questions import Option, Scale, Statement
from hiproutine.tui.history.layout import keys_line, nothing
from hiproutine.tui.player.scene import scene_of
from hiproutine.tui.questions.scale import ScaleScreen
from hiproutine.tui.questions.statement import StatementScreen
from hiproutine.tui.settings.text import theme_sample
from tests.tui.stage import EVENING, Stage, on_stage

CHANGED = {"player.next": "b", "player.back": "n", "player.space": "f5", "scale.usual": "v", "ask.skip": "f6"}


def change(stage: Stage) -> None:
    """As the program does with its settings."""
    setattr(stage.app, "changed_keys", CHANGED)  # noqa: B010 - the application may have none
    stage.app.set_keymap(CHANGED)


async def test_a_changed_key_does_what_it_is_named_for() -> None:
    async with on_stage("post-run-hip-stretch") as stage:
        change(stage)
        await stage.play(12)
        first = stage.player.player.view().interval.index
        await stage.press("b")
        second = stage.player.player.view().interval.index
        assert second > first
        await stage.press("n")
        assert stage.player.player.view().interval.index < second
        view = stage.player.player.view()
        scene = scene_of(view, stage.player.player.plan, "", EVENING, keys=CHANGED)
        assert scene.keys[:3] == (("f5", "pause"), ("b", "next"), ("n", "back"))


async def test_what_waits_for_a_key_names_it() -> None:
    async with on_stage("ice-therapy") as stage:
        view, plan = stage.player.player.view(), stage.player.player.plan
        assert scene_of(view, plan, "", EVENING).under == "space when you have checked"
        assert scene_of(view, plan, "", EVENING, keys=CHANGED).under == "f5 when you have checked"


async def test_questions_name_the_keys_that_hold() -> None:
    async with on_stage("post-run-hip-stretch") as stage:
        change(stage)
        words = tuple(str(number) for number in range(11))
        stage.app.push_screen(ScaleScreen(Scale("How is it?", "A kicker", words, ("none", "most"))))
        await stage.pilot.pause()
        assert "v no pain, as usual   f6 skip   esc skip all" in stage.text()


async def test_what_is_said_names_the_keys_it_has_itself() -> None:
    async with on_stage("post-run-hip-stretch") as stage:
        changed = {"ask.skip-rest": "f7"}
        setattr(stage.app, "changed_keys", changed)  # noqa: B010
        stage.app.set_keymap(changed)
        left: list[object] = []
        options = (Option("enter", "Go on", "on"), Option("q", "Leave", "leave"))
        stage.app.push_screen(StatementScreen(Statement("A word", "A kicker", (), options, back="leave")), left.append)
        await stage.pilot.pause()
        assert "esc back" in stage.text()
        await stage.press("escape")
        assert left == ["leave"]


async def test_the_library_and_looking_back_name_the_keys_that_hold() -> None:
    changed = {
        "history.close": "f9",
        "history.side": "w",
        "history.month-back": "less_than_sign",
        "library.play": "f2",
        "library.escape": "f3",
        "library.filter": "f4",
    }
    async with on_stage() as stage:
        setattr(stage.app, "changed_keys", changed)  # noqa: B010
        stage.app.set_keymap(changed)
        await stage.press("slash", *"zzz")
        assert "f3 empties the search, ← f4 change what it suits." in stage.text()
        assert nothing(changed).endswith("f9 goes back to the library, where f2 plays.")
        assert nothing({}).endswith("esc goes back to the library, where enter plays.")
        assert keys_line("", changed).plain.split("  ")[:3] == ["enter open", "e correct", "< → month"]
        assert "? pause" not in theme_sample(changed).plain
        assert "f5 pause   ? keys" in theme_sample({"player.space": "f5"}).plain


def test_words_are_short_enough_for_a_row() -> None:
    assert max(len(action.words) for action in ACTIONS) <= 26
