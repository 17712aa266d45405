"""The figure of an exercise while it is written: beside the text, and when it is tried out."""

from __future__ import annotations

import pytest

from hiproutine.paths import find_paths
from hiproutine.tui.editor.figure_card import FigureCard, in_figure, pose_at
from hiproutine.tui.player.screen import PlayerScreen
from hiproutine.tui.widgets.figure_view import FigureView
from tests.tui.test_editor_exercises import SIT, exercise
from tests.tui.writing import Desk, own, writing

DRAWN = f"""{SIT}
[figure]
works = ["legs"]
poses = [
  {{ on = ["feet"] }},
  {{ hips = 90, knees = 90, torso = 10, into = 2 }},
]
"""
POSES = DRAWN.splitlines().index("poses = [") + 1
DOTS = {chr(code) for code in range(0x2801, 0x2900)}


def dots(desk: Desk) -> list[str]:
    """The rows of the screen in which something is drawn."""
    return [
        "".join(mark if mark in DOTS else " " for mark in row) for row in desk.text().split("\n") if DOTS & set(row)
    ]


async def test_it_stands_under_the_card_where_there_is_room() -> None:
    async with writing(exercise(DRAWN), (120, 40)) as desk:
        assert 8 <= len(dots(desk)) <= 16
        assert "Set up  Lean on a wall." in desk.text()
        await desk.pilot.resize_terminal(80, 24)
        await desk.settle()
        assert dots(desk) == []
        assert "Set up" in desk.text()


async def test_the_pose_under_the_cursor_is_drawn_as_large_as_there_is_room() -> None:
    async with writing(exercise(DRAWN), (120, 40)) as desk:
        await desk.go(POSES + 1)
        stands = dots(desk)
        await desk.go(POSES + 2)
        sits = dots(desk)
        assert len(stands) > 16
        assert len(sits) < len(stands)
        await desk.go(POSES)
        assert dots(desk) == sits  # what shows it best
        await desk.go(1)
        assert len(dots(desk)) <= 16


async def test_it_follows_what_is_written_and_stays_while_that_is_broken() -> None:
    async with writing(exercise(DRAWN), (120, 40)) as desk:
        await desk.go(POSES + 2)
        sits = dots(desk)
        await desk.write(DRAWN.replace("hips = 90, knees = 90", "hips = 30, knees = 30"))
        await desk.go(POSES + 2)
        bends = dots(desk)
        assert bends != sits
        await desk.write(DRAWN.replace("hips = 90", "hips = 900"))
        await desk.go(POSES + 2)
        assert dots(desk) == bends
        await desk.write(SIT)
        assert dots(desk) == []


async def test_f5_plays_with_the_figure_as_it_is_written() -> None:
    async with writing(exercise(SIT), (120, 40)) as desk:
        await desk.write(DRAWN)
        await desk.press("f5")
        screen = desk.app.screen
        assert isinstance(screen, PlayerScreen)
        for _ in range(3):
            await desk.pilot.pause()
        figure = screen.query_one(FigureView)
        assert figure.motion
        assert len(figure.motion.figure.poses) == 2
    assert not (find_paths().exercises / "wall-sit.toml").read_text(encoding="utf-8").count("[figure]")


async def test_a_routine_is_tried_out_with_the_figures_of_its_exercises() -> None:
    exercise(DRAWN)
    path = own('title = "T"\n[[steps]]\nexercise = "wall-sit"\n')
    async with writing(path, (120, 40)) as desk:
        await desk.press("f5")
        for _ in range(3):
            await desk.pilot.pause()
        assert desk.app.screen.query_one(FigureView).motion
    async with writing(path, (120, 40), figures=False) as desk:
        await desk.press("f5")
        for _ in range(3):
            await desk.pilot.pause()
        assert not desk.app.screen.query(FigureView)


async def test_keys_that_were_changed_hold_where_a_routine_is_tried_out() -> None:
    async with writing(size=(80, 24), keys={"player.leave": "x"}) as desk:
        await desk.press("f5")
        assert isinstance(desk.app.screen, PlayerScreen)
        assert "x leave" in desk.text()
        await desk.press("q")
        assert isinstance(desk.app.screen, PlayerScreen)
        await desk.press("x")
        assert not isinstance(desk.app.screen, PlayerScreen)


@pytest.mark.parametrize(
    ("text", "row", "inside", "pose"),
    [
        (DRAWN, 1, False, None),
        (DRAWN, POSES - 3, True, None),
        (DRAWN, POSES - 1, True, None),
        (DRAWN, POSES, True, 0),
        (DRAWN, POSES + 1, True, 1),
        ("[figure]\nposes = [{ torso = 1 }, { torso = 2 }]", 1, True, 1),
        ('figure.view = "front"', 0, True, None),
        ("[figure]\n[other]\nposes = [", 2, False, None),
        ("[[figure]]\n", 1, False, None),
    ],
)
def test_which_pose_a_line_is_in(text: str, row: int, inside: bool, pose: int | None) -> None:
    lines = text.split("\n")
    assert in_figure(lines, row) is inside
    if inside:
        assert pose_at(lines, row) == pose


def test_a_card_draws_nothing_where_there_is_nothing_or_no_room() -> None:
    card = FigureCard()
    assert card.content(None, 60, 30) is None
    card.show_table({"poses": [{"hips": 900}]})
    assert card.content(None, 60, 30) is None
    card.show_table({"poses": [{"hips": 90}]})
    assert card.content(None, 60, 7) is None
    assert card.content(None, 19, 30) is None
    drawn = card.content(5, 60, 30)  # a pose that is not there
    assert drawn
    assert drawn.plain == getattr(card.content(None, 60, 30), "plain", "")
