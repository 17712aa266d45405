"""Writing an exercise in the editor."""

from __future__ import annotations

from pathlib import Path

import pytest

from hiproutine.paths import bundled, find_paths
from hiproutine.routine.checking import Source, check_file
from hiproutine.routine.snippets import message_of
from hiproutine.tui.editor.run import catalogue_of
from hiproutine.tui.editor.screen import EditorScreen
from hiproutine.tui.player.screen import PlayerScreen
from tests.tui.writing import own, writing

SIT = """# an exercise
name = "Wall sit"
position = "standing"
hold = "30s"
setup = "Lean on a wall."
cues = ["Slide down", { at = "half", say = "Breathe" }]
easier = ["squat-to-chair"]
"""


def exercise(text: str = SIT, name: str = "wall-sit") -> Path:
    """An exercise of one's own."""
    return own(text, name, find_paths().exercises)


async def test_a_card_stands_beside_the_text_and_what_the_key_under_the_cursor_says_is_lit() -> None:
    async with writing(exercise(), (100, 30)) as desk:
        assert "Wall sit" in desk.text()
        assert "hold 30 s · standing" in desk.text()
        assert "done at" not in desk.text()
        assert "▸" not in desk.text()
        await desk.go(5, 3)
        assert "▸ Set up  Lean on a wall." in desk.text()
        await desk.go(6)
        assert "▸ Cues  “Slide down”" in desk.text()
        assert "▸   halfway: “Breathe”" in desk.text()
        assert "Set up" in desk.text()


async def test_problems_are_those_of_an_exercise_and_the_last_good_card_stays() -> None:
    wrong = SIT.replace("squat-to-chair", "sqaut-to-chair").replace("standing", "upright") + 'exercise = "plank"\n'
    path = exercise(wrong)
    wanted = check_file(Source(path, exercise=True), catalogue_of(find_paths())).problems
    assert {one.code for one in wanted} == {"unknown-exercise", "unknown-value", "unknown-key"}
    async with writing(path, (120, 40)) as desk:
        for problem in wanted:
            assert f"{problem.line}  {message_of(problem)}" in desk.text()
        assert "No card yet" in desk.text()
        await desk.write(SIT)
        assert "✓ No problems" in desk.text()
        await desk.write("name =")
        assert "As it was before the mistake" in desk.text()
        assert "Set up  Lean on a wall." in desk.text()
        await desk.press("f5")
        assert "It can be played when the problems are mended." in desk.text()


async def test_keys_and_values_of_an_exercise_are_offered() -> None:
    async with writing(exercise()) as desk:
        await desk.go(8)
        await desk.press(*"mus", "tab")
        assert desk.code.document.get_line(7) == "muscles = "
        await desk.press("down", "enter")
        assert desk.code.document.get_line(7) == 'muscles = ["hip flexors"]'
        await desk.press("end", "enter", *"tra")
        assert desk.editor.choices.offered is None


async def test_a_bundled_exercise_becomes_ones_own() -> None:
    before = (bundled() / "exercises" / "plank.toml").read_bytes()
    async with writing("exercises/plank", (120, 40)) as desk:
        assert "Comes with the program; saving makes your own copy." in desk.text()
        await desk.press("#", "ctrl+s")
        assert "Saved as your own copy" in desk.text()
        assert (find_paths().exercises / "plank.toml").read_bytes() == b"#" + before
        assert not find_paths().routines.exists()


async def test_f5_plays_it_alone_if_it_has_a_dose() -> None:
    async with writing(exercise()) as desk:
        await desk.press("f5")
        screen = desk.app.screen
        assert isinstance(screen, PlayerScreen)
        assert [one.name for one in screen.player.plan.intervals if one.step == 1][-1] == "Wall sit"
        await desk.press("q", "y")
        assert isinstance(desk.app.screen, EditorScreen)
        await desk.write(SIT.replace("hold", "#"))
        await desk.press("f5")
        assert 'It has no usual dose to be played with; add one, such as hold = "30s".' in desk.text()


@pytest.mark.parametrize(
    ("text", "is_exercise"), [(SIT, True), ('name = "A"\n[[steps', False), ('title = "T"', False), ('name = "', True)]
)
async def test_elsewhere_what_is_written_says_what_it_is(tmp_path: Path, text: str, is_exercise: bool) -> None:
    async with writing(own(text, "any", tmp_path)) as desk:
        assert desk.editor.is_exercise is is_exercise


async def test_hostile_texts_are_shown_and_not_obeyed() -> None:
    hostile = SIT.replace("Lean", "[@click=app.quit]Lean[/] [red]").replace("Wall sit", "[b]Wall 家家家")
    async with writing(exercise(hostile), (60, 20)) as desk:
        await desk.press("tab")
        assert "[@click=app.quit]Lean[/] [red] on a wall." in " ".join(desk.text().split())
        assert "[b]Wall 家家家" in desk.text()


async def test_an_exercise_is_begun_where_its_unknown_name_stands() -> None:
    path = own('title = "T"\n[[steps]]\nexercise = "Copenhagen plank"\n')
    async with writing(path) as desk:
        assert "there is no exercise" in desk.text()
        await desk.press("f9")
        begun = desk.app.screen
        assert isinstance(begun, EditorScreen)
        assert begun is not desk.editor
        assert begun.draft.target == find_paths().exercises / "copenhagen-plank.toml"
        assert begun.code.written.startswith('name = "Copenhagen plank"\n')
        await desk.press("ctrl+s", "ctrl+q")
        await desk.settle()
        assert desk.app.screen is desk.editor
        assert "✓ No problems" in desk.text()
        assert "Copenhagen plank" in desk.text()
        await desk.press("f9")
        assert "Every exercise that is named here is known." in desk.text()
    assert (
        check_file(Source(find_paths().exercises / "copenhagen-plank.toml", True), catalogue_of(find_paths())).problems
        == ()
    )


async def test_what_was_begun_and_not_saved_leaves_nothing() -> None:
    async with writing(own('title = "T"\n[[steps]]\nexercise = "zzz-zzz"\n')) as desk:
        await desk.press("f9", "ctrl+q", "d")
        assert desk.app.screen is desk.editor
    assert not find_paths().exercises.exists()
